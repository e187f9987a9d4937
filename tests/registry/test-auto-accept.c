/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

/*
 * Vehicles of a Pay As You Go account on 16 March 2026 (target for A of mean weight 1482 kg: 108 g/km, for B of 2098 kg:
 * 207 g/km), and what auto-accept makes of each.
 */
static const struct
{
  const char *chassis;
  const char *data;
  gboolean disputed;
  GramAutoReason reason;
} vehicles[] = {
  { "AA1-100000", "'type': 'A', 'mass-kg': 1482, 'co2-g-km': '80'", FALSE,
    GRAM_AUTO_REASON_ACCEPTS },
  /* Zero difference counts with "below target". */
  { "AA2-100000", "'type': 'A', 'mass-kg': 1482, 'co2-g-km': '108'", FALSE,
    GRAM_AUTO_REASON_ACCEPTS },
  { "AA3-100000", "'type': 'A', 'mass-kg': 1482, 'co2-g-km': '108.01'", FALSE,
    GRAM_AUTO_REASON_CHARGE },
  { "AA4-100000", "'type': 'A', 'mass-kg': 1482, 'co2-g-km': '190.5'", FALSE,
    GRAM_AUTO_REASON_CHARGE },
  { "AA5-100000", "'type': 'B', 'mass-kg': 2098, 'co2-g-km': '190.5'", FALSE,
    GRAM_AUTO_REASON_ACCEPTS },
  { "AA6-100000", "'type': 'A', 'mass-kg': 1482, 'co2-g-km': '0'", FALSE,
    GRAM_AUTO_REASON_ACCEPTS },
  { "AA7-100000", "'type': 'A', 'mass-kg': 1482, 'co2-g-km': '0'", TRUE,
    GRAM_AUTO_REASON_DISPUTED },
  { "AA8-100000", "'type': 'A', 'mass-kg': 1482", FALSE, GRAM_AUTO_REASON_INCOMPLETE },
  { "AA9-100000", "'mass-kg': 1482, 'co2-g-km': '0'", FALSE, GRAM_AUTO_REASON_INCOMPLETE },
  { "AB1-100000", "'type': 'A', 'co2-g-km': '0'", FALSE, GRAM_AUTO_REASON_INCOMPLETE },
};

#define N_VEHICLES G_N_ELEMENTS (vehicles)

static void
enter_all (Fixture *f)
{
  for (gsize i = 0; i < N_VEHICLES; i++)
    g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                                 "{'account': '@', 'chassis': '%s', 'make': 'Toyota',"
                                 " 'model': 'Test', %s}",
                                 vehicles[i].chassis, vehicles[i].data),
                     ==, "");
}

static void
mark_all_ready (Fixture *f)
{
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.mark-ready",
                               "{'account': '@', 'filter': {}}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "ready"), ==, N_VEHICLES);
}

static void
dispute_some (Fixture *f)
{
  for (gsize i = 0; i < N_VEHICLES; i++)
    if (vehicles[i].disputed)
      fixture_dispute (f, (gint64)i + 1);
}

static guint
count_of (GramAutoReason reason)
{
  guint count = 0;

  for (gsize i = 0; i < N_VEHICLES; i++)
    count += vehicles[i].reason == reason ? 1 : 0;
  return count;
}

/* Exactly those that the table names are accepted, by auto-accept. */
static void
assert_accepted (Fixture *f)
{
  for (gsize i = 0; i < N_VEHICLES; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = fixture_vehicle (f, vehicles[i].chassis);
      gboolean accepted = vehicle->status == GRAM_VEHICLE_ACCEPTED;

      g_test_message ("%s", vehicles[i].chassis);
      g_assert_true (accepted == (vehicles[i].reason == GRAM_AUTO_REASON_ACCEPTS));
      g_assert_true (vehicle->accepted_automatically == accepted);
      g_assert_true ((vehicle->rulebook_id != 0) == accepted);
    }
  fixture_verify (f);
}

static void
rehearse (Fixture *f)
{
  g_autoptr (GramRehearsal) rehearsal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 length = fixture_journal_length (f);
  guint accepts = count_of (GRAM_AUTO_REASON_ACCEPTS);

  rehearsal = gram_registry_rehearse_auto_accept (f->registry, f->actors[ADMINISTRATOR], 1,
                                                  GRAM_AUTO_ACCEPT_CREDIT, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rehearsal->would_accept, ==, accepts);
  g_assert_cmpint (rehearsal->units, ==, accepts);
  g_assert_cmpint (rehearsal->n_skipped, ==, N_VEHICLES - accepts);
  g_assert_cmpuint (rehearsal->skipped->len, ==, N_VEHICLES - accepts);
  for (int reason = 0; reason < GRAM_AUTO_REASON_N; reason++)
    g_assert_cmpint (rehearsal->n_by_reason[reason], ==, count_of ((GramAutoReason)reason));
  for (guint i = 0; i < rehearsal->skipped->len; i++)
    g_assert_cmpstr (((const GramRehearsalRow *)rehearsal->skipped->pdata[i])->reason, !=, "");
  g_assert_cmpint (fixture_journal_length (f), ==, length);
}

/* The rehearsal says what switching it on does to those that wait. */
static void
test_rehearsal_equals_effect (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  enter_all (f);
  mark_all_ready (f);
  dispute_some (f);
  rehearse (f);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit'], 'include-waiting': true}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "accepted"), ==, count_of (GRAM_AUTO_REASON_ACCEPTS));
  g_assert_cmpint (fixture_result (f, "skipped"), ==,
                   N_VEHICLES - count_of (GRAM_AUTO_REASON_ACCEPTS));
  assert_accepted (f);
}

