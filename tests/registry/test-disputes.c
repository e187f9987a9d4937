/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dispute-fixture.h"

#include "gram-dispute-table.h"

#include <inttypes.h>
#include <string.h>

#define OPEN(more_) "{'account': '@', 'reason': 'Look at it.', " more_ "}"
#define VALUE(field_, claimed_)                                                                    \
  OPEN ("'kind': 'value', 'field': '" field_ "', 'claimed': '" claimed_                            \
        "', 'vehicles': ['ZVW30-1000001']")
#define NOT_OURS(right_)                                                                           \
  OPEN ("'kind': 'not-ours', 'vehicles': ['ZVW30-1000001'], 'right-account': '" right_ "'")

/* The three forms, and what each refuses. What is refused leaves no trace. */
static const PeopleRow open_rows[] = {
  { VIEWER, "dispute.open", VALUE ("co2", "101"), "permission.missing" },
  { CASE_HANDLER, "dispute.open", VALUE ("co2", "101"), "permission.missing" },
  { STRANGER, "dispute.open", VALUE ("co2", "101"), "account.unknown" },
  { ACCEPTER, "dispute.open", OPEN ("'kind': 'colour', 'vehicles': [1]"), "dispute.kind" },
  { ACCEPTER, "dispute.open",
    "{'account': '@', 'reason': ' ', 'kind': 'value', 'field': 'co2', 'claimed': '101',"
    " 'vehicles': ['ZVW30-1000001']}",
    "dispute.missing" },
  { ACCEPTER, "dispute.open", OPEN ("'kind': 'value', 'vehicles': ['ZVW30-1000001']"),
    "dispute.missing" },
  { ACCEPTER, "dispute.open", VALUE ("co2", ""), "dispute.missing" },
  { ACCEPTER, "dispute.open", VALUE ("colour", "red"), "dispute.field-unknown" },
  { ACCEPTER, "dispute.open", VALUE ("register_key", "mvr:1"), "dispute.field-unknown" },
  { ACCEPTER, "dispute.open", VALUE ("co2", "less"), "vehicle.field-value" },
  { ACCEPTER, "dispute.open", VALUE ("co2", "-1"), "vehicle.field-value" },
  { ACCEPTER, "dispute.open", VALUE ("co2", "120.000"), "dispute.not-different" },
  { ACCEPTER, "dispute.open", VALUE ("vin", "SHORT"), "vehicle.field-value" },
  { ACCEPTER, "dispute.open",
    OPEN ("'kind': 'value', 'field': 'co2', 'claimed': '101', 'right-account': '@2',"
          " 'vehicles': ['ZVW30-1000001']"),
    "dispute.not-for-kind" },
  { ACCEPTER, "dispute.open", OPEN ("'kind': 'value', 'field': 'co2', 'claimed': '101'"),
    "argument.missing" },
  { ACCEPTER, "dispute.open",
    OPEN ("'kind': 'value', 'field': 'co2', 'claimed': '101', 'vehicles': []"),
    "vehicle.none-named" },
  { ACCEPTER, "dispute.open",
    OPEN ("'kind': 'value', 'field': 'co2', 'claimed': '101', 'vehicles': [99]"),
    "vehicle.unknown" },
  { ACCEPTER, "dispute.open",
    OPEN ("'kind': 'value', 'field': 'chassis', 'claimed': 'ZVW30-7777777',"
          " 'vehicles': ['ZVW30-1000001', 'ZVW30-1000002']"),
    "dispute.one-vehicle" },
  { ACCEPTER, "dispute.open",
    OPEN ("'kind': 'value', 'field': 'co2', 'claimed': '101', 'filter': {'statuses': "
          "['accepted']}"),
    "dispute.none" },

  { ACCEPTER, "dispute.open", NOT_OURS ("12345678"), "dispute.right-account" },
  { ACCEPTER, "dispute.open", NOT_OURS ("@"), "dispute.same-account" },

  { ACCEPTER, "dispute.open", OPEN ("'kind': 'missing'"), "dispute.identifier" },
  { ACCEPTER, "dispute.open", OPEN ("'kind': 'missing', 'chassis': 'x'"), "dispute.identifier" },
  { ACCEPTER, "dispute.open", OPEN ("'kind': 'missing', 'chassis': 'ZVW30-1000001'"),
    "dispute.here" },
  { ACCEPTER, "dispute.open",
    OPEN ("'kind': 'missing', 'chassis': 'ZVW30-2222222', 'vehicles': [1]"),
    "dispute.not-for-kind" },
  { ACCEPTER, "dispute.open",
    OPEN ("'kind': 'missing', 'chassis': 'ZVW30-2222222', 'details': {'colour': 'red'}"),
    "dispute.value" },

  { ACCEPTER, "dispute.open", VALUE ("co2", "101"), "" },
  { ACCEPTER, "dispute.open", VALUE ("co2", "102"), "dispute.already" },
  { ACCEPTER, "dispute.open", NOT_OURS (""), "dispute.already" },
  { ACCEPTER, "vehicle.accept", "{'account': '@', 'vehicles': ['ZVW30-1000001']}",
    "vehicle.disputed" },
  { ACCEPTER, "vehicle.accept", "{'account': '@', 'vehicles': ['ZVW30-1000002']}", "" },
  { ACCEPTER, "dispute.open",
    OPEN ("'kind': 'value', 'field': 'co2', 'claimed': '101', 'vehicles': ['ZVW30-1000002']"),
    "dispute.accepted" },
  { ACCEPTER, "dispute.open",
    OPEN ("'kind': 'missing', 'chassis': 'ZVW30-2222222', 'details': {'co2': '101'}"), "" },
  { ACCEPTER, "dispute.open", OPEN ("'kind': 'missing', 'chassis': 'ZVW302222222'"),
    "dispute.already" },
};

