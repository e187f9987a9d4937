/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_FLEET_VIEW (gram_fleet_view_get_type ())
G_DECLARE_FINAL_TYPE (GramFleetView, gram_fleet_view, GRAM, FLEET_VIEW, AdwBin)

/**
 * GramFleetView:
 *
 * Fleet Average years: of an account one at a time, chosen above it; for the administrator's side a list over all accounts,
 * with the requests to borrow that wait for a decision before it.
 *
 * Property `any` (boolean, read-only): there is a year at all.
 */

/**
 * gram_fleet_view_refresh:
 * @self: a view
 * @session: the session
 * @account_id: the account, 0 all of the administrator's side
 * @cancellable: (nullable): to stop asking
 *
 * Asks anew.
 */
void gram_fleet_view_refresh (GramFleetView *self,
                              GramSession *session,
                              gint64 account_id,
                              GCancellable *cancellable);

/**
 * gram_fleet_view_is_known:
 * @self: a view
 *
 * Returns: whether what it shows is there
 */
gboolean gram_fleet_view_is_known (GramFleetView *self);

G_END_DECLS
