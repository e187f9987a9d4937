/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-difference-table.h"

#include "gram-id-list.h"
#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramDifferenceRecord, member)

static const GramField fields[] = {
  { "vehicle_id", GRAM_FIELD_INT64, AT (vehicle_id), FALSE, NULL, NULL },
  { "import_id", GRAM_FIELD_INT64, AT (import_id), FALSE, NULL, NULL },
  { "import_row", GRAM_FIELD_INT64, AT (import_row), FALSE, NULL, NULL },
  { "field", GRAM_FIELD_TEXT, AT (field), FALSE, NULL, NULL },
  { "registry_value", GRAM_FIELD_TEXT, AT (registry_value), FALSE, NULL, NULL },
  { "file_value", GRAM_FIELD_TEXT, AT (file_value), FALSE, NULL, NULL },
  { "case_id", GRAM_FIELD_REFERENCE, AT (case_id), FALSE, NULL, NULL },
  { "decision", GRAM_FIELD_WORD, AT (decision), FALSE, "difference-decision", NULL },
  { "v.label", GRAM_FIELD_JOINED, AT (label), FALSE, NULL, NULL },
  { "i.file_name", GRAM_FIELD_JOINED, AT (file_name), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "vehicle_difference",
  .from = "vehicle_difference t JOIN vehicle v ON v.id = t.vehicle_id"
          " LEFT JOIN import i ON i.id = t.import_id",
  .size = sizeof (GramDifferenceRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_difference_record_free,
};

GramDifferenceRecord *
gram_difference_record_new (void)
{
  return _gram_shape_new (&shape);
}

GramDifferenceRecord *
gram_difference_record_copy (const GramDifferenceRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_difference_record_free (GramDifferenceRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_difference_table_is_known (GramStore *store,
                                const GramDifferenceRecord *difference,
                                gboolean *known,
                                GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  gint64 found;

  g_return_val_if_fail (difference != NULL && known != NULL, FALSE);

  statement = gram_statement_prepare (
      store,
      "SELECT count (*) FROM vehicle_difference WHERE vehicle_id = $1 AND field = $2"
      " AND file_value = $3 AND decision <> 'taken' AND case_id IS NOT NULL",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, difference->vehicle_id);
  gram_statement_bind_text (statement, 2, _gram_text (difference->field));
  gram_statement_bind_text (statement, 3, _gram_text (difference->file_value));
  if (!_gram_table_int64 (statement, &found, error))
    return FALSE;
  *known = found > 0;
  return TRUE;
}

gboolean
gram_difference_table_insert (GramUnit *unit, GramDifferenceRecord *difference, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  g_return_val_if_fail (difference != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO vehicle_difference"
      " (vehicle_id, import_id, import_row, field, registry_value, file_value, case_id)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7)"
      " ON CONFLICT (vehicle_id, field, file_value) WHERE decision <> 'taken' DO UPDATE"
      " SET import_id = excluded.import_id, import_row = excluded.import_row,"
      " registry_value = excluded.registry_value, case_id = excluded.case_id"
      " WHERE vehicle_difference.case_id IS NULL RETURNING id",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, difference->vehicle_id);
  gram_statement_bind_int64 (statement, 2, difference->import_id);
  gram_statement_bind_int64 (statement, 3, difference->import_row);
  gram_statement_bind_text (statement, 4, _gram_text (difference->field));
  gram_statement_bind_text (statement, 5, _gram_text (difference->registry_value));
  gram_statement_bind_text (statement, 6, _gram_text (difference->file_value));
  _gram_table_bind_reference (statement, 7, difference->case_id);
  step = gram_statement_step (statement, error);
  difference->id = step == GRAM_STEP_ROW ? gram_statement_int64 (statement, 0) : 0;
  return step != GRAM_STEP_ERROR;
}

gboolean
gram_difference_table_decide (GramUnit *unit,
                              gint64 case_id,
                              const char *const *names,
                              GramDifferenceDecision decision,
                              gint64 *decided,
                              GError **error)
{
  g_autofree char *list = names != NULL ? _gram_text_list_json (names) : NULL;
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (decision != GRAM_DIFFERENCE_OPEN && decided != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "UPDATE vehicle_difference SET decision = $2 WHERE case_id = $1 AND decision = ''"
      " AND ($3 IS NULL OR field IN (SELECT value FROM " GRAM_SQL_IDS ("3") "))",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, case_id);
  gram_statement_bind_text (statement, 2, gram_word_for ("difference-decision", (int)decision));
  gram_statement_bind_text (statement, 3, list);
  if (!gram_statement_run (statement, error))
    return FALSE;
  *decided = gram_store_changes (gram_unit_get_store (unit));
  return TRUE;
}

GPtrArray *
gram_difference_table_list_case (GramStore *store, gint64 case_id, GError **error)
{
  return _gram_shape_list_of (&shape, store, "WHERE t.case_id = $1 ORDER BY t.id", case_id, error);
}

GPtrArray *
gram_difference_table_list (GramStore *store,
                            gint64 account_id,
                            gint64 vehicle_id,
                            guint limit,
                            GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = _gram_shape_prepare (&shape, store, "",
                                   "WHERE ($1 = 0 OR v.account_id = $1)"
                                   " AND ($2 = 0 OR t.vehicle_id = $2)"
                                   " ORDER BY t.id DESC LIMIT $3",
                                   error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_int64 (statement, 2, vehicle_id);
  gram_statement_bind_int64 (statement, 3, _gram_table_limit (limit));
  return _gram_shape_all (&shape, statement, error);
}
