/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"

#include "gram-case-message-table.h"
#include "gram-cases.h"

#include <inttypes.h>

static const CaseShape unclaimed = { GRAM_CASE_DISPUTE, GRAM_CASE_OPEN, NOBODY };

static GPtrArray *
thread (Fixture *f, gint64 case_id)
{
  GError *error = NULL;
  GPtrArray *messages
      = gram_case_message_table_list (gram_registry_get_store (f->registry), case_id,
                                      1u << GRAM_LANE_HOLDER | 1u << GRAM_LANE_INTERNAL, &error);

  g_assert_no_error (error);
  return messages;
}

/* Claim, release, claim again: the second time needs a comment, which stands in the internal lane. */
static void
test_claim (void)
{
  static const LifeRow rows[] = {
    { CASE_HANDLER, "case.claim", "{}", "case.none-named" },
    { CASE_HANDLER, "case.claim", "{'cases': []}", "case.none-named" },
    { CASE_HANDLER, "case.claim", "{'cases': [999]}", "case.unknown" },
    { READER, "case.claim", "{'cases': [3]}", "permission.role" },
    { OWNER, "case.claim", "{'cases': [3]}", "permission.role" },
    { CASE_HANDLER, "case.claim", "{'cases': [3, 3]}", "" },
    { CASE_HANDLER, "case.claim", "{'cases': [3]}", "case.already-claimed" },
    /* Somebody else takes it over: with a comment. */
    { DECISION_MAKER, "case.claim", "{'cases': [3]}", "case.comment-needed" },
    { DECISION_MAKER, "case.claim", "{'cases': [3], 'comment': '  '}", "case.comment-needed" },
    { DECISION_MAKER, "case.claim", "{'cases': [3], 'comment': 'He is on leave.'}", "" },
    /* Only who holds it gives it back, or the administrator, with a comment. */
    { CASE_HANDLER, "case.release", "{'cases': [3]}", "case.claimed-by-other" },
    { ADMINISTRATOR, "case.release", "{'cases': [3]}", "case.comment-needed" },
    { DECISION_MAKER, "case.release", "{'cases': [3]}", "" },
    { DECISION_MAKER, "case.release", "{'cases': [3]}", "case.not-claimed" },
    /* It was released: whoever claims it again says why, even the one who released it. */
    { DECISION_MAKER, "case.claim", "{'cases': [3]}", "case.comment-needed" },
    { CASE_HANDLER, "case.claim", "{'cases': [3], 'comment': 'Back again.'}", "" },
    { ADMINISTRATOR, "case.release", "{'cases': [3], 'comment': 'Not his kind.'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) messages = NULL;

  g_assert_cmpint (case_put (f, &unclaimed, 1), ==, 3);
  life_check_rows (f, rows, G_N_ELEMENTS (rows));
  case_check (f, 3, GRAM_CASE_OPEN, NOBODY);

  messages = thread (f, 3);
  g_assert_cmpuint (messages->len, ==, 3);
  for (guint i = 0; i < messages->len; i++)
    {
      const GramCaseMessageRecord *message = messages->pdata[i];

      g_assert_cmpint (message->lane, ==, GRAM_LANE_INTERNAL);
      g_assert_cmpint (message->kind, ==, GRAM_MESSAGE_RELEASE);
    }
  /* Each of the five that did something stands on the timeline of the case, and in no account's history. */
  g_assert_cmpuint (people_count_touching (f, "case", 3), ==, 5);
}

/* A list is worked through: what cannot be claimed is counted, and the whole is refused only if nothing can be. */
static void
test_claim_list (void)
{
  const CaseShape held = { GRAM_CASE_DISPUTE, GRAM_CASE_CLAIMED, CASE_HANDLER };
  const CaseShape decided = { GRAM_CASE_DISPUTE, GRAM_CASE_DECIDED, CASE_HANDLER };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  g_assert_cmpint (case_put (f, &unclaimed, 3), ==, 3);
  g_assert_cmpint (case_put (f, &held, 1), ==, 6);
  g_assert_cmpint (case_put (f, &decided, 1), ==, 7);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "case.claim", "{'cases': [3, 4, 5, 6, 7]}"), ==,
                   "");
  g_assert_cmpint (fixture_result (f, "claimed"), ==, 3);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, 2);
  case_check (f, 5, GRAM_CASE_CLAIMED, DECISION_MAKER);
  case_check (f, 6, GRAM_CASE_CLAIMED, CASE_HANDLER);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "case.claim", "{'cases': [7, 6]}"), ==,
                   "case.decided");
  /* With an unknown one among them nothing is done. */
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "case.release", "{'cases': [3, 99]}"), ==,
                   "case.unknown");
  case_check (f, 3, GRAM_CASE_CLAIMED, DECISION_MAKER);
}

