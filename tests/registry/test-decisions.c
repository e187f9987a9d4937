/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "figures-fixture.h"

#include "gram-case-vehicle-table.h"

#include <inttypes.h>

#define REASON "'reason': 'The certificate says so.'"

static gint64
open_dispute (Fixture *f, const char *says)
{
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{'account': '@', 'reason': 'Not as on its papers.', %s}", says),
                   ==, "");
  return dispute_result_case (f, 0);
}

static void
assert_case (Fixture *f, gint64 case_id, GramCaseOutcome outcome)
{
  g_autoptr (GramCaseRecord) record = dispute_case (f, case_id);

  g_assert_cmpint (record->state, ==, GRAM_CASE_DECIDED);
  g_assert_cmpint (record->outcome, ==, outcome);
}

/* Upheld as claimed: the value is corrected, the vehicle free, and the holder still accepts. */
static void
test_value (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");

  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "case.not-claimed");
  figures_claim_and_uphold (f, case_id, ", " REASON);
  g_assert_cmpint (fixture_result (f, "decided"), ==, 1);
  g_assert_cmpint (fixture_result (f, "vehicles"), ==, 1);
  g_assert_cmpint (fixture_result (f, "postings"), ==, 0);
  assert_case (f, case_id, GRAM_CASE_UPHELD);
  vehicle = fixture_vehicle (f, "ZVW30-1000001");
  g_assert_cmpint (vehicle->co2_micro, ==, 101000000);
  g_assert_cmpstr (vehicle->co2_source, ==, "corrected");
  g_assert_cmpint (vehicle->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpint (vehicle->attention, ==, GRAM_ATTENTION_NONE);
  figures_accept (f, "@", "ZVW30-1000001");
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 700);
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "case.decided");
  fixture_verify (f);
}

/* What is wrong with a decision is said before anything is written. */
static void
test_refused (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  static const struct
  {
    const char *more;
    const char *refusal;
  } rows[] = {
    { ", 'values': {'colour': 'red'}", "decision.value" },
    { ", 'values': {'co2': 101}", "decision.value" },
    { ", 'values': {'co2': 'little'}", "vehicle.field-value" },
    { ", 'values': {'co2': ' '}", "vehicle.field-empty" },
    { ", 'values': {'chassis': 'ZVW30-1000002'}", "decision.identifier-taken" },
    { ", 'right-account': '@2'", "decision.right-account" },
    { ", 'expect': '0123'", "decision.changed" },
  };
  g_autofree char *both = NULL;

  figures_claim (f, case_id);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 length = fixture_journal_length (f);

      g_test_message ("%s", rows[i].more);
      g_assert_cmpstr (figures_uphold (f, case_id, rows[i].more), ==, rows[i].refusal);
      g_assert_cmpint (fixture_journal_length (f), ==, length);
      g_assert_cmpint (dispute_attention (f, "ZVW30-1000001"), ==, GRAM_ATTENTION_DISPUTED);
    }
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.uphold",
                               "{'account': '@2', 'cases': [%" PRId64 "]}", case_id),
                   ==, "case.unknown");
  both = g_strdup_printf ("{'account': '@', 'cases': [%" PRId64 ", 4711]}", case_id);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.uphold", "%s", both), ==, "case.unknown");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "difference.take",
                               "{'account': '@', 'cases': [%" PRId64 "]}", case_id),
                   ==, "decision.kind");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "dispute.uphold",
                               "{'account': '@', 'cases': [%" PRId64 "]}", case_id),
                   ==, "case.claimed-by-other");
  g_assert_cmpstr (fixture_do (f, OWNER, "dispute.uphold",
                               "{'account': '@', 'cases': [%" PRId64 "]}", case_id),
                   ==, "permission.role");
  fixture_verify (f);
}

/* Not upheld: nothing changes but that the vehicle is free. */
static void
test_decline (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");

  figures_claim (f, case_id);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.decline",
                               "{'account': '@', 'cases': [%" PRId64 "], 'reason': ' '}", case_id),
                   ==, "text.empty");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.decline",
                               "{'account': '@', 'cases': [%" PRId64 "], " REASON "}", case_id),
                   ==, "");
  assert_case (f, case_id, GRAM_CASE_NOT_UPHELD);
  vehicle = fixture_vehicle (f, "ZVW30-1000001");
  g_assert_cmpint (vehicle->co2_micro, ==, 120000000);
  g_assert_cmpint (vehicle->attention, ==, GRAM_ATTENTION_NONE);
  figures_accept (f, "@", "ZVW30-1000001");
  fixture_verify (f);
}

