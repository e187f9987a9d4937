/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dispute-fixture.h"

#include "gram-dispute-table.h"
#include "gram-queries-disputes.h"

#include <inttypes.h>
#include <string.h>

#define REASON "'reason': 'The maker sent a new certificate.'"

/* The answer file of account 1, as somebody gets it. */
static char *
dup_answers (Fixture *f, FixturePerson who, const char *from, const char *to, gint64 *n_answers)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  gram_registry_write_answers (f->registry, f->actors[who], 1, from, to, stream, n_answers, NULL,
                               &refusal, &error);
  g_assert_no_error (error);
  g_assert_null (refusal);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
decide (Fixture *f, const char *command, gint64 case_id)
{
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "case.claim", "{'cases': [%" PRId64 "]}",
                               case_id),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, command,
                               "{'account': '@', 'cases': [%" PRId64 "], " REASON "}", case_id),
                   ==, "");
}

static gint64
open_missing (Fixture *f)
{
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{'account': '@', 'kind': 'missing', 'reason': 'We imported it.',"
                               " 'chassis': 'ZVW30-2000001', 'details': {'make': 'Toyota',"
                               " 'model': 'Aqua', 'type': 'A', 'mass': '1100', 'co2': '99'}}"),
                   ==, "");
  return dispute_result_case (f, 0);
}

static gint64
open_not_ours (Fixture *f, const char *chassis)
{
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{'account': '@', 'kind': 'not-ours', 'reason': 'Not imported by "
                               "us.', 'vehicles': ['%s']}",
                               chassis),
                   ==, "");
  return dispute_result_case (f, 0);
}

/* One of each kind, decided by the administrator: the file that its holder gets. */
static char *
dup_administrators_file (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 n_answers;
  char *file;

  decide (f, "dispute.uphold", dispute_open_value (f, "ZVW30-1000001"));
  decide (f, "dispute.uphold", open_not_ours (f, "ZVW30-1000002"));
  decide (f, "dispute.decline", dispute_open_value (f, "ZVW30-1000003"));
  decide (f, "dispute.uphold", open_missing (f));
  file = dup_answers (f, ACCEPTER, NULL, NULL, &n_answers);
  g_assert_cmpint (n_answers, ==, 4);
  return file;
}

static const char *
import (Fixture *f, const char *content)
{
  g_autofree char *path = fixture_file (f, "answers.jsonl", content);

  g_test_message ("%s", content);
  return fixture_do (f, ACCEPTER, "dispute.import-answers",
                     "{'account': '@', 'file': '%s', 'reference': 'Letter 17'}", path);
}

/* What the administrator decided is decided in the officer's own registry. */
static void
test_round (void)
{
  g_autofree char *file = dup_administrators_file ();
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_OWN);
  gint64 cases[4];
  g_autoptr (GramVehicleRecord) corrected = NULL;
  g_autoptr (GramVehicleRecord) kept = NULL;
  g_autoptr (GramVehicleRecord) gone = NULL;
  g_autoptr (GramVehicleRecord) created = NULL;
  static const GramCaseOutcome outcomes[]
      = { GRAM_CASE_UPHELD, GRAM_CASE_UPHELD, GRAM_CASE_NOT_UPHELD, GRAM_CASE_UPHELD };

  cases[0] = dispute_open_value (f, "ZVW30-1000001");
  cases[1] = open_not_ours (f, "ZVW30-1000002");
  cases[2] = dispute_open_value (f, "ZVW30-1000003");
  cases[3] = open_missing (f);
  g_assert_cmpstr (import (f, file), ==, "");
  g_assert_cmpint (fixture_result (f, "decided"), ==, 4);
  g_assert_cmpint (fixture_result (f, "unmatched"), ==, 0);
  g_assert_cmpint (fixture_result (f, "differing"), ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GramCaseRecord) record = dispute_case (f, cases[i]);

      g_assert_cmpint (record->state, ==, GRAM_CASE_DECIDED);
      g_assert_cmpint (record->outcome, ==, outcomes[i]);
      g_assert_cmpstr (record->reference, ==, "Letter 17");
      g_assert_cmpstr (record->reason, ==, "The maker sent a new certificate.");
    }
  corrected = fixture_vehicle (f, "ZVW30-1000001");
  gone = fixture_vehicle (f, "ZVW30-1000002");
  kept = fixture_vehicle (f, "ZVW30-1000003");
  created = fixture_vehicle (f, "ZVW30-2000001");
  g_assert_cmpint (corrected->co2_micro, ==, 101000000);
  g_assert_cmpint (corrected->attention, ==, GRAM_ATTENTION_NONE);
  g_assert_cmpint (kept->co2_micro, ==, 120000000);
  g_assert_cmpint (kept->attention, ==, GRAM_ATTENTION_NONE);
  g_assert_true (gone == NULL || gone->account_id != 1);
  g_assert_cmpint (created->account_id, ==, 1);
  g_assert_cmpint (created->co2_micro, ==, 99000000);
  fixture_verify (f);

  /* A second time there is nothing left to close. */
  g_assert_cmpstr (import (f, file), ==, "answers.none");
  fixture_verify (f);
}