/* Switched on, it acts when a vehicle becomes ready, in the same command. */
static void
test_when_ready (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  gint64 length;

  enter_all (f);
  dispute_some (f);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit']}"),
                   ==, "");
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ACCEPTED), ==, 0);
  length = fixture_journal_length (f);
  mark_all_ready (f);
  g_assert_cmpint (fixture_result (f, "auto-accepted"), ==, count_of (GRAM_AUTO_REASON_ACCEPTS));
  g_assert_cmpint (fixture_journal_length (f), ==, length + 1);
  assert_accepted (f);
}

/* Those that waited before are left alone unless they were included. */
static void
test_waiting_left_alone (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  enter_all (f);
  mark_all_ready (f);
  g_assert_cmpint (fixture_result (f, "auto-accepted"), ==, 0);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit']}"),
                   ==, "");
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ACCEPTED), ==, 0);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.set-auto-accept",
                               "{'account': '@', 'switches': []}"),
                   ==, "");
  fixture_verify (f);
}

/* The file's way: the same vehicles as rows that are ready, and as rows that become ready later. */
static void
import (Fixture *f, const char *status, gint64 auto_accepted)
{
  static const char *const rows[]
      = { "AA1-100000,A,1482,80",    "AA2-100000,A,1482,108",   "AA3-100000,A,1482,108.01",
          "AA4-100000,A,1482,190.5", "AA5-100000,B,2098,190.5", "AA6-100000,A,1482,0",
          "AA8-100000,A,1482,",      "AA9-100000,,1482,0",      "AB1-100000,A,,0" };
  g_autoptr (GString) text = g_string_new ("chassis,type,mass_kg,co2_g_km,make,model,status\n");
  g_autofree char *path = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (text, "%s,Toyota,Test,%s\n", rows[i], status);
  path = fixture_file (f, "file.csv", text->str);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '@', 'file': '%s'}",
                               path),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "auto-accepted"), ==, auto_accepted);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ACCEPTED), ==, auto_accepted);
  fixture_verify (f);
}

static void
test_import_ready (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  fixture_do (f, ADMINISTRATOR, "account.set-auto-accept",
              "{'account': '@', 'switches': ['credit']}");
  import (f, "ready", 4);
}

static void
test_import_becomes_ready (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  fixture_do (f, ADMINISTRATOR, "account.set-auto-accept",
              "{'account': '@', 'switches': ['credit']}");
  import (f, "entered", 0);
  import (f, "ready", 4);
}

/* What was missing of a ready vehicle arrives: it is taken then; one that waited complete is not. */
static void
test_import_completes (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  g_autofree char *path = NULL;

  enter_all (f);
  mark_all_ready (f);
  fixture_do (f, ADMINISTRATOR, "account.set-auto-accept",
              "{'account': '@', 'switches': ['credit']}");
  path = fixture_file (f, "more.csv",
                       "chassis,co2_g_km,variant\nAA8-100000,80,S\nAA1-100000,80,S\n");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '@', 'file': '%s'}",
                               path),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "changed"), ==, 2);
  g_assert_cmpint (fixture_result (f, "auto-accepted"), ==, 1);
  fixture_verify (f);
}

/* CCTS: every complete one. A suspended account: none. A year without published weights: a person must see it. */
static void
test_kinds_and_states (void)
{
  g_autoptr (Fixture) ccts = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
  g_autoptr (Fixture) suspended = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  g_autoptr (Fixture) early = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  g_autofree char *path = fixture_file (
      ccts, "uk.csv",
      "vin,make,model,co2_g_km,registered_on,status\nWVWZZZ1KZAW123456,VW,Golf,250,2026-02-01,ready\n"
      "WVWZZZ1KZAW123457,VW,Golf,250,,ready\n");

  fixture_do (ccts, ADMINISTRATOR, "account.set-auto-accept",
              "{'account': '@', 'switches': ['credit']}");
  g_assert_cmpstr (fixture_do (ccts, ADMINISTRATOR, "vehicle.import",
                               "{'account': '@', 'file': '%s'}", path),
                   ==, "");
  g_assert_cmpint (fixture_result (ccts, "auto-accepted"), ==, 1);

  enter_all (suspended);
  fixture_do (suspended, ADMINISTRATOR, "account.set-auto-accept",
              "{'account': '@', 'switches': ['credit']}");
  fixture_set_state (suspended, 1, GRAM_ACCOUNT_SUSPENDED);
  mark_all_ready (suspended);
  g_assert_cmpint (fixture_result (suspended, "auto-accepted"), ==, 0);

  g_assert_true (gram_registry_set_today (early->registry, "2024-06-01", NULL));
  enter_all (early);
  fixture_do (early, ADMINISTRATOR, "account.set-auto-accept",
              "{'account': '@', 'switches': ['credit']}");
  mark_all_ready (early);
  g_assert_cmpint (fixture_result (early, "auto-accepted"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/auto-accept/rehearsal-equals-effect", test_rehearsal_equals_effect);
  g_test_add_func ("/registry/auto-accept/when-ready", test_when_ready);
  g_test_add_func ("/registry/auto-accept/waiting-left-alone", test_waiting_left_alone);
  g_test_add_func ("/registry/auto-accept/import-ready", test_import_ready);
  g_test_add_func ("/registry/auto-accept/import-becomes-ready", test_import_becomes_ready);
  g_test_add_func ("/registry/auto-accept/import-completes", test_import_completes);
  g_test_add_func ("/registry/auto-accept/kinds-and-states", test_kinds_and_states);
  return g_test_run ();
}
