/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "credit-fixture.h"

#include "gram-test-child.h"

#include <inttypes.h>
#include <signal.h>

/*
 * Two processes that offer the last credits of one account at once: nothing is promised twice, and who comes too late is told
 * why. SIGKILL at random moments while credits are offered and accepted: what the child reported as done is there, nothing
 * is there by half.
 */

#define LEFT 20
#define KILLS 5
#define HELD 5000

/* Opens the practice registry on its day and signs in. */
static GramRegistry *
open_registry (const char *path, const char *email, GramActor **actor)
{
  g_autoptr (GError) error = NULL;
  GramRegistry *registry = gram_registry_open (path, GRAM_STORE_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (gram_registry_set_today (registry, FIXTURE_TODAY, NULL));
  g_assert_cmpint (gram_registry_sign_in (registry, email, NULL, actor, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);
  return registry;
}

static GVariant *
offer_new (const char *from, const char *to)
{
  return g_variant_new_parsed ("{'account': <%s>, 'number': <%s>, 'credits': <'1'>}", from, to);
}

/* Tries for every credit that is left. Arguments: file, e-mail, the account, the other one. */
static int
give (int n_arguments, char **arguments)
{
  GramActor *actor = NULL;
  GramRegistry *registry = open_registry (arguments[0], arguments[1], &actor);
  g_autofree char *done = NULL;
  int n_done = 0;

  gram_test_child_say ("ready");
  for (int i = 0; i < LEFT; i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GError) error = NULL;
      GramOutcome outcome = gram_registry_perform (registry, actor, NULL, "transfer.offer",
                                                   offer_new (arguments[2], arguments[3]), NULL,
                                                   NULL, NULL, NULL, &refusal, &error);

      g_assert_no_error (error);
      if (outcome == GRAM_OUTCOME_REFUSED)
        g_assert_cmpstr (refusal->id, ==, "transfer.not-held");
      n_done += outcome == GRAM_OUTCOME_DONE;
    }
  gram_actor_unref (actor);
  gram_registry_close (registry);
  done = g_strdup_printf ("%d", n_done);
  gram_test_child_say (done);
  return 0;
}

static int
wait_for (GramTestChild *child)
{
  g_autofree char *done = gram_test_child_read_line (child);
  int n_done = (int)g_ascii_strtoll (done, NULL, 10);

  g_assert_cmpint (gram_test_child_wait (child), ==, 0);
  return n_done;
}

static void
test_last (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_PRACTICE);
  const char *const one[]
      = { f->path, "owner@example.org", f->numbers[CREDIT_USED], f->numbers[CREDIT_OTHER], NULL };
  const char *const other[]
      = { f->path, "trader@example.org", f->numbers[CREDIT_USED], f->numbers[CREDIT_OTHER], NULL };
  GramTestChild *first;
  GramTestChild *second;

  credit_carry_in (f, CREDIT_USED, 2025, "20.75");
  first = gram_test_child_new ("give", one);
  second = gram_test_child_new ("give", other);
  g_free (gram_test_child_read_line (first));
  g_free (gram_test_child_read_line (second));
  g_assert_cmpint (wait_for (first) + wait_for (second), ==, LEFT);
  credit_check (f, CREDIT_USED, 2025, 75, 100 * LEFT);
  fixture_verify (f);
}

static gint64
send (GramRegistry *registry, GramActor *actor, const char *command, GVariant *arguments)
{
  g_autoptr (GVariant) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  gram_registry_perform (registry, actor, NULL, command, arguments, NULL, NULL, NULL, &result,
                         &refusal, &error);
  g_assert_no_error (error);
  if (refusal != NULL)
    g_error ("%s: %s", command, refusal->message);
  g_variant_lookup (result, "transfer", "x", &id);
  return id;
}

/* Back and forth: offered, accepted, and given back. Arguments: file, two accounts. */
static int
transfer (int n_arguments, char **arguments)
{
  GramActor *actors[2] = { NULL };
  GramRegistry *registry = open_registry (arguments[0], "owner@example.org", &actors[0]);

  gram_registry_sign_in (registry, "stranger@example.org", NULL, &actors[1], NULL, NULL);
  for (int turn = 0;; turn = 1 - turn)
    {
      gint64 id = send (registry, actors[turn], "transfer.offer",
                        offer_new (arguments[1 + turn], arguments[2 - turn]));
      g_autofree char *line = g_strdup_printf ("%" PRId64, id);

      send (registry, actors[1 - turn], "transfer.accept",
            g_variant_new_parsed ("{'account': <%s>, 'transfer': <%x>}", arguments[2 - turn], id));
      gram_test_child_say (line);
    }
  return 0;
}

/* What is there in all is what was carried in. */
static void
check_whole (Fixture *f, GPtrArray *lines)
{
  g_autoptr (GramCredits) one = credit_read (f, OWNER, CREDIT_USED);
  g_autoptr (GramCredits) other = credit_read (f, STRANGER, CREDIT_OTHER);

  g_assert_cmpint (one->available + one->reserved + other->available + other->reserved, ==, HELD);
  g_assert_cmpint (one->reserved, ==, 100 * one->offered);
  g_assert_cmpint (other->reserved, ==, 100 * other->offered);
  for (guint i = 0; i < lines->len; i++)
    credit_check_state (f, g_ascii_strtoll (lines->pdata[i], NULL, 10),
                        GRAM_CREDIT_TRANSFER_ACCEPTED);
}

static void
test_kills (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_PRACTICE);
  const char *const arguments[]
      = { f->path, f->numbers[CREDIT_USED], f->numbers[CREDIT_OTHER], NULL };
  guint n_lines = 0;

  credit_carry_in (f, CREDIT_USED, 2025, "50.00");
  for (int kill = 0; kill < KILLS; kill++)
    {
      g_autoptr (GPtrArray) lines = NULL;
      int status = 0;

      lines = gram_test_child_kill_after ("transfer", arguments,
                                          (gulong)g_test_rand_int_range (100000, 700000), &status);
      g_assert_cmpint (status, ==, -SIGKILL);
      life_reopen (f);
      fixture_verify (f);
      check_whole (f, lines);
      n_lines += lines->len;
    }
  g_test_message ("%u transfers in %d kills", n_lines, KILLS);
  g_assert_cmpuint (n_lines, >, 0);
}

int
main (int argc, char **argv)
{
  static const GramTestTask tasks[] = { { "give", give }, { "transfer", transfer } };
  int status;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/credit-processes/last", test_last);
  g_test_add_func ("/registry/credit-processes/kills", test_kills);
  return g_test_run ();
}
