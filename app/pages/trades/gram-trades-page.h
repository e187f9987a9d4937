/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_TRADES_PAGE (gram_trades_page_get_type ())
G_DECLARE_FINAL_TYPE (GramTradesPage, gram_trades_page, GRAM, TRADES_PAGE, GramPage)

/**
 * GramTradesPage:
 *
 * Trades of allowances (CCTS art. 37). Of the current account: what it has notified, each with what comes next and how many
 * days are left for it; a trade is notified here. For the administrator's side: the trades of all accounts, each once, to be
 * registered or refused one by one or together.
 */

/**
 * gram_trades_page_show:
 * @self: the page
 * @states: #GramTradeState flags, 0 all
 *
 * Shows those in these states, whatever was searched for.
 */
void gram_trades_page_show (GramTradesPage *self, guint states);

/**
 * gram_trades_page_open_trade:
 * @self: the page
 * @notification_id: a notification that the person may see
 *
 * Presents the notification above the page.
 */
void gram_trades_page_open_trade (GramTradesPage *self, gint64 notification_id);

/**
 * gram_trades_page_find:
 * @self: the page
 *
 * Puts the focus into the search.
 */
void gram_trades_page_find (GramTradesPage *self);

G_END_DECLS
