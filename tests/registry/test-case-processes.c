/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"

#include "gram-case-query.h"
#include "gram-test-child.h"

#include <inttypes.h>

/* Two processes on one registry, and a registry with very many cases. */

#define CASES 60
/* So many stand in the queue when a command is measured. */
#define MANY 100000
/* What a command may cost with so many against one without; the machine of the tests is busy. */
#define TIMES 6
#define FLOOR_US 20000

/* Claims the cases one by one, from the first or from the last. Arguments: file, e-mail, first case, step. */
static int
claim (int n_arguments, char **arguments)
{
  GError *error = NULL;
  GramRegistry *registry = gram_registry_open (arguments[0], GRAM_STORE_READ_WRITE, &error);
  GramActor *actor = NULL;
  gint64 first = g_ascii_strtoll (arguments[2], NULL, 10);
  int n_won = 0;

  g_assert_no_error (error);
  gram_registry_sign_in (registry, arguments[1], NULL, &actor, NULL, &error);
  g_assert_no_error (error);
  gram_test_child_say ("ready");
  for (int i = 0; i < CASES; i++)
    {
      gint64 id = first + (g_str_equal (arguments[3], "up") ? i : CASES - 1 - i);
      g_autofree char *text = g_strdup_printf ("{'cases': <[int64 %" PRId64 "]>}", id);
      g_autoptr (GVariant) parsed
          = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, &error);
      g_autoptr (GramRefusal) refusal = NULL;
      GramOutcome outcome;

      g_assert_no_error (error);
      outcome = gram_registry_perform (registry, actor, NULL, "case.claim", parsed, NULL, NULL,
                                       NULL, NULL, &refusal, &error);
      g_assert_no_error (error);
      if (outcome == GRAM_OUTCOME_REFUSED)
        g_assert_cmpstr (refusal->id, ==, "case.comment-needed");
      n_won += outcome == GRAM_OUTCOME_DONE;
    }
  gram_actor_unref (actor);
  gram_registry_close (registry);
  {
    g_autofree char *won = g_strdup_printf ("%d", n_won);

    gram_test_child_say (won);
  }
  return 0;
}

static int
wait_for (GramTestChild *child)
{
  g_autofree char *won = gram_test_child_read_line (child);
  int n_won = (int)g_ascii_strtoll (won, NULL, 10);

  g_assert_cmpint (gram_test_child_wait (child), ==, 0);
  return n_won;
}

/* Both want the same cases: each has exactly one winner. */
static void
test_claim (void)
{
  const CaseShape shape = { GRAM_CASE_DISPUTE, GRAM_CASE_OPEN, NOBODY };
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);
  g_autofree char *first = g_strdup_printf ("%" PRId64, case_put (f, &shape, CASES));
  const char *const one[] = { f->path, "handler@example.org", first, "up", NULL };
  const char *const other[] = { f->path, "decider@example.org", first, "down", NULL };
  GramTestChild *up = gram_test_child_new ("claim", one);
  GramTestChild *down = gram_test_child_new ("claim", other);
  int won_up;
  int won_down;
  int held[2] = { 0 };

  g_free (gram_test_child_read_line (up));
  g_free (gram_test_child_read_line (down));
  won_up = wait_for (up);
  won_down = wait_for (down);
  g_assert_cmpint (won_up + won_down, ==, CASES);
  for (int i = 0; i < CASES; i++)
    {
      g_autoptr (GramCaseRecord) record = case_get (f, g_ascii_strtoll (first, NULL, 10) + i);

      g_assert_cmpint (record->state, ==, GRAM_CASE_CLAIMED);
      /* Written once. */
      g_assert_cmpint (record->version, ==, 2);
      held[record->claimed_by == gram_actor_get_person_id (f->actors[CASE_HANDLER]) ? 0 : 1]++;
    }
  g_assert_cmpint (held[0], ==, won_up);
  g_assert_cmpint (held[1], ==, won_down);
}

/* What the daily work on one case costs, in microseconds of CPU: claim, ask, release, assign, and the badge after each. */
static gint64
work (Fixture *f, gint64 case_id)
{
  static const struct
  {
    FixturePerson who;
    const char *command;
    const char *arguments;
  } steps[] = {
    { CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}" },
    { CASE_HANDLER, "case.ask", "{'account': '@', 'case': %" PRId64 ", 'text': 'Which?'}" },
    { CASE_HANDLER, "case.release", "{'cases': [%" PRId64 "]}" },
    { DECISION_MAKER, "case.assign",
      "{'cases': [%" PRId64 "], 'person': 'decider@example.org', 'comment': 'He knows it.'}" },
  };
  gint64 began = life_cpu_time ();

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = g_strdup_printf ("%" PRId64, case_id);
      g_autoptr (GString) text = g_string_new (steps[i].arguments);
      GramInboxCounts counts;

      g_string_replace (text, "%" PRId64, number, 0);
      g_assert_cmpstr (fixture_do (f, steps[i].who, steps[i].command, "%s", text->str), ==, "");
      gram_registry_inbox_counts (f->registry, f->actors[OWNER], 1, &counts, NULL, NULL);
    }
  g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  return life_cpu_time () - began;
}

static gint64
best_of (Fixture *f, gint64 first)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < 3; i++)
    {
      gint64 took = work (f, first + i);

      best = MIN (best, took);
    }
  return best;
}

/* A command costs what it names, not what the queue holds; a case opens at once. */
static void
test_many (void)
{
  const CaseShape shape = { GRAM_CASE_DISPUTE, GRAM_CASE_OPEN, NOBODY, FALSE, "2026-04-20" };
  const CaseShape decided
      = { GRAM_CASE_DISPUTE, GRAM_CASE_DECIDED, CASE_HANDLER, FALSE, "2026-03-02" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseDetail) detail = NULL;
  gint64 few;
  gint64 many;
  gint64 first;
  gint64 began;

  few = best_of (f, case_put (f, &shape, 3));
  case_put (f, &decided, MANY / 2);
  first = case_put (f, &shape, MANY / 2);
  many = best_of (f, first + MANY / 4);
  g_test_message ("4 commands: %" PRId64 " µs with few cases, %" PRId64 " µs with many", few, many);
  g_assert_cmpint (many, <, TIMES * few + FLOOR_US);

  began = life_cpu_time ();
  detail = case_detail (f, CASE_HANDLER, first + 7);
  g_assert_nonnull (detail);
  g_assert_cmpint (life_cpu_time () - began, <, 100 * G_TIME_SPAN_MILLISECOND);

  began = life_cpu_time ();
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'kind': 'dispute', 'limit': 1000}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "claimed"), ==, 1000);
  g_test_message ("1000 claimed: %" PRId64 " µs", life_cpu_time () - began);
}

int
main (int argc, char *argv[])
{
  static const GramTestTask tasks[] = { { "claim", claim } };
  int status;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/case-processes/claim", test_claim);
  g_test_add_func ("/registry/case-processes/many", test_many);
  return g_test_run ();
}
