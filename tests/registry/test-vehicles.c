/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include <string.h>

#define PRIUS                                                                                      \
  "{'account': '@', 'chassis': 'ZVW30-1234567', 'make': 'Toyota', 'model': 'Prius', 'type': 'A',"  \
  " 'mass-kg': 1350, 'co2-g-km': '93.5'}"

/* vehicle.enter that is refused, and why. */
static const struct
{
  const char *arguments;
  const char *refusal;
} not_entered[] = {
  { "{'account': '@', 'make': 'Toyota'}", "row.no-identifier" },
  { "{'account': '@', 'vin': '1M8GDM9AXKPO42788', 'make': 'X'}", "vin.letter" },
  { "{'account': '@', 'chassis': 'ZVW30-1234567', 'co2-g-km': '12,5'}", "decimal.grouping" },
  { "{'account': '@', 'chassis': 'ZVW30-1234567', 'co2-g-km': '-1'}", "row.negative" },
  { "{'account': '@', 'chassis': 'ZVW30-1234567', 'type': 'C'}", "row.unknown-word" },
  { "{'account': '@', 'chassis': 'ZVW30-1234567', 'registered-on': '2026-02-30'}",
    "date.impossible" },
  { "{'account': '@', 'chassis': 'ZVW30-1234567', 'registered-on': '2026-03-17'}",
    "row.date-in-future" },
};

static void
test_enter_refused (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  for (gsize i = 0; i < G_N_ELEMENTS (not_entered); i++)
    g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter", "%s", not_entered[i].arguments),
                     ==, not_entered[i].refusal);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ENTERED), ==, 0);
}

/* Refused with a sentence, not by a failing reader. */
static void
test_enter_unnamed (void)
{
  g_autoptr (Fixture) used = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  g_autoptr (Fixture) ccts = fixture_new_with_account (GRAM_ACCOUNT_CCTS);

  g_assert_cmpstr (fixture_do (used, ADMINISTRATOR, "vehicle.enter", "{'account': '@'}"), ==,
                   "row.no-identifier");
  g_assert_cmpstr (fixture_do (ccts, ADMINISTRATOR, "vehicle.enter", PRIUS), ==,
                   "row.no-identifier");
}

static void
test_enter_known (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);
  g_autofree char *message = NULL;

  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.enter", PRIUS), ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.enter",
                               "{'account': '@', 'chassis': 'zvw301234567'}"),
                   ==, "vehicle.exists");
  message = g_strdup (f->message);
  /* On another account: the same words. */
  g_assert_cmpstr (fixture_do (f, STRANGER, "vehicle.enter",
                               "{'account': '%s', 'chassis': 'ZVW30 1234567'}", f->numbers[2]),
                   ==, "vehicle.exists");
  g_assert_cmpstr (f->message, ==, message);
}

/* The three statuses are sequential: each step from its own status only. */
static void
test_steps (void)
{
  static const struct
  {
    const char *command;
    const char *refusal;
    GramVehicleStatus after;
  } steps[] = {
    { "vehicle.accept", "vehicle.not-ready", GRAM_VEHICLE_ENTERED },
    { "vehicle.mark-ready", "", GRAM_VEHICLE_READY },
    { "vehicle.mark-ready", "vehicle.already-ready", GRAM_VEHICLE_READY },
    { "vehicle.accept", "", GRAM_VEHICLE_ACCEPTED },
    { "vehicle.accept", "vehicle.already-accepted", GRAM_VEHICLE_ACCEPTED },
    { "vehicle.mark-ready", "vehicle.already-accepted", GRAM_VEHICLE_ACCEPTED },
  };
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter", PRIUS), ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = NULL;

      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, steps[i].command,
                                   "{'account': '@', 'vehicles': ['zvw30 1234567']}"),
                       ==, steps[i].refusal);
      vehicle = fixture_vehicle (f, "ZVW30-1234567");
      g_assert_cmpint (vehicle->status, ==, steps[i].after);
      g_assert_true ((vehicle->rulebook_id != 0) == (steps[i].after == GRAM_VEHICLE_ACCEPTED));
      g_assert_true ((vehicle->accepted_at != 0) == (steps[i].after == GRAM_VEHICLE_ACCEPTED));
    }
  fixture_verify (f);
}

