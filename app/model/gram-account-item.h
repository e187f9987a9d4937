/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-place.h"
#include "gram-queries-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_ITEM (gram_account_item_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountItem, gram_account_item, GRAM, ACCOUNT_ITEM, GramPlace)

/**
 * GramAccountItem:
 *
 * A place in the list of accounts: see #GramPlace. Not a #GramAccount, which is one that the session has.
 *
 * Properties, all read-only: `number`, `holder`, `contact-name`, `contact-email`, `kind` (uint, #GramAccountKind), `state`
 * (uint, #GramAccountState), `charge-scheme` (uint, #GramChargeScheme), `aml` (uint, #GramAml), `waiting` (int64, vehicles
 * that are ready).
 */

/**
 * gram_account_item_get_row:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the account that it shows, until the next `notify`
 */
const GramAccountRow *gram_account_item_get_row (GramAccountItem *self);

G_END_DECLS
