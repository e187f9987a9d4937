/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"

#include "bench-lists.h"
#include "bench-registry.h"
#include "gram-account-table.h"
#include "gram-baseline-table.h"
#include "gram-ccts.h"
#include "gram-ledger.h"
#include "gram-participants.h"
#include "gram-rulebooks.h"
#include "gram-surrender-table.h"
#include "gram-vehicle-table.h"

#include <inttypes.h>

/*
 * A scheme year of 100 participants and twice as many cars as the bench has rows: N, activity and allocation from the kept
 * totals, the same from the cars themselves, and the commands of a year up to its closing. The least that adding the cars up
 * can cost is the engine's own GROUP BY over the same table.
 */

#define FILE_NAME "ccts.gram"
#define ADMINISTRATOR "mere@example.org"
#define PASSWORD "kowhai-in-bloom-2026"

#define YEAR 2026
#define FIRST_ON "2026-01-01"
#define LAST_ON "2026-12-31"
#define IN_WINDOW "2027-11-10"
#define AFTER_WINDOW "2028-01-05"

#define N_PARTICIPANTS 100
#define N_TRIES 20
#define N_RECOUNTS 3
#define KEPT_US 50000

#define MICRO G_GINT64_CONSTANT (1000000)

#define LEAST                                                                                      \
  ".bail on\n"                                                                                     \
  "PRAGMA cache_size = -32768;\n"                                                                  \
  "PRAGMA temp_store = MEMORY;\n"                                                                  \
  ".output /dev/null\n"                                                                            \
  "SELECT account_id, count (*), sum (units * co2) FROM vehicle GROUP BY account_id;\n"

/* Fewer would be no participant (art. 32(1)). */
static guint64
cars_of_each (const Bench *bench)
{
  return MAX (bench->n_rows * 2 / N_PARTICIPANTS, 1000);
}

static gint64
insert_account (GramUnit *unit, guint i)
{
  g_autoptr (GramAccountRecord) account = gram_account_record_new ();
  g_autoptr (GError) error = NULL;

  account->kind = GRAM_ACCOUNT_CCTS;
  g_free (account->number);
  account->number = g_strdup_printf ("90%06u", i);
  g_free (account->holder);
  account->holder = g_strdup_printf ("Motors %03u plc", i);
  g_set_str (&account->contact_name, "Aroha Ngata");
  g_set_str (&account->contact_email, "aroha@example.org");
  account->opened_at = 1;
  bench_check (gram_account_table_insert (unit, account, &error), error);
  return account->id;
}

/* A car that is complete; every third has one of three savings. */
static void
insert_car (Bench *bench, GramUnit *unit, gint64 account_id, guint64 number)
{
  GramTestFleet fleet = { bench->fleet.seed, GRAM_ACCOUNT_CCTS };
  g_autoptr (GramVehicleRecord) car = gram_test_fleet_vehicle (&fleet, account_id, number);
  g_autoptr (GError) error = NULL;
  gboolean saves = number % 3 == 0;

  g_free (car->registered_on);
  car->registered_on
      = g_strdup_printf ("2026-%02u-%02u", (guint)(number / 28 % 12) + 1, (guint)(number % 28) + 1);
  car->units = 1;
  car->zero_emission = FALSE;
  car->corrected_micro = GRAM_CO2_UNKNOWN;
  car->co2_micro = (100 + (gint64)(number % 60)) * MICRO;
  car->saving_micro = saves ? MICRO + (gint64)(number % 7) * 100000 : 0;
  g_free (car->eco_codes);
  car->eco_codes = saves ? g_strdup_printf ("e13 %u", 28 + (guint)(number / 3 % 3)) : g_strdup ("");
  car->missing = 0;
  car->attention = GRAM_ATTENTION_NONE;
  bench_check (gram_vehicle_table_insert (unit, car, 0, &error), error);
}

