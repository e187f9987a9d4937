/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"

#include "gram-queries-charges.h"

#include <inttypes.h>

static GramAcceptBill *
bill (Fixture *f, FixturePerson who, const char *json, const char *refused)
{
  g_autoptr (GVariant) arguments = fixture_arguments (f, json);
  g_autoptr (GramRefusal) refusal = NULL;
  GramAcceptBill *made;
  GError *error = NULL;

  made = gram_registry_query_accept_bill (f->registry, f->actors[who], arguments, NULL, &refusal,
                                          &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, refused);
  g_assert_true ((made == NULL) == (refusal != NULL));
  return made;
}

/* 10 g over, 5 g over, 7 g below, at the target, and one without a value. */
static Fixture *
world_new (void)
{
  Fixture *f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  charges_carry_in (f, 2025, "2.00");
  charges_enter (f, "ZVW30-1000001", 10);
  charges_enter (f, "ZVW30-1000002", 5);
  charges_enter (f, "ZVW30-1000003", -7);
  charges_enter (f, "ZVW30-1000004", 0);
  return f;
}

#define ALL "'vehicles': ['ZVW30-1000001', 'ZVW30-1000002', 'ZVW30-1000003', 'ZVW30-1000004']"

/* What is asked before is what comes: to the cent, for each way of paying. */
static const struct
{
  const char *selection;
  const char *paying;
  gint64 asked;
  gint64 credits;
  gint64 excess;
  gint64 amount;
  gint64 offset;
  gint64 outstanding;
} rows[] = {
  { ALL, "", 4, 700, 1500, 9000, 0, 9000 },
  { ALL, ", 'credits': 'none'", 4, 700, 1500, 9000, 0, 9000 },
  { ALL, ", 'credits': 'oldest'", 4, 700, 1500, 9000, 900, 3600 },
  { ALL, ", 'credits': 'chosen', 'credit-years': ['2026=6.00']", 4, 700, 1500, 9000, 600, 5400 },
  { "'filter': {}", ", 'credits': 'oldest'", 4, 700, 1500, 9000, 900, 3600 },
  { "'filter': {'search': 'ZVW30-1000002'}", ", 'credits': 'oldest'", 1, 0, 500, 3000, 200, 1800 },
  { "'vehicles': ['ZVW30-1000003']", ", 'credits': 'oldest'", 1, 700, 0, 0, 0, 0 },
};

static void
test_bill (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) f = world_new ();
      g_autofree char *json
          = g_strdup_printf ("{'account': '@', %s%s}", rows[i].selection, rows[i].paying);
      g_autoptr (GramAcceptBill) before = bill (f, OWNER, json, "");
      g_autofree char *send = g_strdup_printf ("{'account': '@', 'expect': '%s', %s%s}",
                                               before->digest, rows[i].selection, rows[i].paying);

      g_test_message ("%s", json);
      g_assert_null (before->refusal);
      g_assert_null (before->credits_refusal);
      g_assert_cmpint (before->year, ==, 2026);
      g_assert_cmpint (before->rate, ==, 600);
      g_assert_cmpstr (before->due_on, ==, "2026-03-16");
      g_assert_cmpint (before->asked, ==, rows[i].asked);
      g_assert_cmpint (before->vehicles, ==, rows[i].asked);
      g_assert_cmpint (before->credits, ==, rows[i].credits);
      g_assert_cmpint (before->excess, ==, rows[i].excess);
      g_assert_cmpint (before->amount, ==, rows[i].amount);
      g_assert_cmpint (before->offset, ==, rows[i].offset);
      g_assert_cmpint (before->outstanding, ==, rows[i].outstanding);
      g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ACCEPTED), ==, 0);
      g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.accept", "%s", send), ==, "");
      charges_assert (f, rows[i].outstanding, 0,
                      rows[i].credits + 200 - rows[i].offset
                          - figures_balance (f, 1, "holding", CREDIT_USED_2025));
      charges_check (f);
    }
}

