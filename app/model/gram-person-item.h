/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-place.h"
#include "gram-queries-people.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PERSON_ITEM (gram_person_item_get_type ())
G_DECLARE_FINAL_TYPE (GramPersonItem, gram_person_item, GRAM, PERSON_ITEM, GramPlace)

/**
 * GramPersonItem:
 *
 * A place in the list of persons: see #GramPlace.
 *
 * Properties, all read-only: `name`, `email`, `role` (uint, #GramRole), `active` (boolean), `last-sign-in` (int64, UTC
 * microseconds, 0 never), `n-accounts` (int64: accounts that the
 * person is a member of).
 */

/**
 * gram_person_item_get_row:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the person that it shows, until the next `notify`
 */
const GramPersonRow *gram_person_item_get_row (GramPersonItem *self);

G_END_DECLS
