/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-accounts.h"

#include "gram-argument-words.h"

#define DELETE_CREDITS                                                                             \
  { "delete-credits", "s", OPTIONAL,                                                               \
    N_ ("Credits that are left and shall be deleted: exactly their amount, grams") }

const GramArgument gram_arguments_account_set_directory[] = {
  ACCOUNT,
  { "listed", "b", REQUIRED, N_ ("Whether the directory shows name, number and contact") },
  END,
};

const GramArgument gram_arguments_account_set_aml[] = {
  ACCOUNT,
  { "result", "s", REQUIRED, N_ ("verified or refused") },
  { "until", "s", OPTIONAL, N_ ("Last day on which a verification counts, ISO") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_account_give_notice[] = {
  ACCOUNT,   REASON, { "remedy-by", "s", REQUIRED, N_ ("Last day to put it right, ISO") },
  REFERENCE, END,
};

const GramArgument gram_arguments_account_suspend[] = {
  ACCOUNT,
  { "ground", "s", REQUIRED, N_ ("failure (after a notice and time to remedy) or conviction") },
  { "until", "s", REQUIRED, N_ ("Last day of the suspension, ISO; at most five years") },
  REASON,
  REFERENCE,
  END,
};

const GramArgument gram_arguments_account_block[] = {
  ACCOUNT,
  REASON,
  { "until", "s", OPTIONAL, N_ ("Last day of the block, ISO; without it until it is lifted") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_account_request_closing[] = {
  ACCOUNT,
  REASON,
  DELETE_CREDITS,
  END,
};

const GramArgument gram_arguments_account_give_closing_notice[] = {
  ACCOUNT, REASON, { "object-by", "s", REQUIRED, N_ ("Last day to object, ISO") }, REFERENCE, END,
};

const GramArgument gram_arguments_account_object_to_closing[] = {
  ACCOUNT,
  { "text", "s", REQUIRED, N_ ("Why the account is still needed") },
  END,
};

const GramArgument gram_arguments_account_close[] = {
  ACCOUNT, REASON, DELETE_CREDITS, REFERENCE, END,
};

const GramArgument gram_arguments_application_ask[] = {
  ACCOUNT,
  { "text", "s", REQUIRED, N_ ("What more is asked") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_application_approve[] = {
  ACCOUNT,
  { "from-year", "x", REQUIRED, N_ ("Year from whose 1 January it counts") },
  { "reason", "s", OPTIONAL, N_ ("Reason, in a sentence") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_credit_carry_in[] = {
  ACCOUNT,
  { "year", "x", REQUIRED, N_ ("Year in which the credits were earned") },
  { "amount", "s", REQUIRED, N_ ("Amount, grams, a decimal with two places") },
  REFERENCE,
  END,
};

/* The form of app/rules/gram-application.h, field by field; a test compares the two. */
const GramArgument gram_arguments_application_save[] = {
  ACCOUNT,
  { "contact", "s", OPTIONAL, N_ ("Contact for questions") },
  { "email", "s", OPTIONAL, N_ ("E-mail of the contact") },
  { "phone", "s", OPTIONAL, N_ ("Telephone of the contact") },
  { "quantity", "x", OPTIONAL, N_ ("Vehicles expected in a year") },
  { "makes", "s", OPTIONAL, N_ ("Makes") },
  { "models", "s", OPTIONAL, N_ ("Models") },
  { "fuels", "s", OPTIONAL, N_ ("Fuels") },
  { "average-mass", "x", OPTIONAL, N_ ("Average weight, kg") },
  { "bank-account", "s", OPTIONAL, N_ ("Bank account for invoice and direct debit") },
  { "forecast", "s", OPTIONAL, N_ ("Charges expected in a year, NZD, a decimal") },
  { "related-parties", "s", OPTIONAL, N_ ("Related parties") },
  { "insolvency", "b", OPTIONAL,
    N_ ("Whether the applicant or a related party is or was in an insolvency process") },
  { "insolvency-details", "s", OPTIONAL, N_ ("Which one") },
  { "declares-business", "b", OPTIONAL, N_ ("Declaration: carries on a business of importing") },
  { "declares-related", "b", OPTIONAL,
    N_ ("Declaration: what is said covers related parties, too") },
  { "declares-true", "b", OPTIONAL, N_ ("Declaration: authorised, true and complete") },
  { "version", "x", OPTIONAL,
    N_ ("Version that was edited, 0 if there was none; refused if there is a newer one") },
  END,
};
