/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"

#include <inttypes.h>

/*
 * The life of an account and its cases: who opens one, who decides it, and that the commands that decided before there were
 * cases go through them. In an own registry nobody works a queue, so there are none.
 */

#define WHY "'reason': 'As the letter says.'"
#define DECIDE "{'account': '@', " WHY "}"
#define SIGNED "{'account': '@', " WHY ", 'password': '" FIXTURE_PASSWORD "'}"
#define AFTER "2026-04-20"

/* What opens a case, on one day or another. */
static const LifeRow apply[] = {
  { EDITOR, "application.save", "{'account': '@', " LIFE_APPLICATION ", 'declares-true': true}",
    "" },
  { EDITOR, "application.submit", "{'account': '@'}", "" },
};

static const LifeRow verify[] = {
  { EDITOR, "account.edit", "{'account': '@', 'address': '1 Quay Street'}", "" },
};

static const LifeRow warn[] = {
  { CASE_HANDLER, "account.give-notice", "{'account': '@', " WHY ", 'remedy-by': '2026-04-05'}",
    "" },
};

static const LifeRow ask_to_close[] = {
  { OWNER, "account.request-closing", SIGNED, "" },
};

static const LifeRow give_closing_notice[] = {
  { CASE_HANDLER, "account.give-closing-notice",
    "{'account': '@', " WHY ", 'object-by': '2026-04-05'}", "" },
};

#define SETUP(rows_) rows_, G_N_ELEMENTS (rows_)

/* Every command that decides an object of an account's life, or asks about it, and what its case is then. */
static const struct
{
  const LifeRow *setup;
  gsize n_setup;
  const char *command;
  const char *arguments;
  GramCaseState state;
  GramCaseOutcome outcome;
  GramCaseKind kind;
  gint64 subject_id;
} decisions[] = {
  { SETUP (apply), "application.approve", "{'account': '@', 'from-year': 2027}", GRAM_CASE_DECIDED,
    GRAM_CASE_APPROVED, GRAM_CASE_APPLICATION, 1 },
  { SETUP (apply), "application.decline", DECIDE, GRAM_CASE_DECIDED, GRAM_CASE_DECLINED,
    GRAM_CASE_APPLICATION, 1 },
  { SETUP (apply), "application.ask", "{'account': '@', 'text': 'Which models?'}",
    GRAM_CASE_INFORMATION_ASKED, GRAM_CASE_OUTCOME_NONE, GRAM_CASE_APPLICATION, 1 },
  { SETUP (verify), "account.set-aml", "{'account': '@', 'result': 'verified'}", GRAM_CASE_DECIDED,
    GRAM_CASE_APPROVED, GRAM_CASE_AML, 1 },
  { SETUP (verify), "account.set-aml", "{'account': '@', 'result': 'refused'}", GRAM_CASE_DECIDED,
    GRAM_CASE_DECLINED, GRAM_CASE_AML, 1 },
  { SETUP (warn), "account.suspend",
    "{'account': '@', 'ground': 'failure', 'until': '2027-01-31', " WHY "}", GRAM_CASE_DECIDED,
    GRAM_CASE_DONE, GRAM_CASE_SUSPENSION, 1 },
  { SETUP (warn), "account.drop-notice", DECIDE, GRAM_CASE_DECIDED, GRAM_CASE_DROPPED,
    GRAM_CASE_SUSPENSION, 1 },
  { SETUP (ask_to_close), "account.close", DECIDE, GRAM_CASE_DECIDED, GRAM_CASE_DONE,
    GRAM_CASE_CLOSING, 1 },
  { SETUP (ask_to_close), "account.refuse-closing", DECIDE, GRAM_CASE_DECIDED, GRAM_CASE_DROPPED,
    GRAM_CASE_CLOSING, 1 },
  { SETUP (give_closing_notice), "account.close", DECIDE, GRAM_CASE_DECIDED, GRAM_CASE_DONE,
    GRAM_CASE_CLOSING, 1 },
  { SETUP (give_closing_notice), "account.drop-closing-notice", DECIDE, GRAM_CASE_DECIDED,
    GRAM_CASE_DROPPED, GRAM_CASE_CLOSING, 1 },
};

static gint64
begin (Fixture *f, gsize at)
{
  gint64 case_id;

  life_check_rows (f, decisions[at].setup, decisions[at].n_setup);
  /* After the last day to remedy and to object. */
  life_set_day (AFTER);
  if (gram_registry_get_kind (f->registry) == GRAM_REGISTRY_PRACTICE)
    g_assert_true (gram_registry_set_today (f->registry, AFTER, NULL));
  case_id = case_live (f, decisions[at].kind, decisions[at].subject_id);
  g_assert_cmpint (case_id, !=, 0);
  return case_id;
}

