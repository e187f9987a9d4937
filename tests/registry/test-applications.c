/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "life-fixture.h"

#include "gram-application-form.h"
#include "gram-command.h"

#define REG20 "SL 2022/285 reg 20"
#define REG21 "SL 2022/285 reg 21"
#define REVOCATION "LTA 1998 s 167C"
#define WHY "'reason': 'As the decision says.'"
#define ALONE "{'account': '@'}"
#define DECIDE "{'account': '@', " WHY "}"

static const LifeRow draft_rows[] = {
  { EDITOR, "application.submit", ALONE, "application.none", "CCS reg 20" },
  { VIEWER, "application.save", "{'account': '@', 'makes': 'Toyota'}", "permission.missing" },
  { OWNER, "application.save", "{'account': '@3', 'makes': 'Toyota'}", "account.other-scheme",
    "CCS reg 20" },
  { EDITOR, "application.save", "{'account': '@', 'makes': 'Toyota', 'version': 1}",
    "application.changed-meanwhile" },
  { EDITOR, "application.save", "{'account': '@', 'makes': 'Toyota', 'version': 0}", "" },
  /* Two begin at once: the second is told, too. */
  { OWNER, "application.save", "{'account': '@', 'makes': 'Ford', 'version': 0}",
    "application.changed-meanwhile" },
  { EDITOR, "application.save", "{'account': '@', " LIFE_APPLICATION ", 'version': 1}", "" },
  /* Somebody who has an older version before them is told. */
  { OWNER, "application.save", "{'account': '@', 'quantity': 900, 'version': 1}",
    "application.changed-meanwhile" },
  { ADMINISTRATOR, "application.approve", "{'account': '@', 'from-year': 2027}",
    "application.state", REG21 },
  { EDITOR, "application.submit", ALONE, "application.not-declared", "LTA 1998 s 196" },
  { EDITOR, "application.save", "{'account': '@', 'declares-true': true, 'makes': ''}", "" },
  { EDITOR, "application.submit", ALONE, "application.missing",
    "CCS facts §3; NZTA, Fleet Average privacy policy" },
  { EDITOR, "application.save", "{'account': '@', 'makes': 'Toyota, Mazda'}", "" },
  { EDITOR, "application.submit", ALONE, "" },
  { EDITOR, "application.save", "{'account': '@', 'makes': 'Ford'}", "application.state", REG21 },
};

static const LifeRow decision_rows[] = {
  { READER, "application.ask", "{'account': '@', 'text': 'Which models?'}", "permission.role" },
  { CASE_HANDLER, "application.ask", "{'account': '@', 'text': ''}", "text.empty" },
  { CASE_HANDLER, "application.ask", "{'account': '@', 'text': 'Which models?'}", "" },
  { ADMINISTRATOR, "application.approve", "{'account': '@', 'from-year': 2027}",
    "application.state", REG21 },
  { EDITOR, "application.save", "{'account': '@', 'models': 'Aqua, Demio, Axela'}", "" },
  { EDITOR, "application.submit", ALONE, "" },
  { CASE_HANDLER, "application.approve", "{'account': '@', 'from-year': 2027}", "permission.role" },
  { DECISION_MAKER, "application.approve", "{'account': '@', 'from-year': 2026}",
    "application.year-past", "CCS facts §3" },
  { DECISION_MAKER, "application.approve", "{'account': '@', 'from-year': 2040}",
    "application.year-far", "CCS facts §3" },
  { DECISION_MAKER, "application.resume", DECIDE, "application.state", REG21 },
  /* Who asked holds the case. */
  { DECISION_MAKER, "application.approve", "{'account': '@', 'from-year': 2027}",
    "case.claimed-by-other" },
  { DECISION_MAKER, "case.claim", "{'cases': [3]}", "case.comment-needed" },
  { DECISION_MAKER, "case.claim", "{'cases': [3], 'comment': 'All is there now.'}", "" },
  { DECISION_MAKER, "application.approve", "{'account': '@', 'from-year': 2027}", "" },
  { EDITOR, "application.withdraw", ALONE, "application.state", REVOCATION },
  { DECISION_MAKER, "application.decline", DECIDE, "application.state", REVOCATION },
  /* Approved, but 1 January is still to come. */
  { OWNER, "account.set-auto-accept", "{'account': '@', 'switches': ['credit', 'charge']}",
    "account.switch-fleet-average", "CO₂ account, Accepting vehicles" },
};

