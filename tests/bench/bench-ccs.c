/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"

#include "bench-lists.h"
#include "bench-registry.h"
#include "gram-acceptance-table.h"
#include "gram-charge-table.h"
#include "gram-journal.h"
#include "gram-ledger-walk.h"
#include "gram-ledger.h"
#include "gram-vehicle-table.h"

#include <inttypes.h>

/*
 * The Clean Car Standard: accepting with a charge, the position of a Fleet Average year from its kept totals, and a statement
 * line by line. The least of each is what the engine's own shell takes for the same rows.
 */

#define AT G_GINT64_CONSTANT (1767268800000000)
#define DAY "2026-01-01"
#define YEAR 2026
#define RATE 1800

#define N_MODELS 200
#define N_TRIES 100
#define FRAME_US 16700
#define LINES_A_POSTING 100

#define SHELL                                                                                      \
  ".bail on\n"                                                                                     \
  "PRAGMA cache_size = -32768;\n"                                                                  \
  "PRAGMA foreign_keys = ON;\n"

/* The rows and the indexes of the schema, nothing worked out, nothing added up, nothing posted. */
#define UPDATE                                                                                     \
  SHELL "BEGIN;\n"                                                                                 \
        "INSERT INTO journal VALUES (999, 1, 1, 1, 'vehicle.accept', 'least', '{}', '{}',"         \
        " zeroblob (32), zeroblob (32));\n"                                                        \
        "INSERT INTO ledger_posting VALUES (999, 999, NULL, 'acceptance', zeroblob (32));\n"       \
        "UPDATE vehicle SET status = 2, accepted_at = 1767268800000000, accepted_by = 1,"          \
        " accepted_automatically = 0, rulebook_id = 1, version = version + 1,"                     \
        " obligation_year = 2026, difference = -1500, charge = 27000, accepted_period = 202601,"   \
        " posting_id = 999 WHERE account_id = 1 AND status = 1 AND attention = 0;\n"               \
        "COMMIT;\n"

#define POSITION                                                                                   \
  SHELL                                                                                            \
  ".output /dev/null\n"                                                                            \
  "SELECT accepted_period, make, model, count (*), sum (difference) FROM vehicle"                  \
  " WHERE account_id = 1 AND obligation_year = 2026 AND fleet_average = 1 GROUP BY 1, 2, 3;\n"

#define ENTRIES                                                                                    \
  SHELL ".output /dev/null\n"                                                                      \
        "SELECT e.id, e.posting_id, p.reverses, p.journal_id, j.at, j.command, j.arguments,"       \
        " s.name, p.meaning, l.role, l.unit, e.amount, e.balance_after FROM ledger_account l"      \
        " JOIN ledger_entry e ON e.ledger_account_id = l.id"                                       \
        " JOIN ledger_posting p ON p.id = e.posting_id JOIN journal j ON j.id = p.journal_id"      \
        " LEFT JOIN person s ON s.id = j.person_id WHERE l.account_id = 1;\n"

static guint64
n_accepted (const Bench *bench)
{
  return MAX (bench->n_rows / 10, 1000);
}

static guint64
n_fleet (const Bench *bench)
{
  return MAX (bench->n_rows * 3 / 10, 1000);
}

static GramStore *
open_for (Bench *bench, const char *name, GramStoreMode mode)
{
  g_autofree char *path = bench_file (bench, name);
  g_autoptr (GError) error = NULL;
  GramStore *store = gram_store_open (path, mode, &error);

  bench_check (store != NULL, error);
  return store;
}

static gint64
append_journal (GramUnit *unit, guint64 n)
{
  g_autofree char *request = g_strdup_printf ("bench-ccs-%" PRIu64, n);
  GramJournalEntry entry = {
    .at = AT,
    .account_id = 1,
    .person_id = 1,
    .command = (char *)"vehicle.accept",
    .arguments = (char *)"{}",
    .result = (char *)"{}",
    .request_id = request,
  };
  g_autoptr (GError) error = NULL;

  bench_check (gram_journal_append (unit, &entry, &error), error);
  return entry.id;
}

/* Vehicles of a model that are ready: one in two is over. */
static void
insert_vehicles (Bench *bench, GramUnit *unit, guint64 first, guint64 n)
{
  g_autoptr (GError) error = NULL;

  for (guint64 i = first; i < first + n; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = gram_test_fleet_vehicle (&bench->fleet, 1, i);

      g_free (vehicle->make);
      vehicle->make = g_strdup_printf ("Make %02u", (guint)(i % N_MODELS / 10));
      g_free (vehicle->model);
      vehicle->model = g_strdup_printf ("Model %03u", (guint)(i % N_MODELS));
      vehicle->type = 'A';
      vehicle->mass_kg = 1200 + (int)(i % 600);
      vehicle->co2_micro = (80 + (gint64)(i % 120)) * 1000000;
      vehicle->missing = 0;
      vehicle->attention = GRAM_ATTENTION_NONE;
      vehicle->status = GRAM_VEHICLE_READY;
      vehicle->ready_at = AT;
      bench_check (gram_vehicle_table_insert (unit, vehicle, 0, &error), error);
    }
}