static void
test_open (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, open_rows, G_N_ELEMENTS (open_rows));
  fixture_verify (f);
}

/* The sentence of each of the two that people meet says what to do next. */
static void
test_ways (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);

  fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'vehicles': ['ZVW30-1000001']}");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open", VALUE ("co2", "101")), ==,
                   "dispute.accepted");
  g_assert_nonnull (strstr (f->message, "correction"));
  g_assert_true (g_str_has_prefix (f->message, "ZVW30-1000001: "));
}

/* A dispute is written as it was meant: canonical, with what the record said. */
static void
test_says (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramDisputeRecord) says = NULL;
  g_autoptr (GramCaseRecord) record = NULL;
  gint64 case_id;

  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               OPEN ("'kind': 'value', 'field': 'co2', 'claimed': ' 101.50 ',"
                                     " 'citation': 'CO2 value 120 g/km',"
                                     " 'vehicles': ['ZVW30-1000001']")),
                   ==, "");
  case_id = dispute_result_case (f, 0);
  gram_dispute_table_get (gram_registry_get_store (f->registry), case_id, &says, NULL);
  record = dispute_case (f, case_id);
  g_assert_cmpint (says->kind, ==, GRAM_DISPUTE_VALUE);
  g_assert_cmpstr (says->field, ==, "co2");
  g_assert_cmpstr (says->stated, ==, "120");
  g_assert_cmpstr (says->claimed, ==, "101.5");
  g_assert_cmpstr (says->citation, ==, "CO2 value 120 g/km");
  g_assert_cmpint (record->kind, ==, GRAM_CASE_DISPUTE);
  g_assert_cmpint (record->state, ==, GRAM_CASE_OPEN);
  g_assert_cmpstr (record->label, ==, "ZVW30-1000001");
  g_assert_cmpint (record->opened_by, ==, gram_actor_get_person_id (f->actors[ACCEPTER]));
  g_assert_cmpstr (record->due_on, >, LIFE_TODAY);
  g_assert_cmpuint (people_count_touching (f, "case", case_id), ==, 1);
}

