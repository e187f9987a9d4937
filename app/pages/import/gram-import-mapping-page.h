/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-import-draft.h"

G_BEGIN_DECLS

#define GRAM_TYPE_IMPORT_MAPPING_PAGE (gram_import_mapping_page_get_type ())
G_DECLARE_FINAL_TYPE (GramImportMappingPage,
                      gram_import_mapping_page,
                      GRAM,
                      IMPORT_MAPPING_PAGE,
                      AdwNavigationPage)

/**
 * GramImportMappingPage:
 *
 * Which column of the file goes into which field of a vehicle: a row for each field that the account uses, with what
 * stands in its column.
 *
 * Properties: `date-order-chosen` (boolean, read and write), `problem` (string, read-only, nullable): what has to be
 * done before it can go on, translated.
 */

/**
 * gram_import_mapping_page_set_draft:
 * @self: a page
 * @draft: what it edits
 *
 * Has to be called once, when the draft knows the kind of the account.
 */
void gram_import_mapping_page_set_draft (GramImportMappingPage *self, GramImportDraft *draft);

/**
 * gram_import_mapping_page_show_preview:
 * @self: a page
 * @preview: (nullable): the beginning of the file; has to live until the next call
 *
 * Offers the columns of a file.
 */
void gram_import_mapping_page_show_preview (GramImportMappingPage *self,
                                            const GramImportPreview *preview);

/**
 * gram_import_mapping_page_get_problem:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what has to be done before it can go on
 */
const char *gram_import_mapping_page_get_problem (GramImportMappingPage *self);

/**
 * gram_import_mapping_page_get_row:
 * @self: a page
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): the row that maps it
 */
AdwComboRow *gram_import_mapping_page_get_row (GramImportMappingPage *self, const char *field);

G_END_DECLS