/* Credits year by year, the oldest first, with what would be used of each. */
static void
test_balances (void)
{
  g_autoptr (Fixture) f = world_new ();
  g_autoptr (GramAcceptBill) made
      = bill (f, OWNER, "{'account': '@', 'filter': {}, 'credits': 'oldest'}", "");
  const GramChargeBalance *balance;

  g_assert_cmpuint (made->balances->len, ==, 2);
  balance = made->balances->pdata[0];
  g_assert_cmpint (balance->year, ==, 2025);
  g_assert_cmpstr (balance->lapses_on, ==, "2029-12-31");
  g_assert_cmpint (balance->held, ==, 200);
  g_assert_cmpint (balance->earned, ==, 0);
  g_assert_cmpint (balance->used, ==, 200);
  balance = made->balances->pdata[1];
  g_assert_cmpint (balance->year, ==, 2026);
  g_assert_cmpint (balance->held, ==, 700);
  g_assert_cmpint (balance->earned, ==, 700);
  g_assert_cmpint (balance->used, ==, 700);
}

/* What cannot be, and who may not: said on the bill where it costs something all the same. */
static void
test_refused (void)
{
  g_autoptr (Fixture) f = world_new ();
  g_autoptr (GramAcceptBill) seen = NULL;
  g_autoptr (GramAcceptBill) accepter = NULL;
  g_autoptr (GramAcceptBill) done = NULL;
  g_autoptr (GramAcceptBill) skipping = NULL;
  g_autoptr (GramAcceptBill) unknown = NULL;

  g_assert_null (bill (f, STRANGER, "{'account': '@', 'filter': {}}", "account.unknown"));
  g_assert_null (bill (f, OWNER, "{'account': '@'}", "argument.missing"));
  g_assert_null (bill (f, OWNER, "{'account': '@', 'vehicles': ['ZVW30-9']}", "vehicle.unknown"));
  unknown = bill (f, OWNER, "{'account': '@', 'vehicles': [99]}", "");
  g_assert_cmpstr (unknown->refusal->id, ==, "vehicle.unknown");
  g_assert_null (bill (f, OWNER,
                       "{'account': '@', 'filter': {}, 'credits': 'chosen', 'credit-years':"
                       " ['2025=3.00']}",
                       "credits.not-held"));
  seen = bill (f, VIEWER, "{'account': '@', 'filter': {}}", "");
  g_assert_cmpstr (seen->refusal->id, ==, "permission.missing");
  g_assert_cmpint (seen->amount, ==, 9000);
  accepter = bill (f, ACCEPTER, "{'account': '@', 'filter': {}}", "");
  g_assert_null (accepter->refusal);
  g_assert_cmpstr (accepter->credits_refusal->id, ==, "permission.missing");

  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001'", ""), ==, "");
  done = bill (f, OWNER, "{'account': '@', " ALL "}", "");
  g_assert_cmpstr (done->refusal->id, ==, "vehicle.already-accepted");
  skipping = bill (f, OWNER, "{'account': '@', " ALL ", 'skip': true}", "");
  g_assert_null (skipping->refusal);
  g_assert_cmpint (skipping->asked, ==, 4);
  g_assert_cmpint (skipping->vehicles, ==, 3);
  g_assert_cmpint (skipping->pending, ==, 6000);
}

/* Somebody else pays with the credits that were looked at: the bill is another one. */
static void
test_changed (void)
{
  g_autoptr (Fixture) f = world_new ();
  g_autoptr (GramAcceptBill) made
      = bill (f, OWNER, "{'account': '@', 'vehicles': ['ZVW30-1000001'], 'credits': 'oldest'}", "");
  g_autofree char *expect = g_strdup_printf (", 'credits': 'oldest', 'expect': '%s'", made->digest);

  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000002'", ", 'credits': 'oldest'"), ==, "");
  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001'", expect), ==, "vehicle.bill-changed");
  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001'", ", 'credits': 'oldest'"), ==, "");
  charges_check (f);
}

/* Under Fleet Average nothing is owed with a vehicle; under the CCTS there is no bill at all. */
static void
test_other_schemes (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAcceptBill) fleet = NULL;
  g_autoptr (GramAcceptBill) ccts = NULL;

  figures_switch_to_fleet_average (f);
  charges_enter (f, "ZVW30-1000001", 10);
  fleet = bill (f, OWNER, "{'account': '@', 'filter': {}, 'credits': 'oldest'}", "");
  g_assert_true (fleet->fleet_average);
  g_assert_cmpint (fleet->amount, ==, 0);
  g_assert_cmpint (fleet->excess, >, 0);
  g_assert_cmpstr (fleet->due_on, ==, "2028-03-31");
  figures_enter (f, "@3", "WVWZZZ1KZAW123456", "A", 1400, "132");
  ccts = bill (f, OWNER, "{'account': '@3', 'filter': {}}", "");
  g_assert_cmpint (ccts->vehicles, ==, 1);
  g_assert_cmpint (ccts->without_figure, ==, 1);
  g_assert_cmpint (ccts->amount, ==, 0);
}

