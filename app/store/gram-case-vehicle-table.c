/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-vehicle-table.h"

#include "gram-id-list.h"
#include "gram-table-private.h"
#include "gram-vehicle-sql.h"

#include <glib/gi18n-lib.h>

/* Vehicles change their attention set-wise: their cells of the totals are added up, then their rows are written. */
#define CELLS                                                                                      \
  "SELECT account_id, period, status, attention, %s AS turns, " GRAM_TOTAL_COLUMNS                 \
  " FROM vehicle WHERE "
#define GROUPS " GROUP BY account_id, period, status, attention, turns"
#define TURN "UPDATE vehicle SET version = version + 1, attention = "

#define LISTED "id IN (SELECT value FROM " GRAM_SQL_IDS ("1") ") AND +status < 2 AND +attention < 2"
#define BLOCKED "id IN (SELECT vehicle_id FROM case_vehicle WHERE case_id = $1 AND blocks = 1)"

#define DISPUTED "2"
#define UNDISPUTED "(missing <> 0)"

static void
move_cell (GramUnit *unit, GramStatement *cell)
{
  GramTotalKey key = {
    .account_id = gram_statement_int64 (cell, 0),
    .period = (int)gram_statement_int64 (cell, 1),
    .status = (int)gram_statement_int64 (cell, 2),
    .attention = (int)gram_statement_int64 (cell, 3),
  };
  GramTotalAmount more = {
    .records = gram_statement_int64 (cell, 5),
    .units = gram_statement_int64 (cell, 6),
    .units_co2 = gram_statement_int64 (cell, 7),
    .co2_sum = gram_statement_int64 (cell, 8),
  };
  GramTotalAmount less = { -more.records, -more.units, -more.units_co2, -more.co2_sum };

  gram_unit_add_total (unit, &key, &less);
  key.attention = (int)gram_statement_int64 (cell, 4);
  gram_unit_add_total (unit, &key, &more);
}

/* Moves the cells; says how many vehicles there are. */
static gboolean
move_cells (GramUnit *unit, GramStatement *cells, gint64 *records, GError **error)
{
  GramStep step;

  *records = 0;
  while ((step = gram_statement_step (cells, error)) == GRAM_STEP_ROW)
    {
      *records += gram_statement_int64 (cells, 5);
      move_cell (unit, cells);
    }
  return step == GRAM_STEP_DONE;
}

static gboolean
insert (GramUnit *unit,
        gint64 case_id,
        const gint64 *ids,
        gsize n_ids,
        gboolean blocks,
        GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (gram_unit_get_store (unit),
                                      "INSERT INTO case_vehicle (case_id, vehicle_id, blocks)"
                                      " SELECT $1, value, $2 FROM " GRAM_SQL_IDS ("3"),
                                      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, case_id);
  gram_statement_bind_int64 (statement, 2, blocks ? 1 : 0);
  _gram_id_list_bind (statement, 3, ids, n_ids);
  return gram_statement_run (statement, error);
}

static gboolean
mark (GramUnit *unit, const gint64 *ids, gsize n_ids, GError **error)
{
  GramStore *store = gram_unit_get_store (unit);
  g_autofree char *sql = g_strdup_printf (CELLS LISTED GROUPS, DISPUTED);
  g_autoptr (GramStatement) cells = gram_statement_prepare (store, sql, error);
  g_autoptr (GramStatement) update = NULL;
  gint64 records;

  if (cells == NULL)
    return FALSE;
  _gram_id_list_bind (cells, 1, ids, n_ids);
  if (!move_cells (unit, cells, &records, error))
    return FALSE;
  update = gram_statement_prepare (store, TURN DISPUTED " WHERE " LISTED, error);
  if (update == NULL)
    return FALSE;
  _gram_id_list_bind (update, 1, ids, n_ids);
  if (!gram_statement_run (update, error))
    return FALSE;
  if (records == (gint64)n_ids)
    return TRUE;
  g_set_error_literal (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT,
                       _ ("A vehicle that is accepted or disputed already cannot be disputed."));
  return FALSE;
}

gboolean
gram_case_vehicle_table_add (GramUnit *unit,
                             gint64 case_id,
                             const gint64 *ids,
                             gsize n_ids,
                             gboolean blocks,
                             GError **error)
{
  g_return_val_if_fail (ids != NULL || n_ids == 0, FALSE);

  for (gsize start = 0; start < n_ids; start += GRAM_IDS_AT_ONCE)
    {
      gsize n = MIN (n_ids - start, GRAM_IDS_AT_ONCE);

      if (!insert (unit, case_id, ids + start, n, blocks, error)
          || (blocks && !mark (unit, ids + start, n, error)))
        return FALSE;
    }
  return TRUE;
}

/* Runs a statement about one case. */
static gboolean
run_for (GramUnit *unit, const char *sql, gint64 case_id, GError **error)
{
  g_autoptr (GramStatement) statement
      = gram_statement_prepare (gram_unit_get_store (unit), sql, error);

  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, case_id);
  return gram_statement_run (statement, error);
}