/* Not the holder's: to the account that is named, by the dispute or by the decision, or to nobody's. */
static void
test_not_ours (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) named = NULL;
  g_autoptr (GramVehicleRecord) nobodys = NULL;
  g_autoptr (GramVehicleRecord) again = NULL;
  g_autoptr (GramAccountRecord) nobody = NULL;
  gint64 case_id;

  case_id = open_dispute (f, "'kind': 'not-ours', 'right-account': '@2', 'vehicles': "
                             "['ZVW30-1000001']");
  figures_claim_and_uphold (f, case_id, "");
  named = fixture_vehicle (f, "ZVW30-1000001");
  g_assert_cmpint (named->account_id, ==, 2);
  g_assert_cmpint (named->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpint (named->attention, ==, GRAM_ATTENTION_NONE);
  g_assert_cmpuint (case_count_notices (f, STRANGER, GRAM_EVENT_VEHICLE_READY), ==, 1);
  figures_accept (f, "@2", "ZVW30-1000001");
  /* New vehicles at 12.00 dollars: 120 - 108.00. */
  g_assert_cmpint (figures_balance (f, 2, "charges", "NZD"), ==, 14400);

  case_id = open_dispute (f, "'kind': 'not-ours', 'vehicles': ['ZVW30-1000002']");
  figures_claim_and_uphold (f, case_id, "");
  gram_account_table_get_unassigned (gram_registry_get_store (f->registry), GRAM_ACCOUNT_CCS_USED,
                                     &nobody, NULL);
  g_assert_nonnull (nobody);
  g_clear_pointer (&f->numbers[3], g_free);
  f->numbers[3] = g_strdup (nobody->number);
  nobodys = fixture_vehicle (f, "ZVW30-1000002");
  g_assert_null (nobodys);
  /* There is one such account for each kind. */
  case_id = open_dispute (f, "'kind': 'not-ours', 'vehicles': ['ZVW30-1000003']");
  figures_claim (f, case_id);
  g_assert_cmpstr (figures_uphold (f, case_id, ", 'right-account': '@'"), ==,
                   "decision.right-account");
  g_assert_cmpstr (figures_uphold (f, case_id, ", 'right-account': '99999999'"), ==,
                   "decision.right-account");
  g_assert_cmpstr (figures_uphold (f, case_id, ", 'right-account': '@3'"), ==, "");
  gram_vehicle_table_get (gram_registry_get_store (f->registry), 3, &again, NULL);
  g_assert_cmpint (again->account_id, ==, nobody->id);
  fixture_verify (f);
}

/* A register file that brings a vehicle of nobody takes it over; that of another account it does not. */
static void
test_taken_over (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autofree char *path = fixture_file (f, "register.csv",
                                        "chassis,make,model,type,mass_kg,co2_g_km,status\n"
                                        "ZVW30-1000001,Toyota,Aqua,A,1482,79,ready\n");
  gint64 case_id = open_dispute (f, "'kind': 'not-ours', 'vehicles': ['ZVW30-1000001']");

  g_assert_cmpstr (fixture_do (f, STRANGER, "account.set-auto-accept",
                               "{'account': '@2', 'switches': ['credit']}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import",
                               "{'account': '@2', 'file': '%s'}", path),
                   ==, "import.rows-rejected");
  figures_claim_and_uphold (f, case_id, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import",
                               "{'account': '@2', 'file': '%s'}", path),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "changed"), ==, 1);
  vehicle = fixture_vehicle (f, "ZVW30-1000001");
  g_assert_cmpint (vehicle->account_id, ==, 2);
  g_assert_cmpint (vehicle->status, ==, GRAM_VEHICLE_ACCEPTED);
  g_assert_cmpint (vehicle->difference, ==, 2900);
  fixture_verify (f);
}

/* A vehicle that nobody knows is created; the holder accepts it. */
static void
test_missing_created (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 case_id = open_dispute (
      f, "'kind': 'missing', 'chassis': 'ZVW30-2222222', 'details': {'make': 'Toyota', 'model': "
         "'Aqua', 'type': 'A', 'mass': '1482', 'co2': '79.5'}");

  figures_claim_and_uphold (f, case_id, ", 'values': {'co2': '79'}");
  vehicle = fixture_vehicle (f, "ZVW30-2222222");
  g_assert_nonnull (vehicle);
  g_assert_cmpint (vehicle->account_id, ==, 1);
  g_assert_cmpint (vehicle->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpint (vehicle->attention, ==, GRAM_ATTENTION_NONE);
  g_assert_cmpint (vehicle->co2_micro, ==, 79000000);
  g_assert_cmpstr (vehicle->make, ==, "Toyota");
  g_assert_cmpint (vehicle->version, ==, 1);
  ids = gram_case_vehicle_table_ids (gram_registry_get_store (f->registry), case_id, 0, 0, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  figures_accept (f, "@", "ZVW30-2222222");
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 2900);
  fixture_verify (f);
}

/* One that stands elsewhere is moved, its acceptance there undone. */
static void
test_missing_moved (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GramCorrectionRecord) correction = NULL;
  gint64 case_id;

  figures_enter_accepted (f, "@2", "ZVW30-2222222", "79");
  g_assert_cmpint (figures_balance (f, 2, "holding", "ccs-credit/new/2026"), ==, 2900);
  case_id = open_dispute (f, "'kind': 'missing', 'chassis': 'ZVW302222222', 'details': {'co2': "
                             "'60'}");
  figures_claim_and_uphold (f, case_id, "");
  vehicle = fixture_vehicle (f, "ZVW30-2222222");
  g_assert_cmpint (vehicle->account_id, ==, 1);
  g_assert_cmpint (vehicle->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpint (vehicle->accepted_at, ==, 0);
  g_assert_null (vehicle->accepted_by);
  /* The record is the register's, whatever the holder thought to know. */
  g_assert_cmpint (vehicle->co2_micro, ==, 79000000);
  g_assert_cmpint (figures_balance (f, 2, "holding", "ccs-credit/new/2026"), ==, 0);
  correction = figures_correction (f, "ZVW30-2222222");
  g_assert_cmpint (correction->case_id, ==, case_id);
  g_assert_cmpint (correction->account_before, ==, 2);
  g_assert_cmpint (correction->account_after, ==, 1);
  g_assert_cmpint (correction->reverses, >, 0);
  g_assert_cmpint (correction->reversal, >, correction->reverses);
  g_assert_cmpint (correction->posting, ==, 0);
  figures_accept (f, "@", "ZVW30-2222222");
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 2900);
  fixture_verify (f);
}

