/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-acceptance-table.h"
#include "gram-test-fleet.h"
#include "gram-vehicle-query.h"

#include <string.h>

/* Noon of 15 January 2026 in New Zealand; a month later each. */
#define NOON(month)                                                                                \
  (G_GINT64_CONSTANT (1768431600000000) + (month) * 31 * G_GINT64_CONSTANT (86400000000))
#define N_VEHICLES 240
#define N_MONTHS 4

/* What acceptance asks for, and what it posted. */
typedef struct
{
  /* Nothing is posted. */
  gboolean bare;
  GramFigureSums posted;
} Figures;

/* Figures that follow from the vehicle alone: some are outside the standard. */
static void
work_out (const GramVehicleRecord *facts, GramCcsShare *share, gpointer data)
{
  const Figures *self = data;
  gint64 difference = facts->mass_kg % 37 * 100 - 1500;

  *share = (GramCcsShare){ 0 };
  if (*facts->excluded != '\0' || facts->mass_kg % 11 == 0)
    return;
  share->year = 2026;
  share->difference = difference;
  if (self->bare)
    return;
  share->credit = MAX (difference, 0);
  share->charge = MAX (-difference, 0) * 18;
}

static gboolean
note_sums (const GramFigureSums *sums, gint64 *posting_id, gpointer data, GError **error)
{
  Figures *self = data;

  self->posted = *sums;
  *posting_id = 0;
  return TRUE;
}

static void
change (TableFixture *self, gint64 id, void (*make) (GramVehicleRecord *record))
{
  g_autoptr (GramVehicleRecord) before = table_fixture_get (self, id);
  g_autoptr (GramVehicleRecord) after = gram_vehicle_record_copy (before);
  g_autoptr (GError) error = NULL;

  make (after);
  gram_vehicle_table_update (self->unit, before, after, self->journal_id, 0, 0, &error);
  g_assert_no_error (error);
}

static void
exclude (GramVehicleRecord *record)
{
  g_set_str (&record->excluded, "special-interest");
}

static void
accept (TableFixture *self, const GArray *ids, int month, gboolean fleet_average, Figures *figures)
{
  const GramAcceptance acceptance = {
    .at = NOON (month),
    .person_id = 2,
    .rulebook_id = 1,
    .period = 202601 + month,
    .fleet_average = fleet_average,
    .figure = work_out,
    .post = note_sums,
    .data = figures,
  };
  g_autoptr (GError) error = NULL;
  gint64 n;
  gint64 units;

  gram_vehicle_table_mark_ready_ids (self->unit, 1, (const gint64 *)ids->data, ids->len,
                                     NOON (month), &n, &error);
  g_assert_no_error (error);
  gram_vehicle_table_accept_ids (self->unit, 1, (const gint64 *)ids->data, ids->len, &acceptance,
                                 &n, &units, &error);
  g_assert_no_error (error);
}

/* Vehicles of account 1, of which most are accepted, month by month, in turn under both schemes. */
static GPtrArray *
fill (TableFixture *self)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (GError) error = NULL;
  const GramVehicleQuery query = { .account_id = 1, .order = GRAM_VEHICLE_ORDER_NEWEST };
  Figures bare = { .bare = TRUE };

  table_fixture_fill (self, 1, 0, N_VEHICLES);
  all = gram_vehicle_table_ids (self->store, &query, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i += 7)
    change (self, g_array_index (all, gint64, i), exclude);
  for (int month = 0; month < N_MONTHS; month++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint i = (guint)month; i < all->len * 3 / 4; i += N_MONTHS)
        g_array_append_val (ids, g_array_index (all, gint64, i));
      accept (self, ids, month, month % 2 == 1, &bare);
    }
  table_fixture_commit (self);
  return gram_vehicle_table_page (self->store, (const gint64 *)all->data, all->len, &error);
}

static gboolean
passes (const GramVehicleRecord *vehicle, const GramAcceptanceFilter *filter)
{
  return vehicle->obligation_year > 0
         && (filter->account_id == 0 || vehicle->account_id == filter->account_id)
         && (filter->year == 0 || vehicle->obligation_year == filter->year)
         && (filter->scheme == 0
             || vehicle->fleet_average == (filter->scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE))
         && vehicle->accepted_period >= filter->first_period
         && (filter->last_period == 0 || vehicle->accepted_period <= filter->last_period);
}

