/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settlement-fixture.h"

#include "gram-test-child.h"

/*
 * Two processes want the last allowances of an account at once: one surrenders them (art. 38), the other promises them in trades
 * (art. 37). Each of them goes to exactly one of the two, and who comes too late is told why.
 */

/* Allowances that are left for both, one at a time; each tries for all of them. */
#define LEFT 16
#define ALPHA_ALLOCATED 1578626

static GVariant *
arguments_new (const char *command, const char *account, const char *other)
{
  if (g_str_equal (command, "allowance.surrender"))
    return g_variant_new_parsed ("{'account': <%s>, 'year': <int64 2025>, 'quantity': <int64 1>}",
                                 account);
  return g_variant_new_parsed (
      "{'account': <%s>, 'year': <int64 2025>, 'side': <'transferor'>, 'name': <'Beta Cars Ltd'>,"
      " 'number': <%s>, 'quantity': <'1'>, 'price': <'12.50'>, 'agreed-on': <'2026-11-01'>}",
      account, other);
}

/* Says how many of its tries were done. Arguments: file, e-mail, command, the account, the other one. */
static int
take (int n_arguments, char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramActor) actor = NULL;
  g_autoptr (GramRegistry) registry
      = gram_registry_open (arguments[0], GRAM_STORE_READ_WRITE, &error);
  g_autofree char *late
      = g_strconcat (g_str_has_prefix (arguments[2], "trade") ? "trade" : "surrender",
                     ".not-available", NULL);
  g_autofree char *said = NULL;
  int n_done = 0;

  g_assert_cmpint (n_arguments, ==, 5);
  g_assert_no_error (error);
  g_assert_true (gram_registry_set_today (registry, TRADE_DAY, NULL));
  g_assert_cmpint (gram_registry_sign_in (registry, arguments[1], NULL, &actor, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_child_say ("ready");
  for (int i = 0; i < LEFT; i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GramOutcome outcome
          = gram_registry_perform (registry, actor, NULL, arguments[2],
                                   arguments_new (arguments[2], arguments[3], arguments[4]), NULL,
                                   NULL, NULL, NULL, &refusal, &error);

      g_assert_no_error (error);
      if (outcome == GRAM_OUTCOME_REFUSED)
        g_assert_cmpstr (refusal->id, ==, late);
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
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  g_autofree char *most = g_strdup_printf ("%d", ALPHA_ALLOCATED - LEFT);
  const TradeTerms terms = { .quantity = most };
  const char *const surrenders[] = { f->path,
                                     "owner@example.org",
                                     "allowance.surrender",
                                     f->numbers[CCTS_ALPHA],
                                     f->numbers[CCTS_BETA],
                                     NULL };
  const char *const promises[] = {
    f->path, "trader@example.org", "trade.notify", f->numbers[CCTS_ALPHA], f->numbers[CCTS_BETA],
    NULL
  };
  GramTestChild *one;
  GramTestChild *other;
  gint64 surrendered;
  gint64 promised;

  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &terms);
  one = gram_test_child_new ("take", surrenders);
  other = gram_test_child_new ("take", promises);
  g_free (gram_test_child_read_line (one));
  g_free (gram_test_child_read_line (other));
  surrendered = wait_for (one);
  promised = wait_for (other);
  g_assert_cmpint (surrendered + promised, ==, LEFT);
  g_assert_cmpint (ccts_balance (f, 0, "surrender", CCTS_UNIT), ==, surrendered);
  trade_check_balances (f, CCTS_ALPHA, 0, ALPHA_ALLOCATED - LEFT + promised);
  fixture_verify (f);
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
  g_test_add_func ("/registry/settlement-processes/last", test_last);
  return g_test_run ();
}
