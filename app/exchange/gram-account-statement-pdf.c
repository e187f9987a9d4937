/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-decimal.h"
#include "gram-document.h"

struct _GramAccountStatementPdf
{
  const GramStatementPaper *paper;
  GramDocument *document;
  GramDocumentInfo info;
  char *title;
  gint64 lines;
};

static const char *
banner_of (const GramStatementPaper *paper)
{
  if (paper->practice)
    return _ ("Made in a practice registry: not a statement of an account");
  if (paper->recorded)
    return _ ("From the books of the holder: not a statement of the administrator");

  return NULL;
}

/* Canonical decimals as the locale writes them, with all the decimals that they have. */
static char *
dup_amount (const char *canonical)
{
  const char *point = canonical != NULL ? strchr (canonical, '.') : NULL;
  guint scale = point != NULL ? (guint)strlen (point + 1) : 0;
  gint64 value;

  if (canonical == NULL || !gram_decimal_parse (canonical, scale, &value, NULL))
    return g_strdup (canonical);
  return gram_decimal_format_in_locale (value, scale, scale);
}

static char *
dup_period (const GramStatementPaper *paper)
{
  GramDate last = gram_date_is_valid (paper->to) ? paper->to : paper->made_on;
  g_autofree char *to = gram_date_format_for_people (last);
  g_autofree char *from = NULL;

  if (!gram_date_is_valid (paper->from))
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("until %s"), to);

  from = gram_date_format_for_people (paper->from);
  /* Translators: two days */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static void
add_facts (GramAccountStatementPdf *self)
{
  const GramStatementPaper *paper = self->paper;
  g_autofree char *period = dup_period (paper);
  g_autofree char *made_on = gram_date_format_for_people (paper->made_on);

  gram_document_begin_facts (self->document);
  gram_document_add_pair (self->document, _ ("Account"), paper->holder, FALSE);
  gram_document_add_pair (self->document, _ ("Account number"), paper->number, FALSE);
  gram_document_add_pair (self->document, _ ("Kind of account"), paper->kind, FALSE);
  gram_document_add_pair (self->document, _ ("Period"), period, FALSE);
  gram_document_add_pair (self->document, _ ("Made on"), made_on, FALSE);
}

static void
add_balances (GramDocument *document, const char *title, GPtrArray *balances)
{
  gram_document_add_heading (document, 2, title);
  if (balances == NULL || balances->len == 0)
    {
      gram_document_add_text (document, _ ("Nothing stands on the account."));
      return;
    }

  gram_document_begin_sums (document);
  for (guint i = 0; i < balances->len; i++)
    {
      const GramStatementPaperBalance *balance = balances->pdata[i];
      g_autofree char *amount = dup_amount (balance->amount);

      gram_document_add_pair (document, balance->title, amount, FALSE);
    }
}

static void
begin_lines (GramDocument *document)
{
  const GramDocumentColumn columns[] = {
    { _ ("Day"), 11, FALSE },  { _ ("What happened"), 42, FALSE }, { _ ("Reference"), 17, FALSE },
    { _ ("What"), 22, FALSE }, { _ ("Amount"), 14, TRUE },         { _ ("Balance"), 14, TRUE },
  };

  gram_document_begin_table (document, columns, G_N_ELEMENTS (columns));
}

GramAccountStatementPdf *
gram_account_statement_pdf_new (const GramStatementPaper *paper)
{
  GramAccountStatementPdf *self;

  g_return_val_if_fail (paper != NULL, NULL);
  g_return_val_if_fail (gram_date_is_valid (paper->made_on), NULL);

  self = g_new0 (GramAccountStatementPdf, 1);
  self->paper = paper;
  /* Translators: %s is the number of an account */
  self->title = g_strdup_printf (_ ("Statement of account %s"), paper->number);
  self->info = (GramDocumentInfo){ .title = self->title,
                                   .author = paper->administrator,
                                   .made_on = paper->made_on,
                                   .landscape = TRUE,
                                   .head_start = paper->holder,
                                   .head_end = self->title,
                                   .foot = paper->registry,
                                   .banner = banner_of (paper) };
  self->document = gram_document_new (&self->info);
  gram_document_add_heading (self->document, 1, _ ("Statement of account"));
  add_facts (self);
  add_balances (self->document, _ ("Opening balances"), paper->opening);
  gram_document_add_heading (self->document, 2, _ ("What happened"));

  return self;
}

void
gram_account_statement_pdf_free (GramAccountStatementPdf *self)
{
  if (self == NULL)
    return;

  gram_document_free (self->document);
  g_free (self->title);
  g_free (self);
}

void
gram_account_statement_pdf_add (GramAccountStatementPdf *self, const GramStatementPaperLine *line)
{
  g_autofree char *day = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *balance = NULL;

  g_return_if_fail (self != NULL && line != NULL);

  if (self->lines++ == 0)
    begin_lines (self->document);
  day = gram_date_format (line->day);
  amount = dup_amount (line->amount);
  balance = dup_amount (line->balance);
  {
    const char *cells[]
        = { day, line->sentence, line->reference, line->unit_title, amount, balance };

    gram_document_add_row (self->document, cells, FALSE);
  }
}

GBytes *
gram_account_statement_pdf_finish (GramAccountStatementPdf *self,
                                   GCancellable *cancellable,
                                   GError **error)
{
  const GramStatementPaper *paper;
  g_autofree char *entries = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  paper = self->paper;
  self->info.cancellable = cancellable;
  entries = gram_decimal_format_in_locale (paper->entries, 0, 0);
  if (self->lines == 0)
    gram_document_add_text (self->document, _ ("Nothing happened in this period."));
  add_balances (self->document, _ ("Closing balances"), paper->closing);
  text = g_strdup_printf (
      /* Translators: a number of entries, and the hash of the last one */
      g_dngettext (
          GETTEXT_PACKAGE,
          "The journal of the registry had %s entry when this statement was made. Its hash, over it "
          "and all before it, is %s.",
          "The journal of the registry had %s entries when this statement was made. The hash of the "
          "last one, over it and all before it, is %s.",
          (gulong)paper->entries),
      entries, paper->hash);
  gram_document_add_heading (self->document, 2, _ ("Journal"));
  gram_document_add_text (self->document, text);

  return gram_document_end (self->document, error);
}
