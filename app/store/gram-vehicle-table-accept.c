/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-table.h"

#include "gram-id-list.h"
#include "gram-table-private.h"
#include "gram-vehicle-accept-private.h"
#include "gram-vehicle-query.h"
#include "gram-vehicle-sql.h"

/* A step from one status to the next, set-wise: its cells of the totals are added up, then its rows are written. The two
 * statements see the same rows, as nobody else writes in between. */
typedef struct
{
  const char *cells;
  const char *update;
} StepSql;

#define CELLS "SELECT period, attention, " GRAM_TOTAL_COLUMNS " FROM vehicle"
#define GROUPS " GROUP BY period, attention"
#define ACCEPT                                                                                      \
  "UPDATE vehicle SET status = 2, accepted_at = $2, accepted_by = $3, accepted_automatically = $4," \
  " rulebook_id = $5, version = version + 1"
#define MARK_READY "UPDATE vehicle SET status = 1, ready_at = $2, version = version + 1"
#define IN_LIST(list)                                                                              \
  " WHERE id IN (SELECT value FROM " GRAM_SQL_IDS (list) ") AND +account_id = $1"
#define IS_READY " AND status = 1 AND attention = 0"
#define IS_LISTED_READY " AND +status = 1 AND +attention = 0"
#define IS_LISTED_ENTERED " AND +status = 0"

static const StepSql accept_all = {
  CELLS " WHERE account_id = $1" IS_READY GROUPS,
  ACCEPT " WHERE account_id = $1" IS_READY,
};

static const StepSql accept_listed = {
  CELLS IN_LIST ("2") IS_LISTED_READY GROUPS,
  ACCEPT IN_LIST ("6") IS_LISTED_READY,
};

static const StepSql mark_listed = {
  CELLS IN_LIST ("2") IS_LISTED_ENTERED GROUPS,
  MARK_READY IN_LIST ("3") IS_LISTED_ENTERED,
};

typedef struct
{
  GramUnit *unit;
  const StepSql *sql;
  gint64 account_id;
  GramVehicleStatus from;
  gint64 at;
  /* NULL: vehicles are marked ready. */
  const GramAcceptance *acceptance;

  /* So far. */
  gint64 records;
  gint64 units;
} Step;

static void
move_cell (Step *step, int period, int attention, const GramTotalAmount *amount)
{
  GramTotalKey key = { step->account_id, period, (int)step->from, attention };
  GramTotalAmount less = { -amount->records, -amount->units, -amount->units_co2, -amount->co2_sum };

  gram_unit_add_total (step->unit, &key, &less);
  key.status++;
  gram_unit_add_total (step->unit, &key, amount);
  step->records += amount->records;
  step->units += amount->units;
}

