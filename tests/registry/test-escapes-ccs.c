/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"
#include "fleet-fixture.h"

#include <inttypes.h>

/* Ways to a wrong bill, a lost credit or a stuck account, each of which was one once. */

#define CAR "ZVW30-1000002"
#define DECIDED "{'account': '@', 'reason': 'Its returns were false.', 'reference': 'FA/9'}"

static gint64
outstanding_of (Fixture *f, const char *chassis)
{
  g_autoptr (GramVehicleRecord) vehicle = fixture_vehicle (f, chassis);

  return vehicle->charge;
}

/* What is accepted in the morning under Fleet Average stays there, though the approval is revoked in the afternoon. */
static void
test_revoked_same_day (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFleetYearDetail) detail = NULL;

  fleet_accept_used (f);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "application.revoke", DECIDED), ==, "");
  fleet_correct (f, CAR, "130");
  fleet_check (f, 1, 0, 0, 2026, 0);
  detail = fleet_detail (f, 1, 2026);
  g_assert_cmpint (detail->row->net, ==, -3041 + 200);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  fleet_check (f, 1, 21308, 0, 2026, 0);
}

/* An own registry records an approval late: what was accepted and charged one by one before stays charged so. */
static void
test_approved_late (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);

  charges_enter (f, CAR, 20);
  g_assert_cmpstr (charges_accept (f, "'" CAR "'", ""), ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "application.save",
                               "{'account': '@', " LIFE_APPLICATION ", 'declares-true': true}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "application.submit", "{'account': '@'}"), ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "application.approve",
                               "{'account': '@', 'from-year': 2026, 'reference': 'FA/26'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "correction.open",
                               "{'account': '@', 'vehicle': %" PRId64 ", 'kind': 'value',"
                               " 'field': 'co2', 'claimed': '118',"
                               " 'reason': 'The certificate says so.'}",
                               dispute_vehicle (f, CAR)),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "dispute.uphold",
                               "{'account': '@', 'cases': [%" PRId64 "], 'reference': 'D/1'}",
                               fixture_result (f, "case")),
                   ==, "");
  g_assert_cmpint (outstanding_of (f, CAR), ==, 6000);
  charges_assert (f, 6000, 0, 0);
  charges_check (f);
}

/* Out of the standard and back into it: the net position of a Fleet Average year follows. */
static void
test_excluded_fleet_average (void)
{
  static const struct
  {
    const char *claimed;
    gint64 net;
    gint64 vehicles;
  } rows[] = { { "disability", -3041 + 2681, 3 }, { "no", -3041, 4 } };
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);

  fleet_accept_used (f);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *says
          = g_strdup_printf ("'kind': 'value', 'field': 'excluded', 'claimed': '%s'",
                             rows[i].claimed);
      g_autoptr (GramFleetYearDetail) detail = NULL;
      gint64 case_id = figures_ask_correction (f, CAR, says);

      g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
      fleet_check (f, 1, 0, 0, 2026, 0);
      detail = fleet_detail (f, 1, 2026);
      g_assert_cmpint (detail->row->net, ==, rows[i].net);
      g_assert_cmpint (detail->row->vehicles, ==, rows[i].vehicles);
    }
}

/* A payment bounces after a correction has used its money anew: it can be reversed, and all is owed again. */
static void
test_bounced_after_correction (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 payment;

  charges_enter_accepted (f, CAR, 20);
  g_assert_cmpstr (charges_pay (f, "120.00", ""), ==, "");
  payment = fixture_result (f, "payment");
  g_assert_cmpstr (figures_uphold (f,
                                   figures_ask_correction (
                                       f, CAR, "'kind': 'value', 'field': 'co2', 'claimed': '118'"),
                                   ""),
                   ==, "");
  charges_assert (f, 0, 6000, 0);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "payment.reverse",
                               "{'account': '@', 'payment': %" PRId64 ", 'reason': 'Bounced.'}",
                               payment),
                   ==, "");
  charges_assert (f, 6000, 0, 0);
  charges_check (f);
  /* What was opened again is not there to be given back: the next correction finds nothing of it. */
  g_assert_cmpstr (charges_pay (f, "20.00", ""), ==, "");
  g_assert_cmpstr (figures_uphold (f,
                                   figures_ask_correction (
                                       f, CAR, "'kind': 'value', 'field': 'co2', 'claimed': '100'"),
                                   ""),
                   ==, "");
  charges_check (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/escapes-ccs/revoked-same-day", test_revoked_same_day);
  g_test_add_func ("/escapes-ccs/approved-late", test_approved_late);
  g_test_add_func ("/escapes-ccs/excluded-fleet-average", test_excluded_fleet_average);
  g_test_add_func ("/escapes-ccs/bounced-after-correction", test_bounced_after_correction);
  return g_test_run ();
}
