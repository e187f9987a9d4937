/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-transfer-table.h"

#include "gram-shape-private.h"

#define CREDIT_TRANSFER_AT(member) G_STRUCT_OFFSET (GramCreditTransferRecord, member)

static const GramField credit_transfer_fields[] = {
  { "state", GRAM_FIELD_WORD, CREDIT_TRANSFER_AT (state), TRUE, "credit-transfer-state", NULL },
  { "from_account", GRAM_FIELD_REFERENCE, CREDIT_TRANSFER_AT (from_account), FALSE, NULL, NULL },
  { "to_account", GRAM_FIELD_REFERENCE, CREDIT_TRANSFER_AT (to_account), FALSE, NULL, NULL },
  { "from_number", GRAM_FIELD_TEXT, CREDIT_TRANSFER_AT (from_number), FALSE, NULL, NULL },
  { "from_name", GRAM_FIELD_TEXT, CREDIT_TRANSFER_AT (from_name), FALSE, NULL, NULL },
  { "from_kind", GRAM_FIELD_WORD, CREDIT_TRANSFER_AT (from_kind), FALSE, "account-kind", NULL },
  { "to_number", GRAM_FIELD_TEXT, CREDIT_TRANSFER_AT (to_number), FALSE, NULL, NULL },
  { "to_name", GRAM_FIELD_TEXT, CREDIT_TRANSFER_AT (to_name), FALSE, NULL, NULL },
  { "to_kind", GRAM_FIELD_WORD, CREDIT_TRANSFER_AT (to_kind), FALSE, "account-kind", NULL },
  { "credits", GRAM_FIELD_INT64, CREDIT_TRANSFER_AT (credits), FALSE, NULL, NULL },
  { "received", GRAM_FIELD_INT64, CREDIT_TRANSFER_AT (received), FALSE, NULL, NULL },
  { "used_per_new", GRAM_FIELD_INT, CREDIT_TRANSFER_AT (used_per_new), FALSE, NULL, NULL },
  { "rulebook_id", GRAM_FIELD_INT64, CREDIT_TRANSFER_AT (rulebook_id), FALSE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, CREDIT_TRANSFER_AT (reference), FALSE, NULL, NULL },
  { "offered_by", GRAM_FIELD_INT64, CREDIT_TRANSFER_AT (offered_by), FALSE, NULL, NULL },
  { "offered_at", GRAM_FIELD_INT64, CREDIT_TRANSFER_AT (offered_at), FALSE, NULL, NULL },
  { "lapses_on", GRAM_FIELD_TEXT, CREDIT_TRANSFER_AT (lapses_on), FALSE, NULL, NULL },
  { "ended_by", GRAM_FIELD_REFERENCE, CREDIT_TRANSFER_AT (ended_by), TRUE, NULL, NULL },
  { "ended_at", GRAM_FIELD_INT64, CREDIT_TRANSFER_AT (ended_at), TRUE, NULL, NULL },
  { "end_reason", GRAM_FIELD_TEXT, CREDIT_TRANSFER_AT (end_reason), TRUE, NULL, NULL },
  { "posting_id", GRAM_FIELD_REFERENCE, CREDIT_TRANSFER_AT (posting_id), TRUE, NULL, NULL },
  { "end_posting_id", GRAM_FIELD_REFERENCE, CREDIT_TRANSFER_AT (end_posting_id), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, CREDIT_TRANSFER_AT (version), FALSE, NULL, NULL },
  { "o.name", GRAM_FIELD_JOINED, CREDIT_TRANSFER_AT (offerer), FALSE, NULL, NULL },
  { "e.name", GRAM_FIELD_JOINED, CREDIT_TRANSFER_AT (ender), FALSE, NULL, NULL },
  { "b.version", GRAM_FIELD_JOINED, CREDIT_TRANSFER_AT (rulebook), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (CREDIT_TRANSFER_AT (id) == 0);

static const GramShape credit_transfer_shape = {
  .table = "credit_transfer",
  .from
  = "credit_transfer t JOIN person o ON o.id = t.offered_by LEFT JOIN person e ON e.id = t.ended_by LEFT JOIN rulebook b ON b.id = t.rulebook_id",
  .size = sizeof (GramCreditTransferRecord),
  .fields = credit_transfer_fields,
  .n_fields = G_N_ELEMENTS (credit_transfer_fields),
  .counts_changes = TRUE,
  .free_record = (GDestroyNotify)gram_credit_transfer_record_free,
};

GramCreditTransferRecord *
gram_credit_transfer_record_new (void)
{
  GramCreditTransferRecord *self = _gram_shape_new (&credit_transfer_shape);

  self->state = GRAM_CREDIT_TRANSFER_OFFERED;
  self->used_per_new = 1;
  self->version = 1;
  return self;
}

GramCreditTransferRecord *
gram_credit_transfer_record_copy (const GramCreditTransferRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&credit_transfer_shape, self);
}

void
gram_credit_transfer_record_free (GramCreditTransferRecord *self)
{
  _gram_shape_free (&credit_transfer_shape, self);
}

gboolean
gram_credit_transfer_table_insert (GramUnit *unit, GramCreditTransferRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&credit_transfer_shape, unit, record, error);
}

