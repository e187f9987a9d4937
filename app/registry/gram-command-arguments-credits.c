/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-credits.h"

#include "gram-argument-words.h"

#define NUMBER { "number", "s", REQUIRED, N_ ("Account number of the other holder") }
#define CREDITS { "credits", "s", REQUIRED, N_ ("Credits that are given, whole ones, such as 10") }
#define YEARS                                                                                      \
  { "years", "as", OPTIONAL, N_ ("Credits by year of origin, such as 2025=10; else oldest first") }
#define TRANSFER { "transfer", "x", REQUIRED, N_ ("Number of the transfer") }
#define VERSION                                                                                    \
  { "version", "x", OPTIONAL, N_ ("Version that was looked at; refused if there is a newer one") }

const GramArgument gram_arguments_transfer_offer[] = {
  ACCOUNT,
  NUMBER,
  CREDITS,
  YEARS,
  { "reference", "s", OPTIONAL, N_ ("A text that both holders read; no price") },
  END,
};

const GramArgument gram_arguments_transfer_accept[] = { ACCOUNT, TRANSFER, VERSION, END };

const GramArgument gram_arguments_transfer_decline[] = {
  ACCOUNT, TRANSFER,
  VERSION, { "reason", "s", OPTIONAL, N_ ("Why, in a sentence that both holders read") },
  END,
};

const GramArgument gram_arguments_transfer_cancel[] = { ACCOUNT, TRANSFER, VERSION, END };

const GramArgument gram_arguments_transfer_record[] = {
  ACCOUNT,
  { "direction", "s", REQUIRED, N_ ("out if the account gives, in if it gets") },
  NUMBER,
  { "name", "s", REQUIRED, N_ ("Name of the other holder") },
  { "kind", "s", REQUIRED, N_ ("Kind of the other account: ccs-used or ccs-new") },
  CREDITS,
  YEARS,
  REFERENCE,
  END,
};

const GramArgument gram_arguments_credit_run_due[] = {
  ACCOUNT,
  { "last-day", "s", OPTIONAL, N_ ("Last day of the credits of which it warns, ISO") },
  { "days", "x", OPTIONAL, N_ ("So many days before it warns") },
  END,
};
