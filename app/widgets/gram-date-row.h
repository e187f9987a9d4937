/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_DATE_ROW (gram_date_row_get_type ())
G_DECLARE_FINAL_TYPE (GramDateRow, gram_date_row, GRAM, DATE_ROW, AdwEntryRow)

/**
 * GramDateRow:
 *
 * A field for a day, typed (`2026-12-31`, `31.12.2026`, `31/12/2026`, or in words) or chosen in a calendar. What was
 * understood is written out in words when the cursor leaves the field.
 *
 * Property `date` (ISO date; empty while the field is; %NULL while it holds something that is no day; read and write).
 */

/**
 * gram_date_row_new:
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_date_row_new (void);

/**
 * gram_date_row_dup_date:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): ISO date, empty if the field is, %NULL if what it holds is no day
 */
char *gram_date_row_dup_date (GramDateRow *self);

/**
 * gram_date_row_set_date:
 * @self: a row
 * @date: (nullable): ISO date; empty or %NULL for none
 *
 * Writes a day into the field.
 */
void gram_date_row_set_date (GramDateRow *self, const char *date);

G_END_DECLS