gboolean
gram_credit_transfer_table_update (GramUnit *unit,
                                   const GramCreditTransferRecord *before,
                                   const GramCreditTransferRecord *after,
                                   GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&credit_transfer_shape, unit, before, after, error);
}

gboolean
gram_credit_transfer_table_get (GramStore *store,
                                gint64 id,
                                GramCreditTransferRecord **record,
                                GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&credit_transfer_shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_credit_transfer_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error)
{
  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);

  return _gram_shape_page (&credit_transfer_shape, store, ids, n_ids, error);
}

GPtrArray *
gram_credit_transfer_table_live (GramStore *store, gint64 account_id, GError **error)
{
  return _gram_shape_list_by (
      &credit_transfer_shape, store,
      "WHERE t.state = 'offered' AND (t.from_account = $1 OR t.to_account = $1) ORDER BY t.id",
      (const gint64[]){ account_id }, 1, error);
}

GPtrArray *
gram_credit_transfer_table_due (GramStore *store, const char *today, guint limit, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (today != NULL, NULL);

  statement = _gram_shape_prepare (
      &credit_transfer_shape, store, "",
      "WHERE t.state = 'offered' AND t.lapses_on < $1 ORDER BY t.lapses_on, t.id LIMIT $2", error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_text (statement, 1, today);
  gram_statement_bind_int64 (statement, 2, _gram_table_limit (limit));
  return _gram_shape_all (&credit_transfer_shape, statement, error);
}

gboolean
gram_credit_transfer_table_insert_line (GramUnit *unit,
                                        gint64 transfer_id,
                                        const GramCreditTransferLine *line,
                                        GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (line != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO credit_transfer_line (transfer_id, year, credits, received) VALUES ($1, $2, $3, $4)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, transfer_id);
  gram_statement_bind_int64 (statement, 2, line->year);
  gram_statement_bind_int64 (statement, 3, line->credits);
  gram_statement_bind_int64 (statement, 4, line->received);
  return gram_statement_run (statement, error);
}

GArray *
gram_credit_transfer_table_lines (GramStore *store, gint64 transfer_id, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (GramCreditTransferLine));
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (
      store,
      "SELECT year, credits, received FROM credit_transfer_line WHERE transfer_id = $1 ORDER BY year",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, transfer_id);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      GramCreditTransferLine line = {
        (int)gram_statement_int64 (statement, 0),
        gram_statement_int64 (statement, 1),
        gram_statement_int64 (statement, 2),
      };

      g_array_append_val (lines, line);
    }
  return step == GRAM_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

gboolean
gram_credit_transfer_table_sums (GramStore *store,
                                 gint64 account_id,
                                 GramCreditTransferSums *sums,
                                 GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (sums != NULL, FALSE);

  *sums = (GramCreditTransferSums){ 0 };
  statement = gram_statement_prepare (
      store,
      "SELECT count (*) FILTER (WHERE from_account = $1), coalesce (sum (credits) FILTER (WHERE from_account = $1), 0),"
      " count (*) FILTER (WHERE to_account = $1), coalesce (sum (received) FILTER (WHERE to_account = $1), 0)"
      " FROM credit_transfer WHERE state = 'offered' AND (from_account = $1 OR to_account = $1)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  if (gram_statement_step (statement, error) != GRAM_STEP_ROW)
    return FALSE;
  sums->out = gram_statement_int64 (statement, 0);
  sums->out_credits = gram_statement_int64 (statement, 1);
  sums->in = gram_statement_int64 (statement, 2);
  sums->in_received = gram_statement_int64 (statement, 3);
  return TRUE;
}
