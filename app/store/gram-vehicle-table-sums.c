/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-table.h"

#include "gram-id-list.h"
#include "gram-vehicle-query.h"
#include "gram-vehicle-sql.h"

static gboolean
add_answer (GramStatement *statement, GramVehicleSums *sums, GError **error)
{
  if (gram_statement_step (statement, error) != GRAM_STEP_ROW)
    return FALSE;
  sums->records += gram_statement_int64 (statement, 0);
  sums->units += gram_statement_int64 (statement, 1);
  sums->units_co2 += gram_statement_int64 (statement, 2);
  sums->co2_sum += gram_statement_int64 (statement, 3);
  return TRUE;
}

static gboolean
add_listed (GramStore *store, const GArray *ids, GramVehicleSums *sums, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store,
                                      "SELECT " GRAM_TOTAL_COLUMNS " FROM vehicle"
                                      " WHERE id IN (SELECT value FROM " GRAM_SQL_IDS ("1") ")",
                                      error);
  if (statement == NULL)
    return FALSE;
  for (guint start = 0; start < ids->len; start += GRAM_IDS_AT_ONCE)
    {
      _gram_id_list_bind (statement, 1, &g_array_index (ids, gint64, start),
                          MIN (ids->len - start, GRAM_IDS_AT_ONCE));
      if (!add_answer (statement, sums, error))
        return FALSE;
      gram_statement_reset (statement);
    }
  return TRUE;
}

gboolean
gram_vehicle_table_sums (GramStore *store,
                         const GramVehicleQuery *query,
                         GramVehicleSums *sums,
                         GError **error)
{
  g_autoptr (GramVehicleSearch) search = NULL;
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (query != NULL && sums != NULL, FALSE);

  *sums = (GramVehicleSums){ 0 };
  search = _gram_vehicle_search_new (query->search);
  if (search != NULL || _gram_vehicle_query_is_narrow (query))
    {
      g_autoptr (GArray) ids = gram_vehicle_table_ids (store, query, 0, error);

      return ids != NULL && add_listed (store, ids, sums, error);
    }
  statement
      = gram_statement_prepare (store,
                                "SELECT " GRAM_TOTAL_COLUMNS " FROM vehicle WHERE account_id = $1"
                                " AND (($2 >> status) & 1) = 1 AND (($3 >> attention) & 1) = 1",
                                error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, query->account_id);
  gram_statement_bind_int64 (statement, 2, _gram_vehicle_query_statuses (query));
  gram_statement_bind_int64 (statement, 3, _gram_vehicle_query_attentions (query));
  return add_answer (statement, sums, error);
}