static GramAcceptanceAmount
add_up (const GPtrArray *vehicles, const GramAcceptanceFilter *filter)
{
  GramAcceptanceAmount sum = { 0 };

  for (guint i = 0; i < vehicles->len; i++)
    {
      const GramVehicleRecord *vehicle = vehicles->pdata[i];

      if (!passes (vehicle, filter))
        continue;
      sum.records++;
      sum.credit += MAX (vehicle->difference, 0);
      sum.excess += MAX (-vehicle->difference, 0);
      sum.charge += vehicle->charge;
    }
  return sum;
}

static void
assert_amount (const GramAcceptanceAmount *amount, const GramAcceptanceAmount *expected)
{
  g_assert_cmpint (amount->records, ==, expected->records);
  g_assert_cmpint (amount->credit, ==, expected->credit);
  g_assert_cmpint (amount->excess, ==, expected->excess);
  g_assert_cmpint (amount->charge, ==, expected->charge);
}

typedef GPtrArray *(*ListFunc) (GramStore *store,
                                const GramAcceptanceFilter *filter,
                                GError **error);

/* Lists are the sums, cut into parts. */
static void
assert_parts (TableFixture *self, const GramAcceptanceFilter *filter)
{
  static const ListFunc lists[] = { gram_acceptance_table_months, gram_acceptance_table_models,
                                    gram_acceptance_table_years, gram_acceptance_table_accounts };
  GramAcceptanceAmount whole;
  g_autoptr (GError) error = NULL;

  gram_acceptance_table_sums (self->store, filter, &whole, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) parts = lists[i](self->store, filter, &error);
      GramAcceptanceAmount sum = { 0 };

      g_assert_no_error (error);
      for (guint j = 0; j < parts->len; j++)
        {
          const GramAcceptanceTotal *part = parts->pdata[j];

          sum.records += part->amount.records;
          sum.credit += part->amount.credit;
          sum.excess += part->amount.excess;
          sum.charge += part->amount.charge;
        }
      assert_amount (&sum, &whole);
    }
}

static const GramAcceptanceFilter filters[] = {
  { 0 },
  { .account_id = 1, .year = 2026 },
  { .account_id = 1, .scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE },
  { .account_id = 1, .scheme = GRAM_CHARGE_SCHEME_PAYG, .year = 2026 },
  { .first_period = 202602, .last_period = 202603 },
  { .last_period = 202601 },
  { .year = 2025 },
  { .account_id = 2 },
};

static void
test_sums (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) vehicles = fill (self);

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const GramAcceptanceAmount expected = add_up (vehicles, &filters[i]);
      GramAcceptanceAmount amount;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (expected.records > 0, ==, i < 6);
      gram_acceptance_table_sums (self->store, &filters[i], &amount, &error);
      g_assert_no_error (error);
      assert_amount (&amount, &expected);
      g_assert_cmpint (gram_acceptance_amount_net (&amount), ==, expected.credit - expected.excess);
      gram_acceptance_table_recount (self->store, &filters[i], &amount, &error);
      g_assert_no_error (error);
      assert_amount (&amount, &expected);
      assert_parts (self, &filters[i]);
    }
}

static void
rename_model (GramVehicleRecord *record)
{
  g_set_str (&record->make, "KAURI");
  g_set_str (&record->model, "One");
}

static void
turn_figures (GramVehicleRecord *record)
{
  record->difference = -record->difference;
  record->charge = 0;
}

static void
take_back (GramVehicleRecord *record)
{
  record->status = GRAM_VEHICLE_READY;
  record->accepted_at = 0;
  record->rulebook_id = 0;
  record->obligation_year = 0;
  record->difference = 0;
  record->charge = 0;
  record->fleet_average = FALSE;
  record->accepted_period = 0;
}

/* Whatever changes accepted vehicles changes their totals: verify recounts them at the end of each test. */
static void
test_changes (TableFixture *self, gconstpointer data)
{
  static void (*const makes[]) (GramVehicleRecord *record)
      = { rename_model, turn_figures, take_back };
  const GramVehicleQuery query
      = { .account_id = 1, .obligation_year = 2026, .scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE };
  const GramAcceptanceFilter filter = { .account_id = 1, .year = 2026 };
  g_autoptr (GPtrArray) vehicles = fill (self);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  GramAcceptanceAmount kept;
  GramAcceptanceAmount counted;

  ids = gram_vehicle_table_ids (self->store, &query, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 30);
  table_fixture_begin (self);
  for (guint i = 0; i < ids->len; i++)
    change (self, g_array_index (ids, gint64, i), makes[i % G_N_ELEMENTS (makes)]);
  table_fixture_commit (self);
  gram_acceptance_table_sums (self->store, &filter, &kept, &error);
  g_assert_no_error (error);
  gram_acceptance_table_recount (self->store, &filter, &counted, &error);
  g_assert_no_error (error);
  assert_amount (&kept, &counted);
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT count (*) FROM acceptance_total"
                                                     " WHERE records = 0"),
                   ==, 0);
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT sum (records) FROM acceptance_total"
                                                     " WHERE make = 'KAURI' AND model = 'One'"),
                   ==, (ids->len + 2) / 3);
}

