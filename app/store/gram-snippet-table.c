/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-snippet-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramSnippetRecord, member)

static const GramField fields[] = {
  { "title", GRAM_FIELD_TEXT, AT (title), TRUE, NULL, NULL },
  { "text", GRAM_FIELD_TEXT, AT (text), TRUE, NULL, NULL },
  { "kind", GRAM_FIELD_WORD, AT (kind), TRUE, "case-kind", NULL },
  { "active", GRAM_FIELD_INT, AT (active), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, AT (version), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "snippet",
  .from = "snippet t",
  .size = sizeof (GramSnippetRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_snippet_record_free,
};

GramSnippetRecord *
gram_snippet_record_new (void)
{
  GramSnippetRecord *self = _gram_shape_new (&shape);

  self->active = TRUE;
  self->version = 1;
  return self;
}

GramSnippetRecord *
gram_snippet_record_copy (const GramSnippetRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_snippet_record_free (GramSnippetRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_snippet_table_insert (GramUnit *unit, GramSnippetRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_snippet_table_update (GramUnit *unit,
                           const GramSnippetRecord *before,
                           const GramSnippetRecord *after,
                           GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_snippet_table_get (GramStore *store, gint64 id, GramSnippetRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_snippet_table_list (GramStore *store, GramCaseKind kind, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = _gram_shape_prepare (&shape, store, "",
                                   "WHERE t.active = 1 AND ($1 = '' OR t.kind IN ('', $1))"
                                   " ORDER BY t.title COLLATE NOCASE, t.id",
                                   error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_text (statement, 1, kind != 0 ? gram_word_for ("case-kind", (int)kind) : "");
  return _gram_shape_all (&shape, statement, error);
}
