/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"

#include "gram-cases.h"
#include "gram-effects-in-force.h"

#include <inttypes.h>

/*
 * State × role: every command of the queue × every state that a case can be in × everybody, in each kind of registry. What is
 * expected comes from the command table and from the state machine; what the view of the case says about its buttons
 * (gram_registry_case_detail()) and what the engine does have to agree with it.
 */

static const struct
{
  const char *command;
  GramCaseVerb verb;
  const char *arguments;
} commands[] = {
  { "case.claim", GRAM_CASE_CLAIM, "{'cases': [%d], 'comment': 'Holidays.'}" },
  { "case.release", GRAM_CASE_RELEASE, "{'cases': [%d], 'comment': 'Holidays.'}" },
  { "case.assign", GRAM_CASE_ASSIGN,
    "{'cases': [%d], 'person': 'administrator@example.org', 'comment': 'Holidays.'}" },
  { "case.ask", GRAM_CASE_ASK,
    "{'account': '@', 'case': %d, 'text': 'Which certificate?', 'reference': 'D 1'}" },
};

/* The states, and who holds the case in them: the one who sends the command, or another. */
static const struct
{
  GramCaseState state;
  gboolean mine;
  gboolean other;
  gboolean released;
} situations[] = {
  { GRAM_CASE_OPEN, FALSE, FALSE, FALSE },
  { GRAM_CASE_OPEN, FALSE, FALSE, TRUE },
  { GRAM_CASE_CLAIMED, TRUE, FALSE, FALSE },
  { GRAM_CASE_CLAIMED, FALSE, TRUE, FALSE },
  { GRAM_CASE_INFORMATION_ASKED, FALSE, FALSE, FALSE },
  { GRAM_CASE_INFORMATION_ASKED, TRUE, FALSE, FALSE },
  { GRAM_CASE_INFORMATION_ASKED, FALSE, TRUE, FALSE },
  { GRAM_CASE_DECIDED, FALSE, TRUE, FALSE },
  { GRAM_CASE_WITHDRAWN, FALSE, FALSE, FALSE },
};

static const GramCaseKind kinds[] = { GRAM_CASE_DISPUTE, GRAM_CASE_SUSPENSION };

static const FixturePerson senders[]
    = { ADMINISTRATOR, CASE_HANDLER, DECISION_MAKER, READER, OWNER, ACCEPTER, VIEWER, STRANGER };

/* What the tables say: by rights, then by the state of the case. */
static const char *
find_wanted (Fixture *f,
             gsize at,
             FixturePerson who,
             const GramCaseRecord *record,
             GramCaseNext *next,
             GramRefusal **refusal)
{
  const GramCommand *command = gram_command_find (commands[at].command);
  GramCaseFacts facts = gram_cases_facts (record, gram_actor_get_person_id (f->actors[who]));
  GramPersonRecord person = { .role = fixture_standing (who)->role };
  GramMatrixCell cell = {
    .registry_kind = gram_registry_get_kind (f->registry),
    .account_kind = GRAM_ACCOUNT_CCS_USED,
    .standing = *fixture_standing (who),
    .state = GRAM_ACCOUNT_OPEN,
  };
  const char *right = gram_matrix_refusal (command, &cell);
  GramCaseActor actor = gram_cases_actor_of (f->registry, command, &person);

  if (*right != '\0')
    return right;
  /* A member who accepts records what is asked about vehicles; about the account it is for who edits it. */
  if (actor == GRAM_CASE_BY_RECORDER && gram_case_claims_itself (record->kind)
      && (cell.standing.permissions & GRAM_PERMISSION_EDIT) == 0)
    return "permission.missing";
  if (!gram_case_move (&facts, commands[at].verb, actor, next, refusal))
    return (*refusal)->id;
  if (commands[at].verb == GRAM_CASE_ASSIGN
      && record->claimed_by == gram_actor_get_person_id (f->actors[ADMINISTRATOR]))
    return "case.already-claimed";
  return "";
}

