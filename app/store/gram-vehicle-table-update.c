/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-table.h"

#include "gram-account-table.h"
#include "gram-table-private.h"
#include "gram-vehicle-columns.h"

/* At least as many as there are columns. */
#define MAX_COLUMNS 48

typedef struct
{
  const GramVehicleColumn *columns[MAX_COLUMNS];
  guint n_columns;
  gboolean searched;
} ChangedColumns;

static void
find_changed (ChangedColumns *changed,
              const GramVehicleRecord *before,
              const GramVehicleRecord *after)
{
  const GramVehicleColumn *columns;
  gsize n_columns;

  *changed = (ChangedColumns){ 0 };
  columns = _gram_vehicle_columns (&n_columns);
  g_assert (n_columns <= MAX_COLUMNS);
  for (gsize i = 0; i < n_columns; i++)
    {
      /* The version is raised here, whatever the caller thinks it is. */
      if (columns[i].offset == G_STRUCT_OFFSET (GramVehicleRecord, version)
          || _gram_vehicle_column_equal (&columns[i], before, after))
        continue;
      changed->columns[changed->n_columns++] = &columns[i];
      changed->searched |= columns[i].searched;
    }
}

static gboolean
leaves_acceptance (const GramVehicleRecord *before, const GramVehicleRecord *after)
{
  return before->status == GRAM_VEHICLE_ACCEPTED && after->status != GRAM_VEHICLE_ACCEPTED;
}

/* The texts are few: a file differs from the registry in the same columns, row after row. */
static gboolean
write_changed (GramUnit *unit,
               const ChangedColumns *changed,
               const GramVehicleRecord *before,
               const GramVehicleRecord *after,
               GError **error)
{
  g_autoptr (GString) sql = g_string_new ("UPDATE vehicle SET version = version + 1");
  g_autoptr (GramStatement) statement = NULL;

  /* Who accepted is no column of the record: it is written by acceptance alone. */
  if (leaves_acceptance (before, after))
    g_string_append (sql, ", accepted_by = NULL");
  for (guint i = 0; i < changed->n_columns; i++)
    g_string_append_printf (sql, ", %s = $%u", changed->columns[i]->name, i + 3);
  g_string_append (sql, " WHERE id = $1 AND version = $2");
  statement = gram_statement_prepare (gram_unit_get_store (unit), sql->str, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, before->id);
  gram_statement_bind_int64 (statement, 2, before->version);
  for (guint i = 0; i < changed->n_columns; i++)
    _gram_vehicle_bind (changed->columns[i], after, statement, i + 3);
  return _gram_table_change_one (unit, statement, "vehicle", error);
}

/* What the history says of a column. */
static char *
history_text (GramStore *store,
              const GramVehicleColumn *column,
              const GramVehicleRecord *record,
              GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;

  if (column->kind != GRAM_COLUMN_ACCOUNT)
    return _gram_vehicle_column_text (column, record);
  if (!gram_account_table_get (store, record->account_id, &account, error))
    return NULL;
  return g_strdup (account != NULL ? account->number : "");
}

static gboolean
write_history (GramUnit *unit,
               const ChangedColumns *changed,
               const GramVehicleRecord *before,
               const GramVehicleRecord *after,
               gint64 journal_id,
               gint64 import_id,
               gint64 import_row,
               GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement
      = gram_statement_prepare (gram_unit_get_store (unit),
                                "INSERT INTO vehicle_history (vehicle_id, version, journal_id,"
                                " import_id, import_row, field, old_value, new_value)"
                                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                                error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < changed->n_columns; i++)
    {
      const GramVehicleColumn *column = changed->columns[i];
      g_autofree char *old_value = NULL;
      g_autofree char *new_value = NULL;

      if (column->field == NULL)
        continue;
      old_value = history_text (gram_unit_get_store (unit), column, before, error);
      new_value = old_value != NULL
                      ? history_text (gram_unit_get_store (unit), column, after, error)
                      : NULL;
      if (new_value == NULL)
        return FALSE;
      gram_statement_bind_int64 (statement, 1, before->id);
      gram_statement_bind_int64 (statement, 2, before->version + 1);
      gram_statement_bind_int64 (statement, 3, journal_id);
      _gram_table_bind_reference (statement, 4, import_id);
      _gram_table_bind_reference (statement, 5, import_row);
      gram_statement_bind_static_text (statement, 6, column->field);
      gram_statement_bind_static_text (statement, 7, old_value);
      gram_statement_bind_static_text (statement, 8, new_value);
      if (!gram_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_vehicle_table_update (GramUnit *unit,
                           const GramVehicleRecord *before,
                           const GramVehicleRecord *after,
                           gint64 journal_id,
                           gint64 import_id,
                           gint64 import_row,
                           GError **error)
{
  ChangedColumns changed;

  g_return_val_if_fail (before != NULL && after != NULL, FALSE);
  g_return_val_if_fail (before->id > 0 && before->id == after->id, FALSE);

  find_changed (&changed, before, after);
  if (changed.n_columns == 0)
    return TRUE;
  if (!write_changed (unit, &changed, before, after, error)
      || !write_history (unit, &changed, before, after, journal_id, import_id, import_row, error))
    return FALSE;
  _gram_vehicle_add_total (unit, before, -1);
  _gram_vehicle_add_total (unit, after, 1);
  if (changed.searched)
    gram_unit_touch_vehicle (unit, before->id, FALSE);
  return TRUE;
}
