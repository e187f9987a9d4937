/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "figures-fixture.h"

#include "gram-case-message-table.h"

#include <inttypes.h>
#include <string.h>

#define CAR "ZVW30-1000001"
#define OTHER "ZVW30-2222222"
#define NOT_OURS "'kind': 'not-ours', 'reason': 'Sold before it was shipped.'"

static gint64
open_dispute (Fixture *f, FixturePerson who, const char *arguments)
{
  g_assert_cmpstr (fixture_do (f, who, "dispute.open", "{%s}", arguments), ==, "");
  return dispute_result_case (f, 0);
}

/* A register file of one row; answers the refusal of the import. */
static const char *
import (Fixture *f, const char *account, const char *name, const char *co2)
{
  g_autofree char *csv = g_strdup_printf ("chassis,make,model,type,mass_kg,co2_g_km,status\n"
                                          "%s,Toyota,Aqua,A,1482,%s,ready\n",
                                          name, co2);
  g_autofree char *path = fixture_file (f, "register.csv", csv);

  return fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '%s', 'file': '%s'}", account,
                     path);
}

/* The only vehicle that a case shows to a person. */
static GramVehicleRecord *
vehicle_of_case (Fixture *f, FixturePerson who, gint64 case_id)
{
  g_autoptr (GramCaseDetail) detail = case_detail (f, who, case_id);

  g_assert_nonnull (detail);
  g_assert_cmpint (detail->n_vehicles, ==, 1);
  g_assert_cmpuint (detail->vehicles->len, ==, 1);
  return gram_vehicle_record_copy (detail->vehicles->pdata[0]);
}

/* A vehicle that went away tells those whom it left nothing of where it is and what becomes of it there. */
static void
test_moved_tells_nothing (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) seen = NULL;
  g_autoptr (GramVehicleRecord) real = NULL;
  gint64 case_id;

  figures_enter (f, "@", CAR, "A", 1482, "98");
  case_id = open_dispute (f, ACCEPTER, "'account': '@', " NOT_OURS ", 'vehicles': ['" CAR "']");
  figures_claim_and_uphold (f, case_id, ", 'right-account': '@2'");
  figures_accept (f, "@2", CAR);

  real = vehicle_of_case (f, CASE_HANDLER, case_id);
  g_assert_cmpint (real->account_id, ==, 2);
  g_assert_cmpint (real->status, ==, GRAM_VEHICLE_ACCEPTED);
  seen = vehicle_of_case (f, ACCEPTER, case_id);
  g_assert_cmpstr (seen->chassis, ==, real->chassis);
  g_assert_cmpint (seen->account_id, ==, 0);
  g_assert_cmpint (seen->status, !=, GRAM_VEHICLE_ACCEPTED);
  g_assert_cmpint (seen->accepted_at, ==, 0);
  g_assert_cmpint (seen->difference, ==, 0);
  g_assert_cmpint (seen->version, ==, 0);
  g_assert_cmpstr (seen->make, ==, "");
  fixture_verify (f);
}

/* Nor does one that came tell what it was worth where it came from. */
static void
test_came_tells_nothing (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseDetail) theirs = NULL;
  g_autoptr (GramCaseDetail) ours = NULL;
  const GramCorrectionRecord *correction;
  gint64 case_id;

  figures_enter_accepted (f, "@2", OTHER, "79");
  case_id = open_dispute (f, ACCEPTER,
                          "'account': '@', 'kind': 'missing', 'reason': 'It is ours.',"
                          " 'chassis': '" OTHER "'");
  figures_claim_and_uphold (f, case_id, "");
  ours = case_detail (f, CASE_HANDLER, case_id);
  g_assert_cmpuint (ours->corrections->len, ==, 1);
  correction = ours->corrections->pdata[0];
  g_assert_cmpint (correction->account_before, ==, 2);
  g_assert_cmpint (correction->difference_before, ==, 2900);
  theirs = case_detail (f, ACCEPTER, case_id);
  g_assert_cmpuint (theirs->corrections->len, ==, 0);
  fixture_verify (f);
}

