/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-closing-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramClosingRecord, member)

static const GramField fields[] = {
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "kind", GRAM_FIELD_WORD, AT (kind), FALSE, "closing-kind", NULL },
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "closing-state", NULL },
  { "reason", GRAM_FIELD_TEXT, AT (reason), TRUE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, AT (reference), TRUE, NULL, NULL },
  { "opened_by", GRAM_FIELD_INT64, AT (opened_by), FALSE, NULL, NULL },
  { "opened_at", GRAM_FIELD_INT64, AT (opened_at), FALSE, NULL, NULL },
  { "object_by", GRAM_FIELD_TEXT, AT (object_by), TRUE, NULL, NULL },
  { "objection", GRAM_FIELD_TEXT, AT (objection), TRUE, NULL, NULL },
  { "objected_at", GRAM_FIELD_INT64, AT (objected_at), TRUE, NULL, NULL },
  { "delete_credits", GRAM_FIELD_INT64, AT (delete_credits), TRUE, NULL, NULL },
  { "decided_by", GRAM_FIELD_REFERENCE, AT (decided_by), TRUE, NULL, NULL },
  { "decided_at", GRAM_FIELD_INT64, AT (decided_at), TRUE, NULL, NULL },
  { "decision_reason", GRAM_FIELD_TEXT, AT (decision_reason), TRUE, NULL, NULL },
  { "o.name", GRAM_FIELD_JOINED, AT (opener), FALSE, NULL, NULL },
  { "o.email", GRAM_FIELD_JOINED, AT (opener_email), FALSE, NULL, NULL },
  { "d.name", GRAM_FIELD_JOINED, AT (decider), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "closing",
  .from = "closing t JOIN person o ON o.id = t.opened_by LEFT JOIN person d ON d.id = t.decided_by",
  .size = sizeof (GramClosingRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_closing_record_free,
};

GramClosingRecord *
gram_closing_record_new (void)
{
  GramClosingRecord *self = _gram_shape_new (&shape);

  self->kind = GRAM_CLOSING_HOLDER;
  self->state = GRAM_CLOSING_REQUESTED;
  return self;
}

GramClosingRecord *
gram_closing_record_copy (const GramClosingRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_closing_record_free (GramClosingRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_closing_table_insert (GramUnit *unit, GramClosingRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_closing_table_update (GramUnit *unit,
                           const GramClosingRecord *before,
                           const GramClosingRecord *after,
                           GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_closing_table_get (GramStore *store, gint64 id, GramClosingRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

gboolean
gram_closing_table_live (GramStore *store,
                         gint64 account_id,
                         GramClosingRecord **record,
                         GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = _gram_shape_prepare (&shape, store, "",
                                   "WHERE t.account_id = $1"
                                   " AND t.state IN ('notified', 'requested')",
                                   error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_shape_one (&shape, statement, (gpointer *)record, error);
}

GPtrArray *
gram_closing_table_list (GramStore *store, gint64 account_id, guint limit, GError **error)
{
  return _gram_shape_list_some_of (&shape, store,
                                   "WHERE t.account_id = $1 ORDER BY t.id DESC LIMIT $2",
                                   account_id, limit, error);
}

gboolean
gram_closing_table_counts (GramStore *store,
                           gint64 account_id,
                           gint64 now,
                           GramClosingCounts *counts,
                           GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  g_return_val_if_fail (counts != NULL, FALSE);

  statement = gram_statement_prepare (
      store,
      "SELECT"
      " (SELECT coalesce (sum (records), 0) FROM vehicle_total WHERE account_id = $1 AND status = 0),"
      " (SELECT coalesce (sum (records), 0) FROM vehicle_total WHERE account_id = $1 AND status = 1),"
      " (SELECT coalesce (sum (records), 0) FROM vehicle_total WHERE account_id = $1 AND attention = 2),"
      " (SELECT count (*) FROM request WHERE account_id = $1 AND state = 'pending' AND lapses_at > $2),"
      " (SELECT count (*) FROM ledger_account WHERE account_id = $1 AND role = 'holding' AND balance > 0),"
      " (SELECT count (*) FROM ledger_account WHERE account_id = $1 AND role = 'reserved' AND balance > 0),"
      " (SELECT count (*) FROM application WHERE account_id = $1 AND state IN ('approved', 'suspended'))",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_int64 (statement, 2, now);
  step = gram_statement_step (statement, error);
  g_assert (step != GRAM_STEP_DONE);
  if (step == GRAM_STEP_ERROR)
    return FALSE;
  *counts = (GramClosingCounts){
    .entered = gram_statement_int64 (statement, 0),
    .ready = gram_statement_int64 (statement, 1),
    .disputed = gram_statement_int64 (statement, 2),
    .requests = gram_statement_int64 (statement, 3),
    .holding = gram_statement_int64 (statement, 4),
    .reserved = gram_statement_int64 (statement, 5),
    .fleet_average = gram_statement_int64 (statement, 6) > 0,
  };
  return TRUE;
}
