/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-trades.h"

G_BEGIN_DECLS

/**
 * gram_trade_files_write:
 * @store: a store
 * @record: a notification
 * @refusal: (out) (optional): `trade.no-key`
 * @error: return location
 *
 * Signs a notification with the private key that this registry has for its account. The file of one version of a
 * notification always has the same bytes.
 *
 * Returns: (transfer full) (nullable): the exchange file, %NULL with one of @refusal and @error set
 */
char *gram_trade_files_write (GramStore *store,
                              const GramTradeNotificationRecord *record,
                              GramRefusal **refusal,
                              GError **error);

/**
 * gram_trade_change_is_partys:
 * @change: a change of a notification
 *
 * Returns: whether the party changed what it says; not: its state changed by what somebody else did
 */
gboolean gram_trade_change_is_partys (const GramTradeChange *change);

G_END_DECLS
