/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-cancellable.h"

static void
test_follow (void)
{
  g_autoptr (GCancellable) leader = g_cancellable_new ();
  g_autoptr (GCancellable) follower = g_cancellable_new ();
  gulong handler = gram_cancellable_follow (leader, follower);

  g_assert_false (g_cancellable_is_cancelled (follower));
  g_cancellable_cancel (leader);
  g_assert_true (g_cancellable_is_cancelled (follower));
  g_cancellable_disconnect (leader, handler);
  g_assert_finalize_object (g_steal_pointer (&follower));
}

static void
test_late (void)
{
  g_autoptr (GCancellable) leader = g_cancellable_new ();
  g_autoptr (GCancellable) follower = g_cancellable_new ();

  g_cancellable_cancel (leader);
  g_assert_cmpuint (gram_cancellable_follow (leader, follower), ==, 0);
  g_assert_true (g_cancellable_is_cancelled (follower));
  g_assert_finalize_object (g_steal_pointer (&follower));
}

static void
test_disconnected (void)
{
  g_autoptr (GCancellable) leader = g_cancellable_new ();
  g_autoptr (GCancellable) follower = g_cancellable_new ();

  g_cancellable_disconnect (leader, gram_cancellable_follow (leader, follower));
  g_cancellable_cancel (leader);
  g_assert_false (g_cancellable_is_cancelled (follower));
  g_assert_finalize_object (g_steal_pointer (&follower));
}

static void
test_nobody (void)
{
  g_autoptr (GCancellable) follower = g_cancellable_new ();

  g_assert_cmpuint (gram_cancellable_follow (NULL, follower), ==, 0);
  g_cancellable_disconnect (NULL, 0);
  g_assert_finalize_object (g_steal_pointer (&follower));
}

/* Whoever follows may end, and drop the follower, while another thread is about to tell it. */
static void
test_dropped (void)
{
  g_autoptr (GCancellable) leader = g_cancellable_new ();
  GCancellable *follower = g_cancellable_new ();
  gulong handler = gram_cancellable_follow (leader, follower);
  gpointer left = follower;

  g_object_add_weak_pointer (G_OBJECT (follower), &left);
  g_object_unref (follower);
  g_assert_nonnull (left);
  g_cancellable_cancel (leader);
  g_assert_true (g_cancellable_is_cancelled (left));
  g_cancellable_disconnect (leader, handler);
  g_assert_null (left);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cancellable/follow", test_follow);
  g_test_add_func ("/cancellable/late", test_late);
  g_test_add_func ("/cancellable/disconnected", test_disconnected);
  g_test_add_func ("/cancellable/nobody", test_nobody);
  g_test_add_func ("/cancellable/dropped", test_dropped);

  return g_test_run ();
}
