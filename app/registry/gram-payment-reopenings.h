/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

G_BEGIN_DECLS

/* Charges that money in favour settled are open again if the payment that it was of turns out never to have come. */

/**
 * gram_payments_can_reopen:
 * @store: a store
 * @account_id: an account
 * @value: (out): cents that stood in favour and settle charges of it
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_payments_can_reopen (GramStore *store, gint64 account_id, gint64 *value, GError **error);

/**
 * gram_payments_reopen:
 * @call: a call
 * @account_id: an account
 * @value: cents, not more than gram_payments_can_reopen() says
 * @opened: (out): cents that are owed again
 * @error: return location
 *
 * Puts money in favour again that settles charges, the last use first.
 *
 * Returns: %FALSE on error
 */
gboolean gram_payments_reopen (GramCall *call,
                               gint64 account_id,
                               gint64 value,
                               gint64 *opened,
                               GError **error);

G_END_DECLS
