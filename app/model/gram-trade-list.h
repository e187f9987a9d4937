/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-paged-list.h"
#include "gram-trade-item.h"

G_BEGIN_DECLS

#define GRAM_TYPE_TRADE_LIST (gram_trade_list_get_type ())
G_DECLARE_FINAL_TYPE (GramTradeList, gram_trade_list, GRAM, TRADE_LIST, GramPagedList)

/**
 * GramTradeList:
 *
 * A #GramPagedList of #GramTradeItem: for the administrator's side the notifications of all accounts, of a trade both; for
 * others those of the accounts that they are members of. How many there are in each state, gram_session_trade_counts_async()
 * says.
 */

/**
 * gram_trade_list_new:
 * @session: a session
 *
 * Makes a list that is empty until gram_trade_list_set_query(), and follows the session's `changed`.
 *
 * Returns: (transfer full): the list
 */
GramTradeList *gram_trade_list_new (GramSession *session);

/**
 * gram_trade_list_set_query:
 * @self: a list
 * @query: (nullable): account, year, states, sides, search, order; copied; %NULL for an empty list
 *
 * Shows what @query finds.
 */
void gram_trade_list_set_query (GramTradeList *self, const GramTradeQuery *query);

G_END_DECLS
