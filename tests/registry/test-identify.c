/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-fixture.h"

#include "case-fixture.h"

/* Art. 32(3): the administrator identifies the participant, in a case with a reason. */

#define WHY "'reason': 'The certificate names Delta Cars.', 'reference': 'DfT I 7'"
#define VIN "WAUZZZ8V5KA123456"

static const struct
{
  FixturePerson who;
  const char *arguments;
  const char *refusal;
} refused[] = {
  { OWNER, "{'account': '@3', 'vehicles': ['" VIN "'], 'right-account': '@6', " WHY "}",
    "permission.role" },
  { CASE_HANDLER, "{'account': '@3', 'vehicles': ['" VIN "'], 'right-account': '@6', " WHY "}",
    "permission.role" },
  { DECISION_MAKER, "{'account': '@', 'vehicles': [1], 'right-account': '@6', " WHY "}",
    "account.other-scheme" },
  { DECISION_MAKER, "{'account': '@3', 'vehicles': [], 'right-account': '@6', " WHY "}",
    "vehicle.none-named" },
  { DECISION_MAKER, "{'account': '@3', 'vehicles': [99], 'right-account': '@6', " WHY "}",
    "vehicle.unknown" },
  { DECISION_MAKER,
    "{'account': '@3', 'vehicles': ['" VIN "'], 'right-account': '@6', 'reason': ' '}",
    "text.empty" },
  { DECISION_MAKER, "{'account': '@3', 'vehicles': ['" VIN "'], 'right-account': '@3', " WHY "}",
    "decision.right-account" },
  { DECISION_MAKER, "{'account': '@3', 'vehicles': ['" VIN "'], 'right-account': '@2', " WHY "}",
    "decision.right-account" },
};

static void
enter (Fixture *f, const char *vin)
{
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@3', 'vin': '%s', 'make': 'Delta', 'model': 'One',"
                               " 'co2-g-km': '120', 'registered-on': '2025-04-01'}",
                               vin),
                   ==, "");
}

static void
test_identify (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) accepted = NULL;
  g_autoptr (GramVehicleRecord) entered = NULL;
  g_autoptr (GramCaseRecord) decided = NULL;

  enter (f, VIN);
  enter (f, "WAUZZZ8V5KA123457");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.mark-ready",
                               "{'account': '@3', 'vehicles': ['" VIN "']}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@3', 'vehicles': ['" VIN "']}"),
                   ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%zu", i);
      g_assert_cmpstr (fixture_do (f, refused[i].who, "vehicle.identify", "%s",
                                   refused[i].arguments),
                       ==, refused[i].refusal);
    }

  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "vehicle.identify",
                               "{'account': '@3', 'vehicles': ['" VIN "', 'WAUZZZ8V5KA123457'],"
                               " 'right-account': '@6', " WHY "}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "vehicles"), ==, 2);
  /* Whatever the status was: accepted on the one is ready on the other. */
  accepted = fixture_vehicle (f, VIN);
  g_assert_cmpint (accepted->account_id, ==, ccts_account (f, CCTS_DELTA));
  g_assert_cmpint (accepted->status, ==, GRAM_VEHICLE_READY);
  entered = fixture_vehicle (f, "WAUZZZ8V5KA123457");
  g_assert_cmpint (entered->account_id, ==, ccts_account (f, CCTS_DELTA));
  g_assert_cmpint (entered->status, ==, GRAM_VEHICLE_ENTERED);

  decided = case_get (f, fixture_result (f, "case"));
  g_assert_cmpint (decided->kind, ==, GRAM_CASE_CORRECTION);
  g_assert_cmpint (decided->state, ==, GRAM_CASE_DECIDED);
  g_assert_cmpint (decided->outcome, ==, GRAM_CASE_UPHELD);
  g_assert_cmpstr (decided->reason, ==, "The certificate names Delta Cars.");
  g_assert_cmpint (decided->account_id, ==, ccts_account (f, CCTS_ALPHA));
  g_assert_cmpuint (case_count_notices (f, OWNER, GRAM_EVENT_DISPUTE_DECIDED), ==, 1);
  g_assert_cmpuint (case_count_notices (f, GRANTER, GRAM_EVENT_VEHICLE_READY), ==, 1);
  fixture_verify (f);
}

/* Fields of the certificate: a zero-emission car is none of N, and vehicle.enter says so. */
static void
test_zero_emission (void)
{
  static const struct
  {
    const char *fields;
    const char *refusal;
    gboolean zero_emission;
  } rows[] = {
    { "'co2-g-km': '0', 'zero-emission': true", "", TRUE },
    { "'zero-emission': true", "", TRUE },
    { "'co2-g-km': '0', 'zero-emission': false", "", FALSE },
    { "'co2-g-km': '0'", "", FALSE },
    { "'co2-g-km': '28.5', 'zero-emission': true", "row.zero-emission-emits", FALSE },
  };
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *vin = g_strdup_printf ("WAUZZZ8V5KA20000%zu", i);
      g_autoptr (GramVehicleRecord) vehicle = NULL;

      g_test_message ("%zu", i);
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                                   "{'account': '@3', 'vin': '%s', 'make': 'Alpha', 'model': 'E',"
                                   " 'registered-on': '2025-04-01', %s}",
                                   vin, rows[i].fields),
                       ==, rows[i].refusal);
      if (*rows[i].refusal != '\0')
        continue;
      vehicle = fixture_vehicle (f, vin);
      g_assert_cmpint (vehicle->zero_emission, ==, rows[i].zero_emission);
      g_assert_cmpuint (vehicle->missing, ==, 0);
    }
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/identify", test_identify);
  g_test_add_func ("/registry/identify/zero-emission", test_zero_emission);

  return g_test_run ();
}