/* Vehicles on account 1, one of each kind. */
static void
make_assortment (Fixture *f)
{
  static const char *const chassis[]
      = { "ENTERED", "READY", "DISPUTED", "INCOMPLETE", "BOTH", "ACCEPTED" };

  for (gsize i = 0; i < G_N_ELEMENTS (chassis); i++)
    g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                                 "{'account': '@', 'chassis': 'ZZ%" G_GSIZE_FORMAT
                                 "-100000', 'make': 'Toyota', 'model': '%s', 'mass-kg': 1350%s}",
                                 i, chassis[i],
                                 i == 3 || i == 4 ? "" : ", 'type': 'A', 'co2-g-km': '80'"),
                     ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.mark-ready",
                               "{'account': '@', 'vehicles': [2, 3, 4, 5, 6]}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.accept",
                               "{'account': '@', 'vehicles': [6]}"),
                   ==, "");
  fixture_dispute (f, 3);
  fixture_dispute (f, 5);
}

/* What is refused, and which of several reasons comes first. */
static const struct
{
  const char *vehicles;
  const char *refusal;
} selections[] = {
  { "[]", "vehicle.none-named" },
  { "[4711]", "vehicle.unknown" },
  { "['WVWZZZ1KZAW123456']", "vehicle.unknown" },
  { "['nonsense']", "vehicle.unknown" },
  { "[1]", "vehicle.not-ready" },
  { "[3]", "vehicle.disputed" },
  { "[4]", "vehicle.incomplete" },
  { "[5]", "vehicle.disputed" }, /* before what is missing */
  { "[6]", "vehicle.already-accepted" },
  { "[2, 6]", "vehicle.already-accepted" }, /* all or none */
  { "[4711, 2]", "vehicle.unknown" },
  { "['ZZ1-100000', 'zz0 100000']", "vehicle.not-ready" },
};

static void
test_accept_refused (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  make_assortment (f);
  for (gsize i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.accept",
                                   "{'account': '@', 'vehicles': %s}", selections[i].vehicles),
                       ==, selections[i].refusal);
      g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ACCEPTED), ==, 1);
    }
  /* The sentence names the vehicle. */
  fixture_do (f, ADMINISTRATOR, "vehicle.accept", "{'account': '@', 'vehicles': [4]}");
  g_assert_nonnull (strstr (f->message, "ZZ3-100000"));
  fixture_verify (f);
}

static void
test_accept_skip (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  make_assortment (f);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.accept",
                               "{'account': '@', 'vehicles': [1, 2, 2, 3, 4, 5, 6], 'skip': true}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "accepted"), ==, 1);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, 5);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.accept",
                               "{'account': '@', 'vehicles': [1, 3], 'skip': true}"),
                   ==, "vehicle.none-acceptable");
  fixture_verify (f);
}

/* Filters, what they accept and what they leave. */
static const struct
{
  const char *filter;
  const char *refusal;
  gint64 accepted;
  gint64 skipped;
} filters[] = {
  { "{}", "", 1, 3 },
  { "{'statuses': ['ready']}", "", 1, 3 },
  { "{'statuses': ['entered', 'ready'], 'attentions': ['none']}", "", 1, 0 },
  { "{'search': 'toyota ready'}", "", 1, 0 },
  { "{'search': 'zz1-1000'}", "", 1, 0 },
  { "{'statuses': ['entered']}", "vehicle.none-acceptable", 0, 0 },
  { "{'attentions': ['disputed']}", "vehicle.none-acceptable", 0, 0 },
  { "{'search': 'nothing like it'}", "vehicle.none-acceptable", 0, 0 },
  { "{'status': ['ready']}", "filter.unknown", 0, 0 },
  { "{'statuses': ['redy']}", "filter.word", 0, 0 },
  { "{'statuses': 'ready'}", "filter.type", 0, 0 },
  { "{'posting': 99}", "vehicle.none-acceptable", 0, 0 },
  { "{'accepted-period': 0}", "filter.type", 0, 0 },
  { "{'obligation-year': '2026'}", "filter.type", 0, 0 },
  { "{'excluded': 'yes'}", "filter.type", 0, 0 },
  { "{'excluded': false, 'make': 'Nobody'}", "vehicle.none-acceptable", 0, 0 },
  { "{'charge-scheme': 'none'}", "filter.word", 0, 0 },
};

