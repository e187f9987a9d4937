/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_POOL_PAGE (gram_pool_page_get_type ())
G_DECLARE_FINAL_TYPE (GramPoolPage, gram_pool_page, GRAM, POOL_PAGE, AdwNavigationPage)

/**
 * GramPoolPage:
 *
 * A pool: its application, what its members come to together and each by itself, and what can be decided about it. What
 * cannot, says why. “What If” works out who joins or leaves without changing anything.
 */

/**
 * gram_pool_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GramPoolPage *gram_pool_page_new (GramSession *session);

/**
 * gram_pool_page_show:
 * @self: a page
 * @pool_id: a pool
 * @year: scheme year of the figures
 *
 * Shows a pool, or shows it anew.
 */
void gram_pool_page_show (GramPoolPage *self, gint64 pool_id, int year);

/**
 * gram_pool_page_refresh:
 * @self: a page
 *
 * Asks anew for what it shows.
 */
void gram_pool_page_refresh (GramPoolPage *self);

/**
 * gram_pool_page_present:
 * @parent: a widget of the window
 * @session: the session
 * @pool_id: a pool
 *
 * Presents it in a dialog that stays up to date, for pages that have no place beside them.
 */
void gram_pool_page_present (GtkWidget *parent, GramSession *session, gint64 pool_id);

G_END_DECLS
