/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-figure.h"
#include "gram-queries-allowances.h"
#include "gram-queries-explain-ccts.h"

G_BEGIN_DECLS

/**
 * gram_ccts_figure_new:
 * @explanation: how a figure comes about
 *
 * A figure that explains itself in the reader's locale: its inputs, formulas with the rounding step, articles.
 *
 * Returns: (transfer full): the figure
 */
GramFigure *gram_ccts_figure_new (const GramFigureExplanation *explanation);

/**
 * gram_ccts_figure_explain:
 * @figure: a figure
 * @explanation: how it comes about
 *
 * Adds all lines of @explanation as inputs, with formulas, articles and the rulebook.
 */
void gram_ccts_figure_explain (GramFigure *figure, const GramFigureExplanation *explanation);

/**
 * gram_ccts_line_dup_value:
 * @line: a line of an explanation
 *
 * Returns: (transfer full): its value with its unit, as the reader's locale writes it
 */
char *gram_ccts_line_dup_value (const GramExplanationLine *line);

/**
 * GramAllowanceTile:
 * @GRAM_ALLOWANCE_TILE_ACTIVITY: activity of the year (art. 36)
 * @GRAM_ALLOWANCE_TILE_AVAILABLE: allowances that can be traded, converted or surrendered now
 * @GRAM_ALLOWANCE_TILE_SHORTFALL: what is missing even if all of them are surrendered
 * @GRAM_ALLOWANCE_TILE_PAYMENT: the payment for that (art. 39)
 * @GRAM_ALLOWANCE_N_TILES: how many
 *
 * The tiles of a scheme year.
 */
typedef enum
{
  GRAM_ALLOWANCE_TILE_ACTIVITY,
  GRAM_ALLOWANCE_TILE_AVAILABLE,
  GRAM_ALLOWANCE_TILE_SHORTFALL,
  GRAM_ALLOWANCE_TILE_PAYMENT,
  GRAM_ALLOWANCE_N_TILES,
} GramAllowanceTile;

/**
 * gram_allowance_figure_new:
 * @tile: which
 * @year: the year
 * @explanation: (nullable): how it comes about; %NULL as long as that is not known
 *
 * The figure of a tile.
 *
 * Returns: (transfer full): the figure
 */
GramFigure *gram_allowance_figure_new (GramAllowanceTile tile,
                                       const GramAllowanceYear *year,
                                       const GramFigureExplanation *explanation);

/**
 * gram_allowance_tile_explains:
 * @tile: which
 *
 * Returns: (transfer none): the figure that gram_session_explain_ccts_async() explains there
 */
const char *gram_allowance_tile_explains (GramAllowanceTile tile);

G_END_DECLS
