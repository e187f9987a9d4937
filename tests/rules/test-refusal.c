/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-refusal.h"

static gboolean
refuse_window (GramRefusal **refusal)
{
  return gram_refuse (refusal, "trade.window-closed", "art. 37(1)",
                      "The trading window for %d is closed.", 2025);
}

static void
test_refuse (void)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramRefusal) copy = NULL;

  g_assert_false (refuse_window (NULL));
  g_assert_false (refuse_window (&refusal));
  g_assert_cmpstr (refusal->id, ==, "trade.window-closed");
  g_assert_cmpstr (refusal->article, ==, "art. 37(1)");
  g_assert_cmpstr (refusal->message, ==, "The trading window for 2025 is closed.");

  copy = gram_refusal_copy (refusal);
  g_assert_cmpstr (copy->id, ==, refusal->id);
  g_assert_true (copy->id != refusal->id);
  g_assert_cmpstr (copy->message, ==, refusal->message);
}

static void
test_without_article (void)
{
  g_autoptr (GramRefusal) refusal
      = gram_refusal_new ("vehicle.unknown", NULL, "There is no such vehicle.");
  g_autoptr (GramRefusal) copy = gram_refusal_copy (refusal);

  g_assert_null (refusal->article);
  g_assert_null (copy->article);
  gram_refusal_free (NULL);
}

/* The first answer stands: putting a second one over it is a mistake of the program. */
static void
test_refuse_twice (void)
{
  if (g_test_subprocess ())
    {
      GramRefusal *refusal = NULL;

      refuse_window (&refusal);
      refuse_window (&refusal);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refusal/refuse", test_refuse);
  g_test_add_func ("/refusal/without-article", test_without_article);
  g_test_add_func ("/refusal/refuse-twice", test_refuse_twice);

  return g_test_run ();
}
