/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CHARGES_VIEW (gram_charges_view_get_type ())
G_DECLARE_FINAL_TYPE (GramChargesView, gram_charges_view, GRAM, CHARGES_VIEW, AdwBin)

/**
 * GramChargesView:
 *
 * The list of charges of the current account, or of all accounts for the administrator's side, with chips, search and order.
 * Above it stands what is pending: how much, since when, what stands in favour.
 */

/**
 * gram_charges_view_attach:
 * @self: a view
 * @session: the session
 * @window_title: the title whose subtitle says how many there are while the view is shown
 *
 * Gives it a session, once.
 */
void gram_charges_view_attach (GramChargesView *self,
                               GramSession *session,
                               AdwWindowTitle *window_title);

/**
 * gram_charges_view_detach:
 * @self: a view
 *
 * Lets go of what it was given; before either goes.
 */
void gram_charges_view_detach (GramChargesView *self);

/**
 * gram_charges_view_refresh:
 * @self: a view
 * @all: of all accounts: the administrator's side
 * @account_id: the account otherwise, 0 none
 * @cancellable: (nullable): to stop asking
 *
 * Asks anew.
 */
void gram_charges_view_refresh (GramChargesView *self,
                                gboolean all,
                                gint64 account_id,
                                GCancellable *cancellable);

/**
 * gram_charges_view_show:
 * @self: a view
 * @states: #GramChargeState flags, 0 all
 *
 * Shows those in these states, whatever was searched for.
 */
void gram_charges_view_show (GramChargesView *self, guint states);

/**
 * gram_charges_view_find:
 * @self: a view
 *
 * Puts the focus into the search.
 */
void gram_charges_view_find (GramChargesView *self);

/**
 * gram_charges_view_update_title:
 * @self: a view
 *
 * Says in the title how many charges there are.
 */
void gram_charges_view_update_title (GramChargesView *self);

/**
 * gram_charges_is_front:
 * @view: a view of the page
 *
 * Returns: whether it is the one that is shown
 */
gboolean gram_charges_is_front (GtkWidget *view);

/**
 * gram_charges_view_is_known:
 * @self: a view
 *
 * Returns: whether the list, its counts and what is pending are there
 */
gboolean gram_charges_view_is_known (GramChargesView *self);

G_END_DECLS
