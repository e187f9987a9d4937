/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-figures.h"

#include "gram-argument-words.h"

#define CASES { "cases", "ax", REQUIRED, N_ ("Numbers of the cases, all of the account") }
#define MAYBE_REASON { "reason", "s", OPTIONAL, N_ ("Reason, in a sentence") }
#define EXPECT                                                                                     \
  { "expect", "s", OPTIONAL,                                                                       \
    N_ ("Digest of the preview that was looked at; refused if the effect is another by now") }

const GramArgument gram_arguments_dispute_uphold[] = {
  ACCOUNT,
  CASES,
  { "values", "a{sv}", OPTIONAL, N_ ("Corrected values by field; without them as claimed") },
  { "right-account", "s", OPTIONAL,
    N_ ("not-ours: account that the vehicles go to; empty: to nobody; without it as named") },
  MAYBE_REASON,
  REFERENCE,
  EXPECT,
  END,
};

const GramArgument gram_arguments_dispute_decline[] = {
  ACCOUNT, CASES, REASON, REFERENCE, END,
};

const GramArgument gram_arguments_difference_take[] = {
  ACCOUNT,
  CASES,
  { "fields", "as", OPTIONAL, N_ ("Take only these fields of the file and keep the others") },
  MAYBE_REASON,
  REFERENCE,
  EXPECT,
  END,
};

const GramArgument gram_arguments_difference_keep[] = {
  ACCOUNT, CASES, MAYBE_REASON, REFERENCE, END,
};
