/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-document.h"

#include <glib/gi18n-lib.h>

static const GramDocumentColumn fact_columns[] = {
  { NULL, 30, FALSE },
  { NULL, 70, FALSE },
};

static const GramDocumentColumn sum_columns[] = {
  { NULL, 70, FALSE },
  { NULL, 30, TRUE },
};

void
gram_document_begin_facts (GramDocument *self)
{
  gram_document_begin_table (self, fact_columns, G_N_ELEMENTS (fact_columns));
}

void
gram_document_begin_sums (GramDocument *self)
{
  gram_document_begin_table (self, sum_columns, G_N_ELEMENTS (sum_columns));
}

void
gram_document_add_pair (GramDocument *self, const char *title, const char *value, gboolean strong)
{
  const char *cells[] = { title, value };

  if (value != NULL && *value != '\0')
    gram_document_add_row (self, cells, strong);
}

void
gram_document_add_annex (GramDocument *self, const char *text, GPtrArray *derivation)
{
  const GramDocumentColumn columns[] = {
    { _ ("Figure"), 25, FALSE },
    { _ ("Value"), 18, TRUE },
    { _ ("How it was reckoned"), 37, FALSE },
    { _ ("Article"), 20, FALSE },
  };

  if (derivation == NULL || derivation->len == 0)
    return;
  gram_document_break (self);
  gram_document_add_heading (self, 2, _ ("Annex: how the figures were derived"));
  gram_document_add_text (self, text);
  gram_document_begin_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < derivation->len; i++)
    {
      const GramDerivationLine *line = derivation->pdata[i];
      const char *cells[] = { line->title, line->value, line->formula, line->article };

      gram_document_add_row (self, cells, FALSE);
    }
}
