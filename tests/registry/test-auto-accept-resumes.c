/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "life-fixture.h"

/* Auto-accept after a suspension or a closing that was taken back: it takes what it would have taken meanwhile, once. */

#define REASON "'reason': 'Returns of 2025 were not made.'"
#define CONVICTION(until_)                                                                         \
  "{'account': '@', 'ground': 'conviction', 'until': '" until_ "', " REASON "}"
#define PLAIN "{'account': '@', 'reason': 'Put right.'}"

static gint64
accepted (Fixture *f)
{
  return fixture_count (f, GRAM_VEHICLE_ACCEPTED);
}

/* One was ready before and left to a person; two become ready meanwhile, by hand and by a file; one has a charge. */
static void
fill (Fixture *f)
{
  g_autofree char *path = fixture_file (f, "register.csv",
                                        "chassis,make,model,type,mass_kg,co2_g_km,status\n"
                                        "AA4-100000,Toyota,Test,A,1482,80,ready\n");

  life_enter_ready (f, "AA1-100000", "80");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit']}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.suspend", "%s",
                               CONVICTION ("2026-03-31")),
                   ==, "");
  life_enter_ready (f, "AA2-100000", "80");
  life_enter_ready (f, "AA3-100000", "190");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '@', 'file': '%s'}",
                               path),
                   ==, "");
  /* Auto-accept stands still. */
  g_assert_cmpint (fixture_result (f, "auto-accepted"), ==, 0);
  g_assert_cmpint (accepted (f), ==, 0);
}

static void
assert_taken (Fixture *f)
{
  static const struct
  {
    const char *chassis;
    gboolean accepted;
  } rows[] = {
    { "AA1-100000", FALSE }, { "AA2-100000", TRUE }, { "AA3-100000", FALSE }, { "AA4-100000", TRUE }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = fixture_vehicle (f, rows[i].chassis);

      g_test_message ("%s", rows[i].chassis);
      g_assert_true ((vehicle->status == GRAM_VEHICLE_ACCEPTED) == rows[i].accepted);
      g_assert_true (vehicle->accepted_automatically == rows[i].accepted);
    }
  fixture_verify (f);
}

static void
test_resumes_by_hand (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  fill (f);
  g_assert_cmpstr (fixture_do_request (f, DECISION_MAKER, "once", "account.reinstate", PLAIN), ==,
                   "");
  g_assert_cmpint (fixture_result (f, "accepted"), ==, 2);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, 1);
  assert_taken (f);
  /* The same request once more has one effect. */
  g_assert_cmpstr (fixture_do_request (f, DECISION_MAKER, "once", "account.reinstate", PLAIN), ==,
                   "");
  assert_taken (f);
}

/* Suspended through its last day; over with the first minute of the day after, also after a restart. */
static void
test_resumes_by_itself (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountDetail) detail = NULL;
  GramAccountState state;
  gint64 done = -1;

  fill (f);
  life_set_evening ("2026-03-31");
  life_reopen (f);
  g_assert_true (gram_registry_run_due (f->registry, &done, NULL));
  g_assert_cmpint (done, ==, 0);
  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_SUSPENDED);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "account.suspended");

  life_set_morning ("2026-04-01");
  life_reopen (f);
  /* Who only reads sees it before anybody has written it. */
  detail = life_detail (f, 1);
  g_assert_cmpint (detail->state, ==, GRAM_ACCOUNT_OPEN);
  g_assert_cmpint (detail->account->state, ==, GRAM_ACCOUNT_SUSPENDED);
  g_assert_true (gram_due_state_today (f->registry, detail->account, &state, NULL));
  g_assert_cmpint (state, ==, GRAM_ACCOUNT_OPEN);
  g_assert_true (gram_registry_run_due (f->registry, &done, NULL));
  g_assert_cmpint (done, ==, 1);
  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_OPEN);
  assert_taken (f);

  /* Nothing is due any more: nothing is written. */
  done = fixture_journal_length (f);
  g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  g_assert_cmpint (fixture_journal_length (f), ==, done);
  assert_taken (f);
}

/* A command on the account ends what is over before it is looked at. */
static void
test_ends_before_command (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  fill (f);
  life_set_morning ("2026-04-01");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@', 'vehicles': ['AA1-100000']}"),
                   ==, "");
  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_OPEN);
  g_assert_cmpint (accepted (f), ==, 3);
  fixture_verify (f);
}

/* What became ready before the switch was turned on would have waited for a person in an open account, too. */
static void
test_switched_meanwhile (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) before = NULL;
  g_autoptr (GramVehicleRecord) after = NULL;

  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.suspend", "%s",
                               CONVICTION ("2026-12-31")),
                   ==, "");
  life_enter_ready (f, "AA1-100000", "80");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit']}"),
                   ==, "");
  life_enter_ready (f, "AA2-100000", "80");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.reinstate", "%s", PLAIN), ==, "");
  g_assert_cmpint (fixture_result (f, "accepted"), ==, 1);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, 1);
  before = fixture_vehicle (f, "AA1-100000");
  after = fixture_vehicle (f, "AA2-100000");
  g_assert_cmpint (before->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpint (after->status, ==, GRAM_VEHICLE_ACCEPTED);
  fixture_verify (f);
}

/* Auto-accept stands still while the account is closing, and takes what became ready meanwhile when it is open again. */
static void
test_resumes_from_closing (void)
{
  static const struct
  {
    FixturePerson who;
    const char *command;
    const char *arguments;
  } ways[] = { { OWNER, "account.withdraw-closing", "{'account': '@'}" },
               { DECISION_MAKER, "account.refuse-closing", PLAIN } };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

      g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                                   "{'account': '@', 'switches': ['credit']}"),
                       ==, "");
      g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing",
                                   "{'account': '@', 'reason': 'R.', 'password': '" FIXTURE_PASSWORD
                                   "'}"),
                       ==, "");
      life_enter_ready (f, "AA1-100000", "80");
      g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_READY), ==, 1);
      g_assert_cmpstr (fixture_do (f, ways[i].who, ways[i].command, "%s", ways[i].arguments), ==,
                       "");
      g_assert_cmpint (fixture_result (f, "accepted"), ==, 1);
      g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ACCEPTED), ==, 1);
      fixture_verify (f);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/auto-accept-resumes/resumes-by-hand", test_resumes_by_hand);
  g_test_add_func ("/registry/auto-accept-resumes/resumes-by-itself", test_resumes_by_itself);
  g_test_add_func ("/registry/auto-accept-resumes/ends-before-command", test_ends_before_command);
  g_test_add_func ("/registry/auto-accept-resumes/switched-meanwhile", test_switched_meanwhile);
  g_test_add_func ("/registry/auto-accept-resumes/resumes-from-closing", test_resumes_from_closing);
  return g_test_run ();
}