/* One about all of them, or one each. */
static void
test_selection (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseRecord) shared = NULL;
  g_autoptr (GramCaseRecord) last = NULL;

  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{" DISPUTE_VALUE ", 'shared': true,"
                               " 'vehicles': ['ZVW30-1000001', 'ZVW30-1000002']}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "vehicles"), ==, 2);
  shared = dispute_case (f, dispute_result_case (f, 0));
  g_assert_cmpstr (shared->label, ==, "ZVW30-1000001 +1");
  g_assert_cmpint (shared->vehicles, ==, 2);

  /* One of three is disputed already: it is named, or left out if that is asked for. */
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{" DISPUTE_VALUE ","
                               " 'vehicles': ['ZVW30-1000002', 'ZVW30-1000003']}"),
                   ==, "dispute.already");
  g_assert_cmpint (fixture_count_attention (f, GRAM_VEHICLE_READY, GRAM_ATTENTION_DISPUTED), ==, 2);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{" DISPUTE_VALUE ", 'skip': true,"
                               " 'vehicles': ['ZVW30-1000002', 'ZVW30-1000003']}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "vehicles"), ==, 1);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, 1);
  last = dispute_case (f, dispute_result_case (f, 0));
  g_assert_cmpstr (last->label, ==, "ZVW30-1000003");
  fixture_verify (f);
}

/* A filter means all that match and can be disputed, five thousand in one command. */
static void
test_many (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GVariant) cases = NULL;

  dispute_enter_many (f, 5000);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@', 'vehicles': ['ZVW30-1000001']}"),
                   ==, "");
  dispute_open_value (f, "MANY-1000100");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{" DISPUTE_VALUE ", 'filter': {'search': 'MANY'}}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "vehicles"), ==, 4999);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, 1);
  cases = g_variant_lookup_value (f->result, "cases", G_VARIANT_TYPE ("ax"));
  g_assert_cmpuint (g_variant_n_children (cases), ==, 4999);
  g_assert_cmpint (fixture_count_attention (f, GRAM_VEHICLE_READY, GRAM_ATTENTION_DISPUTED), ==,
                   5000);
  fixture_verify (f);

  /* What is left is accepted in bulk; what is disputed stays. */
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "");
  g_assert_cmpint (fixture_result (f, "accepted"), ==, 2);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, 5000);
  fixture_verify (f);
}

static void
test_many_shared (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseRecord) record = NULL;

  dispute_enter_many (f, 5000);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{'account': '@', 'kind': 'not-ours', 'reason': 'Not imported by "
                               "us.', 'filter': {}, 'shared': true, 'right-account': '@2'}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "vehicles"), ==, 5003);
  record = dispute_case (f, dispute_result_case (f, 0));
  g_assert_cmpint (record->vehicles, ==, 5003);
  g_assert_cmpint (fixture_count_attention (f, GRAM_VEHICLE_READY, GRAM_ATTENTION_DISPUTED), ==,
                   5003);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.withdraw",
                               "{'account': '@', 'case': %" PRId64 "}", record->id),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "vehicles"), ==, 5003);
  g_assert_cmpint (fixture_count_attention (f, GRAM_VEHICLE_READY, GRAM_ATTENTION_NONE), ==, 5003);
  fixture_verify (f);
}