/* A thousand of one kind in one command, the most urgent first; the next thousand is for somebody else. */
static void
test_claim_kind (void)
{
  CaseShape shape = { GRAM_CASE_DIFFERENCE, GRAM_CASE_OPEN, NOBODY, FALSE, "2026-04-20" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 later = case_put (f, &shape, 300);
  gint64 urgent;
  gint64 length;

  shape.due_on = "2026-03-31";
  urgent = case_put (f, &shape, 1000);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'kind': 'none'}"), ==, "case.kind");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'kind': 'difference', 'limit': 0}"),
                   ==, "case.limit");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim",
                               "{'kind': 'difference', 'limit': 1001}"),
                   ==, "case.limit");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'kind': 'trade'}"), ==,
                   "case.none-unclaimed");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim",
                               "{'kind': 'difference', 'account': '@2'}"),
                   ==, "case.none-unclaimed");
  length = fixture_journal_length (f);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim",
                               "{'kind': 'difference', 'limit': 1000, 'account': '@'}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "claimed"), ==, 1000);
  g_assert_cmpint (fixture_journal_length (f), ==, length + 1);
  case_check (f, urgent, GRAM_CASE_CLAIMED, CASE_HANDLER);
  case_check (f, urgent + 999, GRAM_CASE_CLAIMED, CASE_HANDLER);
  case_check (f, later, GRAM_CASE_OPEN, NOBODY);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "case.claim",
                               "{'kind': 'difference', 'limit': 1000}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "claimed"), ==, 300);
  case_check (f, later + 299, GRAM_CASE_CLAIMED, DECISION_MAKER);
}

/* One that was released needs a comment: without one it is passed over, and takes nobody's place. */
static void
test_claim_kind_released (void)
{
  CaseShape shape = { GRAM_CASE_DIFFERENCE, GRAM_CASE_OPEN, NOBODY, FALSE, "2026-03-31" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 released = case_put (f, &shape, 2);
  gint64 fresh;

  shape.due_on = "2026-04-20";
  fresh = case_put (f, &shape, 3);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'kind': 'difference', 'limit': 2}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.release",
                               "{'cases': [%" PRId64 ", %" PRId64 "]}", released, released + 1),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "case.claim",
                               "{'kind': 'difference', 'limit': 2}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "claimed"), ==, 2);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, 2);
  case_check (f, fresh + 1, GRAM_CASE_CLAIMED, DECISION_MAKER);
  case_check (f, fresh + 2, GRAM_CASE_OPEN, NOBODY);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "case.claim",
                               "{'kind': 'difference', 'limit': 2, 'comment': 'I know them.'}"),
                   ==, "");
  case_check (f, released, GRAM_CASE_CLAIMED, DECISION_MAKER);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'kind': 'difference', 'limit': 5}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "claimed"), ==, 1);
}

static void
test_assign (void)
{
  static const LifeRow rows[] = {
    { CASE_HANDLER, "case.assign", "{'cases': [3], 'person': 'decider@example.org'}",
      "permission.role" },
    { DECISION_MAKER, "case.assign", "{'cases': [3], 'person': 'owner@example.org'}",
      "case.no-handler" },
    { DECISION_MAKER, "case.assign", "{'cases': [3], 'person': 'reader@example.org'}",
      "case.no-handler" },
    { DECISION_MAKER, "case.assign", "{'cases': [3], 'person': 'handler@example.org'}", "" },
    { DECISION_MAKER, "case.assign", "{'cases': [3], 'person': 'handler@example.org'}",
      "case.comment-needed" },
    { DECISION_MAKER, "case.assign",
      "{'cases': [3], 'person': 'handler@example.org', 'comment': 'Again.'}",
      "case.already-claimed" },
    /* What somebody works on goes to another one with a reason only. */
    { ADMINISTRATOR, "case.assign", "{'cases': [3], 'person': 'decider@example.org'}",
      "case.comment-needed" },
    { ADMINISTRATOR, "case.assign",
      "{'cases': [3], 'person': 'decider@example.org', 'comment': 'He knows the make.'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseRecord) record = NULL;

  case_put (f, &unclaimed, 1);
  life_check_rows (f, rows, G_N_ELEMENTS (rows));
  case_check (f, 3, GRAM_CASE_CLAIMED, DECISION_MAKER);
  record = case_get (f, 3);
  g_assert_cmpstr (record->claimant_email, ==, "decider@example.org");
  /* The one who got it first was told of both. */
  g_assert_cmpuint (case_count_notices (f, CASE_HANDLER, GRAM_EVENT_CASE_ASSIGNED), ==, 1);
  g_assert_cmpuint (case_count_notices (f, CASE_HANDLER, GRAM_EVENT_MESSAGE), ==, 1);
  g_assert_cmpuint (case_count_notices (f, DECISION_MAKER, 0), ==, 1);
  g_assert_cmpuint (case_count_notices (f, ADMINISTRATOR, 0), ==, 0);
}

/* Somebody whose role was taken away, or who was removed, gets no case. */
static void
test_assign_removed (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) handlers = NULL;

  case_put (f, &unclaimed, 1);
  handlers = gram_registry_case_handlers (f->registry, f->actors[READER], NULL, NULL);
  g_assert_cmpuint (handlers->len, ==, 3);
  g_assert_null (gram_registry_case_handlers (f->registry, f->actors[OWNER], NULL, NULL));
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "user.remove",
                               "{'person': 'handler@example.org'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "case.assign",
                               "{'cases': [3], 'person': 'handler@example.org'}"),
                   ==, "case.no-handler");
  g_ptr_array_unref (handlers);
  handlers = gram_registry_case_handlers (f->registry, f->actors[READER], NULL, NULL);
  g_assert_cmpuint (handlers->len, ==, 2);
}

