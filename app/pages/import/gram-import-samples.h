/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-import-draft.h"

G_BEGIN_DECLS

/**
 * gram_import_find_column:
 * @preview: the beginning of a file
 * @column: (nullable): name of a column
 *
 * Returns: place of the column, without regard to case and outer blanks; -1 if the file has none
 */
int gram_import_find_column (const GramImportPreview *preview, const char *column);

/**
 * gram_import_dup_samples:
 * @preview: the beginning of a file
 * @column: (nullable): name of a column
 * @n_samples: at most so many
 *
 * Returns: (transfer full) (nullable): what stands in the column, each value once; %NULL if nothing does
 */
char *
gram_import_dup_samples (const GramImportPreview *preview, const char *column, guint n_samples);

G_END_DECLS