static void
insert_cars (Bench *bench, GramStore *store)
{
  g_autoptr (GError) error = NULL;
  guint64 each = cars_of_each (bench);

  for (guint i = 0; i < N_PARTICIPANTS; i++)
    {
      GramUnit *unit = gram_unit_begin (store, &error);
      gint64 account_id;

      bench_check (unit != NULL, error);
      account_id = insert_account (unit, i + 1);
      for (guint64 car = 0; car < each; car++)
        insert_car (bench, unit, account_id, i * each + car);
      bench_check (gram_unit_commit (unit, &error), error);
    }
}

static void
make_registry (Bench *bench)
{
  const GramSetup setup = { .kind = GRAM_REGISTRY_PRACTICE,
                            .title = "Bench",
                            .email = ADMINISTRATOR,
                            .name = "Mere Tamihana",
                            .password = PASSWORD,
                            .practice_today = IN_WINDOW };
  g_autofree char *path = bench_file (bench, FILE_NAME);
  g_autoptr (GramRegistry) registry = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  bench_registry_remove (path);
  registry = gram_registry_create (path, &setup, &refusal, &error);
  bench_check (registry != NULL, error);
  insert_cars (bench, gram_registry_get_store (registry));
}

static GramStore *
open_store (Bench *bench)
{
  g_autofree char *path = bench_file (bench, FILE_NAME);
  g_autoptr (GError) error = NULL;
  GramStore *store = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);

  bench_check (store != NULL, error);
  return store;
}

/* Activity of all participants, and what N × B makes of them. */
static gint64
time_kept (GramStore *store, const GramCctsRules *rules, gint64 *cars)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) participants = NULL;

  participants = gram_participants_list_provisional (store, rules, YEAR, FALSE, NULL, &error);
  bench_check (participants != NULL, error);
  *cars = 0;
  for (guint i = 0; i < participants->len; i++)
    {
      const GramParticipant *participant = &g_array_index (participants, GramParticipant, i);
      GramCctsAllocation allocation;

      bench_check (gram_ccts_allocation (rules, participant->cars, 130 * MICRO, &allocation, NULL),
                   NULL);
      *cars += participant->cars;
    }
  return g_get_monotonic_time () - start;
}

static void
measure_kept (Bench *bench)
{
  g_autoptr (GramStore) store = open_store (bench);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 cars;

  gram_rulebooks_in_force (store, GRAM_ACCOUNT_CCTS, IN_WINDOW, &id, &rulebook, &error);
  bench_check (rulebook != NULL, error);
  for (guint i = 0; i < N_TRIES; i++)
    {
      gint64 time = time_kept (store, rulebook->ccts, &cars);

      g_array_append_val (times, time);
    }
  g_assert (cars == (gint64)cars_of_each (bench) * N_PARTICIPANTS);
  bench_print_spread ("kept", times);
}

static void
recount (Bench *bench)
{
  g_autoptr (GramStore) store = open_store (bench);
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < N_RECOUNTS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) sums
          = gram_registration_table_recount (store, 0, FIRST_ON, LAST_ON, &error);

      bench_check (sums != NULL, error);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  bench_figure ("recount", best);
}

/* Each has a baseline, and surrenders all that its activity takes. */
static void
settle (GramRegistry *registry, gboolean surrenders)
{
  GramStore *store = gram_registry_get_store (registry);
  g_autoptr (GArray) participants = NULL;
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (store, &error);

  bench_check (unit != NULL, error);
  participants = gram_participants_list (store, YEAR, &error);
  bench_check (participants != NULL && participants->len == N_PARTICIPANTS, error);
  for (guint i = 0; i < participants->len; i++)
    {
      const GramParticipant *participant = &g_array_index (participants, GramParticipant, i);
      gint64 quantity = (participant->activity + 999) / 1000;
      const GramLedgerLine lines[]
          = { { participant->account_id, "holding", "ccts/2026", -quantity },
              { 0, "surrender", "ccts/2026", quantity } };
      g_autoptr (GramBaselineRecord) baseline = gram_baseline_record_new ();
      g_autoptr (GramSurrenderRecord) surrender = gram_surrender_record_new ();

      baseline->year = surrender->year = YEAR;
      baseline->account_id = surrender->account_id = participant->account_id;
      baseline->journal_id = surrender->journal_id = 1;
      baseline->value = 130 * MICRO + i;
      g_set_str (&baseline->source, "Notice of baselines");
      g_set_str (&baseline->dated_on, LAST_ON);
      g_set_str (&baseline->reason, "As notified");
      surrender->quantity = quantity;
      surrender->at = 1;
      if (surrenders)
        bench_check (gram_ledger_post (unit, 1, "surrender", lines, G_N_ELEMENTS (lines),
                                       &surrender->posting_id, &error)
                         && gram_surrender_table_insert (unit, surrender, &error),
                     error);
      else
        bench_check (gram_baseline_table_insert (unit, baseline, &error), error);
    }
  bench_check (gram_unit_commit (unit, &error), error);
}