/* Line of account 2's statement that took back what stood there, as a person sees it. */
static void
check_line (Fixture *f, FixturePerson who, gint64 case_id, const char *reference)
{
  GError *error = NULL;
  g_autoptr (GramAccountStatement) statement
      = gram_registry_statement (f->registry, f->actors[who], 2, NULL, NULL, NULL, &error);
  const GramStatementLine *line;

  g_assert_no_error (error);
  line = statement->lines->pdata[statement->lines->len - 1];
  g_assert_cmpstr (line->meaning, ==, "reversal");
  g_assert_cmpint (line->reverses, >, 0);
  g_assert_cmpint (line->case_id, ==, case_id);
  g_assert_cmpstr (line->reference, ==, reference);
}

/* What was taken back is told to whom it was taken from, whose case it was is not. */
static void
test_statement_of_other_case (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id;

  figures_enter_accepted (f, "@2", OTHER, "79");
  case_id = open_dispute (f, ACCEPTER,
                          "'account': '@', 'kind': 'missing', 'reason': 'It is ours.',"
                          " 'chassis': '" OTHER "'");
  figures_claim_and_uphold (f, case_id, ", 'reference': 'Letter of Harbour Street Imports'");
  check_line (f, CASE_HANDLER, case_id, "Letter of Harbour Street Imports");
  check_line (f, STRANGER, 0, "");
  fixture_verify (f);
}

/* Where an accepted vehicle went is nobody's business of those whom it left; what came back of it is. */
static void
test_left_tells_own_side (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseDetail) detail = NULL;
  const GramCorrectionRecord *correction;
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "98");
  case_id = figures_ask_correction (f, CAR, "'kind': 'not-ours'");
  g_assert_cmpstr (figures_uphold (f, case_id, ", 'right-account': '@2'"), ==, "");
  detail = case_detail (f, ACCEPTER, case_id);
  g_assert_cmpuint (detail->corrections->len, ==, 1);
  correction = detail->corrections->pdata[0];
  g_assert_cmpint (correction->difference_before, ==, 1000);
  g_assert_cmpint (correction->account_before, ==, 1);
  g_assert_cmpint (correction->account_after, ==, 0);
  fixture_verify (f);
}

/* What a register file says of a vehicle is decided before the vehicle goes: the case would stay where it was. */
static void
test_difference_before_move (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *keep = NULL;
  gint64 dispute;
  gint64 difference;

  figures_enter (f, "@", CAR, "A", 1482, "98");
  dispute = open_dispute (f, ACCEPTER, "'account': '@', " NOT_OURS ", 'vehicles': ['" CAR "']");
  g_assert_cmpstr (import (f, "@", CAR, "97"), ==, "");
  difference = case_live (f, GRAM_CASE_DIFFERENCE, dispute_vehicle (f, CAR));
  g_assert_cmpint (difference, >, 0);
  figures_claim (f, dispute);
  figures_claim (f, difference);
  g_assert_cmpstr (figures_uphold (f, dispute, ", 'right-account': '@2'"), ==,
                   "decision.other-case");
  g_assert_null (figures_preview (f, "dispute.uphold", dispute, ", 'right-account': '@2'"));
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "difference.keep",
                               "{'account': '@', 'cases': [%" PRId64 "]}", difference),
                   ==, "");
  g_assert_cmpstr (figures_uphold (f, dispute, ", 'right-account': '@2'"), ==, "");

  /* On its new account a file opens a case of that account. */
  figures_accept (f, "@2", CAR);
  g_assert_cmpstr (import (f, "@2", CAR, "96"), ==, "");
  difference = case_live (f, GRAM_CASE_DIFFERENCE, dispute_vehicle (f, CAR));
  {
    g_autoptr (GramCaseRecord) record = dispute_case (f, difference);

    g_assert_cmpint (record->account_id, ==, 2);
  }
  fixture_verify (f);
}

