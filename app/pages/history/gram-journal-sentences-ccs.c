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

/* What a figure with two decimals says, NULL if there is none, or nothing. */
static char *
dup_some (const GramJournalFacts *facts, const char *key)
{
  gint64 hundredths = 0;

  if (!gram_decimal_parse (gram_journal_facts_text (facts, key), 2, &hundredths, NULL)
      || hundredths <= 0)
    return NULL;
  return gram_decimal_format_in_locale (hundredths, 2, 2);
}

static char *
year_settled (const GramJournalFacts *facts, GString *detail)
{
  gint64 year = gram_journal_facts_number (facts, "year");
  g_autofree char *owed = dup_some (facts, "amount");
  g_autofree char *amount = owed != NULL ? dup_money (facts, "amount") : NULL;
  g_autofree char *credits = dup_some (facts, "credits");
  const char *number = gram_journal_facts_text (facts, "number");

  if (year == 0)
    return NULL;
  if (amount != NULL && number != NULL)
    /* Translators: a year, money, the number of an invoice */
    return g_strdup_printf (_ ("Settled the Fleet Average year %1$d: %2$s to pay, invoice %3$s"),
                            (int)year, amount, number);
  if (credits != NULL)
    /* Translators: a year, a number of credits */
    return g_strdup_printf (_ ("Settled the Fleet Average year %1$d: %2$s credits"), (int)year,
                            credits);
  /* Translators: %d is a year */
  return g_strdup_printf (_ ("Settled the Fleet Average year %d"), (int)year);
}

static char *
credits_set_off (const GramJournalFacts *facts, GString *detail)
{
  g_autofree char *credits = dup_some (facts, "offset");
  g_autofree char *discharged = dup_money (facts, "discharged");

  if (credits == NULL)
    return NULL;
  if (discharged == NULL)
    return g_strdup_printf (_ ("Set %s credits off against charges"), credits);
  /* Translators: a number of credits, money */
  return g_strdup_printf (_ ("Set %1$s credits off against charges, which discharged %2$s"),
                          credits, discharged);
}

static char *
statement_brought_in (const GramJournalFacts *facts, GString *detail)
{
  gint64 recorded = gram_journal_facts_number (facts, "recorded");
  g_autofree char *count = gram_format_count (recorded);
  g_autofree char *amount = dup_money (facts, "amount");

  if (amount == NULL)
    return NULL;
  /* Translators: a number of payments, money */
  return g_strdup_printf (ngettext ("Brought in %1$s payment of a bank statement: %2$s",
                                    "Brought in %1$s payments of a bank statement: %2$s",
                                    (gulong)recorded),
                          count, amount);
}

/* One command warns before the last day, and ends what it was the last day of. */
static char *
credits_due (const GramJournalFacts *facts, GString *detail)
{
  g_autofree char *lapsed = dup_some (facts, "lapsed");
  gint64 offers = gram_journal_facts_number (facts, "transfers");
  g_autofree char *count = gram_format_count (offers);
  g_autofree char *ended
      = g_strdup_printf (ngettext ("%s offer ended with its last day",
                                   "%s offers ended with their last day", (gulong)offers),
                         count);

  if (gram_journal_facts_number (facts, "warned") != 0)
    return gram_journal_facts_fill (facts, _ ("Warned that credits lapse after {last-day}"));
  if (lapsed == NULL)
    return NULL;
  if (offers > 0)
    _gram_journal_add_line (detail, ended);
  /* Translators: %s is a number of credits */
  return g_strdup_printf (_ ("%s credits lapsed after their last day"), lapsed);
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
  { "credit.run-due", GRAM_JOURNAL_SCHEME, NULL,
    N_ ("Ended offers of credits whose last day was over"), NULL, credits_due },
  { "fleet-year.settle", GRAM_JOURNAL_SCHEME, NULL, N_ ("Settled a Fleet Average year"), NULL,
    year_settled },
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
  { "charge.offset", GRAM_JOURNAL_SCHEME, NULL, N_ ("Set credits off against charges"), NULL,
    credits_set_off },
  { "payment.reverse", GRAM_JOURNAL_SCHEME, N_ ("Reversed payment {payment}"),
    N_ ("Reversed a payment"), "reason" },
  { "payment.use-in-favour", GRAM_JOURNAL_SCHEME, NULL,
    N_ ("Settled charges with what stood in favour"), NULL, in_favour_used },
  { "payment.pay-back", GRAM_JOURNAL_SCHEME, NULL,
    N_ ("Recorded that money in favour was paid back"), "paid-on", paid_back },
  { "payment.import", GRAM_JOURNAL_SCHEME, NULL, N_ ("Brought in payments of a bank statement"),
    "file", statement_brought_in },
  { "charge.run-due", GRAM_JOURNAL_SCHEME, N_ ("Reminded of charges that are due") },
  { NULL },
};
