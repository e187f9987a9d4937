/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-figure.h"

G_BEGIN_DECLS

#define GRAM_TYPE_FIGURE_TILE (gram_figure_tile_get_type ())
G_DECLARE_FINAL_TYPE (GramFigureTile, gram_figure_tile, GRAM, FIGURE_TILE, AdwBin)

/**
 * gram_figure_tile_new:
 *
 * A tile with one figure; pressed, it explains the figure in a popover. Its accessible name is caption and figure.
 *
 * Property `figure` (#GramFigure, nullable, read and write).
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_figure_tile_new (void);

/**
 * gram_figure_tile_get_figure:
 * @self: a tile
 *
 * Returns: (transfer none) (nullable): its figure
 */
GramFigure *gram_figure_tile_get_figure (GramFigureTile *self);

/**
 * gram_figure_tile_set_figure:
 * @self: a tile
 * @figure: (nullable): the figure; %NULL while it is not known
 *
 * Shows @figure.
 */
void gram_figure_tile_set_figure (GramFigureTile *self, GramFigure *figure);

/**
 * gram_figure_tile_set_link:
 * @self: a tile
 * @label: (nullable): translated, with a mnemonic: what it opens, for example “Show These _Vehicles”; %NULL nothing
 * @action: (nullable): full name of an action of the window
 * @target: (nullable): its parameter; a floating reference is consumed
 *
 * Lets the explanation lead to what the figure counts: exactly these rows.
 */
void gram_figure_tile_set_link (GramFigureTile *self,
                                const char *label,
                                const char *action,
                                GVariant *target);

G_END_DECLS
