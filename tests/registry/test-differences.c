/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "figures-fixture.h"

#include "gram-difference-table.h"

#include <inttypes.h>

#define CAR "ZVW30-1000001"

/* A register file with one row about the car. */
static void
import (Fixture *f, const char *make, const char *co2, const char *status)
{
  g_autofree char *csv = g_strdup_printf ("chassis,make,model,type,mass_kg,co2_g_km,status\n"
                                          "%s,%s,Aqua,A,1482,%s,%s\n",
                                          CAR, make, co2, status);
  g_autofree char *path = fixture_file (f, "register.csv", csv);

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '@', 'file': '%s'}",
                               path),
                   ==, "");
}

static GPtrArray *
differences_of (Fixture *f, gint64 case_id)
{
  GPtrArray *list
      = gram_difference_table_list_case (gram_registry_get_store (f->registry), case_id, NULL);

  g_assert_nonnull (list);
  return list;
}

static const char *
decide (Fixture *f, const char *command, gint64 case_id, const char *more)
{
  return fixture_do (f, CASE_HANDLER, command, "{'account': '@', 'cases': [%" PRId64 "]%s}",
                     case_id, more);
}

/* A file that changes an accepted vehicle opens a case; taking it corrects the vehicle and its figures. */
static void
test_take (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GramCorrectionRecord) correction = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GramConsequences) preview = NULL;
  g_autofree char *charge = NULL;
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "98");
  import (f, "Toyota", "118", "ready");
  g_assert_cmpint (fixture_result (f, "differing"), ==, 1);
  case_id = case_live (f, GRAM_CASE_DIFFERENCE, 1);
  g_assert_cmpint (case_id, >, 0);
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 1000);
  g_assert_cmpstr (decide (f, "difference.take", case_id, ""), ==, "case.not-claimed");
  figures_claim (f, case_id);
  preview = figures_preview (f, "difference.take", case_id, "");
  charge = figures_dup_line (preview, "charge");
  g_assert_cmpstr (charge, ==, "0.00 > 60.00");
  g_assert_cmpstr (decide (f, "dispute.uphold", case_id, ""), ==, "decision.kind");
  g_assert_cmpstr (decide (f, "difference.take", case_id, ""), ==, "");

  vehicle = fixture_vehicle (f, CAR);
  correction = figures_correction (f, CAR);
  differences = differences_of (f, case_id);
  g_assert_cmpint (vehicle->co2_micro, ==, 118000000);
  g_assert_cmpint (vehicle->status, ==, GRAM_VEHICLE_ACCEPTED);
  g_assert_cmpint (correction->case_id, ==, case_id);
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 0);
  g_assert_cmpint (figures_balance (f, 1, "charges", "NZD"), ==, 6000);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpint (((GramDifferenceRecord *)differences->pdata[0])->decision, ==,
                   GRAM_DIFFERENCE_TAKEN);
  /* The file says the same now, and the other way round it is a difference again. */
  import (f, "Toyota", "118", "ready");
  g_assert_cmpint (fixture_result (f, "unchanged"), ==, 1);
  import (f, "Toyota", "98", "ready");
  g_assert_cmpint (case_live (f, GRAM_CASE_DIFFERENCE, 1), >, case_id);
  fixture_verify (f);
}

/* What was kept out once is not asked about again; another value is. */
static void
test_keep (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "98");
  import (f, "Toyota", "118", "ready");
  case_id = case_live (f, GRAM_CASE_DIFFERENCE, 1);
  figures_claim (f, case_id);
  g_assert_cmpstr (decide (f, "difference.keep", case_id, ", 'reason': 'A slip.'"), ==, "");
  vehicle = fixture_vehicle (f, CAR);
  g_assert_cmpint (vehicle->co2_micro, ==, 98000000);
  import (f, "Toyota", "118", "ready");
  g_assert_cmpint (fixture_result (f, "differing"), ==, 1);
  g_assert_cmpint (case_live (f, GRAM_CASE_DIFFERENCE, 1), ==, 0);
  import (f, "Toyota", "119", "ready");
  g_assert_cmpint (case_live (f, GRAM_CASE_DIFFERENCE, 1), >, case_id);
  fixture_verify (f);
}