/* Two registries on the same file, as two processes have them: exactly one gets the case. */
static void
test_two_at_once (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramRegistry) other = life_open_other (f);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GVariant) arguments = fixture_arguments (f, "{'cases': [3]}");
  GError *error = NULL;

  case_put (f, &unclaimed, 1);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'cases': [3]}"), ==, "");
  g_assert_cmpint (gram_registry_perform (other, f->actors[DECISION_MAKER], NULL, "case.claim",
                                          arguments, NULL, NULL, NULL, NULL, &refusal, &error),
                   ==, GRAM_OUTCOME_REFUSED);
  g_assert_no_error (error);
  g_assert_cmpstr (refusal->id, ==, "case.comment-needed");
  case_check (f, 3, GRAM_CASE_CLAIMED, CASE_HANDLER);
}

/* Claim, ask, answer and decide belong to the account that is named; a decided case stays as it is. */
static void
test_accounts_apart (void)
{
  static const LifeRow rows[] = {
    { CASE_HANDLER, "case.ask", "{'account': '@2', 'case': 3, 'text': 'Which?'}", "case.unknown" },
    { CASE_HANDLER, "case.ask", "{'account': '@', 'case': 3, 'text': 'Which?'}",
      "case.not-claimed" },
    { CASE_HANDLER, "case.claim", "{'cases': [3]}", "" },
    { DECISION_MAKER, "case.ask", "{'account': '@', 'case': 3, 'text': 'Which?'}",
      "case.claimed-by-other" },
    { CASE_HANDLER, "case.ask", "{'account': '@', 'case': 3, 'text': ''}", "text.empty" },
    { CASE_HANDLER, "case.ask",
      "{'account': '@', 'case': 3, 'text': 'Which?', 'answer-by': 'soon'}", "date.form" },
    { CASE_HANDLER, "case.ask",
      "{'account': '@', 'case': 3, 'text': 'Which?', 'answer-by': '2026-03-16'}",
      "case.answer-by-past" },
    { CASE_HANDLER, "case.ask",
      "{'account': '@', 'case': 3, 'text': 'Which?', 'answer-by': '2026-03-20'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseRecord) record = NULL;

  case_put (f, &unclaimed, 1);
  life_check_rows (f, rows, G_N_ELEMENTS (rows));
  record = case_get (f, 3);
  g_assert_cmpint (record->state, ==, GRAM_CASE_INFORMATION_ASKED);
  g_assert_cmpstr (record->answer_by, ==, "2026-03-20");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/cases/claim", test_claim);
  g_test_add_func ("/registry/cases/claim-list", test_claim_list);
  g_test_add_func ("/registry/cases/claim-kind", test_claim_kind);
  g_test_add_func ("/registry/cases/claim-kind-released", test_claim_kind_released);
  g_test_add_func ("/registry/cases/assign", test_assign);
  g_test_add_func ("/registry/cases/assign-removed", test_assign_removed);
  g_test_add_func ("/registry/cases/two-at-once", test_two_at_once);
  g_test_add_func ("/registry/cases/accounts-apart", test_accounts_apart);
  return g_test_run ();
}