static void
time_step (GramRegistry *registry, GramActor *actor, const char *command)
{
  GVariant *arguments = g_variant_new_parsed ("{'year': <int64 2026>, 'reference': <'D 1'>}");

  bench_figure (command, bench_time_command (registry, actor, command, arguments));
}

static void
close_year (Bench *bench)
{
  g_autofree char *path = bench_file (bench, FILE_NAME);
  g_autoptr (GramRegistry) registry = NULL;
  g_autoptr (GramActor) actor = NULL;
  g_autoptr (GError) error = NULL;

  registry = gram_registry_open (path, GRAM_STORE_READ_WRITE, &error);
  bench_check (registry != NULL, error);
  actor = bench_sign_in (registry, ADMINISTRATOR, PASSWORD);
  time_step (registry, actor, "year.measure");
  settle (registry, FALSE);
  time_step (registry, actor, "allocation.post");
  settle (registry, TRUE);
  bench_check (gram_registry_set_today (registry, AFTER_WINDOW, NULL), NULL);
  time_step (registry, actor, "year.account");
  time_step (registry, actor, "year.close");
}

static gint64
time_least (Bench *bench, gint64 *cpu_us)
{
  g_autofree char *path = bench_file (bench, FILE_NAME);
  const char *const argv[] = { "sqlite3", path, NULL };
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < N_RECOUNTS; i++)
    {
      g_autoptr (BenchResult) least = bench_run_program (bench, argv, LEAST);

      best = MIN (best, least->wall_us);
      *cpu_us = MIN (*cpu_us, least->cpu_us);
    }
  return best;
}

static const struct
{
  const char *key;
  const char *what;
} steps[] = {
  { "year.measure", "a year of 100 participants measured" },
  { "allocation.post", "its allowances allocated" },
  { "year.account", "accounted for" },
  { "year.close", "closed" },
};

static void
run (Bench *bench)
{
  g_autoptr (BenchResult) made = bench_run (bench, "ccts-make");
  g_autoptr (BenchResult) kept = bench_run (bench, "ccts-kept");
  g_autoptr (BenchResult) counted = bench_run (bench, "ccts-recount");
  gint64 least_cpu = G_MAXINT64;
  gint64 least = time_least (bench, &least_cpu);
  g_autoptr (BenchResult) closed = bench_run (bench, "ccts-close");

  bench_add_time (bench, "activity and allocation of 100 participants, kept totals, median",
                  bench_result_get (kept, "kept-median"), KEPT_US);
  bench_add_time (bench, "activity and allocation of 100 participants, kept totals, p99",
                  bench_result_get (kept, "kept-p99"), KEPT_US);
  bench_add_ratio (bench, "the same from the cars / SELECT … GROUP BY account_id",
                   bench_result_get (counted, "recount"), least, 150);
  bench_add_ratio (bench, "  in processor time, opening included", counted->cpu_us / N_RECOUNTS,
                   least_cpu, 150);
  bench_add_memory (bench, "peak memory of that", counted->peak_kib, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    bench_add_time (bench, steps[i].what, bench_result_get (closed, steps[i].key), 0);
}

static const BenchPartInfo parts[] = { { "ccts-make", make_registry },
                                       { "ccts-kept", measure_kept },
                                       { "ccts-recount", recount },
                                       { "ccts-close", close_year },
                                       { NULL, NULL } };

const BenchSuiteInfo bench_ccts = { "ccts", run, parts };