/* An open dispute blocks that record, in every way of accepting, and no other. */
static void
test_blocks (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  g_autoptr (GramVehicleRecord) entered = NULL;

  /* By hand, in bulk with and without it named, by filter. */
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@', 'vehicles': ['ZVW30-1000001']}"),
                   ==, "vehicle.disputed");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@', 'vehicles': ['ZVW30-1000001', 'ZVW30-1000002'],"
                               " 'skip': true}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "accepted"), ==, 1);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "");
  g_assert_cmpint (fixture_result (f, "accepted"), ==, 1);

  /* Automatically: switched on with those that wait, and when one becomes ready. */
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@', 'chassis': 'ZVW30-1000004', 'make': 'Toyota',"
                               " 'model': 'Aqua', 'type': 'A', 'mass-kg': 1482, 'co2-g-km': '90'}"),
                   ==, "");
  dispute_open_value (f, "ZVW30-1000004");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit'], 'include-waiting': true}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.mark-ready",
                               "{'account': '@', 'vehicles': ['ZVW30-1000004']}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "auto-accepted"), ==, 0);
  entered = fixture_vehicle (f, "ZVW30-1000004");
  g_assert_cmpint (entered->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ACCEPTED), ==, 2);

  /* Withdrawn, it can be accepted again; a person does it. */
  g_assert_cmpstr (fixture_do (f, OWNER, "case.withdraw", "{'account': '@', 'case': %" PRId64 "}",
                               case_id),
                   ==, "");
  g_assert_cmpint (dispute_attention (f, "ZVW30-1000001"), ==, GRAM_ATTENTION_NONE);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@', 'vehicles': ['ZVW30-1000001']}"),
                   ==, "");
  fixture_verify (f);
}

/* What was missing before the dispute is missing after it. */
static void
test_incomplete (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id;

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@', 'chassis': 'ZVW30-1000005', 'make': 'Toyota'}"),
                   ==, "");
  g_assert_cmpint (dispute_attention (f, "ZVW30-1000005"), ==, GRAM_ATTENTION_INCOMPLETE);
  case_id = dispute_open_value (f, "ZVW30-1000005");
  g_assert_cmpint (dispute_attention (f, "ZVW30-1000005"), ==, GRAM_ATTENTION_DISPUTED);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.withdraw",
                               "{'account': '@', 'case': %" PRId64 "}", case_id),
                   ==, "");
  g_assert_cmpint (dispute_attention (f, "ZVW30-1000005"), ==, GRAM_ATTENTION_INCOMPLETE);
  fixture_verify (f);
}

#define CORRECT(more_)                                                                             \
  "{'account': '@', 'vehicle': %" PRId64 ", 'reason': 'The certificate was wrong.', " more_ "}"
#define CORRECT_CO2 CORRECT ("'kind': 'value', 'field': 'co2', 'claimed': '101'")

/* After acceptance a correction is the way, for both sides. */
static void
test_correction (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 one = dispute_vehicle (f, "ZVW30-1000001");
  gint64 two = dispute_vehicle (f, "ZVW30-1000002");
  g_autoptr (GramCaseRecord) record = NULL;

  g_assert_cmpstr (fixture_do (f, ACCEPTER, "correction.open", CORRECT_CO2, one), ==,
                   "correction.not-accepted");
  fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}");

  g_assert_cmpstr (fixture_do (f, VIEWER, "correction.open", CORRECT_CO2, one), ==,
                   "permission.missing");
  g_assert_cmpstr (fixture_do (f, READER, "correction.open", CORRECT_CO2, one), ==,
                   "permission.missing");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "correction.open", CORRECT_CO2, (gint64)99), ==,
                   "vehicle.unknown");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "correction.open",
                               CORRECT ("'kind': 'missing', 'chassis': 'ZVW30-1000009'"), one),
                   ==, "argument.unknown");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "correction.open", CORRECT ("'kind': 'missing'"), one),
                   ==, "dispute.kind");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "correction.open",
                               CORRECT ("'kind': 'value', 'field': 'co2', 'claimed': '120'"), one),
                   ==, "dispute.not-different");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "correction.open", CORRECT_CO2, one), ==, "");
  record = dispute_case (f, fixture_result (f, "case"));
  g_assert_cmpint (record->kind, ==, GRAM_CASE_CORRECTION);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "correction.open", CORRECT_CO2, one), ==,
                   "correction.already");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "correction.open", CORRECT_CO2, two), ==, "");

  /* An accepted vehicle stays accepted meanwhile; withdrawn, it can be asked for again. */
  g_assert_cmpint (dispute_attention (f, "ZVW30-1000001"), ==, GRAM_ATTENTION_NONE);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.withdraw",
                               "{'account': '@', 'case': %" PRId64 "}", record->id),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "correction.open",
                               CORRECT ("'kind': 'not-ours', 'right-account': '@2'"), one),
                   ==, "");
  fixture_verify (f);
}