static void
make_vehicles (Bench *bench, const char *name, guint64 n)
{
  g_autofree char *path = bench_file (bench, name);
  g_autoptr (GramStore) store = bench_registry_create (path);
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (store, &error);

  bench_check (unit != NULL, error);
  insert_vehicles (bench, unit, 0, n);
  bench_check (gram_unit_commit (unit, &error), error);
}

static void
make (Bench *bench)
{
  g_autofree char *ready = bench_file (bench, "ccs-ready.gram");
  g_autofree char *bare = bench_file (bench, "ccs-bare.gram");
  g_autofree char *least = bench_file (bench, "ccs-least.gram");

  make_vehicles (bench, "ccs-ready.gram", n_accepted (bench));
  bench_registry_copy (ready, bare);
  bench_registry_copy (ready, least);
  make_vehicles (bench, "ccs-fleet.gram", n_fleet (bench));
}

/* An acceptance under way. */
typedef struct
{
  GramUnit *unit;
  gint64 journal_id;
  gboolean fleet_average;
} Work;

/* A figure that takes no time to work out: what is measured is keeping it. */
static void
work_out (const GramVehicleRecord *facts, GramCcsShare *share, gpointer data)
{
  const Work *self = data;
  gint64 difference = facts->mass_kg % 2 == 0 ? -1500 : 700;

  *share = (GramCcsShare){ .year = YEAR, .difference = difference };
  if (self->fleet_average)
    return;
  share->credit = MAX (difference, 0);
  share->charge = MAX (-difference, 0) * RATE / 100;
}

static gboolean
add_charge (const Work *self, const GramFigureSums *sums, gint64 posting_id, GError **error)
{
  g_autoptr (GramChargeRecord) record = gram_charge_record_new ();

  record->account_id = 1;
  record->year = YEAR;
  record->vehicles = (int)sums->charged;
  record->grams = sums->grams;
  record->rate = RATE;
  record->amount = record->outstanding = sums->charges;
  g_set_str (&record->arisen_on, DAY);
  g_set_str (&record->due_on, DAY);
  record->rulebook_id = 1;
  record->posting_id = posting_id;
  record->journal_id = self->journal_id;
  return gram_charge_table_insert (self->unit, record, error);
}

static gboolean
post (const GramFigureSums *sums, gint64 *posting_id, gpointer data, GError **error)
{
  const Work *self = data;
  const GramLedgerLine lines[] = {
    { 0, "issue", "ccs-credit/used/2026", -sums->credits },
    { 1, "holding", "ccs-credit/used/2026", sums->credits },
    { 0, "charge", "NZD", -sums->charges },
    { 1, "charges", "NZD", sums->charges },
  };

  *posting_id = 0;
  return self->fleet_average
         || (gram_ledger_post (self->unit, self->journal_id, "acceptance", lines,
                               G_N_ELEMENTS (lines), posting_id, error)
             && add_charge (self, sums, *posting_id, error));
}

static GramAcceptance
acceptance_of (Work *work, int month, gboolean figures)
{
  return (GramAcceptance){
    .at = AT,
    .person_id = 1,
    .rulebook_id = 1,
    .period = YEAR * 100 + month,
    .fleet_average = work->fleet_average,
    .figure = figures ? work_out : NULL,
    .post = figures ? post : NULL,
    .data = work,
  };
}

/* Accepts all; with figures, or without. */
static void
accept (Bench *bench, const char *name, gboolean figures)
{
  const GramVehicleQuery query = { .account_id = 1 };
  gint64 start = g_get_monotonic_time ();
  Work work = { NULL };
  const GramAcceptance acceptance = acceptance_of (&work, 1, figures);
  g_autoptr (GramStore) store = open_for (bench, name, GRAM_STORE_READ_WRITE);
  g_autoptr (GError) error = NULL;
  gint64 accepted;
  gint64 units;

  work.unit = gram_unit_begin (store, &error);
  bench_check (work.unit != NULL, error);
  work.journal_id = append_journal (work.unit, 0);
  bench_check (gram_vehicle_table_accept_query (work.unit, &query, &acceptance, &accepted, &units,
                                                &error)
                   && gram_unit_commit (work.unit, &error),
               error);
  g_clear_pointer (&store, gram_store_close);
  bench_figure ("us", g_get_monotonic_time () - start);
  bench_figure ("accepted", accepted);
}