/* The same of a vehicle that another account misses. */
static void
test_correction_before_move (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 correction;
  gint64 missing;

  figures_enter_accepted (f, "@", CAR, "98");
  correction = figures_ask_correction (f, CAR, "'kind': 'value', 'field': 'co2', 'claimed': '97'");
  missing = open_dispute (f, STRANGER,
                          "'account': '@2', 'kind': 'missing', 'reason': 'It is ours.',"
                          " 'chassis': '" CAR "'");
  figures_claim (f, missing);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.uphold",
                               "{'account': '@2', 'cases': [%" PRId64 "]}", missing),
                   ==, "decision.other-case");
  g_assert_cmpstr (figures_uphold (f, correction, ""), ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.uphold",
                               "{'account': '@2', 'cases': [%" PRId64 "]}", missing),
                   ==, "");
  fixture_verify (f);
}

/* What the history says to a person of all that happened to account 1, in one text. */
static char *
dup_history (Fixture *f, FixturePerson who)
{
  const GramJournalQuery query = { .account_id = 1 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) entries = NULL;
  GError *error = NULL;

  entries = gram_registry_journal (f->registry, f->actors[who], &query, 0, 1000, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const GramJournalEntry *entry = entries->pdata[i];

      g_string_append_printf (text, "%s %s %s\n", entry->command, entry->arguments, entry->result);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The history of an account tells its members what was decided, but neither where a vehicle went, nor what the
 * administrator's side says among itself, nor who works on it. */
static void
test_history (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *file = fixture_file (f, "harrow.txt", "Ask Mrs Harrow");
  g_autofree char *members = NULL;
  g_autofree char *handlers = NULL;
  gint64 case_id;

  figures_enter (f, "@", CAR, "A", 1482, "98");
  case_id = open_dispute (f, ACCEPTER, "'account': '@', " NOT_OURS ", 'vehicles': ['" CAR "']");
  figures_claim (f, case_id);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.write",
                               "{'account': '@', 'case': %" PRId64
                               ", 'lane': 'internal', 'text': 'Ask Mrs Harrow.'}",
                               case_id),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.edit-message",
                               "{'account': '@', 'case': %" PRId64 ", 'message': %" PRId64
                               ", 'text': 'Ask Mrs Harrow once more.', 'version': 1}",
                               case_id, fixture_result (f, "message")),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.attach",
                               "{'account': '@', 'case': %" PRId64
                               ", 'lane': 'internal', 'file': '%s'}",
                               case_id, file),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "case.assign",
                               "{'cases': [%" PRId64 "], 'person': 'decider@example.org',"
                               " 'comment': 'Mrs Harrow is his aunt.'}",
                               case_id),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "dispute.uphold",
                               "{'account': '@', 'cases': [%" PRId64 "], 'right-account': '@2'}",
                               case_id),
                   ==, "");
  members = dup_history (f, ACCEPTER);
  handlers = dup_history (f, CASE_HANDLER);
  g_assert_nonnull (strstr (members, "dispute.uphold"));
  g_assert_null (strstr (members, f->numbers[2]));
  g_assert_nonnull (strstr (handlers, f->numbers[2]));
  g_assert_null (strstr (members, "arrow"));
  g_assert_null (strstr (members, "decider"));
  fixture_verify (f);
}

static gint64 instant;

static gint64
tell_instant (gpointer data)
{
  return instant++;
}

/* The last microseconds of the year in Auckland: what a command reads of the clock twice is one moment all the same. */
static void
test_new_year (void)
{
  g_autoptr (GDateTime) new_year = g_date_time_new_from_iso8601 ("2026-12-31T11:00:00Z", NULL);

  for (gint64 before = 0; before < 6; before++)
    {
      g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
      g_autoptr (GramVehicleRecord) vehicle = NULL;
      g_autoptr (GramVehicleRecord) after = NULL;
      gint64 midnight = g_date_time_to_unix_usec (new_year);
      gint64 case_id;

      figures_enter (f, "@", CAR, "A", 1482, "98");
      instant = midnight - before;
      _gram_registry_set_clock (f->registry, tell_instant, NULL);
      figures_accept (f, "@", CAR);
      vehicle = fixture_vehicle (f, CAR);
      g_assert_cmpint (vehicle->obligation_year, ==, vehicle->accepted_at < midnight ? 2026 : 2027);
      /* A correction back and forth knows the year by the instant. */
      case_id = figures_ask_correction (f, CAR, "'kind': 'value', 'field': 'co2', 'claimed': '97'");
      g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
      after = fixture_vehicle (f, CAR);
      g_assert_cmpint (after->obligation_year, ==, vehicle->obligation_year);
      fixture_verify (f);
    }
}

