/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-place.h"
#include "gram-queries-inbox.h"

G_BEGIN_DECLS

#define GRAM_TYPE_NOTICE_ITEM (gram_notice_item_get_type ())
G_DECLARE_FINAL_TYPE (GramNoticeItem, gram_notice_item, GRAM, NOTICE_ITEM, GramPlace)

/**
 * GramNoticeItem:
 *
 * A place in a person's inbox: see #GramPlace. The session's `notice-arrived` brings one that is in no list and shows
 * the same notice for good.
 *
 * Properties, all read-only: `event` (uint, #GramEvent), `title` and `sentence` (translated, ready to show),
 * `account-number`, `holder`, `subject` (what it opens: `case`, `cases`, `vehicle`, `vehicles`, `account` or
 * `membership`), `subject-id` (int64), `at` (int64, UTC microseconds), `read`, `archived`.
 */

/**
 * gram_notice_item_get_row:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the notice that it shows, until the next `notify`
 */
const GramNoticeRow *gram_notice_item_get_row (GramNoticeItem *self);

G_END_DECLS
