/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * gram_cancellable_follow:
 * @leader: (nullable): what may be cancelled, on any thread
 * @follower: what is cancelled with it
 *
 * Cancels @follower as soon as @leader is cancelled, at once if it is already, until g_cancellable_disconnect() is
 * called with the id. @follower is held until then, and for as long as a cancellation that is under way needs it.
 *
 * Returns: id of the handler, 0 if there is nothing to disconnect
 */
gulong gram_cancellable_follow (GCancellable *leader, GCancellable *follower);

G_END_DECLS
