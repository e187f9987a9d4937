/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-trades.h"
#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_trade_row_new:
 * @self: a registry
 * @record: (transfer full): a notification that @person may see
 * @person: who asks
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the notification as a list shows it to @person; %NULL on error
 */
GramTradeRow *_gram_trade_row_new (GramRegistry *self,
                                   GramTradeNotificationRecord *record,
                                   const GramPersonRecord *person,
                                   GError **error);

/**
 * _gram_trade_hide:
 * @self: a registry
 * @record: a notification
 * @person: who asks
 * @is_party: (out) (optional): whether @person is a member of its account
 * @error: return location
 *
 * Takes out of a notification what @person may not know: the note for who is not of the party, what is known of the other
 * notification for who is not of the administrator's side.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_trade_hide (GramRegistry *self,
                           GramTradeNotificationRecord *record,
                           const GramPersonRecord *person,
                           gboolean *is_party,
                           GError **error);

/**
 * _gram_trade_copy_for:
 * @trade: a trade
 * @person: who asks
 *
 * Returns: (transfer full): the trade, for members without who decided it
 */
GramTradeRecord *
_gram_trade_copy_for (const GramTradeRecord *trade, const GramPersonRecord *person);

/**
 * _gram_trade_allows:
 * @self: a registry
 * @record: a notification
 * @trade: (nullable): its trade
 * @account: its account, in the state that counts today
 * @person: who asks
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramCaseAllow) (nullable): the verbs of a notification, each with the reason why
 *   @person cannot send it now; %NULL on error
 */
GPtrArray *_gram_trade_allows (GramRegistry *self,
                               const GramTradeNotificationRecord *record,
                               const GramTradeRecord *trade,
                               const GramAccountRecord *account,
                               const GramPersonRecord *person,
                               GError **error);

G_END_DECLS
