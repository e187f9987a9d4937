/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-place.h"
#include "gram-queries-trades.h"

G_BEGIN_DECLS

#define GRAM_TYPE_TRADE_ITEM (gram_trade_item_get_type ())
G_DECLARE_FINAL_TYPE (GramTradeItem, gram_trade_item, GRAM, TRADE_ITEM, GramPlace)

/**
 * GramTradeItem:
 *
 * A place in the list of notifications of trades, not a notification: see #GramPlace. Its `id` is the number of the
 * notification.
 *
 * Properties, all read-only: `state` (uint, #GramTradeState), `side` (uint, #GramTradeSide, that of the notifying
 * party), `year` (int), `account-number` and `holder` (of the notifying party), `other-name` and `other-number` (the other
 * party, as the notification says), `transferor` and `transferee` (names), `quantity` (int64, allowances), `price` (int64,
 * pence in all), `agreed-on` (ISO date), `notified-at` (int64, UTC microseconds), `days-left` (int, to the last day of the
 * window; -1 unless it waits or differs).
 */

/**
 * gram_trade_item_get_row:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the notification that it shows, until the next `notify`
 */
const GramTradeRow *gram_trade_item_get_row (GramTradeItem *self);

G_END_DECLS
