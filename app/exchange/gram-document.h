/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-exchange-error.h"

G_BEGIN_DECLS

/*
 * Papers: A4, in black on white, paginated, tagged, and the same bytes for the same input. Text is measured and broken by Pango,
 * pages and tags are made by Cairo.
 */

/**
 * GramDerivationLine:
 * @title: what the figure is
 * @value: the figure with its unit
 * @formula: (nullable): how it was reckoned, with the numbers in it
 * @article: (nullable): the article that it rests on
 *
 * A step of a derivation. All texts are translated.
 */
typedef struct
{
  char *title;
  char *value;
  char *formula;
  char *article;
} GramDerivationLine;

/**
 * gram_derivation_line_new:
 * @title: what the figure is
 * @value: the figure with its unit
 * @formula: (nullable): how it was reckoned
 * @article: (nullable): its article
 *
 * Returns: (transfer full): a line
 */
GramDerivationLine *gram_derivation_line_new (const char *title,
                                              const char *value,
                                              const char *formula,
                                              const char *article);

/**
 * gram_derivation_line_free:
 * @self: (nullable): a line
 *
 * Frees a line.
 */
void gram_derivation_line_free (GramDerivationLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDerivationLine, gram_derivation_line_free)

G_END_DECLS
