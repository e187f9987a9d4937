/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-invoice-pdf.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "gram-decimal.h"

#define SCALE_GRAMS 2
#define SCALE_MICRO 6
#define SCALE_AVERAGE 4

static char *
dup_dollars (gint64 cents)
{
  g_autofree char *amount
      = gram_decimal_format_in_locale (cents, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);

  /* Translators: %s is an amount of New Zealand dollars */
  return g_strdup_printf (_ ("NZ$%s"), amount);
}

static char *
dup_grams (gint64 grams)
{
  return gram_decimal_format_in_locale (grams, SCALE_GRAMS, SCALE_GRAMS);
}

/* With four decimals, as pages show it. */
static char *
dup_average (gint64 micro)
{
  gint64 shown;

  if (!gram_decimal_rescale (micro, SCALE_MICRO, SCALE_AVERAGE, GRAM_ROUND_HALF_UP, &shown))
    return NULL;
  return gram_decimal_format_in_locale (shown, SCALE_AVERAGE, SCALE_AVERAGE);
}

static const char *
title_of (const GramInvoicePaper *paper)
{
  return paper->to_pay > 0 ? _ ("Invoice") : _ ("Settlement of a year");
}

/* Who, to whom, when. */
static void
add_facts (GramDocument *document, const GramInvoicePaper *paper)
{
  g_autofree char *made_on = gram_date_format_for_people (paper->given_on);
  g_autofree char *year = g_strdup_printf ("%d", paper->year);

  gram_document_begin_facts (document);
  gram_document_add_pair (document, _ ("Number"), paper->number, FALSE);
  gram_document_add_pair (document, _ ("Date"), made_on, FALSE);
  gram_document_add_pair (document, _ ("To"), paper->holder, FALSE);
  gram_document_add_pair (document, _ ("Account number"), paper->account_number, FALSE);
  gram_document_add_pair (document, _ ("Account"), paper->kind, FALSE);
  gram_document_add_pair (document, _ ("Obligation year"), year, FALSE);
  gram_document_add_pair (document, _ ("From"), paper->administrator, FALSE);
  gram_document_add_pair (document, C_ ("document", "Reference"), paper->reference, FALSE);
}

static void
add_demand (GramDocument *document, const GramInvoicePaper *paper)
{
  g_autofree char *amount = dup_dollars (paper->to_pay);
  g_autofree char *text = NULL;

  if (paper->to_pay > 0)
    {
      g_autofree char *due_on = gram_date_format_for_people (paper->due_on);

      text = g_strdup_printf (
          /* Translators: an amount, a holder, a year, a day */
          _ ("%s have to be paid by %s for the Fleet Average year %d, with money or with credits, "
             "until %s."),
          amount, paper->holder, paper->year, due_on);
    }
  else
    /* Translators: a year, a holder */
    text = g_strdup_printf (_ ("This settles the Fleet Average year %d of %s. Nothing has to be "
                               "paid by it."),
                            paper->year, paper->holder);
  gram_document_add_text (document, text);
}

/* Where it is not 0. */
static void
add_grams (GramDocument *document, const char *title, gint64 grams)
{
  g_autofree char *text = dup_grams (grams);

  if (grams != 0)
    gram_document_add_pair (document, title, text, FALSE);
}

static void
add_money (GramDocument *document, const char *title, gint64 cents)
{
  g_autofree char *text = dup_dollars (cents);

  if (cents != 0)
    gram_document_add_pair (document, title, text, FALSE);
}