static void
test_accept_filter (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  make_assortment (f);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.accept", "{'account': '@', 'filter': %s}",
                               filters[i].filter),
                   ==, filters[i].refusal);
  if (*filters[i].refusal == '\0')
    {
      g_assert_cmpint (fixture_result (f, "accepted"), ==, filters[i].accepted);
      g_assert_cmpint (fixture_result (f, "units"), ==, filters[i].accepted);
      g_assert_cmpint (fixture_result (f, "skipped"), ==, filters[i].skipped);
    }
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ACCEPTED), ==, 1 + filters[i].accepted);
  fixture_verify (f);
}

/* A vehicle of another account is no vehicle, whether it exists or not. */
static void
test_other_account (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);
  g_autofree char *message = NULL;

  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.enter", PRIUS), ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.mark-ready", "{'account': '@', 'vehicles': [1]}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, STRANGER, "vehicle.accept", "{'account': '%s', 'vehicles': [1]}",
                               f->numbers[2]),
                   ==, "vehicle.unknown");
  message = g_strdup (f->message);
  g_assert_cmpstr (fixture_do (f, STRANGER, "vehicle.accept", "{'account': '%s', 'vehicles': [99]}",
                               f->numbers[2]),
                   ==, "vehicle.unknown");
  g_assert_cmpstr (f->message, ==, message);
  g_assert_cmpstr (fixture_do (f, STRANGER, "vehicle.mark-ready",
                               "{'account': '%s', 'vehicles': ['ZVW30-1234567']}", f->numbers[2]),
                   ==, "vehicle.unknown");
}

/* Without a rulebook in force there is nothing to freeze. */
static void
test_no_rulebook (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  make_assortment (f);
  g_assert_true (gram_registry_set_today (f->registry, "2019-05-05", NULL));
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.accept",
                               "{'account': '@', 'vehicles': [2]}"),
                   ==, "rulebook.none");
}

/* Acceptance freezes the version: a later rulebook does not change an accepted vehicle's figure. */
static void
test_frozen (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  g_autoptr (GramTargetExplanation) before = NULL;
  g_autoptr (GramTargetExplanation) later = NULL;
  g_autoptr (GramTargetExplanation) waiting = NULL;
  GramActor *actor = f->actors[ADMINISTRATOR];

  make_assortment (f);
  before = gram_registry_explain_target (f->registry, actor, 6, NULL, NULL);
  g_assert_true (before->frozen);
  g_assert_cmpint (before->figure.year, ==, 2026);
  g_assert_true (gram_registry_set_today (f->registry, "2027-02-01", NULL));
  later = gram_registry_explain_target (f->registry, actor, 6, NULL, NULL);
  g_assert_cmpint (later->figure.target, ==, before->figure.target);
  /* One that waits goes by the year of today. */
  waiting = gram_registry_explain_target (f->registry, actor, 2, NULL, NULL);
  g_assert_false (waiting->frozen);
  g_assert_cmpint (waiting->figure.year, ==, 2027);
  g_assert_cmpint (waiting->figure.target, !=, before->figure.target);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/vehicles/enter-refused", test_enter_refused);
  g_test_add_func ("/registry/vehicles/enter-unnamed", test_enter_unnamed);
  g_test_add_func ("/registry/vehicles/enter-known", test_enter_known);
  g_test_add_func ("/registry/vehicles/steps", test_steps);
  g_test_add_func ("/registry/vehicles/accept-refused", test_accept_refused);
  g_test_add_func ("/registry/vehicles/accept-skip", test_accept_skip);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *path = g_strdup_printf ("/registry/vehicles/accept-filter/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_accept_filter);
    }
  g_test_add_func ("/registry/vehicles/other-account", test_other_account);
  g_test_add_func ("/registry/vehicles/no-rulebook", test_no_rulebook);
  g_test_add_func ("/registry/vehicles/frozen", test_frozen);
  return g_test_run ();
}
