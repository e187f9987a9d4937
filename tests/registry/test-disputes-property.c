/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures-fixture.h"

#include "gram-case-query.h"
#include "gram-correction-table.h"
#include "gram-ledger-query.h"

#include <inttypes.h>
#include <string.h>

/*
 * Any sequence of disputes, corrections, register files, acceptances, decisions and payments over five thousand vehicles:
 * whatever is refused, every total equals a recomputation of its own here, every reversal has its original, and the
 * registry verifies. GLib prints the seed; --seed=… repeats a run.
 */
#define VEHICLES 5000
#define STEPS 600
#define STEPS_BETWEEN_TOTALS 20
#define STEPS_BETWEEN_WHOLE_CHECKS 100

typedef struct
{
  Fixture *f;
  guint n_files;
  gint64 paid;
  GHashTable *done;
} World;

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static int
some (int least, int most)
{
  return g_test_rand_int_range (least, most + 1);
}

static FixturePerson
some_holder (void)
{
  return chance (50) ? OWNER : ACCEPTER;
}

static FixturePerson
some_handler (void)
{
  return chance (50) ? CASE_HANDLER : DECISION_MAKER;
}

/* A number with a vehicle behind it, and now and then without. */
static char *
dup_some_chassis (void)
{
  return g_strdup_printf ("MANY-%d", 1000000 + some (1, VEHICLES + VEHICLES / 100));
}

/* Some neighbours, so that two selections often share a vehicle. */
static char *
dup_some_vehicles (int most)
{
  GString *text = g_string_new ("[");
  int first = some (1, VEHICLES);
  int wanted = some (1, most);
  int n = MIN (wanted, VEHICLES - first + 1);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s'MANY-%d'", i > 0 ? ", " : "", 1000000 + first + i);
  return g_string_free_and_steal (g_string_append_c (text, ']'));
}

/* Sends a command. Nothing but a sentence may stand in its way. */
static gboolean
send (World *world, FixturePerson who, const char *command, const char *json)
{
  if (*fixture_do (world->f, who, command, "%s", json) != '\0')
    {
      g_assert_cmpstr (world->f->message, !=, "");
      return FALSE;
    }
  g_hash_table_insert (world->done, (gpointer)command,
                       GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (world->done, command))
                                        + 1));
  return TRUE;
}

