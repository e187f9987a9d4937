/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_POOLS_VIEW (gram_pools_view_get_type ())
G_DECLARE_FINAL_TYPE (GramPoolsView, gram_pools_view, GRAM, POOLS_VIEW, AdwBin)

/**
 * GramPoolsView:
 *
 * The pools of a scheme year: those to decide first, then those that were granted, then what is over. Signal
 * `open (gint64)`: a pool.
 */

/**
 * gram_pools_view_refresh:
 * @self: a view
 * @session: the session
 * @year: a scheme year
 * @cancellable: to stop it
 *
 * Asks for the pools of a year.
 */
void gram_pools_view_refresh (GramPoolsView *self,
                              GramSession *session,
                              int year,
                              GCancellable *cancellable);

G_END_DECLS
