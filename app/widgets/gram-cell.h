/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_CELL (gram_cell_get_type ())
G_DECLARE_FINAL_TYPE (GramCell, gram_cell, GRAM, CELL, AdwBin)

/**
 * GramCell:
 *
 * What the first cell of a big list is wrapped in, so that assistive technology (and an end-to-end test) can open the
 * row: GTK offers it no action on a row, and a button in each would be a trap for the Tab key. It has the parameterless
 * action `row.open`, which activates the row as Return does.
 *
 * Property `position` (uint, read and write): the row's place, bound to that of the list item.
 */

/**
 * gram_cell_new:
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_cell_new (void);

/**
 * gram_cell_get_position:
 * @self: a cell
 *
 * Returns: the row's place, %GTK_INVALID_LIST_POSITION while it has none
 */
guint gram_cell_get_position (GramCell *self);

G_END_DECLS