/* Which states of the account let a dispute begin, and which a correction. */
static const struct
{
  GramAccountState state;
  const char *dispute;
  const char *correction;
} state_rows[] = {
  { GRAM_ACCOUNT_OPEN, "", "" },
  { GRAM_ACCOUNT_SUSPENDED, "", "" },
  { GRAM_ACCOUNT_CLOSING, "", "" },
  { GRAM_ACCOUNT_CLOSED, "account.closed", "" },
};

static void
test_states (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (state_rows); i++)
    {
      g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
      gint64 two = dispute_vehicle (f, "ZVW30-1000002");

      fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'vehicles': [%" PRId64 "]}",
                  two);
      fixture_set_state (f, 1, state_rows[i].state);
      g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open", VALUE ("co2", "101")), ==,
                       state_rows[i].dispute);
      g_assert_cmpstr (fixture_do (f, ACCEPTER, "correction.open", CORRECT_CO2, two), ==,
                       state_rows[i].correction);
    }
}

/* Two processes dispute the same vehicle: one opens the case, the other is told that it stands. */
static void
test_two_processes (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  GramRegistry *first = f->registry;
  GramRegistry *second = life_open_other (f);

  dispute_open_value (f, "ZVW30-1000001");
  f->registry = second;
  g_assert_cmpstr (fixture_do (f, OWNER, "dispute.open", VALUE ("co2", "102")), ==,
                   "dispute.already");
  g_assert_cmpstr (fixture_do (f, OWNER, "dispute.open", NOT_OURS ("")), ==, "dispute.already");
  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.accept",
                               "{'account': '@', 'vehicles': ['ZVW30-1000001']}"),
                   ==, "vehicle.disputed");
  dispute_open_value (f, "ZVW30-1000002");
  f->registry = first;
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@', 'vehicles': ['ZVW30-1000002']}"),
                   ==, "vehicle.disputed");
  gram_registry_close (second);
  fixture_verify (f);
}

/* The same request twice opens one dispute. */
static void
test_twice (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id;

  fixture_do_request (f, ACCEPTER, "r-1", "dispute.open", VALUE ("co2", "101"));
  g_assert_cmpstr (f->refusal, ==, "");
  case_id = dispute_result_case (f, 0);
  fixture_do_request (f, ACCEPTER, "r-1", "dispute.open", VALUE ("co2", "101"));
  g_assert_cmpstr (f->refusal, ==, "");
  g_assert_cmpint (dispute_result_case (f, 0), ==, case_id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/disputes/open", test_open);
  g_test_add_func ("/registry/disputes/ways", test_ways);
  g_test_add_func ("/registry/disputes/says", test_says);
  g_test_add_func ("/registry/disputes/selection", test_selection);
  g_test_add_func ("/registry/disputes/many", test_many);
  g_test_add_func ("/registry/disputes/many-shared", test_many_shared);
  g_test_add_func ("/registry/disputes/blocks", test_blocks);
  g_test_add_func ("/registry/disputes/incomplete", test_incomplete);
  g_test_add_func ("/registry/disputes/correction", test_correction);
  g_test_add_func ("/registry/disputes/states", test_states);
  g_test_add_func ("/registry/disputes/two-processes", test_two_processes);
  g_test_add_func ("/registry/disputes/twice", test_twice);
  return g_test_run ();
}
