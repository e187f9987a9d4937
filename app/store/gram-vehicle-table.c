/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-table.h"

#include "gram-id-list.h"
#include "gram-table-private.h"
#include "gram-vehicle-columns.h"

#define MAX_PAGE 1000

static gpointer
read_record (GramStatement *statement, GError **error)
{
  return _gram_vehicle_read (statement);
}

GPtrArray *
gram_vehicle_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error)
{
  static char *sql;
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);
  g_return_val_if_fail (n_ids <= MAX_PAGE, NULL);

  if (g_once_init_enter_pointer (&sql))
    g_once_init_leave_pointer (&sql,
                               g_strconcat (_gram_vehicle_select (),
                                            " JOIN " GRAM_SQL_IDS ("1") " AS place",
                                            " ON place.value = v.id ORDER BY place.key", NULL));
  statement = gram_statement_prepare (store, sql, error);
  if (statement == NULL)
    return NULL;
  _gram_id_list_bind (statement, 1, ids, n_ids);
  return _gram_table_all (statement, read_record, (GDestroyNotify)gram_vehicle_record_free, error);
}

gboolean
gram_vehicle_table_get (GramStore *store, gint64 id, GramVehicleRecord **record, GError **error)
{
  static char *sql;
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  if (g_once_init_enter_pointer (&sql))
    g_once_init_leave_pointer (&sql,
                               g_strconcat (_gram_vehicle_select (), " WHERE v.id = $1", NULL));
  statement = gram_statement_prepare (store, sql, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  return _gram_table_one (statement, read_record, (gpointer *)record, error);
}

/* Steps a statement that answers at most one id; 0 if none. */
static gboolean
find_id (GramStatement *statement, gint64 *id, GError **error)
{
  GramStep step = gram_statement_step (statement, error);

  *id = step == GRAM_STEP_ROW ? gram_statement_int64 (statement, 0) : 0;
  return step != GRAM_STEP_ERROR;
}

static gboolean
find_by_vin (GramStore *store, const GramVehicleRecord *wanted, gint64 *id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store, "SELECT id FROM vehicle WHERE vin = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_static_text (statement, 1, wanted->vin);
  return find_id (statement, id, error);
}

static gboolean
find_by_chassis (GramStore *store, const GramVehicleRecord *wanted, gint64 *id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement
      = gram_statement_prepare (store, "SELECT id FROM vehicle WHERE chassis_key = $1", error);
  if (statement == NULL)
    return FALSE;
  _gram_vehicle_bind_chassis_key (wanted, statement, 1);
  return find_id (statement, id, error);
}

static gboolean
find_by_register_key (GramStore *store, const GramVehicleRecord *wanted, gint64 *id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store, "SELECT id FROM vehicle WHERE account_id = $1 AND register_key = $2", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, wanted->account_id);
  gram_statement_bind_static_text (statement, 2, wanted->register_key);
  return find_id (statement, id, error);
}

gboolean
gram_vehicle_table_find (GramStore *store,
                         const GramVehicleRecord *wanted,
                         gint64 *by_vin,
                         gint64 *by_other,
                         GError **error)
{
  g_return_val_if_fail (wanted != NULL && by_vin != NULL && by_other != NULL, FALSE);

  *by_vin = 0;
  *by_other = 0;
  if (wanted->vin != NULL && !find_by_vin (store, wanted, by_vin, error))
    return FALSE;
  if (wanted->chassis != NULL && !find_by_chassis (store, wanted, by_other, error))
    return FALSE;
  if (*by_other != 0 || wanted->register_key == NULL)
    return TRUE;
  return find_by_register_key (store, wanted, by_other, error);
}

gboolean
gram_vehicle_table_insert (GramUnit *unit,
                           GramVehicleRecord *record,
                           gint64 import_id,
                           GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  const GramVehicleColumn *columns;
  gsize n_columns;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = gram_statement_prepare (gram_unit_get_store (unit), _gram_vehicle_insert (), error);
  if (statement == NULL)
    return FALSE;
  columns = _gram_vehicle_columns (&n_columns);
  for (gsize i = 0; i < n_columns; i++)
    _gram_vehicle_bind (&columns[i], record, statement, (guint)i + 1);
  _gram_table_bind_reference (statement, (guint)n_columns + 1, import_id);
  if (!_gram_table_insert (unit, statement, &record->id, error))
    return FALSE;
  _gram_vehicle_add_total (unit, record, 1);
  gram_unit_touch_vehicle (unit, record->id, TRUE);
  return TRUE;
}
