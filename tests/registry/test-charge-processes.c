/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"

#include "gram-test-child.h"

/*
 * Two processes pay with the last credits of an account at once, a gram at a time: each credit pays once, and who comes too late
 * is told that none is left.
 */

/* Credits that are left for both; each tries for all of them. */
#define LEFT 12

/* Says how many of its tries were done. Arguments: file, e-mail, number of the account. */
static int
take (int n_arguments, char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramActor) actor = NULL;
  g_autoptr (GramRegistry) registry
      = gram_registry_open (arguments[0], GRAM_STORE_READ_WRITE, &error);
  g_autofree char *said = NULL;
  int n_done = 0;

  g_assert_cmpint (n_arguments, ==, 3);
  g_assert_no_error (error);
  g_assert_true (gram_registry_set_today (registry, FIXTURE_TODAY, NULL));
  g_assert_cmpint (gram_registry_sign_in (registry, arguments[1], NULL, &actor, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_child_say ("ready");
  for (int i = 0; i < LEFT; i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GVariant *with
          = g_variant_new_parsed ("{'account': <%s>, 'at-most': <'1.00'>}", arguments[2]);
      GramOutcome outcome = gram_registry_perform (registry, actor, NULL, "charge.offset", with,
                                                   NULL, NULL, NULL, NULL, &refusal, &error);

      g_assert_no_error (error);
      if (outcome == GRAM_OUTCOME_REFUSED)
        g_assert_cmpstr (refusal->id, ==, "credits.none");
      n_done += outcome == GRAM_OUTCOME_DONE ? 1 : 0;
    }
  said = g_strdup_printf ("%d", n_done);
  gram_test_child_say (said);
  return 0;
}

static gint64
wait_for (GramTestChild *child)
{
  g_autofree char *done = gram_test_child_read_line (child);

  g_assert_cmpint (gram_test_child_wait (child), ==, 0);
  return g_ascii_strtoll (done, NULL, 10);
}

static void
test_last (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);
  const char *const owner[] = { f->path, "owner@example.org", f->numbers[1], NULL };
  const char *const trader[] = { f->path, "trader@example.org", f->numbers[1], NULL };
  GramTestChild *one;
  GramTestChild *other;
  gint64 done;

  charges_carry_in (f, 2025, "12.00");
  charges_enter_accepted (f, "ZVW30-1000001", 20);
  one = gram_test_child_new ("take", owner);
  other = gram_test_child_new ("take", trader);
  g_free (gram_test_child_read_line (one));
  g_free (gram_test_child_read_line (other));
  done = wait_for (one);
  done += wait_for (other);
  g_assert_cmpint (done, ==, LEFT);
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2025), ==, 0);
  charges_assert (f, 4800, 0, 0);
  charges_check (f);
}

static const GramTestTask tasks[] = {
  { "take", take },
};

int
main (int argc, char **argv)
{
  int status;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/charge-processes/last", test_last);
  return g_test_run ();
}