gboolean
gram_case_vehicle_table_free (GramUnit *unit, gint64 case_id, GError **error)
{
  g_autofree char *sql = g_strdup_printf (CELLS BLOCKED GROUPS, UNDISPUTED);
  g_autoptr (GramStatement) cells = NULL;
  gint64 records;

  cells = gram_statement_prepare (gram_unit_get_store (unit), sql, error);
  if (cells == NULL)
    return FALSE;
  gram_statement_bind_int64 (cells, 1, case_id);
  if (!move_cells (unit, cells, &records, error))
    return FALSE;
  return records == 0
         || (run_for (unit, TURN UNDISPUTED " WHERE " BLOCKED, case_id, error)
             && run_for (unit,
                         "UPDATE case_vehicle SET blocks = 0 WHERE case_id = $1 AND blocks = 1",
                         case_id, error));
}

/* Ids that a statement of constant text answers: $1 is @id, $2 @after, $3 the limit, as far as it has them. */
static GArray *
read_ids (GramStore *store, const char *sql, gint64 id, gint64 limit, gint64 after, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramStatement) statement = gram_statement_prepare (store, sql, error);

  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, id);
  gram_statement_bind_int64 (statement, 2, limit);
  if (after >= 0)
    gram_statement_bind_int64 (statement, 3, after);
  return _gram_id_list_read (statement, ids, error) ? g_steal_pointer (&ids) : NULL;
}

GArray *
gram_case_vehicle_table_ids (GramStore *store,
                             gint64 case_id,
                             gint64 after,
                             guint limit,
                             GError **error)
{
  g_return_val_if_fail (after >= 0, NULL);

  return read_ids (store,
                   "SELECT vehicle_id FROM case_vehicle WHERE case_id = $1 AND vehicle_id > $3"
                   " ORDER BY vehicle_id LIMIT $2",
                   case_id, _gram_table_limit (limit), after, error);
}

GArray *
gram_case_vehicle_table_cases (GramStore *store, gint64 vehicle_id, guint limit, GError **error)
{
  return read_ids (store,
                   "SELECT case_id FROM case_vehicle WHERE vehicle_id = $1"
                   " ORDER BY case_id DESC LIMIT $2",
                   vehicle_id, _gram_table_limit (limit), -1, error);
}

/* One number about one row; @word is bound as $2 if there is one. */
static gboolean
ask (GramStore *store, const char *sql, gint64 id, const char *word, gint64 *answer, GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  if (word != NULL)
    gram_statement_bind_text (statement, 2, word);
  return _gram_table_int64 (statement, answer, error);
}

gboolean
gram_case_vehicle_table_count (GramStore *store, gint64 case_id, gint64 *count, GError **error)
{
  g_return_val_if_fail (count != NULL, FALSE);

  return ask (store, "SELECT count (*) FROM case_vehicle WHERE case_id = $1", case_id, NULL, count,
              error);
}

gboolean
gram_case_vehicle_table_blocking (GramStore *store,
                                  gint64 vehicle_id,
                                  gint64 *case_id,
                                  GError **error)
{
  g_return_val_if_fail (case_id != NULL, FALSE);

  return ask (store,
              "SELECT coalesce (min (case_id), 0) FROM case_vehicle"
              " WHERE vehicle_id = $1 AND blocks = 1",
              vehicle_id, NULL, case_id, error);
}

gboolean
gram_case_vehicle_table_live (GramStore *store,
                              gint64 vehicle_id,
                              GramCaseKind kind,
                              gint64 *case_id,
                              GError **error)
{
  g_return_val_if_fail (case_id != NULL, FALSE);

  return ask (
      store,
      "SELECT coalesce (min (c.id), 0) FROM case_vehicle n JOIN case_file c ON c.id = n.case_id"
      " WHERE n.vehicle_id = $1 AND c.kind = $2"
      " AND c.state IN ('open', 'claimed', 'information-asked')",
      vehicle_id, gram_word_for ("case-kind", (int)kind), case_id, error);
}

GArray *
gram_case_vehicle_table_blocked (GramStore *store, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);

  statement = gram_statement_prepare (
      store,
      "SELECT vehicle_id FROM case_vehicle WHERE blocks = 1 AND vehicle_id IN (SELECT value FROM " GRAM_SQL_IDS (
          "1") ") ORDER BY vehicle_id",
      error);
  if (statement == NULL)
    return NULL;
  for (gsize start = 0; start < n_ids; start += GRAM_IDS_AT_ONCE)
    {
      _gram_id_list_bind (statement, 1, ids + start, MIN (n_ids - start, GRAM_IDS_AT_ONCE));
      if (!_gram_id_list_read (statement, found, error))
        return NULL;
      gram_statement_reset (statement);
    }
  return g_steal_pointer (&found);
}
