/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-import-draft.h"

G_BEGIN_DECLS

#define GRAM_TYPE_IMPORT_PREVIEW_TABLE (gram_import_preview_table_get_type ())
G_DECLARE_FINAL_TYPE (GramImportPreviewTable,
                      gram_import_preview_table,
                      GRAM,
                      IMPORT_PREVIEW_TABLE,
                      AdwBin)

/**
 * GramImportPreviewTable:
 *
 * The first rows of a file, as the reading settings make them out.
 */

/**
 * gram_import_preview_table_show:
 * @self: a table
 * @preview: (nullable): the beginning of a file
 *
 * Shows it. The columns stay as they are while the file has the same.
 */
void
gram_import_preview_table_show (GramImportPreviewTable *self, const GramImportPreview *preview);

G_END_DECLS