/* A vehicle that is in dispute on its own account is decided about there first. */
static void
test_missing_disputed (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id;

  figures_enter (f, "@2", "ZVW30-2222222", "A", 1482, "79");
  g_assert_cmpstr (fixture_do (f, STRANGER, "dispute.open",
                               "{'account': '@2', 'kind': 'not-ours', 'reason': 'Unknown to us.',"
                               " 'vehicles': ['ZVW30-2222222']}"),
                   ==, "");
  case_id = open_dispute (f, "'kind': 'missing', 'chassis': 'ZVW30-2222222'");
  figures_claim (f, case_id);
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "decision.other-dispute");
  fixture_verify (f);
}

/* A shared dispute is decided as one; auto-accept leaves its vehicles to a person. */
static void
test_shared (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id;

  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit']}"),
                   ==, "");
  case_id = open_dispute (f, "'kind': 'value', 'field': 'co2', 'claimed': '101', 'shared': true, "
                             "'vehicles': ['ZVW30-1000001', 'ZVW30-1000002']");
  figures_claim_and_uphold (f, case_id, "");
  g_assert_cmpint (fixture_result (f, "vehicles"), ==, 2);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_READY), ==, 3);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ACCEPTED), ==, 0);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@', 'vehicles': ['ZVW30-1000001', 'ZVW30-1000002']}"),
                   ==, "");
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 1400);
  fixture_verify (f);
}

/* A thousand, as claimed, in one command. */
static void
test_bulk (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GVariant) cases = NULL;
  g_autofree char *list = NULL;

  dispute_enter_many (f, 1000);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{" DISPUTE_VALUE ", 'filter': {'search': 'many'}}"),
                   ==, "");
  cases = g_variant_lookup_value (f->result, "cases", G_VARIANT_TYPE ("ax"));
  g_assert_cmpuint (g_variant_n_children (cases), ==, 1000);
  list = g_variant_print (cases, FALSE);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'cases': %s}", list), ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.uphold", "{'account': '@', 'cases': %s}",
                               list),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "decided"), ==, 1000);
  g_assert_cmpint (fixture_result (f, "vehicles"), ==, 1000);
  g_assert_cmpint (fixture_count_attention (f, GRAM_VEHICLE_READY, GRAM_ATTENTION_NONE), ==, 1000);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "");
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 700000);
  fixture_verify (f);
}

/* In its own books a member records the decision, with the document; no claim is needed. */
static void
test_own (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_OWN);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");

  g_assert_cmpstr (fixture_do (f, VIEWER, "dispute.uphold",
                               "{'account': '@', 'cases': [%" PRId64 "]}", case_id),
                   ==, "permission.missing");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.uphold",
                               "{'account': '@', 'cases': [%" PRId64 "]}", case_id),
                   ==, "decision.reference");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.uphold",
                               "{'account': '@', 'cases': [%" PRId64 "], 'reference': 'NZTA D 17'}",
                               case_id),
                   ==, "");
  assert_case (f, case_id, GRAM_CASE_UPHELD);
  fixture_verify (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/decisions/value", test_value);
  g_test_add_func ("/registry/decisions/refused", test_refused);
  g_test_add_func ("/registry/decisions/decline", test_decline);
  g_test_add_func ("/registry/decisions/not-ours", test_not_ours);
  g_test_add_func ("/registry/decisions/taken-over", test_taken_over);
  g_test_add_func ("/registry/decisions/missing-created", test_missing_created);
  g_test_add_func ("/registry/decisions/missing-moved", test_missing_moved);
  g_test_add_func ("/registry/decisions/missing-disputed", test_missing_disputed);
  g_test_add_func ("/registry/decisions/shared", test_shared);
  g_test_add_func ("/registry/decisions/bulk", test_bulk);
  g_test_add_func ("/registry/decisions/own", test_own);

  return g_test_run ();
}
