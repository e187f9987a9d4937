/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-place.h"
#include "gram-queries-charges.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PAYMENT_ITEM (gram_payment_item_get_type ())
G_DECLARE_FINAL_TYPE (GramPaymentItem, gram_payment_item, GRAM, PAYMENT_ITEM, GramPlace)

/**
 * GramPaymentItem:
 *
 * A place in the list of movements of money, not a payment: see #GramPlace. Its `id` is the number of the payment.
 *
 * Properties, all read-only: `kind` (uint, #GramPaymentKind), `amount` and `in-favour` (int64, NZ cents), `paid-on` (ISO
 * date), `reference`, `payer`, `reverses` and `reversed-by` (int64, numbers of payments, 0 none), `account-number` and
 * `holder` of its account,
 * and `among-others` (it stands among those of other accounts).
 */

/**
 * gram_payment_item_get_row:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the payment that it shows, until the next `notify`
 */
const GramPaymentRow *gram_payment_item_get_row (GramPaymentItem *self);

G_END_DECLS
