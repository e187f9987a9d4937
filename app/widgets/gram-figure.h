/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GramFigure:
 *
 * A figure that explains itself: its value and how it comes about. Plain, immutable once it is shown, reference counted.
 * All texts are translated and formatted for the reader.
 */
typedef struct _GramFigure GramFigure;

#define GRAM_TYPE_FIGURE (gram_figure_get_type ())
GType gram_figure_get_type (void);

/**
 * gram_figure_new:
 * @caption: what it is, for example “Awaiting acceptance”
 * @value: the figure
 * @unit: (nullable): its unit
 *
 * Returns: (transfer full): a figure without an explanation yet
 */
GramFigure *gram_figure_new (const char *caption, const char *value, const char *unit);

/**
 * gram_figure_add_input:
 * @self: a figure
 * @label: what goes in
 * @value: how much
 *
 * Adds a line to the inputs, in the order in which a person would add them up.
 */
void gram_figure_add_input (GramFigure *self, const char *label, const char *value);

/**
 * gram_figure_set_formula:
 * @self: a figure
 * @formula: how the inputs make the value, with the rounding step
 *
 * Sets the formula.
 */
void gram_figure_set_formula (GramFigure *self, const char *formula);

/**
 * gram_figure_set_article:
 * @self: a figure
 * @article: (nullable): the article or section of the source text that it rests on
 *
 * Sets the article.
 */
void gram_figure_set_article (GramFigure *self, const char *article);

/**
 * gram_figure_ref:
 * @self: a figure
 *
 * Returns: (transfer full): @self
 */
GramFigure *gram_figure_ref (GramFigure *self);

/**
 * gram_figure_unref:
 * @self: (nullable): a figure
 *
 * Drops a reference.
 */
void gram_figure_unref (GramFigure *self);

const char *gram_figure_get_caption (const GramFigure *self);
const char *gram_figure_get_value (const GramFigure *self);
const char *gram_figure_get_unit (const GramFigure *self);
const char *gram_figure_get_formula (const GramFigure *self);
const char *gram_figure_get_article (const GramFigure *self);

/**
 * gram_figure_get_n_inputs:
 * @self: a figure
 *
 * Returns: how many inputs it has
 */
guint gram_figure_get_n_inputs (const GramFigure *self);

/**
 * gram_figure_get_input:
 * @self: a figure
 * @position: which
 * @label: (out) (transfer none): what goes in
 * @value: (out) (transfer none): how much
 *
 * Reads an input.
 */
void gram_figure_get_input (const GramFigure *self,
                            guint position,
                            const char **label,
                            const char **value);

/**
 * gram_figure_to_text:
 * @self: a figure
 *
 * The whole explanation as lines of text, to be copied into a letter or a dispute.
 *
 * Returns: (transfer full): the text
 */
char *gram_figure_to_text (const GramFigure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramFigure, gram_figure_unref)

G_END_DECLS
