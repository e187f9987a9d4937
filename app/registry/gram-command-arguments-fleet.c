/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-fleet.h"

#include "gram-argument-words.h"

#define BORROWING { "borrowing", "x", REQUIRED, N_ ("Number of the borrowing") }

const GramArgument gram_arguments_fleet_year_settle[] = {
  ACCOUNT,
  { "year", "x", REQUIRED, N_ ("Obligation year") },
  { "payable-to", "s", OPTIONAL, N_ ("To whom it is payable; needed if anything is charged") },
  { "how-to-pay", "s", OPTIONAL, N_ ("How it is to be paid; needed if anything is charged") },
  { "expect", "s", OPTIONAL,
    N_ ("Digest of the preview that was seen; refused if it has changed") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_borrowing_request[] = {
  ACCOUNT,
  { "charge", "x", REQUIRED, N_ ("Number of the charge that is to be carried into the next year") },
  REASON,
  END,
};

const GramArgument gram_arguments_borrowing_withdraw[] = { ACCOUNT, BORROWING, END };

const GramArgument gram_arguments_borrowing_decision[]
    = { ACCOUNT, BORROWING, REASON, REFERENCE, END };

const GramArgument gram_arguments_payment_import[] = {
  { "file", "s", REQUIRED | GRAM_ARGUMENT_FILE,
    N_ ("Path of the bank statement, CAMT.053 or CSV") },
  { "lines", "as", REQUIRED,
    N_ ("Lines to bring in, as the preview names them: key=number of the account, or "
        "key=number/charge") },
  { "expect", "s", OPTIONAL,
    N_ ("Digest of the preview that was seen; refused if it has changed") },
  REFERENCE,
  END,
};