/* The button says what the engine does, as far as it knows the arguments. */
static void
check_button (Fixture *f, gsize at, FixturePerson who, gint64 case_id, const char *wanted)
{
  g_autoptr (GramCaseDetail) detail = case_detail (f, who, case_id);
  const GramRefusal *refusal;

  if (detail == NULL)
    {
      g_assert_cmpint (who, ==, STRANGER);
      return;
    }
  g_assert_true (gram_case_detail_has_verb (detail, commands[at].command));
  refusal = gram_case_detail_get_refusal (detail, commands[at].command);
  if (g_str_equal (wanted, "case.already-claimed") && commands[at].verb == GRAM_CASE_ASSIGN)
    wanted = "";
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, wanted);
}

static void
check_one (Fixture *f, gsize at, FixturePerson who, gint64 case_id, gint64 *n_done)
{
  g_autoptr (GramCaseRecord) before = case_get (f, case_id);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramCaseRecord) after = NULL;
  g_autofree char *number = g_strdup_printf ("%" PRId64, case_id);
  g_autoptr (GString) arguments = g_string_new (commands[at].arguments);
  GramCaseNext next = { 0 };
  const char *wanted = find_wanted (f, at, who, before, &next, &refusal);

  g_test_message ("%s, person %d, %s, %s: %s", commands[at].command, who,
                  gram_word_for ("case-kind", (int)before->kind),
                  gram_word_for ("case-state", (int)before->state), wanted);
  check_button (f, at, who, case_id, wanted);
  g_string_replace (arguments, "%d", number, 0);
  g_assert_cmpstr (fixture_do (f, who, commands[at].command, "%s", arguments->str), ==, wanted);
  after = case_get (f, case_id);
  if (*wanted != '\0')
    {
      g_assert_cmpint (after->version, ==, before->version);
      return;
    }
  *n_done += 1;
  g_assert_cmpint (after->state, ==, next.state);
  g_assert_cmpint (after->version, ==, before->version + 1);
}

static void
check_situation (Fixture *f, GramCaseKind kind, gsize situation, FixturePerson who, gint64 *n_done)
{
  CaseShape shape = {
    .kind = kind,
    .state = situations[situation].state,
    .claimant = NOBODY,
    .released = situations[situation].released,
  };
  gint64 first;

  if (situations[situation].mine)
    shape.claimant = who;
  if (situations[situation].other)
    shape.claimant = who == CASE_HANDLER ? DECISION_MAKER : CASE_HANDLER;
  first = case_put (f, &shape, G_N_ELEMENTS (commands));
  for (gsize at = 0; at < G_N_ELEMENTS (commands); at++)
    check_one (f, at, who, first + (gint64)at, n_done);
}

static void
test_matrix (gconstpointer data)
{
  g_autoptr (Fixture) f = life_new ((GramRegistryKind)GPOINTER_TO_INT (data));
  gint64 length = fixture_journal_length (f);
  gint64 n_done = 0;

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (gsize situation = 0; situation < G_N_ELEMENTS (situations); situation++)
      for (gsize who = 0; who < G_N_ELEMENTS (senders); who++)
        check_situation (f, kinds[kind], situation, senders[who], &n_done);
  /* What was refused left no trace; what was done left one each. */
  g_assert_cmpint (n_done, >, 60);
  g_assert_cmpint (fixture_journal_length (f), ==, length + n_done);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/registry/case-matrix/administrator",
                        GINT_TO_POINTER (GRAM_REGISTRY_ADMINISTRATOR), test_matrix);
  g_test_add_data_func ("/registry/case-matrix/practice", GINT_TO_POINTER (GRAM_REGISTRY_PRACTICE),
                        test_matrix);
  g_test_add_data_func ("/registry/case-matrix/own", GINT_TO_POINTER (GRAM_REGISTRY_OWN),
                        test_matrix);
  return g_test_run ();
}
