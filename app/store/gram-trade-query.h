/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-trade-table.h"

G_BEGIN_DECLS

/**
 * GramTradeOrder:
 * @GRAM_TRADE_ORDER_NOTIFIED: in the order in which they were notified
 * @GRAM_TRADE_ORDER_QUANTITY: by quantity
 * @GRAM_TRADE_ORDER_PRICE: by price in all
 * @GRAM_TRADE_ORDER_AGREED: by the day on which they were agreed
 * @GRAM_TRADE_ORDER_COUNTERPARTY: by name of the party that did not notify
 * @GRAM_TRADE_ORDER_STATE: by state: live ones first, as #GramTradeState has them
 *
 * The closed set of orders of notifications; each has its index and its pinned query plan.
 */
typedef enum
{
  GRAM_TRADE_ORDER_NOTIFIED,
  GRAM_TRADE_ORDER_QUANTITY,
  GRAM_TRADE_ORDER_PRICE,
  GRAM_TRADE_ORDER_AGREED,
  GRAM_TRADE_ORDER_COUNTERPARTY,
  GRAM_TRADE_ORDER_STATE,
} GramTradeOrder;

/**
 * GramTradeQuery:
 * @account_id: only notifications of this account, 0 all
 * @person_id: only notifications of accounts that this person is a member of, 0 all
 * @year: only of this scheme year, 0 all
 * @states: set of #GramTradeState; 0 means all
 * @side: only of this side, 0 both
 * @pairs: a trade once: of two notifications that belong together only the transferor's
 * @search: (nullable): words typed; each has to occur in number of the notification (with or without #), or names and
 *   account numbers of both; case and accents do not matter
 * @order: order
 * @descending: the other way round
 *
 * A filter and an order of notifications. Strings are owned by the query.
 */
typedef struct
{
  gint64 account_id;
  gint64 person_id;
  int year;
  guint states;
  GramTradeSide side;
  gboolean pairs;
  char *search;
  GramTradeOrder order;
  gboolean descending;
} GramTradeQuery;

/**
 * gram_trade_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy
 */
GramTradeQuery *gram_trade_query_copy (const GramTradeQuery *self);

/**
 * gram_trade_query_free:
 * @self: (nullable): a query
 *
 * Frees a query.
 */
void gram_trade_query_free (GramTradeQuery *self);

/**
 * gram_trade_notification_table_ids:
 * @store: a store
 * @query: filter and order
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Ids of the notifications that match, in order. Rows: gram_trade_notification_table_page().
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids
 */
GArray *gram_trade_notification_table_ids (GramStore *store,
                                           const GramTradeQuery *query,
                                           guint limit,
                                           GError **error);

/**
 * GramTradeCounts:
 * @states: notifications by the place of the flag of #GramTradeState (waiting is 0)
 *
 * What chips and badges count. A list filtered by a state has exactly as many rows.
 */
typedef struct
{
  gint64 states[GRAM_TRADE_STATES];
} GramTradeCounts;

/**
 * gram_trade_notification_table_counts:
 * @store: a store
 * @query: a filter; its states do not count
 * @counts: (out): the counts
 * @error: return location
 *
 * Counts the notifications that match.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_notification_table_counts (GramStore *store,
                                               const GramTradeQuery *query,
                                               GramTradeCounts *counts,
                                               GError **error);

/**
 * gram_trade_counts_select:
 * @counts: counts
 * @states: set of #GramTradeState; 0 means all
 *
 * Returns: notifications that a list filtered by @states shows
 */
gint64 gram_trade_counts_select (const GramTradeCounts *counts, guint states);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTradeQuery, gram_trade_query_free)

G_END_DECLS
