/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_IMPORT_COUNT (gram_import_count_get_type ())
G_DECLARE_FINAL_TYPE (GramImportCount, gram_import_count, GRAM, IMPORT_COUNT, AdwBin)

/**
 * GramImportCount:
 *
 * One count of a dry run as a tile: the number, and what is counted below it.
 *
 * Properties, read and write: `count` (int64), `caption` (string).
 */

/**
 * gram_import_count_set_count:
 * @self: a tile
 * @count: the number
 *
 * Shows it; a zero stands back.
 */
void gram_import_count_set_count (GramImportCount *self, gint64 count);

gint64 gram_import_count_get_count (GramImportCount *self);

G_END_DECLS
