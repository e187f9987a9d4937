/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-place.h"
#include "gram-queries-charges.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CHARGE_ITEM (gram_charge_item_get_type ())
G_DECLARE_FINAL_TYPE (GramChargeItem, gram_charge_item, GRAM, CHARGE_ITEM, GramPlace)

/**
 * GramChargeItem:
 *
 * A place in the list of charges, not a charge: see #GramPlace. Its `id` is the number of the charge.
 *
 * Properties, all read-only: `kind` (uint, #GramChargeKind), `state` (uint, #GramChargeState), `year` (int), `vehicles` (int),
 * `grams` (int64, hundredths), `amount` and `outstanding` (int64, NZ cents), `arisen-on` and `due-on` (ISO dates),
 * `overdue-days` (int64, 0 none), `account-number` and `holder` of its account,
 * and `among-others` (it stands among those of other accounts).
 */

/**
 * gram_charge_item_get_row:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the charge that it shows, until the next `notify`
 */
const GramChargeRow *gram_charge_item_get_row (GramChargeItem *self);

G_END_DECLS
