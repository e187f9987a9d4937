/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trade-fixture.h"

#include "gram-test-child.h"

#include <inttypes.h>
#include <signal.h>

/*
 * Two processes that promise the last allowances of one account at once: nothing is promised twice, and who comes too late is
 * told why (CCTS art. 37). SIGKILL at random moments while trades are notified and registered: what the child reported as
 * done is there, nothing is there by half.
 */

/* Allowances that are left for both, one at a time; each tries for all of them. */
#define LEFT 24
#define KILLS 8
#define ALPHA_ALLOCATED 1578626

static GVariant *
notification_new (const char *account, const char *side, const char *name, const char *number)
{
  return g_variant_new_parsed (
      "{'account': <%s>, 'year': <int64 2025>, 'side': <%s>, 'name': <%s>, 'number': <%s>,"
      " 'quantity': <'1'>, 'price': <'12.50'>, 'agreed-on': <'2026-11-01'>}",
      account, side, name, number);
}

/* Opens the registry on the day of the trades and signs in. */
static GramRegistry *
open_registry (const char *path, const char *email, GramActor **actor)
{
  g_autoptr (GError) error = NULL;
  GramRegistry *registry = gram_registry_open (path, GRAM_STORE_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (gram_registry_set_today (registry, TRADE_DAY, NULL));
  g_assert_cmpint (gram_registry_sign_in (registry, email, NULL, actor, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);
  return registry;
}

/* Tries for every allowance that is left. Arguments: file, e-mail, the account, the other one. */
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
      GramOutcome outcome = gram_registry_perform (registry, actor, NULL, "trade.notify",
                                                   notification_new (arguments[2], "transferor",
                                                                     "Beta Cars Ltd", arguments[3]),
                                                   NULL, NULL, NULL, NULL, &refusal, &error);

      g_assert_no_error (error);
      if (outcome == GRAM_OUTCOME_REFUSED)
        {
          g_assert_cmpstr (refusal->id, ==, "trade.not-available");
          g_assert_nonnull (strstr (refusal->message, "0"));
        }
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
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  g_autofree char *most = g_strdup_printf ("%d", ALPHA_ALLOCATED - LEFT);
  const TradeTerms terms = { .quantity = most };
  const char *const one[]
      = { f->path, "owner@example.org", f->numbers[CCTS_ALPHA], f->numbers[CCTS_BETA], NULL };
  const char *const other[]
      = { f->path, "trader@example.org", f->numbers[CCTS_ALPHA], f->numbers[CCTS_BETA], NULL };
  GramTestChild *first;
  GramTestChild *second;

  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &terms);
  first = gram_test_child_new ("give", one);
  second = gram_test_child_new ("give", other);
  g_free (gram_test_child_read_line (first));
  g_free (gram_test_child_read_line (second));
  g_assert_cmpint (wait_for (first) + wait_for (second), ==, LEFT);
  trade_check_balances (f, CCTS_ALPHA, 0, ALPHA_ALLOCATED);
  fixture_verify (f);
}

/* A command that has to be done; a number of its answer. */
static gint64
send (GramRegistry *registry,
      GramActor *actor,
      const char *command,
      GVariant *arguments,
      const char *name)
{
  g_autoptr (GVariant) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 found = 0;

  gram_registry_perform (registry, actor, NULL, command, arguments, NULL, NULL, NULL, &result,
                         &refusal, &error);
  g_assert_no_error (error);
  if (refusal != NULL)
    g_error ("%s: %s", command, refusal->message);
  g_variant_lookup (result, name, "x", &found);
  return found;
}

/* Trade after trade, each notified by both and registered. Arguments: file, Alpha's account, Beta's. */
static int
trade (int n_arguments, char **arguments)
{
  GramActor *alpha = NULL;
  GramActor *beta = NULL;
  GramActor *handler = NULL;
  GramRegistry *registry = open_registry (arguments[0], "owner@example.org", &alpha);

  gram_registry_sign_in (registry, "stranger@example.org", NULL, &beta, NULL, NULL);
  gram_registry_sign_in (registry, "handler@example.org", NULL, &handler, NULL, NULL);
  for (;;)
    {
      g_autoptr (GramTradeRecord) record = NULL;
      g_autofree char *line = NULL;
      gint64 id;

      send (registry, alpha, "trade.notify",
            notification_new (arguments[1], "transferor", "Beta Cars Ltd", arguments[2]),
            "notification");
      id = send (registry, beta, "trade.notify",
                 notification_new (arguments[2], "transferee", "Alpha Motors plc", arguments[1]),
                 "notification");
      gram_trade_table_of_notification (gram_registry_get_store (registry), id, &record, NULL);
      send (registry, handler, "trade.register",
            g_variant_new_parsed ("{'trades': <[%x]>, 'reason': <'As both notified.'>}",
                                  record->id),
            "registered");
      line = g_strdup_printf ("%" PRId64, record->id);
      gram_test_child_say (line);
    }
  return 0;
}

/* What is reserved is what live notifications promise, and Beta has what registered trades brought. */
static void
check_whole (Fixture *f, GPtrArray *lines)
{
  GramStore *store = gram_registry_get_store (f->registry);
  gint64 alpha = ccts_account (f, CCTS_ALPHA);
  gint64 promised;
  gint64 given;

  g_assert_true (gram_trade_notification_table_reserved (store, CCTS_YEAR, alpha, &promised, NULL));
  g_assert_true (gram_trade_table_sums (store, CCTS_YEAR, alpha, NULL, &given, NULL));
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - promised - given, promised);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GramTradeRecord) record
          = trade_get_trade (f, g_ascii_strtoll (lines->pdata[i], NULL, 10));

      g_assert_cmpint (record->state, ==, GRAM_TRADE_REGISTERED);
    }
}

static void
test_kills (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const char *const arguments[] = { f->path, f->numbers[CCTS_ALPHA], f->numbers[CCTS_BETA], NULL };
  guint n_lines = 0;

  for (int kill = 0; kill < KILLS; kill++)
    {
      g_autoptr (GPtrArray) lines = NULL;
      int status = 0;

      lines = gram_test_child_kill_after ("trade", arguments,
                                          (gulong)g_test_rand_int_range (100000, 700000), &status);
      g_assert_cmpint (status, ==, -SIGKILL);
      ccts_reopen (f);
      fixture_verify (f);
      check_whole (f, lines);
      n_lines += lines->len;
    }
  g_test_message ("%u trades in %d kills", n_lines, KILLS);
  g_assert_cmpuint (n_lines, >, 0);
}

int
main (int argc, char **argv)
{
  static const GramTestTask tasks[] = { { "give", give }, { "trade", trade } };
  int status;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/trade-processes/last", test_last);
  g_test_add_func ("/registry/trade-processes/kills", test_kills);
  return g_test_run ();
}