/* What the holder says in a case whose claimant works cases no more reaches those who do. */
static void
test_claimant_left (void)
{
  static const struct
  {
    const char *command;
    const char *arguments;
  } leaves[] = {
    { "user.set-role", "{'person': 'handler@example.org', 'role': 'reader'}" },
    { "user.remove", "{'person': 'handler@example.org'}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (leaves); i++)
    {
      g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
      gint64 case_id = dispute_open_value (f, CAR);

      figures_claim (f, case_id);
      g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.ask",
                                   "{'account': '@', 'case': %" PRId64 ", 'text': 'Which paper?'}",
                                   case_id),
                       ==, "");
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, leaves[i].command, "%s", leaves[i].arguments),
                       ==, "");
      g_assert_cmpuint (case_count_notices (f, DECISION_MAKER, GRAM_EVENT_MESSAGE), ==, 0);
      g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.write",
                                   "{'account': '@', 'case': %" PRId64 ", 'text': 'One moment.'}",
                                   case_id),
                       ==, "");
      g_assert_cmpuint (case_count_notices (f, DECISION_MAKER, GRAM_EVENT_MESSAGE), ==, 1);
      g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.answer",
                                   "{'account': '@', 'case': %" PRId64 ", 'text': 'This one.'}",
                                   case_id),
                       ==, "");
      g_assert_cmpuint (case_count_notices (f, DECISION_MAKER, GRAM_EVENT_INFORMATION_GIVEN), ==,
                        1);
      /* And it is taken over as every case that somebody has. */
      g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "case.claim", "{'cases': [%" PRId64 "]}",
                                   case_id),
                       ==, "case.comment-needed");
      g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "case.claim",
                                   "{'cases': [%" PRId64 "], 'comment': 'She left.'}", case_id),
                       ==, "");
      fixture_verify (f);
    }
}

/* Amounts that are none. */
static void
test_amounts (void)
{
  static const char *const amounts[] = {
    "0",
    "0.00",
    "-1",
    "-0.01",
    "0.001",
    "1e3",
    "160,86",
    "",
    " ",
    "NaN",
    "99999999999999999999",
    "92233720368547758.07",
    "９９",
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  figures_enter_accepted (f, "@", CAR, "118");
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.record",
                                 "{'account': '@', 'amount': '%s', 'paid-on': '2026-03-16'}",
                                 amounts[i]),
                     ==, "payment.amount");
  g_assert_cmpint (figures_balance (f, 1, "charges", "NZD"), ==, 6000);
  fixture_verify (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/escapes-cases/moved-tells-nothing", test_moved_tells_nothing);
  g_test_add_func ("/registry/escapes-cases/came-tells-nothing", test_came_tells_nothing);
  g_test_add_func ("/registry/escapes-cases/statement-of-other-case", test_statement_of_other_case);
  g_test_add_func ("/registry/escapes-cases/left-tells-own-side", test_left_tells_own_side);
  g_test_add_func ("/registry/escapes-cases/difference-before-move", test_difference_before_move);
  g_test_add_func ("/registry/escapes-cases/correction-before-move", test_correction_before_move);
  g_test_add_func ("/registry/escapes-cases/history", test_history);
  g_test_add_func ("/registry/escapes-cases/new-year", test_new_year);
  g_test_add_func ("/registry/escapes-cases/claimant-left", test_claimant_left);
  g_test_add_func ("/registry/escapes-cases/amounts", test_amounts);

  return g_test_run ();
}
