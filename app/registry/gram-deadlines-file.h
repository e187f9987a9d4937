/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"

G_BEGIN_DECLS

/**
 * gram_registry_write_deadlines:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account, 0 all that who asks may see
 * @stream: where to; stays open
 * @n_deadlines: (out) (optional): how many days it has
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Writes the days of gram_registry_deadlines() as an iCalendar file. A day keeps its identity, so that a calendar that
 * reads a later file moves it instead of adding another.
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean gram_registry_write_deadlines (GramRegistry *self,
                                        GramActor *actor,
                                        gint64 account_id,
                                        GOutputStream *stream,
                                        gint64 *n_deadlines,
                                        GCancellable *cancellable,
                                        GramRefusal **refusal,
                                        GError **error);

G_END_DECLS