static gboolean
send_format (World *world, FixturePerson who, const char *command, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static gboolean
send_format (World *world, FixturePerson who, const char *command, const char *format, ...)
{
  g_autofree char *json = NULL;
  va_list list;

  va_start (list, format);
  json = g_strdup_vprintf (format, list);
  va_end (list);
  return send (world, who, command, json);
}

static void
open_disputes (World *world)
{
  g_autofree char *vehicles = dup_some_vehicles (30);
  const char *shared = chance (40) ? "true" : "false";

  if (chance (70))
    send_format (world, some_holder (), "dispute.open",
                 "{'account': '@', 'kind': 'value', 'reason': 'Weighed.', 'field': '%s',"
                 " 'claimed': '%d', 'vehicles': %s, 'shared': %s, 'skip': true}",
                 chance (70) ? "co2" : "mass", some (80, 140) * (chance (30) ? 10 : 1), vehicles,
                 shared);
  else
    send_format (world, some_holder (), "dispute.open",
                 "{'account': '@', 'kind': 'not-ours', 'reason': 'Sold.', 'vehicles': %s,"
                 " 'shared': %s, 'skip': true%s}",
                 vehicles, shared, chance (20) ? ", 'right-account': '@2'" : "");
}

static void
report_missing (World *world)
{
  g_autofree char *chassis = dup_some_chassis ();

  send_format (world, some_holder (), "dispute.open",
               "{'account': '@', 'kind': 'missing', 'reason': 'Ours.', 'chassis': '%s',"
               " 'details': {'make': 'Toyota', 'model': 'Vitz', 'type': 'A', 'mass': '1100',"
               " 'co2': '%d'}}",
               chassis, some (80, 140));
}

static void
ask_correction (World *world)
{
  g_autofree char *chassis = dup_some_chassis ();
  g_autoptr (GramVehicleRecord) vehicle = fixture_vehicle (world->f, chassis);

  if (vehicle == NULL)
    return;
  send_format (world, chance (50) ? some_holder () : some_handler (), "correction.open",
               "{'account': '@', 'vehicle': %" PRId64 ", 'reason': 'A new certificate.', %s, "
               "'claimed': '%d'}",
               vehicle->id, "'kind': 'value', 'field': 'co2'", some (80, 140));
}

static void
bring_in (World *world)
{
  g_autoptr (GString) csv = g_string_new ("chassis,make,model,type,mass_kg,co2_g_km,status\n");
  g_autofree char *name = g_strdup_printf ("file-%u.csv", world->n_files++);
  g_autofree char *path = NULL;
  int first = some (1, VEHICLES);
  int n = some (1, 60);

  for (int i = 0; i < n; i++)
    g_string_append_printf (csv, "MANY-%d,Toyota,Aqua,A,%d,%d,%s\n", 1000000 + first + i,
                            chance (80) ? 1482 : some (1000, 1700), some (80, 140),
                            chance (80) ? "ready" : "entered");
  path = fixture_file (world->f, name, csv->str);
  send_format (world, ADMINISTRATOR, "vehicle.import",
               "{'account': '@', 'file': '%s', 'skip-rejected': true}", path);
}

static void
accept (World *world)
{
  g_autofree char *vehicles = dup_some_vehicles (400);

  if (chance (90))
    send_format (world, some_holder (), "vehicle.accept",
                 "{'account': '@', 'vehicles': %s, 'skip': true}", vehicles);
  else
    send_format (world, some_holder (), "vehicle.accept",
                 "{'account': '@', 'filter': {'search': 'MANY-10%02d'}}", some (0, 49));
}

static void
mark_ready (World *world)
{
  g_autofree char *vehicles = dup_some_vehicles (20);

  send_format (world, ADMINISTRATOR, "vehicle.mark-ready", "{'account': '@', 'vehicles': %s}",
               vehicles);
}

static void
switch_auto_accept (World *world)
{
  send_format (world, OWNER, "account.set-auto-accept",
               "{'account': '@', 'switches': [%s], 'include-waiting': false}",
               chance (60) ? "'credit'" : "");
}

static void
claim (World *world)
{
  static const char *const kinds[] = { "dispute", "correction", "difference" };

  send_format (world, some_handler (), "case.claim", "{'kind': '%s', 'limit': %d}",
               kinds[some (0, 2)], some (1, 15));
}

/* Some cases of these kinds in these states, as a list; NULL none. */
static char *
dup_some_cases (World *world, guint kinds, guint states, FixturePerson who, int most)
{
  const GramCaseQuery query = {
    .account_id = 1,
    .kinds = kinds,
    .states = states,
    .claimant = who < N_PERSONS ? GRAM_CASE_CLAIMANT_PERSON : GRAM_CASE_CLAIMANT_ANY,
    .claimant_id = who < N_PERSONS ? gram_actor_get_person_id (world->f->actors[who]) : 0,
    .order = GRAM_CASE_ORDER_NUMBER,
  };
  GError *error = NULL;
  g_autoptr (GArray) ids
      = gram_case_table_ids (gram_registry_get_store (world->f->registry), &query, 0, &error);
  GString *text;
  guint first;
  guint end;

  g_assert_no_error (error);
  if (ids->len == 0)
    return NULL;
  text = g_string_new (NULL);
  first = (guint)some (0, (int)ids->len - 1);
  end = first + (guint)some (1, most);
  for (guint i = first; i < end && i < ids->len; i++)
    g_string_append_printf (text, "%s%" PRId64, text->len > 0 ? ", " : "",
                            g_array_index (ids, gint64, i));
  return g_string_free_and_steal (text);
}

static void
decide_disputes (World *world)
{
  FixturePerson who = some_handler ();
  g_autofree char *cases
      = dup_some_cases (world, GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION, GRAM_CASE_CLAIMED, who, 5);

  if (cases == NULL)
    return;
  if (chance (35))
    send_format (world, who, "dispute.decline",
                 "{'account': '@', 'cases': [%s], 'reason': 'The register is right.'}", cases);
  else
    send_format (world, who, "dispute.uphold", "{'account': '@', 'cases': [%s]%s}", cases,
                 chance (20) ? ", 'values': {'co2': '104.5'}" : "");
}

static void
decide_differences (World *world)
{
  FixturePerson who = some_handler ();
  g_autofree char *cases = dup_some_cases (world, GRAM_CASE_DIFFERENCE, GRAM_CASE_CLAIMED, who, 8);

  if (cases == NULL)
    return;
  if (chance (30))
    send_format (world, who, "difference.keep", "{'account': '@', 'cases': [%s]}", cases);
  else
    send_format (world, who, "difference.take", "{'account': '@', 'cases': [%s]%s}", cases,
                 chance (30) ? ", 'fields': ['co2']" : "");
}

static void
withdraw (World *world)
{
  g_autofree char *one = dup_some_cases (world, GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION,
                                         GRAM_CASE_UNDECIDED, N_PERSONS, 1);

  if (one != NULL)
    send_format (world, some_holder (), "case.withdraw", "{'account': '@', 'case': %s}", one);
}

static void
ask_or_answer (World *world)
{
  FixturePerson who = some_handler ();
  g_autofree char *asked
      = dup_some_cases (world, GRAM_CASE_ALL_KINDS, GRAM_CASE_INFORMATION_ASKED, N_PERSONS, 1);
  g_autofree char *claimed = dup_some_cases (world, GRAM_CASE_DISPUTE, GRAM_CASE_CLAIMED, who, 1);

  if (asked != NULL && chance (60))
    send_format (world, some_holder (), "case.answer",
                 "{'account': '@', 'case': %s, 'text': 'Here it is.'}", asked);
  else if (claimed != NULL)
    send_format (world, who, "case.ask",
                 "{'account': '@', 'case': %s, 'text': 'Send the certificate.'}", claimed);
}

static void
pay (World *world)
{
  int dollars = some (1, 5000);

  if (send_format (world, ADMINISTRATOR, "payment.record",
                   "{'account': '@', 'amount': '%d.00', 'paid-on': '" LIFE_TODAY "',"
                   " 'reference': 'Bank'}",
                   dollars))
    world->paid += (gint64)dollars * 100;
}

static const struct
{
  void (*func) (World *world);
  int weight;
} acts[] = {
  { open_disputes, 16 },
  { report_missing, 4 },
  { ask_correction, 12 },
  { bring_in, 10 },
  { accept, 16 },
  { mark_ready, 2 },
  { claim, 14 },
  { decide_disputes, 16 },
  { decide_differences, 6 },
  { withdraw, 4 },
  { ask_or_answer, 4 },
  { pay, 2 },
  { switch_auto_accept, 2 },
};

static void
act (World *world)
{
  int total = 0;
  int drawn;

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    total += acts[i].weight;
  drawn = some (0, total - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if ((drawn -= acts[i].weight) < 0)
      {
        acts[i].func (world);
        return;
      }
}

/* What the records of the account say, added up one by one. */
static void
add_up (World *world, gint64 *credits, gint64 *charges)
{
  GramStore *store = gram_registry_get_store (world->f->registry);
  const GramVehicleQuery query = { .account_id = 1, .statuses = 1u << GRAM_VEHICLE_ACCEPTED };
  GError *error = NULL;
  g_autoptr (GArray) ids = gram_vehicle_table_ids (store, &query, 0, &error);

  g_assert_no_error (error);
  *credits = 0;
  *charges = 0;
  for (guint at = 0; at < ids->len; at += 1000)
    {
      g_autoptr (GPtrArray) page = gram_vehicle_table_page (store, &g_array_index (ids, gint64, at),
                                                            MIN (1000, ids->len - at), &error);

      g_assert_no_error (error);
      for (guint i = 0; i < page->len; i++)
        {
          const GramVehicleRecord *vehicle = page->pdata[i];

          *credits += MAX (vehicle->difference, 0);
          *charges += vehicle->charge;
        }
    }
}

/* Credits were never spent here, and what was paid was paid for charges: so the ledger has to have exactly this. */
static void
check_totals (World *world)
{
  gint64 credits;
  gint64 charges;

  add_up (world, &credits, &charges);
  g_assert_cmpint (figures_balance (world->f, 1, "holding", CREDIT_USED_2026), ==, credits);
  g_assert_cmpint (figures_balance (world->f, 1, "charges", "NZD")
                       - figures_balance (world->f, 1, "in-favour", "NZD"),
                   ==, charges - world->paid);
}

/* What was taken back had been posted before, and names the case that took it back. */
static void
check_reversals (World *world)
{
  GramStore *store = gram_registry_get_store (world->f->registry);
  GError *error = NULL;
  g_autoptr (GPtrArray) lines = gram_ledger_list (store, 1, 0, 0, 0, 0, &error);
  guint n_reversals = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const GramLedgerEntryLine *line = lines->pdata[i];
      gint64 case_id;
      gint64 reverses;

      if (!g_str_equal (line->meaning, "reversal"))
        continue;
      gram_correction_table_of_posting (store, line->posting_id, &case_id, &reverses, &error);
      g_assert_no_error (error);
      g_assert_cmpint (case_id, >, 0);
      g_assert_cmpint (reverses, >, 0);
      g_assert_cmpint (reverses, <, line->posting_id);
      n_reversals++;
    }
  g_test_message ("%u reversals", n_reversals);
}

static void
test_property (void)
{
  World world = { .f = life_new (GRAM_REGISTRY_ADMINISTRATOR),
                  .done = g_hash_table_new (g_str_hash, g_str_equal) };
  GHashTableIter iter;
  gpointer command;
  gpointer times;

  dispute_enter_many (world.f, VEHICLES);
  for (int step = 1; step <= STEPS; step++)
    {
      act (&world);
      if (step % STEPS_BETWEEN_TOTALS == 0)
        check_totals (&world);
      if (step % STEPS_BETWEEN_WHOLE_CHECKS == 0)
        {
          check_reversals (&world);
          fixture_verify (world.f);
        }
    }
  g_hash_table_iter_init (&iter, world.done);
  while (g_hash_table_iter_next (&iter, &command, &times))
    g_test_message ("%s: %d", (const char *)command, GPOINTER_TO_INT (times));
  /* A run in which nothing is ever decided would prove little. */
  g_assert_nonnull (g_hash_table_lookup (world.done, "dispute.uphold"));
  g_assert_nonnull (g_hash_table_lookup (world.done, "vehicle.accept"));
  g_hash_table_unref (world.done);
  fixture_free (world.f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/disputes/property", test_property);
  return g_test_run ();
}
