/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-journal-sentences-ccs.h"

#include <glib/gi18n-lib.h>

const GramJournalRow _gram_journal_rows_ccs[] = {
  { "transfer.offer", GRAM_JOURNAL_SCHEME, N_ ("Offered {credits} credits to account {number}"),
    N_ ("Offered credits to another holder") },
  { "transfer.accept", GRAM_JOURNAL_SCHEME,
    N_ ("Accepted {received} credits of transfer {transfer}"),
    N_ ("Accepted a transfer of credits") },
  { "transfer.decline", GRAM_JOURNAL_SCHEME, N_ ("Declined transfer {transfer} of credits"),
    N_ ("Declined a transfer of credits"), "reason" },
  { "transfer.cancel", GRAM_JOURNAL_SCHEME, N_ ("Cancelled transfer {transfer} of credits"),
    N_ ("Cancelled a transfer of credits") },
  { "transfer.record", GRAM_JOURNAL_SCHEME,
    N_ ("Recorded a transfer of {credits} credits with account {number}"),
    N_ ("Recorded a transfer of credits") },
  { "credit.run-due", GRAM_JOURNAL_SCHEME, N_ ("Warned that credits lapse after {last-day}"),
    N_ ("Ended offers and credits whose last day was over"), "lapsed" },
  { "fleet-year.settle", GRAM_JOURNAL_SCHEME,
    N_ ("Settled the Fleet Average year {year}: invoice {number}"),
    N_ ("Settled a Fleet Average year") },
  { "borrowing.request", GRAM_JOURNAL_SCHEME,
    N_ ("Asked to carry charge {charge} into the next year"),
    N_ ("Asked to carry a shortfall into the next year"), "reason" },
  { "borrowing.withdraw", GRAM_JOURNAL_SCHEME, N_ ("Withdrew borrowing {borrowing}"),
    N_ ("Withdrew a borrowing") },
  { "borrowing.approve", GRAM_JOURNAL_SCHEME,
    N_ ("Approved borrowing {borrowing}: {grams} grams go into the next year"),
    N_ ("Approved a borrowing"), "reason" },
  { "borrowing.decline", GRAM_JOURNAL_SCHEME, N_ ("Declined borrowing {borrowing}"),
    N_ ("Declined a borrowing"), "reason" },
  { "payment.import", GRAM_JOURNAL_SCHEME,
    N_ ("Brought in {recorded} payments of a bank statement"), N_ ("Brought in a bank statement"),
    "file" },
  { "charge.run-due", GRAM_JOURNAL_SCHEME, N_ ("Reminded of charges that are due") },
  { NULL },
};
