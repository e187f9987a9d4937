/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-place.h"
#include "gram-queries-cases.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CASE_ITEM (gram_case_item_get_type ())
G_DECLARE_FINAL_TYPE (GramCaseItem, gram_case_item, GRAM, CASE_ITEM, GramPlace)

/**
 * GramCaseItem:
 *
 * A place in the list of cases, not a case: see #GramPlace. Its `id` is the number of the case.
 *
 * Properties, all read-only: `kind` (uint, #GramCaseKind), `state` (uint, #GramCaseState), `outcome` (uint,
 * #GramCaseOutcome), `label`, `account-number`, `holder`, `opened-at` (int64, UTC microseconds), `opened-by` (name, empty
 * for the program), `age-days` (int), `due-on` and `answer-by` (ISO date or empty), `urgency` (uint, #GramCaseUrgency),
 * `days-left` (int), `claimed-by` (name, empty for nobody), `mine` (the person signed in has claimed it), `decided-by`,
 * `decided-at` (int64), `dispute-kind` (uint, #GramDisputeKind, 0 none), `field` (what is disputed, as in the vehicle's
 * history), `vehicles` (int64, how many), `make` and `model` (of the first).
 */

/**
 * gram_case_item_get_row:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the case that it shows, until the next `notify`
 */
const GramCaseRow *gram_case_item_get_row (GramCaseItem *self);

G_END_DECLS
