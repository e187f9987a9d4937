/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-import-draft.h"

G_BEGIN_DECLS

#define GRAM_TYPE_IMPORT_DATE_ROW (gram_import_date_row_get_type ())
G_DECLARE_FINAL_TYPE (GramImportDateRow, gram_import_date_row, GRAM, IMPORT_DATE_ROW, AdwComboRow)

/**
 * GramImportDateRow:
 *
 * Asks how a file writes its dates. 03/04/2026 is the third of April or the fourth of March, and no file says which: so
 * nothing is chosen until a person has. The row is visible only if a date is read at all.
 *
 * Properties, read and write: `chosen` (boolean): a person, a preset or a remembered mapping has said it.
 */

/**
 * gram_import_date_row_set_draft:
 * @self: a row
 * @draft: what it edits
 *
 * Has to be called once.
 */
void gram_import_date_row_set_draft (GramImportDateRow *self, GramImportDraft *draft);

/**
 * gram_import_date_row_set_sample:
 * @self: a row
 * @sample: (nullable): a date as it stands in the file
 *
 * Shows an example of what the question is about.
 */
void gram_import_date_row_set_sample (GramImportDateRow *self, const char *sample);

gboolean gram_import_date_row_get_chosen (GramImportDateRow *self);
void gram_import_date_row_set_chosen (GramImportDateRow *self, gboolean chosen);

/**
 * gram_import_date_row_is_answered:
 * @self: a row
 *
 * Returns: whether dates are read in an order that was chosen, or not at all
 */
gboolean gram_import_date_row_is_answered (GramImportDateRow *self);

G_END_DECLS
