/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PAYMENT_NOTICE_PAGE (gram_payment_notice_page_get_type ())
G_DECLARE_FINAL_TYPE (GramPaymentNoticePage,
                      gram_payment_notice_page,
                      GRAM,
                      PAYMENT_NOTICE_PAGE,
                      AdwNavigationPage)

/**
 * GramPaymentNoticePage:
 *
 * A payment notice: where it stands, what it says, the money that came and went on, its document, and what can be done with
 * it: pay, pay on, appeal, end the appeal, withdraw. What cannot, says why. For both sides of the house.
 */

/**
 * gram_payment_notice_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GramPaymentNoticePage *gram_payment_notice_page_new (GramSession *session);

/**
 * gram_payment_notice_page_show:
 * @self: a page
 * @notice_id: a payment notice
 *
 * Shows it, or shows it anew.
 */
void gram_payment_notice_page_show (GramPaymentNoticePage *self, gint64 notice_id);

/**
 * gram_payment_notice_page_refresh:
 * @self: a page
 *
 * Asks anew for what it shows.
 */
void gram_payment_notice_page_refresh (GramPaymentNoticePage *self);

/**
 * gram_payment_notice_page_present:
 * @parent: a widget of the window
 * @session: the session
 * @notice_id: a payment notice
 *
 * Presents it in a dialog that stays up to date, for pages that have no place beside them.
 */
void gram_payment_notice_page_present (GtkWidget *parent, GramSession *session, gint64 notice_id);

G_END_DECLS