static void
accept_charged (Bench *bench)
{
  accept (bench, "ccs-ready.gram", TRUE);
}

static void
accept_bare (Bench *bench)
{
  accept (bench, "ccs-bare.gram", FALSE);
}

/* A year: a twelfth of the vehicles each month. */
static void
accept_fleet (Bench *bench)
{
  const GramVehicleQuery query = { .account_id = 1 };
  g_autoptr (GramStore) store = open_for (bench, "ccs-fleet.gram", GRAM_STORE_READ_WRITE);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  Work work = { .fleet_average = TRUE };
  gint64 sum = 0;

  ids = gram_vehicle_table_ids (store, &query, 0, &error);
  bench_check (ids != NULL, error);
  work.unit = gram_unit_begin (store, &error);
  bench_check (work.unit != NULL, error);
  for (guint month = 0; month < 12; month++)
    {
      const GramAcceptance acceptance = acceptance_of (&work, (int)month + 1, TRUE);
      guint first = ids->len * month / 12;
      guint last = ids->len * (month + 1) / 12;
      gint64 accepted;
      gint64 units;

      bench_check (gram_vehicle_table_accept_ids (work.unit, 1, &g_array_index (ids, gint64, first),
                                                  last - first, &acceptance, &accepted, &units,
                                                  &error),
                   error);
      sum += accepted;
    }
  bench_check (gram_unit_commit (work.unit, &error), error);
  bench_figure ("accepted", sum);
}

/* Net position, its months and its models: what the page shows. */
static gint64
time_position (GramStore *store, guint64 expected)
{
  const GramAcceptanceFilter filter
      = { .account_id = 1, .year = YEAR, .scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) months = NULL;
  g_autoptr (GPtrArray) models = NULL;
  g_autoptr (GError) error = NULL;
  GramAcceptanceAmount amount;
  gint64 us;

  bench_check (gram_acceptance_table_sums (store, &filter, &amount, &error), error);
  months = gram_acceptance_table_months (store, &filter, &error);
  models = gram_acceptance_table_models (store, &filter, &error);
  bench_check (months != NULL && models != NULL, error);
  us = g_get_monotonic_time () - start;
  if (amount.records != (gint64)expected || models->len < N_MODELS)
    g_error ("the position is not that of the vehicles");
  return us;
}

static void
position (Bench *bench)
{
  g_autoptr (GramStore) store = open_for (bench, "ccs-fleet.gram", GRAM_STORE_READ_ONLY);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 sum = 0;

  for (guint i = 0; i < N_TRIES; i++)
    {
      gint64 time = time_position (store, n_fleet (bench));

      sum += time;
      g_array_append_val (times, time);
    }
  bench_print_spread ("position", times);
  bench_figure ("mean", sum / N_TRIES);
}

/* Entries of one account: half credits, half money, a hundred a posting. */
static void
make_entries (Bench *bench)
{
  g_autofree char *path = bench_file (bench, "ccs-ledger.gram");
  g_autoptr (GramStore) store = bench_registry_create (path);
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (store, &error);
  gint64 journal_id;

  bench_check (unit != NULL, error);
  journal_id = append_journal (unit, 0);
  for (guint64 i = 0; i < bench->n_rows; i += 2)
    {
      const GramLedgerLine lines[] = {
        { 1, "holding", "ccs-credit/used/2026", 7 },
        { 0, "issue", "ccs-credit/used/2026", -7 },
        { 1, "charges", "NZD", 126 },
        { 0, "charge", "NZD", -126 },
      };

      if (i > 0 && i % LINES_A_POSTING == 0)
        journal_id = append_journal (unit, i);
      bench_check (gram_ledger_post (unit, journal_id, "acceptance", lines, G_N_ELEMENTS (lines),
                                     NULL, &error),
                   error);
    }
  bench_check (gram_unit_commit (unit, &error), error);
}

static gboolean
count_line (const GramLedgerStep *step, gpointer data, GError **error)
{
  gint64 *n = data;

  *n += step->line->amount != 0 ? 1 : 0;
  return TRUE;
}

