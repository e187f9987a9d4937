/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/*
 * What trades do to the ledger (CCTS art. 37). From its notification on, what a transferor promises is in the role
 * `reserved`, so nothing can be promised twice.
 */

/**
 * gram_trade_balances:
 * @store: a store
 * @account_id: an account
 * @year: scheme year
 * @available: (out) (optional): allowances that are held and not promised
 * @reserved: (out) (optional): allowances that are promised in notifications
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_balances (GramStore *store,
                              gint64 account_id,
                              int year,
                              gint64 *available,
                              gint64 *reserved,
                              GError **error);

/**
 * gram_trade_reserve:
 * @call: a call
 * @account_id: the transferor's account
 * @year: scheme year
 * @quantity: allowances: positive reserves (posting `reserve`), negative lets go (`release`), 0 posts nothing
 * @error: return location
 *
 * Moves allowances between `holding` and `reserved` of an account.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_trade_reserve (GramCall *call, gint64 account_id, int year, gint64 quantity, GError **error);

/**
 * gram_trade_post:
 * @call: a call
 * @year: scheme year
 * @transferor_id: account that the allowances leave; 0: one of another registry
 * @transferee_id: account that gets them; 0: one of another registry
 * @quantity: allowances
 * @posting: (out): the posting `trade`
 * @error: return location
 *
 * Out of what the transferor reserved, into what the transferee holds. In an own registry the account of the other party is
 * the system's account `trade`.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_post (GramCall *call,
                          int year,
                          gint64 transferor_id,
                          gint64 transferee_id,
                          gint64 quantity,
                          gint64 *posting,
                          GError **error);

G_END_DECLS