static gboolean
is_wanted (const GramVehicleRecord *vehicle, const GramVehicleQuery *query)
{
  return (query->statuses == 0 || (query->statuses >> vehicle->status & 1) == 1)
         && (query->posting_id == 0
             || (vehicle->posting_id == query->posting_id && vehicle->charge > 0))
         && (query->obligation_year == 0 || vehicle->obligation_year == query->obligation_year)
         && (query->accepted_period == 0 || vehicle->accepted_period == query->accepted_period)
         && (query->scheme == 0
             || (vehicle->obligation_year > 0
                 && vehicle->fleet_average == (query->scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE)))
         && (query->make == NULL || strcmp (query->make, vehicle->make) == 0)
         && (query->model == NULL || strcmp (query->model, vehicle->model) == 0)
         && (!query->excluded || *vehicle->excluded != '\0');
}

/* A list has exactly the vehicles that were counted, in each order. */
static void
test_lists (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) vehicles = fill (self);
  const GramVehicleRecord *some = vehicles->pdata[9];
  const GramVehicleQuery queries[] = {
    { .obligation_year = 2026 },
    { .obligation_year = 2025 },
    { .accepted_period = 202603 },
    { .obligation_year = 2026, .accepted_period = 202602, .scheme = GRAM_CHARGE_SCHEME_PAYG },
    { .scheme = GRAM_CHARGE_SCHEME_PAYG },
    { .scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE, .accepted_period = 202604 },
    { .excluded = TRUE },
    { .excluded = TRUE, .statuses = 1 << GRAM_VEHICLE_ENTERED },
    { .make = some->make },
    { .make = some->make, .model = some->model, .obligation_year = 2026 },
    { .model = some->model },
    { .make = (char *)"no such make" },
  };

  for (gsize q = 0; q < G_N_ELEMENTS (queries); q++)
    for (int order = GRAM_VEHICLE_ORDER_NEWEST; order <= GRAM_VEHICLE_ORDER_STATUS; order++)
      {
        GramVehicleQuery query = queries[q];
        g_autoptr (GArray) ids = NULL;
        g_autoptr (GError) error = NULL;
        guint expected = 0;

        query.account_id = 1;
        query.order = (GramVehicleOrder)order;
        ids = gram_vehicle_table_ids (self->store, &query, 0, &error);
        g_assert_no_error (error);
        for (guint i = 0; i < vehicles->len; i++)
          expected += is_wanted (vehicles->pdata[i], &query) ? 1 : 0;
        g_assert_cmpuint (ids->len, ==, expected);
        for (guint i = 0; i < ids->len; i++)
          {
            g_autoptr (GramVehicleRecord) vehicle
                = table_fixture_get (self, g_array_index (ids, gint64, i));

            g_assert_true (is_wanted (vehicle, &query));
          }
      }
}

/* The ids of those that are not accepted. */
static GArray *
list_waiting (const GPtrArray *vehicles, gint64 *inside)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  *inside = 0;
  for (guint i = 0; i < vehicles->len; i++)
    {
      const GramVehicleRecord *vehicle = vehicles->pdata[i];

      if (vehicle->status == GRAM_VEHICLE_ACCEPTED)
        continue;
      *inside += *vehicle->excluded == '\0' ? 1 : 0;
      g_array_append_val (ids, vehicle->id);
    }
  return ids;
}

/* A forecast works each group out once. */
static void
test_waiting (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) vehicles = fill (self);
  gint64 expected;
  g_autoptr (GArray) waiting = list_waiting (vehicles, &expected);
  g_autoptr (GArray) groups = NULL;
  g_autoptr (GError) error = NULL;
  gint64 records = 0;

  groups = gram_vehicle_table_waiting (self->store, 1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < groups->len; i++)
    {
      const GramWaitingGroup *group = &g_array_index (groups, GramWaitingGroup, i);

      g_assert_cmpint (group->units, ==, 1);
      g_assert_cmpint (group->acceptable, ==, 0);
      records += group->records;
    }
  g_assert_cmpuint (groups->len, >, 10);
  g_assert_cmpint (expected, >, 20);
  g_assert_cmpint (records, ==, expected);
}

