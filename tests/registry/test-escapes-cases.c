/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "figures-fixture.h"

#include "gram-queries-statement.h"
#include "gram-case-query.h"

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
      = gram_registry_statement (f->registry, f->actors[who], 2, NULL, NULL, 0, NULL, &error);
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

/* An account that closes takes its undecided cases along, and what waited in them. */
static void
test_close_with_cases (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 difference;
  gint64 dispute;

  figures_enter_accepted (f, "@", CAR, "108");
  dispute = open_dispute (f, ACCEPTER,
                          "'account': '@', 'kind': 'missing', 'reason': 'It is ours.',"
                          " 'chassis': '" OTHER "'");
  g_assert_cmpstr (import (f, "@", CAR, "107"), ==, "");
  difference = case_live (f, GRAM_CASE_DIFFERENCE, dispute_vehicle (f, CAR));
  g_assert_cmpint (difference, >, 0);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "account.give-closing-notice",
                               "{'account': '@', 'reason': 'Not used', 'object-by': '2026-05-01'}"),
                   ==, "");
  life_set_day ("2026-05-02");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close",
                               "{'account': '@', 'reason': 'Not used'}"),
                   ==, "");
  case_check (f, dispute, GRAM_CASE_WITHDRAWN, NOBODY);
  case_check (f, difference, GRAM_CASE_WITHDRAWN, NOBODY);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "difference.take",
                               "{'account': '@', 'cases': [%" PRId64 "]}", difference),
                   !=, "");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.write",
                               "{'account': '@', 'case': %" PRId64 ", 'text': 'Wait.'}", dispute),
                   !=, "");
  fixture_verify (f);
}

/* What a decision would do is for who may decide; members learn no more from the preview than from the command. */
static void
test_preview_refused (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, CAR);
  g_autofree char *json = g_strdup_printf ("{'account': '@', 'cases': [%" PRId64 "]}", case_id);
  g_autoptr (GVariant) arguments = fixture_arguments (f, json);

  for (FixturePerson who = READER; who < N_PERSONS; who++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GError *error = NULL;

      g_assert_null (gram_registry_consequences (f->registry, f->actors[who], "dispute.uphold",
                                                 arguments, &refusal, &error));
      g_assert_no_error (error);
      g_assert_nonnull (refusal);
      g_assert_cmpstr (refusal->id, !=, "case.not-claimed");
      g_assert_cmpstr (fixture_do (f, who, "dispute.uphold", "%s", json), ==, refusal->id);
    }
  fixture_verify (f);
}

/* The account of vehicles of nobody is no account to work with: it is not closed, suspended, listed or filled by hand. */
static void
test_nobodys_account (void)
{
  static const LifeRow rows[] = {
    { ADMINISTRATOR, "account.give-closing-notice",
      "{'account': '@3', 'reason': 'Not used', 'object-by': '2026-05-01'}", "account.unassigned",
      NULL },
    { ADMINISTRATOR, "account.suspend",
      "{'account': '@3', 'ground': 'conviction', 'until': '2026-04-10', 'reason': 'Fine'}",
      "account.unassigned", NULL },
    { ADMINISTRATOR, "account.set-aml",
      "{'account': '@3', 'result': 'verified', 'until': '2026-04-10'}", "account.unassigned",
      NULL },
    { ADMINISTRATOR, "credit.carry-in", "{'account': '@3', 'year': 2025, 'amount': '12.40'}",
      "account.unassigned", NULL },
    { ADMINISTRATOR, "payment.record",
      "{'account': '@3', 'amount': '1.00', 'paid-on': '2026-03-16'}", "account.unassigned", NULL },
    { ADMINISTRATOR, "vehicle.enter",
      "{'account': '@3', 'chassis': 'ZVW30-3333333', 'make': 'Toyota', 'model': 'Aqua',"
      " 'type': 'A', 'mass-kg': 1482, 'co2-g-km': '98'}",
      "account.unassigned", NULL },
    { STRANGER, "dispute.open", "{'account': '@3', " NOT_OURS ", 'vehicles': ['" CAR "']}",
      "account.unknown", NULL },
  };
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountRecord) nobody = NULL;
  gint64 case_id;

  case_id = open_dispute (f, ACCEPTER, "'account': '@', " NOT_OURS ", 'vehicles': ['" CAR "']");
  figures_claim_and_uphold (f, case_id, "");
  gram_account_table_get_unassigned (gram_registry_get_store (f->registry), GRAM_ACCOUNT_CCS_USED,
                                     &nobody, NULL);
  g_assert_nonnull (nobody);
  g_clear_pointer (&f->numbers[3], g_free);
  f->numbers[3] = g_strdup (nobody->number);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (fixture_do (f, rows[i].who, rows[i].command, "%s", rows[i].arguments), ==,
                     rows[i].refusal);
  fixture_verify (f);
}

/* Every row of a large file differs: what it costs grows with the rows, not with their square. */
#define MANY 10000

static char *
write_many (Fixture *f, const char *co2)
{
  g_autoptr (GString) csv = g_string_new ("chassis,make,model,type,mass_kg,co2_g_km,status\n");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (csv, "MANY-%u,Toyota,Aqua,A,1482,%s,ready\n", 1000000 + i, co2);
  return fixture_file (f, "many.csv", csv->str);
}

static void
test_many_differences (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  const GramCaseQuery query = { .kinds = GRAM_CASE_DIFFERENCE };
  g_autofree char *path = write_many (f, "120");
  g_autoptr (GArray) ids = NULL;
  gint64 began;
  gint64 plain;
  gint64 differing;

  began = life_cpu_time ();
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '@', 'file': '%s'}",
                               path),
                   ==, "");
  plain = life_cpu_time () - began;
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "");
  g_free (path);
  path = write_many (f, "121");
  for (int again = 0; again < 2; again++)
    {
      began = life_cpu_time ();
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import",
                                   "{'account': '@', 'file': '%s'}", path),
                       ==, "");
      differing = life_cpu_time () - began;
      g_assert_cmpint (fixture_result (f, "differing"), ==, MANY);
      g_test_message ("%d rows: new %" PRId64 " ms, differing %" PRId64 " ms", MANY, plain / 1000,
                      differing / 1000);
      g_assert_cmpint (differing, <, 12 * plain + G_TIME_SPAN_SECOND);
    }
  /* One case each, however often the file comes. */
  ids = gram_case_table_ids (gram_registry_get_store (f->registry), &query, 0, NULL);
  g_assert_cmpuint (ids->len, ==, MANY);
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

  g_test_add_func ("/registry/escapes-cases/close-with-cases", test_close_with_cases);
  g_test_add_func ("/registry/escapes-cases/preview-refused", test_preview_refused);
  g_test_add_func ("/registry/escapes-cases/nobodys-account", test_nobodys_account);
  g_test_add_func ("/registry/escapes-cases/many-differences", test_many_differences);

  return g_test_run ();
}