static void
check_decided (Fixture *f, gsize at, gint64 case_id, FixturePerson who)
{
  g_autoptr (GramCaseRecord) record = case_get (f, case_id);

  case_check (f, case_id, decisions[at].state, who);
  g_assert_cmpint (record->outcome, ==, decisions[at].outcome);
  if (decisions[at].state == GRAM_CASE_DECIDED)
    g_assert_cmpint (record->decided_by, ==, gram_actor_get_person_id (f->actors[who]));
  fixture_verify (f);
}

/* Nobody holds it: whoever decides claims it on the way. */
static void
test_on_the_way (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
      gint64 case_id = begin (f, i);

      g_test_message ("%s", decisions[i].command);
      case_check (f, case_id, GRAM_CASE_OPEN, NOBODY);
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, decisions[i].command, "%s",
                                   decisions[i].arguments),
                       ==, "");
      check_decided (f, i, case_id, ADMINISTRATOR);
    }
}

/* What the view of the case says about the command, to another handler and to the holder, who is not told who works it. */
static void
check_buttons (Fixture *f, gsize at, gint64 case_id)
{
  g_autoptr (GramCaseDetail) held = case_detail (f, ADMINISTRATOR, case_id);
  g_autoptr (GramCaseDetail) holders = case_detail (f, OWNER, case_id);

  g_assert_cmpstr (gram_case_detail_get_refusal (held, decisions[at].command)->id, ==,
                   "case.claimed-by-other");
  g_assert_true (gram_case_detail_needs_comment (held, "case.claim"));
  g_assert_cmpstr (gram_case_detail_get_refusal (holders, decisions[at].command)->id, ==,
                   "permission.role");
  g_assert_null (holders->row->record->claimant);
  g_assert_cmpint (holders->row->record->claimed_by, ==, 0);
}

/* Somebody else holds it: refused, and nothing is changed; after taking it over, done. */
static void
test_claimed_by_other (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
      gint64 case_id = begin (f, i);
      g_autoptr (GramCaseDetail) free = case_detail (f, ADMINISTRATOR, case_id);
      gint64 length;

      g_test_message ("%s", decisions[i].command);
      g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}",
                                   case_id),
                       ==, "");
      g_assert_null (gram_case_detail_get_refusal (free, decisions[i].command));
      check_buttons (f, i, case_id);
      length = fixture_journal_length (f);
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, decisions[i].command, "%s",
                                   decisions[i].arguments),
                       ==, "case.claimed-by-other");
      g_assert_cmpint (fixture_journal_length (f), ==, length);
      case_check (f, case_id, GRAM_CASE_CLAIMED, CASE_HANDLER);
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "case.claim",
                                   "{'cases': [%" PRId64 "], 'comment': 'I decide it.'}", case_id),
                       ==, "");
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, decisions[i].command, "%s",
                                   decisions[i].arguments),
                       ==, "");
      check_decided (f, i, case_id, ADMINISTRATOR);
    }
}

/* A member who records in a practice registry what was decided needs no claim, whoever holds the case. */
static void
test_recorded (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_PRACTICE);
      gint64 case_id = begin (f, i);

      g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}",
                                   case_id),
                       ==, "");
      g_assert_cmpstr (fixture_do (f, EDITOR, decisions[i].command, "%s", decisions[i].arguments),
                       ==, "");
      case_check (f, case_id, decisions[i].state, CASE_HANDLER);
      fixture_verify (f);
    }
}