/* New differences join the undecided case; some fields are taken, the others kept. */
static void
test_fields (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "98");
  import (f, "Mazda", "98", "ready");
  case_id = case_live (f, GRAM_CASE_DIFFERENCE, 1);
  import (f, "Mazda", "118", "ready");
  g_assert_cmpint (case_live (f, GRAM_CASE_DIFFERENCE, 1), ==, case_id);
  figures_claim (f, case_id);
  g_assert_cmpstr (decide (f, "difference.take", case_id, ", 'fields': ['mass']"), ==,
                   "decision.fields");
  g_assert_cmpstr (decide (f, "difference.take", case_id, ", 'fields': ['make']"), ==, "");
  vehicle = fixture_vehicle (f, CAR);
  g_assert_cmpstr (vehicle->make, ==, "Mazda");
  g_assert_cmpint (vehicle->co2_micro, ==, 98000000);
  differences = differences_of (f, case_id);
  g_assert_cmpuint (differences->len, ==, 2);
  g_assert_cmpint (((GramDifferenceRecord *)differences->pdata[0])->decision, ==,
                   GRAM_DIFFERENCE_TAKEN);
  g_assert_cmpint (((GramDifferenceRecord *)differences->pdata[1])->decision, ==,
                   GRAM_DIFFERENCE_KEPT);
  fixture_verify (f);
}

/* A disputed vehicle keeps what it says, but may become ready; taking the file's value does not end the dispute. */
static void
test_disputed (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) ready = NULL;
  g_autoptr (GramVehicleRecord) taken = NULL;
  g_autoptr (GramVehicleRecord) upheld = NULL;
  gint64 dispute;
  gint64 case_id;

  import (f, "Toyota", "98", "entered");
  fixture_dispute (f, 1);
  dispute = dispute_result_case (f, 0);
  import (f, "Toyota", "118", "ready");
  g_assert_cmpint (fixture_result (f, "differing"), ==, 1);
  ready = fixture_vehicle (f, CAR);
  g_assert_cmpint (ready->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpint (ready->attention, ==, GRAM_ATTENTION_DISPUTED);
  g_assert_cmpint (ready->co2_micro, ==, 98000000);

  case_id = case_live (f, GRAM_CASE_DIFFERENCE, 1);
  figures_claim (f, case_id);
  g_assert_cmpstr (decide (f, "difference.take", case_id, ""), ==, "");
  taken = fixture_vehicle (f, CAR);
  g_assert_cmpint (taken->co2_micro, ==, 118000000);
  g_assert_cmpint (taken->attention, ==, GRAM_ATTENTION_DISPUTED);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@', 'vehicles': ['" CAR "']}"),
                   ==, "vehicle.disputed");
  fixture_verify (f);

  /* It goes to nobody; the difference of a file that comes then is none, as the row takes it over. */
  figures_claim_and_uphold (f, dispute, "");
  import (f, "Toyota", "98", "ready");
  upheld = fixture_vehicle (f, CAR);
  g_assert_cmpint (upheld->account_id, ==, 1);
  g_assert_cmpint (upheld->co2_micro, ==, 98000000);
  fixture_verify (f);
}

/* What a file says of a vehicle is decided before the vehicle leaves the account. */
static void
test_left (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 moved;
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "98");
  import (f, "Toyota", "118", "ready");
  case_id = case_live (f, GRAM_CASE_DIFFERENCE, 1);
  figures_claim (f, case_id);
  moved = figures_ask_correction (f, CAR, "'kind': 'not-ours', 'right-account': '@2'");
  g_assert_cmpstr (figures_uphold (f, moved, ""), ==, "decision.other-case");
  g_assert_cmpstr (decide (f, "difference.keep", case_id, ""), ==, "");
  g_assert_cmpstr (figures_uphold (f, moved, ""), ==, "");
  fixture_verify (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/differences/take", test_take);
  g_test_add_func ("/registry/differences/keep", test_keep);
  g_test_add_func ("/registry/differences/fields", test_fields);
  g_test_add_func ("/registry/differences/disputed", test_disputed);
  g_test_add_func ("/registry/differences/left", test_left);

  return g_test_run ();
}
