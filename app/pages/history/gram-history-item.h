/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-journal.h"
#include "gram-words.h"

G_BEGIN_DECLS

#define GRAM_TYPE_HISTORY_ITEM (gram_history_item_get_type ())
G_DECLARE_FINAL_TYPE (GramHistoryItem, gram_history_item, GRAM, HISTORY_ITEM, GObject)

/**
 * gram_history_item_new:
 * @entry: an entry of the journal, with the names of its person and account
 * @kind: kind of the registry
 * @with_account: say which account it was
 *
 * An entry of the journal as the history shows it.
 *
 * Returns: (transfer full): the item
 */
GramHistoryItem *
gram_history_item_new (const GramJournalEntry *entry, GramRegistryKind kind, gboolean with_account);

/**
 * gram_history_item_get_id:
 * @self: an item
 *
 * Returns: number of the journal entry
 */
gint64 gram_history_item_get_id (GramHistoryItem *self);

/**
 * gram_history_item_get_day:
 * @self: an item
 *
 * Returns: (transfer none): the day, in words
 */
const char *gram_history_item_get_day (GramHistoryItem *self);

/**
 * gram_history_day_sorter_new:
 *
 * Puts entries of one day into one section, the newest first.
 *
 * Returns: (transfer full): the sorter
 */
GtkSorter *gram_history_day_sorter_new (void);

/**
 * gram_history_factory_new:
 *
 * Returns: (transfer full): what makes the rows
 */
GtkListItemFactory *gram_history_factory_new (void);

/**
 * gram_history_header_factory_new:
 *
 * Returns: (transfer full): what makes the headings
 */
GtkListItemFactory *gram_history_header_factory_new (void);

G_END_DECLS
