/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-total-table.h"

/* The kept totals, the sums made from them and the sums read from the vehicles are the same. */
static void
test_sums (TableFixture *self, gconstpointer data)
{
  g_autoptr (GArray) cells = NULL;
  GramTotalAmount all;
  GramTotalSums sums;
  gint64 records = 0;
  g_autoptr (GError) error = NULL;

  table_fixture_fill (self, 1, 0, 300);
  table_fixture_fill (self, 2, 0, 30);
  table_fixture_commit (self);
  cells = gram_total_table_list (self->store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cells->len, >, 20);
  for (guint i = 0; i < cells->len; i++)
    {
      const GramTotal *cell = &g_array_index (cells, GramTotal, i);

      g_assert_cmpint (cell->key.account_id, ==, 1);
      if (i > 0)
        g_assert_cmpint (g_array_index (cells, GramTotal, i - 1).key.period, <=, cell->key.period);
      records += cell->amount.records;
    }
  g_assert_cmpint (records, ==, 300);
  gram_total_table_sums (self->store, 1, &sums, &error);
  g_assert_no_error (error);
  all = gram_total_sums_select (&sums, 0, 0);
  g_assert_cmpint (all.records, ==, 300);

  for (guint statuses = 0; statuses < 8; statuses++)
    for (guint attentions = 0; attentions < 8; attentions++)
      {
        GramVehicleQuery query
            = { .account_id = 1, .statuses = statuses, .attentions = attentions };
        GramTotalAmount kept = gram_total_sums_select (&sums, statuses, attentions);
        GramVehicleSums read;

        gram_vehicle_table_sums (self->store, &query, &read, &error);
        g_assert_no_error (error);
        g_assert_cmpint (kept.records, ==, read.records);
        g_assert_cmpint (kept.units, ==, read.units);
        g_assert_cmpint (kept.units_co2, ==, read.units_co2);
        g_assert_cmpint (kept.co2_sum, ==, read.co2_sum);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TABLE_TEST ("/store/total/sums", test_sums);
  return g_test_run ();
}
