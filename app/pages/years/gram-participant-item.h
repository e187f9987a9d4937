/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-queries-years.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PARTICIPANT_ITEM (gram_participant_item_get_type ())
G_DECLARE_FINAL_TYPE (GramParticipantItem, gram_participant_item, GRAM, PARTICIPANT_ITEM, GObject)

/**
 * GramParticipantItem:
 *
 * A participant of a year in a table. Signal `changed ()`: it has other figures.
 */

/**
 * gram_participant_item_new:
 * @rows: (element-type GramParticipantRow): participants; kept alive
 * @position: which of them
 *
 * Returns: (transfer full): the item
 */
GramParticipantItem *gram_participant_item_new (GPtrArray *rows, guint position);

/**
 * gram_participant_item_set:
 * @self: an item
 * @rows: (element-type GramParticipantRow): participants; kept alive
 * @position: which of them
 *
 * Gives it other figures, for the same account.
 */
void gram_participant_item_set (GramParticipantItem *self, GPtrArray *rows, guint position);

/**
 * gram_participant_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): the participant
 */
const GramParticipantRow *gram_participant_item_get_row (GramParticipantItem *self);

G_END_DECLS
