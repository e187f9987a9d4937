/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-cancellable.h"

static void
cancelled_cb (GCancellable *leader, gpointer follower)
{
  g_cancellable_cancel (G_CANCELLABLE (follower));
}

/*
 * The handler has a reference of its own: g_cancellable_disconnect() waits for a cancellation under way, lets the lock
 * go, and disconnects only then (GLib 2.84). A cancellation that another thread begins in between calls the handler
 * while, or after, the one who disconnected drops the follower.
 */
gulong
gram_cancellable_follow (GCancellable *leader, GCancellable *follower)
{
  g_return_val_if_fail (leader == NULL || G_IS_CANCELLABLE (leader), 0);
  g_return_val_if_fail (G_IS_CANCELLABLE (follower), 0);

  if (leader == NULL)
    return 0;

  return g_cancellable_connect (leader, G_CALLBACK (cancelled_cb), g_object_ref (follower),
                                g_object_unref);
}