/* An own registry keeps no cases of an account's life, and everything goes on without. */
static void
test_own (void)
{
  static const LifeRow rows[] = {
    { EDITOR, "application.save", "{'account': '@', " LIFE_APPLICATION ", 'declares-true': true}",
      "" },
    { EDITOR, "application.submit", "{'account': '@'}", "" },
    { EDITOR, "application.decline", "{'account': '@', " WHY ", 'reference': 'D 7'}", "" },
    { EDITOR, "account.set-aml", "{'account': '@', 'result': 'verified', 'reference': 'D 8'}", "" },
    { OWNER, "account.request-closing", SIGNED, "" },
    { EDITOR, "account.refuse-closing", "{'account': '@', " WHY ", 'reference': 'D 9'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);
  g_autoptr (GArray) ids = NULL;

  life_check_rows (f, rows, G_N_ELEMENTS (rows));
  ids = gram_registry_case_ids (f->registry, f->actors[ADMINISTRATOR], NULL, 0, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 0);
  fixture_verify (f);
}

/* Asked, answered by a new submission, back at the one who asked; then withdrawn by the applicant. */
static void
test_application_asked (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseRecord) asked = NULL;
  gint64 case_id;

  life_check_rows (f, apply, G_N_ELEMENTS (apply));
  case_id = case_live (f, GRAM_CASE_APPLICATION, 1);
  /* The queue asks the same as the command about applications does. */
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.ask",
                               "{'account': '@', 'case': %" PRId64 ", 'text': 'Which models?'}",
                               case_id),
                   ==, "");
  asked = case_get (f, case_id);
  g_assert_cmpint (asked->state, ==, GRAM_CASE_INFORMATION_ASKED);
  g_assert_cmpstr (asked->answer_by, ==, "2026-03-30");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.answer",
                               "{'account': '@', 'case': %" PRId64 ", 'text': 'All.'}", case_id),
                   ==, "case.answer-elsewhere");
  g_assert_cmpstr (fixture_do (f, EDITOR, "application.save", "{'account': '@', 'models': 'Aqua'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, EDITOR, "application.submit", "{'account': '@'}"), ==, "");
  case_check (f, case_id, GRAM_CASE_CLAIMED, CASE_HANDLER);
  g_assert_cmpuint (case_count_notices (f, CASE_HANDLER, GRAM_EVENT_INFORMATION_GIVEN), ==, 1);
  g_assert_cmpstr (fixture_do (f, EDITOR, "application.withdraw", "{'account': '@'}"), ==, "");
  case_check (f, case_id, GRAM_CASE_WITHDRAWN, CASE_HANDLER);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.release", "{'cases': [%" PRId64 "]}",
                               case_id),
                   ==, "case.withdrawn");
  fixture_verify (f);
}

/* A notice that a request stood in place of has a case again when it stands again. */
static void
test_notice_stands_again (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseRecord) again = NULL;
  gint64 first;

  life_check_rows (f, give_closing_notice, G_N_ELEMENTS (give_closing_notice));
  first = case_live (f, GRAM_CASE_CLOSING, 1);
  life_check_rows (f, ask_to_close, G_N_ELEMENTS (ask_to_close));
  case_check (f, first, GRAM_CASE_WITHDRAWN, NOBODY);
  g_assert_cmpint (case_live (f, GRAM_CASE_CLOSING, 2), !=, 0);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.withdraw-closing", "{'account': '@'}"), ==, "");
  g_assert_cmpint (case_live (f, GRAM_CASE_CLOSING, 2), ==, 0);
  again = case_get (f, case_live (f, GRAM_CASE_CLOSING, fixture_result (f, "notice")));
  g_assert_cmpstr (again->due_on, ==, "2026-04-05");
  fixture_verify (f);
}

/* A closed account leaves nothing to decide. */
static void
test_closed (void)
{
  const GramCaseQuery query = { .account_id = 1, .states = GRAM_CASE_UNDECIDED };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GArray) ids = NULL;

  life_check_rows (f, ask_to_close, G_N_ELEMENTS (ask_to_close));
  ids = gram_registry_case_ids (f->registry, f->actors[READER], &query, 0, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close", DECIDE), ==, "");
  g_array_unref (ids);
  ids = gram_registry_case_ids (f->registry, f->actors[READER], &query, 0, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 0);
  fixture_verify (f);
}

/* A verification that is over opens the next case, once. */
static void
test_aml_over (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseRecord) again = NULL;
  gint64 case_id;

  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "account.set-aml",
                               "{'account': '@', 'result': 'verified', 'until': '2026-04-30'}"),
                   ==, "");
  g_assert_cmpint (case_live (f, GRAM_CASE_AML, 1), ==, 0);
  life_set_evening ("2026-04-30");
  case_run_due (f);
  g_assert_cmpint (case_live (f, GRAM_CASE_AML, 1), ==, 0);
  life_set_morning ("2026-05-01");
  case_run_due (f);
  case_run_due (f);
  case_id = case_live (f, GRAM_CASE_AML, 1);
  again = case_get (f, case_id);
  g_assert_cmpint (again->opened_by, ==, 0);
  g_assert_cmpstr (again->due_on, ==, "2026-05-15");
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/case-life/on-the-way", test_on_the_way);
  g_test_add_func ("/registry/case-life/claimed-by-other", test_claimed_by_other);
  g_test_add_func ("/registry/case-life/recorded", test_recorded);
  g_test_add_func ("/registry/case-life/own", test_own);
  g_test_add_func ("/registry/case-life/application-asked", test_application_asked);
  g_test_add_func ("/registry/case-life/notice-stands-again", test_notice_stands_again);
  g_test_add_func ("/registry/case-life/closed", test_closed);
  g_test_add_func ("/registry/case-life/aml-over", test_aml_over);
  return g_test_run ();
}