static void
add_calculation (GramDocument *document, const GramInvoicePaper *paper)
{
  g_autofree char *vehicles = g_strdup_printf ("%" PRId64, paper->vehicles);
  g_autofree char *net = dup_grams (paper->net);
  g_autofree char *average = dup_average (paper->average_micro);
  g_autofree char *to_pay = dup_dollars (paper->to_pay);

  gram_document_add_heading (document, 2, _ ("How it comes about"));
  gram_document_begin_sums (document);
  gram_document_add_pair (document, _ ("Vehicles accepted under Fleet Average"), vehicles, FALSE);
  gram_document_add_pair (document, _ ("Sum of their CO₂ differences, g/km"), net, FALSE);
  gram_document_add_pair (document, _ ("On average, for information, g/km"), average, FALSE);
  add_grams (document, _ ("Grams borrowed from the year before"), paper->carried_in);
  add_grams (document, _ ("Of these made good by this year"), paper->carried_met);
  add_money (document, _ ("For each gram that was borrowed"),
             paper->carried_amount != 0 ? paper->carried_rate : 0);
  add_money (document, _ ("For what is not made good"), paper->carried_amount);
  add_grams (document, _ ("Credits of the year"), paper->credits);
  add_grams (document, _ ("Grams over target"), paper->grams);
  add_money (document, _ ("For each gram over target"), paper->grams != 0 ? paper->rate : 0);
  add_money (document, _ ("For the grams over target, to the nearest cent"), paper->amount);
  add_grams (document, _ ("Credits of the settlements before"), paper->credits_before);
  add_money (document, _ ("Charges of the settlements before"), paper->before);
  add_grams (document, _ ("Credits that are taken back"), paper->credits_taken);
  add_grams (document, _ ("Credits that were used and should go back"), paper->short_grams);
  add_money (document, _ ("For these"), paper->short_amount);
  add_money (document, _ ("Charges that are not owed any more"), paper->taken_back);
  add_money (document, _ ("Of these paid: they stand in favour"), paper->money_back);
  add_grams (document, _ ("Credits set against them that come back"), paper->credits_back);
  add_grams (document, _ ("Credits posted by this settlement"), paper->credits_posted);
  gram_document_add_pair (document, _ ("To pay"), to_pay, TRUE);
}

static void
add_part (GramDocument *document, const char *title, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  gram_document_add_heading (document, 2, title);
  gram_document_add_text (document, text);
}

static void
add_demands (GramDocument *document, const GramInvoicePaper *paper)
{
  g_autofree char *due_on = NULL;

  if (paper->to_pay == 0)
    return;
  due_on = gram_date_format_for_people (paper->due_on);
  add_part (document, _ ("Last day to pay"), due_on);
  add_part (document, _ ("Payable to"), paper->payable_to);
  add_part (document, _ ("How to pay"), paper->how_to_pay);
}

static void
add_annex (GramDocument *document, const GramInvoicePaper *paper)
{
  /* Translators: %s is the name of a rulebook */
  g_autofree char *text
      = g_strdup_printf (_ ("What the figures follow from, by the rulebook %s."), paper->rulebook);

  gram_document_add_annex (document, text, paper->derivation);
}

static const char *
banner_of (const GramInvoicePaper *paper)
{
  if (paper->practice)
    return _ ("Made in a practice registry: not an invoice");
  if (paper->recorded)
    return _ ("A record of what the administrator decided: not the invoice itself");

  return NULL;
}

GBytes *
gram_invoice_pdf (const GramInvoicePaper *paper, GError **error)
{
  g_autoptr (GramDocument) document = NULL;
  g_autofree char *title = NULL;
  GramDocumentInfo info = { 0 };

  g_return_val_if_fail (paper != NULL, NULL);
  g_return_val_if_fail (gram_date_is_valid (paper->given_on), NULL);
  g_return_val_if_fail (paper->to_pay == 0 || gram_date_is_valid (paper->due_on), NULL);

  title = g_strdup_printf ("%s %s", title_of (paper), paper->number);
  info.title = title;
  info.author = paper->administrator;
  info.made_on = paper->given_on;
  info.head_start = paper->administrator;
  info.head_end = title;
  info.foot = paper->registry;
  info.banner = banner_of (paper);

  document = gram_document_new (&info);
  gram_document_add_heading (document, 1, title_of (paper));
  add_facts (document, paper);
  add_demand (document, paper);
  add_calculation (document, paper);
  add_demands (document, paper);
  add_annex (document, paper);

  return gram_document_end (document, error);
}
