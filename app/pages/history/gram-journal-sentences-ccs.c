/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-journal-sentences-ccs.h"

#include "gram-decimal.h"
#include "gram-formats.h"
#include "gram-journal-sentences-cases.h"

#include <glib/gi18n-lib.h>

/* An amount of dollars as people write it, %NULL if there is none. */
static char *
dup_money (const GramJournalFacts *facts, const char *key)
{
  gint64 cents;

  if (!gram_decimal_parse (gram_journal_facts_text (facts, key), 2, &cents, NULL))
    return NULL;
  return gram_format_money (cents, "NZD");
}

void
_gram_journal_add_bill (const GramJournalFacts *facts, GString *detail)
{
  g_autofree char *charged = dup_money (facts, "charges");
  g_autofree char *left = dup_money (facts, "outstanding");
  g_autofree char *line = NULL;
  gint64 credits = 0;

  if (gram_journal_facts_number (facts, "charge") == 0 || charged == NULL || left == NULL)
    return;
  if (gram_decimal_parse (gram_journal_facts_text (facts, "offset"), 2, &credits, NULL)
      && credits > 0)
    {
      g_autofree char *used = gram_decimal_format_in_locale (credits, 2, 2);

      /* Translators: money, credits, money */
      line = g_strdup_printf (_ ("Charged %s; %s g of credits were set off, %s are left to pay"),
                              charged, used, left);
    }
  else
    line = g_strdup_printf (_ ("Charged %s"), charged);
  _gram_journal_add_line (detail, line);
}

static char *
in_favour_used (const GramJournalFacts *facts, GString *detail)
{
  g_autofree char *amount = dup_money (facts, "settled");

  /* Translators: %s is an amount of money */
  return amount != NULL ? g_strdup_printf (_ ("Settled %s with what stood in favour"), amount)
                        : NULL;
}

static char *
paid_back (const GramJournalFacts *facts, GString *detail)
{
  g_autofree char *amount = dup_money (facts, "amount");

  /* Translators: %s is an amount of money */
  return amount != NULL ? g_strdup_printf (_ ("Recorded that %s in favour were paid back"), amount)
                        : NULL;
}

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
  { "charge.offset", GRAM_JOURNAL_SCHEME, N_ ("Set {offset} credits off against charges"),
    N_ ("Set credits off against charges") },
  { "payment.reverse", GRAM_JOURNAL_SCHEME, N_ ("Reversed payment {payment}"),
    N_ ("Reversed a payment"), "reason" },
  { "payment.use-in-favour", GRAM_JOURNAL_SCHEME, NULL,
    N_ ("Settled charges with what stood in favour"), NULL, in_favour_used },
  { "payment.pay-back", GRAM_JOURNAL_SCHEME, NULL,
    N_ ("Recorded that money in favour was paid back"), "paid-on", paid_back },
  { "payment.import", GRAM_JOURNAL_SCHEME,
    N_ ("Brought in {recorded} payments of a bank statement"), N_ ("Brought in a bank statement"),
    "file" },
  { "charge.run-due", GRAM_JOURNAL_SCHEME, N_ ("Reminded of charges that are due") },
  { NULL },
};