static void
assert_scheme (Fixture *f, GramChargeScheme scheme, const char *from)
{
  g_autoptr (GramAccountDetail) detail = life_detail (f, 1);
  gint64 id = 1;
  g_autoptr (GPtrArray) rows
      = gram_registry_account_rows (f->registry, f->actors[ADMINISTRATOR], &id, 1, NULL, NULL);
  GramAccountQuery query = { .charge_schemes = 1u << scheme };
  g_autoptr (GArray) ids
      = gram_registry_account_ids (f->registry, f->actors[ADMINISTRATOR], &query, 0, NULL, NULL);
  gboolean found = FALSE;

  g_assert_cmpint (detail->charge_scheme, ==, scheme);
  g_assert_cmpstr (detail->charge_scheme_from, ==, from);
  /* The list, its filter and the detail agree. */
  g_assert_cmpint (((const GramAccountRow *)rows->pdata[0])->charge_scheme, ==, scheme);
  for (guint i = 0; i < ids->len; i++)
    found = found || g_array_index (ids, gint64, i) == 1;
  g_assert_true (found);
}

static void
test_life (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountDetail) detail = NULL;
  g_autoptr (GramAccountRecord) account = NULL;

  life_check_rows (f, draft_rows, G_N_ELEMENTS (draft_rows));
  life_check_rows (f, decision_rows, G_N_ELEMENTS (decision_rows));
  assert_scheme (f, GRAM_CHARGE_SCHEME_PAYG, "2027-01-01");
  life_set_evening ("2026-12-31");
  assert_scheme (f, GRAM_CHARGE_SCHEME_PAYG, "2027-01-01");
  life_set_morning ("2027-01-01");
  assert_scheme (f, GRAM_CHARGE_SCHEME_FLEET_AVERAGE, NULL);

  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit', 'charge']}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "application.suspend", DECIDE), ==, "");
  assert_scheme (f, GRAM_CHARGE_SCHEME_PAYG, NULL);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "application.resume", DECIDE), ==, "");
  assert_scheme (f, GRAM_CHARGE_SCHEME_FLEET_AVERAGE, NULL);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "application.revoke", DECIDE), ==, "");
  assert_scheme (f, GRAM_CHARGE_SCHEME_PAYG, NULL);
  /* The switch that only Fleet Average knows goes with it. */
  account = life_account (f, 1);
  g_assert_cmpuint (account->auto_accept, ==, GRAM_AUTO_ACCEPT_CREDIT);
  detail = life_detail (f, 1);
  g_assert_cmpint (detail->application->state, ==, GRAM_APPLICATION_REVOKED);
  g_assert_cmpstr (detail->application->ended_on, ==, "2027-01-01");
  /* A new one can be written. */
  g_assert_cmpstr (fixture_do (f, EDITOR, "application.save",
                               "{'account': '@', 'makes': 'Toyota'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, EDITOR, "application.withdraw", ALONE), ==, "");
  fixture_verify (f);
}

/* Under Fleet Average each of the two switches takes its own; under Pay As You Go only one does. */
static void
test_auto_accept (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) above = NULL;
  g_autoptr (GramVehicleRecord) later = NULL;

  g_assert_cmpstr (fixture_do (f, EDITOR, "application.save",
                               "{'account': '@', " LIFE_APPLICATION ", 'declares-true': true}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, EDITOR, "application.submit", ALONE), ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "application.approve",
                               "{'account': '@', 'from-year': 2027}"),
                   ==, "");
  life_set_day ("2027-01-04");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['charge']}"),
                   ==, "");
  life_enter_ready (f, "AA1-100000", "190");
  above = fixture_vehicle (f, "AA1-100000");
  g_assert_cmpint (above->status, ==, GRAM_VEHICLE_ACCEPTED);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "application.suspend", DECIDE), ==, "");
  life_enter_ready (f, "AA2-100000", "190");
  later = fixture_vehicle (f, "AA2-100000");
  g_assert_cmpint (later->status, ==, GRAM_VEHICLE_READY);
  fixture_verify (f);
}

