/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-charges.h"

#include "gram-argument-words.h"

#define PAID_ON { "paid-on", "s", REQUIRED, N_ ("Day of the payment, ISO") }

const GramArgument gram_arguments_charge_offset[] = {
  ACCOUNT,
  { "charges", "ax", OPTIONAL, N_ ("Numbers of the charges; without them all, oldest due first") },
  { "credits", "s", OPTIONAL, N_ ("oldest (first), or chosen: those of credit-years") },
  { "credit-years", "as", OPTIONAL, N_ ("With chosen: credits by year of origin like 2025=15.55") },
  { "at-most", "s", OPTIONAL, N_ ("With oldest: so many credits at most, like 15.55") },
  END,
};

const GramArgument gram_arguments_payment_record[] = {
  ACCOUNT,
  { "amount", "s", REQUIRED, N_ ("Amount that was paid, New Zealand dollars like 160.86") },
  PAID_ON,
  { "charges", "ax", OPTIONAL,
    N_ ("Numbers of the charges that it is for; without them all, oldest due first") },
  { "payer", "s", OPTIONAL, N_ ("Who paid") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_payment_reverse[] = {
  ACCOUNT, { "payment", "x", REQUIRED, N_ ("Number of the payment") }, REASON, REFERENCE, END,
};

const GramArgument gram_arguments_payment_use_in_favour[] = {
  ACCOUNT,
  { "charges", "ax", OPTIONAL,
    N_ ("Numbers of the charges that it settles; without them all, oldest due first") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_payment_pay_back[] = {
  ACCOUNT,
  { "amount", "s", REQUIRED, N_ ("Amount that was paid back, New Zealand dollars like 160.86") },
  PAID_ON,
  REFERENCE,
  END,
};
