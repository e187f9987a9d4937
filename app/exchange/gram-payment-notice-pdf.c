/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notice-pdf.h"

#include <glib/gi18n-lib.h>

#include "gram-decimal.h"

#define SCALE_ACTIVITY 3

static char *
dup_pounds (gint64 pence)
{
  g_autofree char *amount
      = gram_decimal_format_in_locale (pence, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);

  /* Translators: %s is an amount of pounds sterling */
  return g_strdup_printf (_ ("£%s"), amount);
}

static char *
dup_members (GPtrArray *members)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; members != NULL && i < members->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", (const char *)members->pdata[i]);

  return g_string_free_and_steal (g_steal_pointer (&lines));
}

/* Who, to whom, when. */
static void
add_facts (GramDocument *document, const GramPaymentNoticePaper *paper)
{
  g_autofree char *given_on = gram_date_format_for_people (paper->given_on);
  g_autofree char *year = g_strdup_printf ("%d", paper->year);
  g_autofree char *members = dup_members (paper->members);

  gram_document_begin_facts (document);
  gram_document_add_pair (document, _ ("Number of this notice"), paper->number, FALSE);
  gram_document_add_pair (document, _ ("Given on"), given_on, FALSE);
  gram_document_add_pair (document, _ ("To"), paper->holder, FALSE);
  gram_document_add_pair (document, _ ("Account number"), paper->account_number, FALSE);
  gram_document_add_pair (document, _ ("For the pool"), paper->pool, FALSE);
  gram_document_add_pair (document, _ ("Members of the pool"), members, FALSE);
  gram_document_add_pair (document, _ ("Scheme year"), year, FALSE);
  gram_document_add_pair (document, _ ("Given by"), paper->administrator, FALSE);
  gram_document_add_pair (document, C_ ("document", "Reference"), paper->reference, FALSE);
}

static void
add_demand (GramDocument *document, const GramPaymentNoticePaper *paper)
{
  g_autofree char *amount = dup_pounds (paper->amount);
  g_autofree char *due_on = gram_date_format_for_people (paper->due_on);
  g_autofree char *text = NULL;

  text = g_strdup_printf (
      /* Translators: a participant, a year, an amount, a day */
      _ ("Under article 39 of the Vehicle Emissions Trading Schemes Order 2023, %s has to make a "
         "payment because it did not account for all of its activity in the scheme year %d by "
         "surrendering CCTS allowances. The payment is %s. It has to be made by %s."),
      paper->holder, paper->year, amount, due_on);
  gram_document_add_text (document, text);
}

/* Art. 39(5)(a): the amount and how it is calculated. */
static void
add_calculation (GramDocument *document, const GramPaymentNoticePaper *paper)
{
  g_autofree char *activity
      = gram_decimal_format_in_locale (paper->activity, SCALE_ACTIVITY, SCALE_ACTIVITY);
  g_autofree char *surrendered = gram_decimal_format_in_locale (paper->surrendered, 0, 0);
  g_autofree char *shortfall
      = gram_decimal_format_in_locale (paper->shortfall, SCALE_ACTIVITY, SCALE_ACTIVITY);
  g_autofree char *per_unit = dup_pounds (paper->per_unit);
  g_autofree char *amount = dup_pounds (paper->amount);

  gram_document_add_heading (document, 2, _ ("1. Amount of the payment and how it is calculated"));
  gram_document_begin_sums (document);
  gram_document_add_pair (document, _ ("Units of activity in the scheme year (article 36)"),
                          activity, FALSE);
  gram_document_add_pair (document, _ ("Allowances surrendered in time (article 38)"), surrendered,
                          FALSE);
  gram_document_add_pair (document, _ ("Units that are not accounted for (article 39(1))"),
                          shortfall, FALSE);
  gram_document_add_pair (document, _ ("Payment for each unit (article 39(2))"), per_unit, FALSE);
  gram_document_add_pair (document, _ ("Payment, to the nearest penny (article 39(3))"), amount,
                          TRUE);
}

static void
add_part (GramDocument *document, const char *title, const char *text)
{
  gram_document_add_heading (document, 2, title);
  gram_document_add_text (document, text);
}

/* Art. 39(5)(b) to (e). */
static void
add_demands (GramDocument *document, const GramPaymentNoticePaper *paper)
{
  g_autofree char *due_on = gram_date_format_for_people (paper->due_on);
  /* Translators: %s is a day */
  g_autofree char *due = g_strdup_printf (_ ("Payment has to be made by %s."), due_on);
  /* Translators: %s says to whom */
  g_autofree char *payable
      = g_strdup_printf (_ ("Payment has to be made to the administrator: %s"), paper->payable_to);

  add_part (document, _ ("2. Date by which payment has to be made"), due);
  add_part (document, _ ("3. To whom payment has to be made"), payable);
  add_part (document, _ ("4. How payment has to be made"), paper->how_to_pay);
  add_part (document, _ ("5. Rights of appeal"), paper->appeal_rights);
}

static void
add_annex (GramDocument *document, const GramPaymentNoticePaper *paper)
{
  /* Translators: %s is the name of a rulebook */
  g_autofree char *text
      = g_strdup_printf (_ ("Every figure of this notice with the numbers that it follows from, by "
                            "the rulebook %s."),
                         paper->rulebook);

  gram_document_add_annex (document, text, paper->derivation);
}

static const char *
banner_of (const GramPaymentNoticePaper *paper)
{
  if (paper->practice)
    return _ ("Made in a practice registry: not a payment notice");
  if (paper->recorded)
    return _ ("A record of what the administrator decided: not the payment notice itself");

  return NULL;
}

GBytes *
gram_payment_notice_pdf (const GramPaymentNoticePaper *paper, GError **error)
{
  g_autoptr (GramDocument) document = NULL;
  g_autofree char *title = NULL;
  GramDocumentInfo info = { 0 };

  g_return_val_if_fail (paper != NULL, NULL);
  g_return_val_if_fail (gram_date_is_valid (paper->given_on), NULL);
  g_return_val_if_fail (gram_date_is_valid (paper->due_on), NULL);

  /* Translators: %s is the number of a payment notice */
  title = g_strdup_printf (_ ("Payment notice %s"), paper->number);
  info.title = title;
  info.author = paper->administrator;
  info.made_on = paper->given_on;
  info.head_start = paper->administrator;
  info.head_end = title;
  info.foot = paper->registry;
  info.banner = banner_of (paper);

  document = gram_document_new (&info);
  gram_document_add_heading (document, 1, _ ("Payment notice"));
  add_facts (document, paper);
  add_demand (document, paper);
  add_calculation (document, paper);
  add_demands (document, paper);
  add_annex (document, paper);

  return gram_document_end (document, error);
}
