/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-queries-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_DIRECTORY_ITEM (gram_directory_item_get_type ())
G_DECLARE_FINAL_TYPE (GramDirectoryItem, gram_directory_item, GRAM, DIRECTORY_ITEM, GObject)

/**
 * gram_directory_item_new:
 * @entry: an entry of the directory
 *
 * Properties, read-only: `holder`, `detail` (number and contact), `label` (both, for a screen reader).
 *
 * Returns: (transfer full): what the list shows of it
 */
GramDirectoryItem *gram_directory_item_new (const GramDirectoryEntry *entry);

/**
 * gram_directory_item_get_holder:
 * @self: an item
 *
 * Returns: (transfer none): name of the holder
 */
const char *gram_directory_item_get_holder (GramDirectoryItem *self);

/**
 * gram_directory_item_get_number:
 * @self: an item
 *
 * Returns: (transfer none): the account number, eight digits
 */
const char *gram_directory_item_get_number (GramDirectoryItem *self);

G_END_DECLS
