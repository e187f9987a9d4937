/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-acceptance-table.h"

#include "gram-sql-private.h"
#include "gram-table-private.h"

#define SUMS                                                                                       \
  "coalesce (sum (records), 0), coalesce (sum (credit), 0), coalesce (sum (excess), 0),"           \
  " coalesce (sum (charge), 0)"

void
gram_acceptance_total_free (GramAcceptanceTotal *self)
{
  if (self == NULL)
    return;
  g_free (self->make);
  g_free (self->model);
  g_free (self);
}

gint64
gram_acceptance_amount_net (const GramAcceptanceAmount *amount)
{
  g_return_val_if_fail (amount != NULL, 0);

  return amount->credit - amount->excess;
}

/* The columns of the kept totals and of the vehicles have the same names, but one: @period. */
static void
add_filter (GramSql *sql, const GramAcceptanceFilter *filter, const char *period)
{
  _gram_sql_add (sql, " WHERE obligation_year > 0");
  if (filter->account_id != 0)
    _gram_sql_add_int64 (sql, " AND account_id = ", filter->account_id, "");
  if (filter->year != 0)
    _gram_sql_add_int64 (sql, " AND obligation_year = ", filter->year, "");
  if (filter->scheme != 0)
    _gram_sql_add_int64 (sql, " AND fleet_average = ",
                         filter->scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE ? 1 : 0, "");
  if (filter->first_period == 0 && filter->last_period == 0)
    return;
  _gram_sql_add (sql, " AND ");
  _gram_sql_add (sql, period);
  _gram_sql_add_int64 (sql, " BETWEEN ", filter->first_period, "");
  _gram_sql_add_int64 (sql, " AND ", filter->last_period != 0 ? filter->last_period : G_MAXINT, "");
}

static void
read_amount (GramStatement *statement, guint column, GramAcceptanceAmount *amount)
{
  *amount = (GramAcceptanceAmount){
    gram_statement_int64 (statement, column),
    gram_statement_int64 (statement, column + 1),
    gram_statement_int64 (statement, column + 2),
    gram_statement_int64 (statement, column + 3),
  };
}

static gboolean
ask_sums (GramStore *store,
          const char *select,
          const char *period,
          const GramAcceptanceFilter *filter,
          GramAcceptanceAmount *amount,
          GError **error)
{
  g_autoptr (GramSql) sql = _gram_sql_new (select);
  g_autoptr (GramStatement) statement = NULL;

  add_filter (sql, filter, period);
  statement = _gram_sql_prepare (sql, store, error);
  if (statement == NULL || gram_statement_step (statement, error) != GRAM_STEP_ROW)
    return FALSE;
  read_amount (statement, 0, amount);
  return TRUE;
}

gboolean
gram_acceptance_table_sums (GramStore *store,
                            const GramAcceptanceFilter *filter,
                            GramAcceptanceAmount *amount,
                            GError **error)
{
  g_return_val_if_fail (filter != NULL && amount != NULL, FALSE);

  return ask_sums (store, "SELECT " SUMS " FROM acceptance_total", "period", filter, amount, error);
}

gboolean
gram_acceptance_table_recount (GramStore *store,
                               const GramAcceptanceFilter *filter,
                               GramAcceptanceAmount *amount,
                               GError **error)
{
  g_return_val_if_fail (filter != NULL && amount != NULL, FALSE);

  return ask_sums (store,
                   "SELECT count (*), coalesce (sum (max (difference, 0)), 0),"
                   " coalesce (sum (max (-difference, 0)), 0), coalesce (sum (charge), 0)"
                   " FROM vehicle",
                   "accepted_period", filter, amount, error);
}

static gpointer
read_total (GramStatement *statement, GError **error)
{
  GramAcceptanceTotal *total = g_new0 (GramAcceptanceTotal, 1);

  total->account_id = gram_statement_int64 (statement, 0);
  total->year = (int)gram_statement_int64 (statement, 1);
  total->period = (int)gram_statement_int64 (statement, 2);
  total->make = gram_statement_dup_text (statement, 3);
  total->model = gram_statement_dup_text (statement, 4);
  read_amount (statement, 5, &total->amount);
  return total;
}

/* @columns: account, year, period, make, model; @rest: GROUP BY, ORDER BY. */
static GPtrArray *
list (GramStore *store,
      const char *select,
      const GramAcceptanceFilter *filter,
      const char *rest,
      GError **error)
{
  g_autoptr (GramSql) sql = _gram_sql_new (select);
  g_autoptr (GramStatement) statement = NULL;

  add_filter (sql, filter, "period");
  _gram_sql_add (sql, rest);
  statement = _gram_sql_prepare (sql, store, error);
  return statement != NULL ? _gram_table_all (statement, read_total,
                                              (GDestroyNotify)gram_acceptance_total_free, error)
                           : NULL;
}

GPtrArray *
gram_acceptance_table_months (GramStore *store, const GramAcceptanceFilter *filter, GError **error)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return list (store,
               "SELECT 0, obligation_year, period, NULL, NULL, " SUMS " FROM acceptance_total",
               filter, " GROUP BY obligation_year, period ORDER BY obligation_year, period", error);
}

GPtrArray *
gram_acceptance_table_models (GramStore *store, const GramAcceptanceFilter *filter, GError **error)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return list (store, "SELECT 0, 0, 0, make, model, " SUMS " FROM acceptance_total", filter,
               " GROUP BY make, model ORDER BY sum (credit) - sum (excess), make, model", error);
}

GPtrArray *
gram_acceptance_table_years (GramStore *store, const GramAcceptanceFilter *filter, GError **error)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return list (store, "SELECT 0, obligation_year, 0, NULL, NULL, " SUMS " FROM acceptance_total",
               filter, " GROUP BY obligation_year ORDER BY obligation_year", error);
}

GPtrArray *
gram_acceptance_table_accounts (GramStore *store,
                                const GramAcceptanceFilter *filter,
                                GError **error)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return list (store,
               "SELECT account_id, obligation_year, 0, NULL, NULL, " SUMS " FROM acceptance_total",
               filter,
               " GROUP BY account_id, obligation_year ORDER BY obligation_year DESC, account_id",
               error);
}

static GramWaitingGroup
read_group (GramStatement *statement)
{
  const char *type = gram_statement_text (statement, 0);

  return (GramWaitingGroup){
    .type = type != NULL ? *type : '\0',
    .mass_kg = (int)gram_statement_int64 (statement, 1),
    .co2_micro = gram_statement_int64 (statement, 2),
    .units = (int)gram_statement_int64 (statement, 3),
    .records = gram_statement_int64 (statement, 4),
    .acceptable = gram_statement_int64 (statement, 5),
  };
}

GArray *
gram_vehicle_table_waiting (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (GramWaitingGroup));
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (
      store,
      "SELECT type, mass_kg, co2, units, count (*), sum (status = 1 AND attention = 0)"
      " FROM vehicle WHERE account_id = $1 AND status IN (0, 1) AND excluded = ''"
      " GROUP BY type, mass_kg, co2, units ORDER BY type, mass_kg, co2, units",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      GramWaitingGroup group = read_group (statement);

      g_array_append_val (groups, group);
    }
  return step == GRAM_STEP_DONE ? g_steal_pointer (&groups) : NULL;
}