/* What charge.offset would do, without doing it. */
static void
test_offset_bill (void)
{
  g_autoptr (Fixture) f = world_new ();
  g_autoptr (GVariant) arguments = NULL;
  g_autoptr (GramOffsetBill) made = NULL;
  GError *error = NULL;

  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001'", ""), ==, "");
  arguments = fixture_arguments (f, "{'account': '@'}");
  made = gram_registry_query_offset_bill (f->registry, f->actors[OWNER], arguments, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (made->outstanding_before, ==, 6000);
  g_assert_cmpint (made->offset, ==, 200);
  g_assert_cmpint (made->discharged, ==, 1200);
  g_assert_cmpint (made->outstanding, ==, 4800);
  g_assert_cmpuint (made->balances->len, ==, 1);
  charges_assert (f, 6000, 0, 0);
}

/* Around their targets, with decimals of their own: each is rounded on its own. */
static void
enter_many (Fixture *f, int n_vehicles)
{
  g_autoptr (GString) csv = g_string_new ("chassis,make,model,type,mass_kg,co2_g_km,status\n");
  g_autofree char *path = NULL;

  for (int i = 0; i < n_vehicles; i++)
    g_string_append_printf (csv, "MANY-%d,Toyota,Aqua,%c,%d,%d.%02d,ready\n", 1000001 + i,
                            i % 7 == 0 ? 'B' : 'A', 1000 + i % 977, 95 + i % 71, i % 100);
  path = fixture_file (f, "many.csv", csv->str);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '@', 'file': '%s'}",
                               path),
                   ==, "");
}

static double
seconds (gint64 since)
{
  return (double)(g_get_monotonic_time () - since) / G_USEC_PER_SEC;
}

/* Many vehicles, by a filter and one by one: exactly what comes then, in one charge. -m perf takes 100,000. */
static void
test_many (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  const char *json = "{'account': '@', 'filter': {}, 'credits': 'oldest'}";
  g_autoptr (GString) ids = g_string_new ("{'account': '@', 'credits': 'oldest', 'vehicles': [");
  g_autoptr (GramAcceptBill) matching = NULL;
  g_autoptr (GramAcceptBill) named = NULL;
  g_autoptr (GramChargeRecord) charge = NULL;
  int n_vehicles = g_test_perf () ? 100000 : 2000;
  gint64 since;

  enter_many (f, n_vehicles);
  for (int i = 1; i <= n_vehicles; i++)
    g_string_append_printf (ids, "%s%d", i > 1 ? ", " : "", i);
  g_string_append (ids, "]}");
  since = g_get_monotonic_time ();
  matching = bill (f, OWNER, json, "");
  g_test_message ("bill of a filter: %.3f s", seconds (since));
  since = g_get_monotonic_time ();
  named = bill (f, OWNER, ids->str, "");
  g_test_message ("bill of a list: %.3f s", seconds (since));
  g_assert_cmpint (matching->vehicles, ==, n_vehicles);
  g_assert_cmpstr (matching->digest, ==, named->digest);
  g_assert_cmpint (matching->credit_vehicles, >, 0);
  g_assert_cmpint (matching->charge_vehicles, >, 0);
  g_assert_cmpint (matching->outstanding, >, 0);
  since = g_get_monotonic_time ();
  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.accept", "%s", json), ==, "");
  g_test_message ("accepted: %.3f s", seconds (since));
  charge = charges_get (f, fixture_result (f, "charge"));
  g_assert_cmpint (charge->vehicles, ==, matching->charge_vehicles);
  g_assert_cmpint (charge->grams, ==, matching->excess);
  g_assert_cmpint (charge->amount, ==, matching->amount);
  g_assert_cmpint (charge->credits, ==, matching->offset);
  g_assert_cmpint (charge->outstanding, ==, matching->outstanding);
  charges_check (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/accept-bill/bill", test_bill);
  g_test_add_func ("/registry/accept-bill/balances", test_balances);
  g_test_add_func ("/registry/accept-bill/refused", test_refused);
  g_test_add_func ("/registry/accept-bill/changed", test_changed);
  g_test_add_func ("/registry/accept-bill/other-schemes", test_other_schemes);
  g_test_add_func ("/registry/accept-bill/offset", test_offset_bill);
  g_test_add_func ("/registry/accept-bill/many", test_many);

  return g_test_run ();
}
