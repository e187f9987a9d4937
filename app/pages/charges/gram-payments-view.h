/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PAYMENTS_VIEW (gram_payments_view_get_type ())
G_DECLARE_FINAL_TYPE (GramPaymentsView, gram_payments_view, GRAM, PAYMENTS_VIEW, AdwBin)

/**
 * GramPaymentsView:
 *
 * The list of money that came in and went back, of the current account, or of all accounts for the administrator's side, with
 * chips, search and order.
 */

/**
 * gram_payments_view_attach:
 * @self: a view
 * @session: the session
 * @window_title: the title whose subtitle says how many there are while the view is shown
 *
 * Gives it a session, once.
 */
void gram_payments_view_attach (GramPaymentsView *self,
                                GramSession *session,
                                AdwWindowTitle *window_title);

/**
 * gram_payments_view_detach:
 * @self: a view
 *
 * Lets go of what it was given; before either goes.
 */
void gram_payments_view_detach (GramPaymentsView *self);

/**
 * gram_payments_view_refresh:
 * @self: a view
 * @all: of all accounts: the administrator's side
 * @account_id: the account otherwise, 0 none
 * @cancellable: (nullable): to stop asking
 *
 * Asks anew.
 */
void gram_payments_view_refresh (GramPaymentsView *self,
                                 gboolean all,
                                 gint64 account_id,
                                 GCancellable *cancellable);

/**
 * gram_payments_view_find:
 * @self: a view
 *
 * Puts the focus into the search.
 */
void gram_payments_view_find (GramPaymentsView *self);

/**
 * gram_payments_view_update_title:
 * @self: a view
 *
 * Says in the title how many payments there are.
 */
void gram_payments_view_update_title (GramPaymentsView *self);

/**
 * gram_payments_view_is_known:
 * @self: a view
 *
 * Returns: whether the list is there
 */
gboolean gram_payments_view_is_known (GramPaymentsView *self);

G_END_DECLS
