/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-settlement.h"

#include "gram-argument-words.h"

#define YEAR { "year", "x", REQUIRED, N_ ("Scheme year") }
#define NOTICE { "notice", "x", REQUIRED, N_ ("Number of the row of the payment notice") }
#define AMOUNT { "amount", "s", REQUIRED, N_ ("Amount, pounds like 207655.60") }
#define PAID_ON { "paid-on", "s", REQUIRED, N_ ("Day of the payment, ISO") }
#define BANK_REFERENCE { "reference", "s", REQUIRED, N_ ("Reference of the payment at the bank") }

const GramArgument gram_arguments_conversion_request[] = {
  ACCOUNT,
  YEAR,
  { "crts", "s|x", REQUIRED, N_ ("Unused CRTS allowances to convert, a whole number") },
  END,
};

const GramArgument gram_arguments_conversion_to_crts[] = {
  ACCOUNT,
  YEAR,
  { "allowances", "s|x", REQUIRED,
    N_ ("CCTS allowances for CRTS credits, a whole number; what makes no whole credit stays") },
  END,
};

const GramArgument gram_arguments_allowance_surrender[] = {
  ACCOUNT,
  YEAR,
  { "quantity", "s|x", REQUIRED, N_ ("Allowances to surrender, a whole number") },
  END,
};

const GramArgument gram_arguments_payment_notice_issue[] = {
  ACCOUNT,
  YEAR,
  { "given-on", "s", OPTIONAL, N_ ("Day on which the notice is given, ISO; today without it") },
  { "due-on", "s", REQUIRED, N_ ("Last day to pay, ISO") },
  { "payable-to", "s", REQUIRED, N_ ("Who is to be paid: the administrator, by name") },
  { "how-to-pay", "s", REQUIRED, N_ ("How payment must be made") },
  { "appeal-rights", "s", REQUIRED, N_ ("Information about rights of appeal") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_payment_notice_record_payment[] = {
  ACCOUNT, NOTICE, AMOUNT, PAID_ON, BANK_REFERENCE, END,
};

const GramArgument gram_arguments_payment_notice_reverse_payment[] = {
  ACCOUNT, NOTICE,    { "payment", "x", REQUIRED, N_ ("Number of the payment or forwarding") },
  REASON,  REFERENCE, END,
};

const GramArgument gram_arguments_payment_notice_forward[] = {
  ACCOUNT, NOTICE, AMOUNT, PAID_ON, BANK_REFERENCE, END,
};

const GramArgument gram_arguments_payment_notice_appeal[] = {
  ACCOUNT,
  NOTICE,
  { "text", "s", REQUIRED, N_ ("What the appeal says") },
  END,
};

const GramArgument gram_arguments_payment_notice_end_appeal[] = {
  ACCOUNT,
  NOTICE,
  { "outcome", "s", REQUIRED, N_ ("dismissed: the notice stands; allowed: it is withdrawn") },
  REASON,
  REFERENCE,
  END,
};

const GramArgument gram_arguments_payment_notice_withdraw[] = {
  ACCOUNT, NOTICE, REASON, REFERENCE, END,
};

const GramArgument gram_arguments_scenario_save[] = {
  ACCOUNT,
  YEAR,
  { "scenario", "x", OPTIONAL, N_ ("Number of the scenario; without it a new one") },
  { "title", "s", REQUIRED, N_ ("Title of the scenario") },
  { "content", "a{sv}", REQUIRED,
    N_ ("buy, unit-price, convert, crts-price, pool, pool-spare, note; texts, all optional") },
  { "version", "x", OPTIONAL, N_ ("Version that was looked at; refused if it has changed since") },
  END,
};

const GramArgument gram_arguments_scenario_remove[] = {
  ACCOUNT,
  { "scenario", "x", REQUIRED, N_ ("Number of the scenario") },
  END,
};