/* In its own books an organisation records the decision, with the document, also for the year that runs. */
static const LifeRow own_rows[] = {
  { EDITOR, "application.save", "{'account': '@', " LIFE_APPLICATION ", 'declares-true': true}",
    "" },
  { EDITOR, "application.submit", ALONE, "" },
  { EDITOR, "application.approve", "{'account': '@', 'from-year': 2026}", "decision.reference" },
  { EDITOR, "application.approve", "{'account': '@', 'from-year': 2025, 'reference': 'NZTA FA 88'}",
    "application.year-past", "CCS facts §3" },
  { EDITOR, "application.approve", "{'account': '@', 'from-year': 2026, 'reference': 'NZTA FA 88'}",
    "" },
};

static gint64
amount_of (Fixture *f, const char *chassis)
{
  g_autoptr (GramVehicleRecord) vehicle = fixture_vehicle (f, chassis);
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTargetExplanation) explanation
      = gram_registry_explain_target (f->registry, f->actors[OWNER], vehicle->id, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (explanation);
  return explanation->figure.amount_cents;
}

static void
accept_one (Fixture *f, const char *chassis)
{
  life_enter_ready (f, chassis, "118");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@', 'vehicles': ['%s']}", chassis),
                   ==, "");
}

/* The rate of a vehicle is that of the scheme under which it was accepted, whatever came after (facts §5: 6.00, 7.50). */
static void
test_rate (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);
  gint64 payg;
  gint64 fleet_average;

  accept_one (f, "AA1-100000");
  payg = amount_of (f, "AA1-100000");
  life_check_rows (f, own_rows, G_N_ELEMENTS (own_rows));
  /* The approval counts from the first of January; what was charged by the vehicle before it was recorded stays so. */
  g_assert_cmpint (amount_of (f, "AA1-100000"), ==, payg);
  accept_one (f, "AA5-100000");
  fleet_average = amount_of (f, "AA5-100000");
  g_assert_cmpint (fleet_average * 4, ==, payg * 5);

  life_set_day ("2026-04-01");
  g_assert_cmpstr (fixture_do (f, EDITOR, "application.suspend",
                               "{'account': '@', " WHY ", 'reference': 'NZTA FA 90'}"),
                   ==, "");
  life_set_day ("2026-05-01");
  accept_one (f, "AA2-100000");
  life_set_day ("2026-06-01");
  g_assert_cmpstr (fixture_do (f, EDITOR, "application.resume",
                               "{'account': '@', " WHY ", 'reference': 'NZTA FA 91'}"),
                   ==, "");
  accept_one (f, "AA3-100000");
  life_set_day ("2026-07-01");
  g_assert_cmpstr (fixture_do (f, EDITOR, "application.revoke",
                               "{'account': '@', " WHY ", 'reference': 'NZTA FA 92'}"),
                   ==, "");
  accept_one (f, "AA4-100000");
  g_assert_cmpint (amount_of (f, "AA1-100000"), ==, payg);
  g_assert_cmpint (amount_of (f, "AA2-100000"), ==, payg);
  g_assert_cmpint (amount_of (f, "AA3-100000"), ==, fleet_average);
  g_assert_cmpint (amount_of (f, "AA4-100000"), ==, payg);
}

static void
test_own (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);

  life_check_rows (f, own_rows, G_N_ELEMENTS (own_rows));
  assert_scheme (f, GRAM_CHARGE_SCHEME_FLEET_AVERAGE, NULL);
  fixture_verify (f);
}

/* The command takes what the form has, in its order. */
static void
test_arguments (void)
{
  const GramArgument *arguments = gram_command_find ("application.save")->arguments;
  const GramApplicationRow *rows = gram_application_fields ();

  for (gsize i = 0; i < GRAM_APPLICATION_FIELD_N; i++)
    {
      g_assert_cmpstr (arguments[i + 1].name, ==, rows[i].name);
      g_assert_cmpstr (arguments[i + 1].type, ==, rows[i].type);
    }
  g_assert_cmpstr (arguments[GRAM_APPLICATION_FIELD_N + 1].name, ==, "version");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/applications/life", test_life);
  g_test_add_func ("/registry/applications/auto-accept", test_auto_accept);
  g_test_add_func ("/registry/applications/rate", test_rate);
  g_test_add_func ("/registry/applications/own", test_own);
  g_test_add_func ("/registry/applications/arguments", test_arguments);
  return g_test_run ();
}
