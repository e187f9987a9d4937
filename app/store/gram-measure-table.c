/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-measure-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramMeasureRecord, member)

static const GramField fields[] = {
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "kind", GRAM_FIELD_WORD, AT (kind), FALSE, "measure-kind", NULL },
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "measure-state", NULL },
  { "ground", GRAM_FIELD_WORD, AT (ground), TRUE, "measure-ground", NULL },
  { "reason", GRAM_FIELD_TEXT, AT (reason), TRUE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, AT (reference), TRUE, NULL, NULL },
  { "notified_at", GRAM_FIELD_INT64, AT (notified_at), TRUE, NULL, NULL },
  { "remedy_by", GRAM_FIELD_TEXT, AT (remedy_by), TRUE, NULL, NULL },
  { "began_at", GRAM_FIELD_INT64, AT (began_at), TRUE, NULL, NULL },
  { "until", GRAM_FIELD_TEXT, AT (until), TRUE, NULL, NULL },
  { "ended_at", GRAM_FIELD_INT64, AT (ended_at), TRUE, NULL, NULL },
  { "end_reason", GRAM_FIELD_TEXT, AT (end_reason), TRUE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "measure",
  .from = "measure t",
  .size = sizeof (GramMeasureRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_measure_record_free,
};

GramMeasureRecord *
gram_measure_record_new (void)
{
  GramMeasureRecord *self = _gram_shape_new (&shape);

  self->kind = GRAM_MEASURE_SUSPENSION;
  self->state = GRAM_MEASURE_NOTIFIED;
  return self;
}

GramMeasureRecord *
gram_measure_record_copy (const GramMeasureRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_measure_record_free (GramMeasureRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_measure_table_insert (GramUnit *unit, GramMeasureRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_measure_table_update (GramUnit *unit,
                           const GramMeasureRecord *before,
                           const GramMeasureRecord *after,
                           GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_measure_table_get (GramStore *store, gint64 id, GramMeasureRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

gboolean
gram_measure_table_live (GramStore *store,
                         gint64 account_id,
                         GramMeasureKind kind,
                         GramMeasureRecord **record,
                         GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = _gram_shape_prepare (&shape, store, "",
                                   "WHERE t.account_id = $1 AND t.kind = $2"
                                   " AND t.state IN ('notified', 'in-force')",
                                   error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_text (statement, 2, gram_word_for ("measure-kind", (int)kind));
  return _gram_shape_one (&shape, statement, (gpointer *)record, error);
}

GPtrArray *
gram_measure_table_list (GramStore *store, gint64 account_id, guint limit, GError **error)
{
  return _gram_shape_list_some_of (&shape, store,
                                   "WHERE t.account_id = $1 ORDER BY t.id DESC LIMIT $2",
                                   account_id, limit, error);
}

GPtrArray *
gram_measure_table_due (GramStore *store,
                        gint64 account_id,
                        const char *today_ccs,
                        const char *today_ccts,
                        GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (today_ccs != NULL && today_ccts != NULL, NULL);

  statement = _gram_shape_prepare (
      &shape, store, "",
      "JOIN account a ON a.id = t.account_id WHERE t.state = 'in-force' AND t.until <> ''"
      " AND t.until < CASE WHEN a.kind = 'ccts' THEN $3 ELSE $2 END AND ($1 = 0 OR t.account_id = $1)"
      " ORDER BY t.until, t.id",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_text (statement, 2, today_ccs);
  gram_statement_bind_text (statement, 3, today_ccts);
  return _gram_shape_all (&shape, statement, error);
}