/* What acceptance would post is what it posts. */
static void
test_would (TableFixture *self, gconstpointer data)
{
  const GramVehicleQuery query = { .account_id = 1 };
  g_autoptr (GPtrArray) vehicles = fill (self);
  gint64 inside;
  g_autoptr (GArray) waiting = list_waiting (vehicles, &inside);
  Figures figures = { 0 };
  g_autoptr (GError) error = NULL;
  GramFigureSums would;
  GramFigureSums listed;
  gint64 n;

  table_fixture_begin (self);
  gram_vehicle_table_mark_ready_ids (self->unit, 1, (const gint64 *)waiting->data, waiting->len,
                                     NOON (5), &n, &error);
  g_assert_no_error (error);
  table_fixture_commit (self);
  gram_vehicle_table_figure (self->store, &query, NULL, 0, work_out, &figures, &would, &error);
  g_assert_no_error (error);
  gram_vehicle_table_figure (self->store, &query, (const gint64 *)waiting->data, waiting->len,
                             work_out, &figures, &listed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (would.charged, >, 5);
  g_assert_cmpint (would.charges, ==, would.grams * 18);
  g_assert_cmpint (would.credits, >, 0);
  g_assert_cmpmem (&would, sizeof would, &listed, sizeof listed);
  table_fixture_begin (self);
  accept (self, waiting, 5, FALSE, &figures);
  g_assert_cmpmem (&would, sizeof would, &figures.posted, sizeof figures.posted);
  gram_vehicle_table_figure (self->store, &query, NULL, 0, work_out, &figures, &would, &error);
  g_assert_no_error (error);
  g_assert_cmpint (would.records, ==, 0);
  gram_unit_rollback (g_steal_pointer (&self->unit));
}

/* Filters, and what the engine does for them. */
static const struct
{
  GramVehicleQuery query;
  const char *plan;
} plans[] = {
  { { .posting_id = 3 }, "SEARCH vehicle USING INDEX vehicle_posting (posting_id=?)" },
  { { .excluded = TRUE }, "SEARCH vehicle USING COVERING INDEX vehicle_excluded (account_id=?)" },
  { { .make = (char *)"FORD", .model = (char *)"Focus", .obligation_year = 2026 },
    "SEARCH vehicle USING INDEX vehicle_make (account_id=? AND make=? AND model=?)" },
  { { .obligation_year = 2026 },
    "SEARCH vehicle USING COVERING INDEX vehicle_accepted (account_id=? AND obligation_year=? AND accepted_period>?)" },
  { { .obligation_year = 2026, .accepted_period = 202603, .scheme = GRAM_CHARGE_SCHEME_PAYG },
    "SEARCH vehicle USING COVERING INDEX vehicle_accepted (account_id=? AND obligation_year=? AND accepted_period=? AND fleet_average=?)" },
  { { .accepted_period = 202603 },
    "SEARCH vehicle USING COVERING INDEX vehicle_accepted (account_id=?)" },
};

static void
test_plans (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) vehicles = fill (self);

  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      GramVehicleQuery query = plans[i].query;
      g_autoptr (GramSql) sql = NULL;
      g_autoptr (GramStatement) statement = NULL;
      g_autoptr (GError) error = NULL;

      query.account_id = 1;
      sql = _gram_vehicle_query_narrow_sql (&query);
      g_string_prepend (sql->text, "EXPLAIN QUERY PLAN ");
      statement = _gram_sql_prepare (sql, self->store, &error);
      g_assert_no_error (error);
      g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_ROW);
      g_assert_cmpstr (gram_statement_text (statement, 3), ==, plans[i].plan);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TABLE_TEST ("/store/acceptance/sums", test_sums);
  TABLE_TEST ("/store/acceptance/changes", test_changes);
  TABLE_TEST ("/store/acceptance/lists", test_lists);
  TABLE_TEST ("/store/acceptance/waiting", test_waiting);
  TABLE_TEST ("/store/acceptance/would", test_would);
  TABLE_TEST ("/store/acceptance/plans", test_plans);

  return g_test_run ();
}