/* Opening, every line, closing, and how many they are. */
static void
statement (Bench *bench)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GramStore) store = open_for (bench, "ccs-ledger.gram", GRAM_STORE_READ_ONLY);
  g_autoptr (GPtrArray) opening = NULL;
  g_autoptr (GPtrArray) closing = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last;
  gint64 count;
  gint64 n = 0;

  bench_check (gram_store_begin_read (store, &error), error);
  bench_check (gram_ledger_last_before (store, 0, &last, &error), error);
  opening = gram_ledger_balances_after (store, 1, 0, &error);
  closing = gram_ledger_balances_after (store, 1, last, &error);
  bench_check (opening != NULL && closing != NULL, error);
  bench_check (gram_ledger_count (store, 1, 0, last, &count, &error), error);
  bench_figure ("first", g_get_monotonic_time () - start);
  bench_check (gram_ledger_walk (store, 1, 0, last, count_line, &n, NULL, &error), error);
  gram_store_end_read (store);
  bench_figure ("us", g_get_monotonic_time () - start);
  if (n != count || n != (gint64)(bench->n_rows + 1) / 2 * 2 || closing->len != 2)
    g_error ("the statement has not every line");
}

static void
run_acceptance (Bench *bench)
{
  g_autofree char *copy = bench_file (bench, "ccs-least.gram");
  const char *const argv[] = { "sqlite3", copy, NULL };
  g_autoptr (BenchResult) charged = bench_run (bench, "ccs-accept");
  g_autoptr (BenchResult) bare = bench_run (bench, "ccs-accept-bare");
  g_autoptr (BenchResult) least = bench_run_program (bench, argv, UPDATE);
  g_autofree char *title = g_strdup_printf ("accept %" PRId64 " with a charge / bare UPDATE",
                                            bench_result_get (charged, "accepted"));

  if (bench_result_get (charged, "accepted") != (gint64)n_accepted (bench)
      || bench_result_get (bare, "accepted") != (gint64)n_accepted (bench))
    g_error ("not all that is ready was accepted");
  bench_add_ratio (bench, title, bench_result_get (charged, "us"), least->wall_us, 300);
  bench_add_ratio (bench, "  the same / accepting without figures",
                   bench_result_get (charged, "us"), bench_result_get (bare, "us"), 0);
}

static void
run_position (Bench *bench)
{
  g_autofree char *path = bench_file (bench, "ccs-fleet.gram");
  const char *const argv[] = { "sqlite3", path, NULL };
  g_autoptr (BenchResult) accepted = bench_run (bench, "ccs-accept-fleet");
  g_autoptr (BenchResult) kept = bench_run (bench, "ccs-position");
  g_autoptr (BenchResult) least = bench_run_program (bench, argv, POSITION);
  g_autofree char *title
      = g_strdup_printf ("position, months and models of %" PRId64 " Fleet Average vehicles, ",
                         bench_result_get (accepted, "accepted"));
  g_autofree char *median = g_strconcat (title, "median", NULL);
  g_autofree char *p99 = g_strconcat (title, "p99", NULL);

  bench_add_time (bench, median, bench_result_get (kept, "position-median"), FRAME_US);
  bench_add_time (bench, p99, bench_result_get (kept, "position-p99"), FRAME_US);
  bench_add_ratio (bench, "  the same / SELECT sum … GROUP BY month, model",
                   bench_result_get (kept, "mean"), least->wall_us, 100);
}

static void
run_statement (Bench *bench)
{
  g_autofree char *path = bench_file (bench, "ccs-ledger.gram");
  const char *const argv[] = { "sqlite3", path, NULL };
  g_autoptr (BenchResult) made = bench_run (bench, "ccs-make-entries");
  g_autoptr (BenchResult) walked = bench_run (bench, "ccs-statement");
  g_autoptr (BenchResult) least = bench_run_program (bench, argv, ENTRIES);
  g_autofree char *title
      = g_strdup_printf ("statement of %" PRIu64 " entries / SELECT of them", bench->n_rows);

  bench_add_ratio (bench, title, bench_result_get (walked, "us"), least->wall_us, 150);
  bench_add_time (bench, "  opening, closing and count of it", bench_result_get (walked, "first"),
                  0);
  bench_add_memory (bench, "  peak memory of that", walked->peak_kib, 0);
}

static void
run (Bench *bench)
{
  g_autoptr (BenchResult) made = bench_run (bench, "ccs-make");

  run_acceptance (bench);
  run_position (bench);
  run_statement (bench);
}

static const BenchPartInfo parts[] = { { "ccs-make", make },
                                       { "ccs-accept", accept_charged },
                                       { "ccs-accept-bare", accept_bare },
                                       { "ccs-accept-fleet", accept_fleet },
                                       { "ccs-position", position },
                                       { "ccs-make-entries", make_entries },
                                       { "ccs-statement", statement },
                                       { NULL, NULL } };

const BenchSuiteInfo bench_ccs = { "ccs", run, parts };
