/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-figure.h"

G_BEGIN_DECLS

#define GRAM_TYPE_EXPLANATION (gram_explanation_get_type ())
G_DECLARE_FINAL_TYPE (GramExplanation, gram_explanation, GRAM, EXPLANATION, AdwBin)

/**
 * gram_explanation_new:
 *
 * Shows how a figure comes about: its inputs, the formula with the rounding step, the article, and a button that copies
 * all of it as text. Stands in the popover of a figure tile, and wherever a figure is taken apart.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_explanation_new (void);

/**
 * gram_explanation_set_figure:
 * @self: an explanation
 * @figure: (nullable): the figure
 *
 * Shows @figure.
 */
void gram_explanation_set_figure (GramExplanation *self, GramFigure *figure);

G_END_DECLS
