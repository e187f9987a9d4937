/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-figure.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CITATION_ROW (gram_citation_row_get_type ())
G_DECLARE_FINAL_TYPE (GramCitationRow, gram_citation_row, GRAM, CITATION_ROW, AdwExpanderRow)

/**
 * GramCitationRow:
 *
 * The explanation of a figure, folded away; opened, each of its lines can be ticked to be cited in a dispute.
 */

/**
 * gram_citation_row_set_figure:
 * @self: a row
 * @figure: (nullable): a figure that explains itself; %NULL: there is none, and the row hides
 *
 * Shows its lines; none is ticked.
 */
void gram_citation_row_set_figure (GramCitationRow *self, GramFigure *figure);

/**
 * gram_citation_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): the figure and the lines that are ticked, one below the other; empty if none is
 */
char *gram_citation_row_dup_text (GramCitationRow *self);

G_END_DECLS
