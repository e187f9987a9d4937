/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-statement.h"
#include "gram-vehicle-query.h"

#include <string.h>

#define N_VEHICLES 1200

/* Vehicles of the CCTS, a third of them in 2025, a few without a day. */
static void
fill (TableFixture *self)
{
  static const char *const days[]
      = { "2024-12-31", "2025-01-01", "2025-06-30", "2025-12-31", "2026-01-01", "2026-03-14" };
  GramTestFleet fleet = { 5, GRAM_ACCOUNT_CCTS };
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  for (guint64 i = 0; i < N_VEHICLES; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = gram_test_fleet_vehicle (&fleet, 2, i);

      g_set_str (&vehicle->registered_on, i % 50 == 0 ? NULL : days[i % G_N_ELEMENTS (days)]);
      gram_vehicle_table_insert (self->unit, vehicle, 0, &error);
      g_assert_no_error (error);
    }
  table_fixture_commit (self);
}

static GArray *
list (TableFixture *self, const GramVehicleQuery *query, guint limit)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = gram_vehicle_table_ids (self->store, query, limit, &error);

  g_assert_no_error (error);
  return ids;
}

static gboolean
is_in (const char *day, const GramVehicleQuery *query)
{
  return day != NULL && strcmp (day, query->registered_from) >= 0
         && strcmp (day, query->registered_to) <= 0;
}

/* The list without the range, and of it those of the range. */
static GArray *
expected_ids (TableFixture *self, const GramVehicleQuery *query, guint limit)
{
  GramVehicleQuery whole = *query;
  g_autoptr (GArray) all = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  whole.registered_from = whole.registered_to = NULL;
  all = list (self, &whole, 0);
  for (guint i = 0; i < all->len && (limit == 0 || ids->len < limit); i++)
    {
      g_autoptr (GramVehicleRecord) vehicle
          = table_fixture_get (self, g_array_index (all, gint64, i));

      if (is_in (vehicle->registered_on, query))
        g_array_append_val (ids, vehicle->id);
    }
  return ids;
}

static void
assert_list (TableFixture *self, const GramVehicleQuery *query)
{
  const guint limits[] = { 0, 7, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GArray) ids = list (self, query, limits[i]);
      g_autoptr (GArray) expected = expected_ids (self, query, limits[i]);

      g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected->data,
                       expected->len * sizeof (gint64));
    }
}

/* A scheme year, a day of few vehicles, all there is, nothing. */
static const struct
{
  const char *from;
  const char *to;
} ranges[] = {
  { "2025-01-01", "2025-12-31" },
  { "2025-06-30", "2025-06-30" },
  { "2000-01-01", "2999-12-31" },
  { "2023-01-01", "2023-12-31" },
};

static void
test_lists (TableFixture *self, gconstpointer data)
{
  static const char *const searches[] = { NULL, "bmw", "no such car", "a" };

  fill (self);
  for (gsize r = 0; r < G_N_ELEMENTS (ranges); r++)
    for (gsize s = 0; s < G_N_ELEMENTS (searches); s++)
      for (int order = GRAM_VEHICLE_ORDER_NEWEST; order <= GRAM_VEHICLE_ORDER_STATUS; order++)
        {
          GramVehicleQuery query = {
            .account_id = 2,
            .statuses = r % 2 == 0 ? 0 : 1 << GRAM_VEHICLE_ENTERED,
            .search = (char *)searches[s],
            .registered_from = (char *)ranges[r].from,
            .registered_to = (char *)ranges[r].to,
            .order = (GramVehicleOrder)order,
            .descending = s % 2 == 1,
          };

          assert_list (self, &query);
        }
}

/* What a selection by its query sums up and accepts is what its list shows. */
static void
test_selection (TableFixture *self, gconstpointer data)
{
  const GramAcceptance acceptance = { 9, 2, FALSE, 1 };
  GramVehicleQuery query = { .account_id = 2,
                             .registered_from = (char *)"2025-01-01",
                             .registered_to = (char *)"2025-12-31" };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  GramVehicleSums sums;
  gint64 marked;
  gint64 accepted;
  gint64 units;

  fill (self);
  ids = list (self, &query, 0);
  g_assert_true (gram_vehicle_table_sums (self->store, &query, &sums, &error));
  g_assert_cmpint (sums.records, ==, ids->len);
  table_fixture_begin (self);
  gram_vehicle_table_mark_ready_ids (self->unit, 2, &g_array_index (ids, gint64, 0), ids->len, 8,
                                     &marked, &error);
  g_assert_no_error (error);
  query.attentions = 1 << GRAM_ATTENTION_NONE;
  g_clear_pointer (&ids, g_array_unref);
  ids = list (self, &query, 0);
  g_assert_true (
      gram_vehicle_table_accept_query (self->unit, &query, &acceptance, &accepted, &units, &error));
  g_assert_cmpint (accepted, ==, ids->len);
  table_fixture_commit (self);
  g_assert_cmpint (store_fixture_int64 (self->store,
                                        "SELECT count (*) FROM vehicle WHERE status = 2"
                                        " AND registered_on NOT LIKE '2025%'"),
                   ==, 0);
}

/* The range is read from its index alone. */
static void
test_plan (TableFixture *self, gconstpointer data)
{
  fill (self);
  for (int analysed = 0; analysed < 2; analysed++)
    {
      g_autoptr (GError) error = NULL;
      const GramVehicleQuery query = {
        .account_id = 1,
        .registered_from = (char *)"2025-01-01",
        .registered_to = (char *)"2025-12-31",
      };
      g_autoptr (GramSql) sql = _gram_vehicle_query_narrow_sql (&query);
      g_autoptr (GramStatement) statement = NULL;

      g_string_prepend (sql->text, "EXPLAIN QUERY PLAN ");
      statement = _gram_sql_prepare (sql, self->store, &error);
      g_assert_no_error (error);
      g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_ROW);
      g_assert_cmpstr (gram_statement_text (statement, 3), ==,
                       "SEARCH vehicle USING COVERING INDEX vehicle_registered"
                       " (account_id=? AND registered_on>? AND registered_on<?)");
      g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_DONE);
      table_fixture_begin (self);
      g_assert_true (gram_store_exec (self->store, "ANALYZE", NULL));
      table_fixture_commit (self);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TABLE_TEST ("/store/days/lists", test_lists);
  TABLE_TEST ("/store/days/selection", test_selection);
  TABLE_TEST ("/store/days/plan", test_plan);

  return g_test_run ();
}
