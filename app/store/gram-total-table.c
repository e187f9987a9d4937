/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-total-table.h"

#include "gram-statement.h"

GArray *
gram_total_table_list (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (GramTotal));
  GramStep step;

  statement = gram_statement_prepare (
      store,
      "SELECT account_id, period, status, attention, records, units, units_co2, co2_sum FROM vehicle_total"
      " WHERE account_id = $1 AND records <> 0 ORDER BY account_id, period, status, attention",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      GramTotal total = { 0 };

      total.key.account_id = gram_statement_int64 (statement, 0);
      total.key.period = (int)gram_statement_int64 (statement, 1);
      total.key.status = (int)gram_statement_int64 (statement, 2);
      total.key.attention = (int)gram_statement_int64 (statement, 3);
      total.amount.records = gram_statement_int64 (statement, 4);
      total.amount.units = gram_statement_int64 (statement, 5);
      total.amount.units_co2 = gram_statement_int64 (statement, 6);
      total.amount.co2_sum = gram_statement_int64 (statement, 7);
      g_array_append_val (totals, total);
    }
  return step == GRAM_STEP_DONE ? g_steal_pointer (&totals) : NULL;
}

static void
add (GramTotalAmount *sum, const GramTotalAmount *amount)
{
  sum->records += amount->records;
  sum->units += amount->units;
  sum->units_co2 += amount->units_co2;
  sum->co2_sum += amount->co2_sum;
}

gboolean
gram_total_table_sums (GramStore *store, gint64 account_id, GramTotalSums *sums, GError **error)
{
  g_autoptr (GArray) totals = NULL;

  g_return_val_if_fail (sums != NULL, FALSE);

  *sums = (GramTotalSums){ 0 };
  totals = gram_total_table_list (store, account_id, error);
  if (totals == NULL)
    return FALSE;
  for (guint i = 0; i < totals->len; i++)
    {
      const GramTotal *total = &g_array_index (totals, GramTotal, i);

      if (total->key.status < 0 || total->key.status >= GRAM_TOTAL_STATUSES
          || total->key.attention < 0 || total->key.attention >= GRAM_TOTAL_ATTENTIONS)
        {
          g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
                       "vehicle_total has status %d and attention %d", total->key.status,
                       total->key.attention);
          return FALSE;
        }
      add (&sums->cells[total->key.status][total->key.attention], &total->amount);
    }
  return TRUE;
}

GramTotalAmount
gram_total_sums_select (const GramTotalSums *sums, guint statuses, guint attentions)
{
  GramTotalAmount selected = { 0 };

  g_return_val_if_fail (sums != NULL, selected);

  for (guint status = 0; status < GRAM_TOTAL_STATUSES; status++)
    for (guint attention = 0; attention < GRAM_TOTAL_ATTENTIONS; attention++)
      if ((statuses == 0 || (statuses >> status & 1) == 1)
          && (attentions == 0 || (attentions >> attention & 1) == 1))
        add (&selected, &sums->cells[status][attention]);
  return selected;
}