/* Nothing that only part of a file says, or that says something else, decides a dispute. */
static void
test_differing (void)
{
  g_autofree char *file = dup_administrators_file ();
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_OWN);
  gint64 shared;
  g_autoptr (GramCaseRecord) record = NULL;

  /* Another field than the administrator was asked about. */
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{'account': '@', 'kind': 'value', 'reason': 'Weighed.',"
                               " 'field': 'mass', 'claimed': '1500',"
                               " 'vehicles': ['ZVW30-1000001']}"),
                   ==, "");
  /* One dispute here of two vehicles that the file answers each in its own way. */
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{" DISPUTE_VALUE ", 'shared': true,"
                               " 'vehicles': ['ZVW30-1000002', 'ZVW30-1000003']}"),
                   ==, "");
  shared = dispute_result_case (f, 0);
  g_assert_cmpstr (import (f, file), ==, "answers.none");
  record = dispute_case (f, shared);
  g_assert_cmpint (record->state, ==, GRAM_CASE_OPEN);

  /* One of them fits: it is decided, the others are left and counted. */
  open_missing (f);
  g_assert_cmpstr (import (f, file), ==, "");
  g_assert_cmpint (fixture_result (f, "decided"), ==, 1);
  g_assert_cmpint (fixture_result (f, "differing"), ==, 3);
  g_assert_cmpint (fixture_result (f, "unmatched"), ==, 0);
  fixture_verify (f);
}

static void
test_refused (void)
{
  g_autofree char *file = dup_administrators_file ();
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_OWN);
  g_autoptr (Fixture) administrators = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *cut = g_strndup (file, strlen (file) - 20);
  gint64 case_id = dispute_open_value (f, "ZVW30-1000001");
  g_autoptr (GramCaseRecord) record = NULL;
  gint64 length = fixture_journal_length (f);

  g_assert_cmpstr (import (administrators, file), ==, "command.other-kind");
  g_assert_cmpstr (import (f, "chassis,co2\nZVW30-1000001,101\n"), ==, "answers.file");
  g_assert_nonnull (strstr (f->message, "1"));
  /* A file that was cut off decides nothing, not even its first lines. */
  g_assert_cmpstr (import (f, cut), ==, "answers.file");
  g_assert_cmpstr (import (f, ""), ==, "attachment.empty");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.import-answers",
                               "{'account': '@', 'file': '/nowhere/answers.jsonl',"
                               " 'reference': 'Letter 17'}"),
                   ==, "attachment.missing");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.import-answers",
                               "{'account': '@', 'file': '/nowhere/answers.jsonl'}"),
                   ==, "decision.reference");
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  record = dispute_case (f, case_id);
  g_assert_cmpint (record->state, ==, GRAM_CASE_OPEN);
}

/* Who gets the file, and what of it by day. Where a vehicle went is not said to who had not named it. */
static void
test_export (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 n_answers;
  g_autofree char *all = NULL;
  g_autofree char *later = NULL;
  g_autofree char *until = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GramRefusal) refusal = NULL;

  decide (f, "dispute.uphold", open_not_ours (f, "ZVW30-1000002"));
  dispute_open_value (f, "ZVW30-1000001");
  all = dup_answers (f, VIEWER, LIFE_TODAY, LIFE_TODAY, &n_answers);
  g_assert_cmpint (n_answers, ==, 1);
  g_assert_null (strstr (all, "right_account"));
  later = dup_answers (f, VIEWER, "2026-03-17", NULL, &n_answers);
  g_assert_cmpint (n_answers, ==, 0);
  until = dup_answers (f, READER, NULL, "2026-03-15", &n_answers);
  g_assert_cmpint (n_answers, ==, 0);

  g_assert_false (gram_registry_write_answers (f->registry, f->actors[STRANGER], 1, NULL, NULL,
                                               stream, NULL, NULL, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "account.unknown");
  g_clear_pointer (&refusal, gram_refusal_free);
  g_assert_false (gram_registry_write_answers (f->registry, f->actors[VIEWER], 1, "yesterday", NULL,
                                               stream, NULL, NULL, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "date.form");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/dispute-answers/round", test_round);
  g_test_add_func ("/registry/dispute-answers/differing", test_differing);
  g_test_add_func ("/registry/dispute-answers/refused", test_refused);
  g_test_add_func ("/registry/dispute-answers/export", test_export);
  return g_test_run ();
}