static gboolean
move_cells (Step *step, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep answer;

  statement = gram_statement_prepare (gram_unit_get_store (step->unit), step->sql->cells, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, step->account_id);
  if (ids != NULL)
    _gram_id_list_bind (statement, 2, ids, n_ids);
  while ((answer = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      GramTotalAmount amount = {
        gram_statement_int64 (statement, 2),
        gram_statement_int64 (statement, 3),
        gram_statement_int64 (statement, 4),
        gram_statement_int64 (statement, 5),
      };

      move_cell (step, (int)gram_statement_int64 (statement, 0),
                 (int)gram_statement_int64 (statement, 1), &amount);
    }
  return answer == GRAM_STEP_DONE;
}

static gboolean
write_rows (Step *step, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  guint parameter = 1;

  statement = gram_statement_prepare (gram_unit_get_store (step->unit), step->sql->update, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, parameter++, step->account_id);
  gram_statement_bind_int64 (statement, parameter++, step->at);
  if (step->acceptance != NULL)
    {
      _gram_table_bind_reference (statement, parameter++, step->acceptance->person_id);
      gram_statement_bind_int64 (statement, parameter++, step->acceptance->automatically ? 1 : 0);
      gram_statement_bind_int64 (statement, parameter++, step->acceptance->rulebook_id);
    }
  if (ids != NULL)
    _gram_id_list_bind (statement, parameter, ids, n_ids);
  return gram_statement_run (statement, error);
}

static gboolean
take_step (Step *step, const gint64 *ids, gsize n_ids, GError **error)
{
  gint64 records = step->records;

  if (!move_cells (step, ids, n_ids, error))
    return FALSE;
  if (step->records == records)
    return TRUE;
  if (!write_rows (step, ids, n_ids, error))
    return FALSE;
  if (gram_store_changes (gram_unit_get_store (step->unit)) == step->records - records)
    return TRUE;
  g_set_error_literal (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
                       "the vehicles counted and the vehicles changed differ");
  return FALSE;
}

static gboolean
take_steps (Step *step, const gint64 *ids, gsize n_ids, GError **error)
{
  for (gsize start = 0; start < n_ids; start += GRAM_IDS_AT_ONCE)
    if (!take_step (step, ids + start, MIN (n_ids - start, GRAM_IDS_AT_ONCE), error))
      return FALSE;
  return TRUE;
}

/* Does the filter let ready vehicles without a remark through? */
static gboolean
has_acceptable (const GramVehicleQuery *query)
{
  return (query->statuses == 0 || (query->statuses & 1 << GRAM_VEHICLE_READY) != 0)
         && (query->attentions == 0 || (query->attentions & 1 << GRAM_ATTENTION_NONE) != 0);
}

gboolean
_gram_vehicle_query_acceptable (GramStore *store,
                                const GramVehicleQuery *query,
                                GArray **ids,
                                GError **error)
{
  g_autoptr (GramVehicleSearch) search = NULL;
  GramVehicleQuery ready = { 0 };

  *ids = NULL;
  if (!has_acceptable (query))
    {
      *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      return TRUE;
    }
  search = _gram_vehicle_search_new (query->search);
  if (search == NULL && !_gram_vehicle_query_is_narrow (query))
    return TRUE;
  ready = *query;
  ready.statuses = 1 << GRAM_VEHICLE_READY;
  ready.attentions = 1 << GRAM_ATTENTION_NONE;
  ready.order = GRAM_VEHICLE_ORDER_NEWEST;
  ready.descending = FALSE;
  *ids = gram_vehicle_table_ids (store, &ready, 0, error);
  return *ids != NULL;
}

gboolean
gram_vehicle_table_accept_query (GramUnit *unit,
                                 const GramVehicleQuery *query,
                                 const GramAcceptance *acceptance,
                                 gint64 *accepted,
                                 gint64 *units,
                                 GError **error)
{
  g_autoptr (GArray) ids = NULL;
  Step step = { unit, &accept_all };

  g_return_val_if_fail (query != NULL && acceptance != NULL, FALSE);
  g_return_val_if_fail (accepted != NULL && units != NULL, FALSE);

  *accepted = 0;
  *units = 0;
  if (!_gram_vehicle_query_acceptable (gram_unit_get_store (unit), query, &ids, error))
    return FALSE;
  if (ids != NULL)
    return gram_vehicle_table_accept_ids (unit, query->account_id, &g_array_index (ids, gint64, 0),
                                          ids->len, acceptance, accepted, units, error);
  if (acceptance->figure != NULL)
    return _gram_vehicle_accept_figured (unit, query->account_id, NULL, 0, acceptance, accepted,
                                         units, error);
  step.account_id = query->account_id;
  step.from = GRAM_VEHICLE_READY;
  step.at = acceptance->at;
  step.acceptance = acceptance;
  if (!take_step (&step, NULL, 0, error))
    return FALSE;
  *accepted = step.records;
  *units = step.units;
  return TRUE;
}

gboolean
gram_vehicle_table_accept_ids (GramUnit *unit,
                               gint64 account_id,
                               const gint64 *ids,
                               gsize n_ids,
                               const GramAcceptance *acceptance,
                               gint64 *accepted,
                               gint64 *units,
                               GError **error)
{
  Step step = { unit, &accept_listed, account_id, GRAM_VEHICLE_READY };

  g_return_val_if_fail (ids != NULL || n_ids == 0, FALSE);
  g_return_val_if_fail (acceptance != NULL && accepted != NULL && units != NULL, FALSE);

  if (acceptance->figure != NULL)
    {
      *accepted = *units = 0;
      return n_ids == 0
             || _gram_vehicle_accept_figured (unit, account_id, ids, n_ids, acceptance, accepted,
                                              units, error);
    }
  step.at = acceptance->at;
  step.acceptance = acceptance;
  if (!take_steps (&step, ids, n_ids, error))
    return FALSE;
  *accepted = step.records;
  *units = step.units;
  return TRUE;
}

gboolean
gram_vehicle_table_mark_ready_ids (GramUnit *unit,
                                   gint64 account_id,
                                   const gint64 *ids,
                                   gsize n_ids,
                                   gint64 at,
                                   gint64 *marked,
                                   GError **error)
{
  Step step = { unit, &mark_listed, account_id, GRAM_VEHICLE_ENTERED, at };

  g_return_val_if_fail (ids != NULL || n_ids == 0, FALSE);
  g_return_val_if_fail (marked != NULL, FALSE);

  if (!take_steps (&step, ids, n_ids, error))
    return FALSE;
  *marked = step.records;
  return TRUE;
}
