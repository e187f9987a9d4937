/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-rulebook.h"

G_BEGIN_DECLS

/**
 * GramRulebookFigure:
 * @path: where it stands in the JSON text, for example `years[3].targets.A.slope`; figures of one year are named by
 *   the year instead of the place in the list, `years[2026].targets.A.slope`, so that two rulebooks can be compared
 * @group: translated heading, for example “2026, type A”
 * @title: translated name, for example “Slope”
 * @text: (nullable): the value, if it is no number: a date, a word; translated where it is a word
 * @known: a value is published; if not, neither @text nor @amount means anything
 * @amount: the value times 10^@scale, if @text is %NULL
 * @scale: its scale
 * @decimals: print at least so many decimals
 * @unit: translated unit, perhaps empty
 * @verified: it was read in its source
 * @source: where it is from
 *
 * One figure of a rulebook for people: the page of rules shows it, and says when nobody vouches for it.
 */
typedef struct
{
  char *path;
  char *group;
  char *title;
  char *text;
  gboolean known;
  gint64 amount;
  guint scale;
  guint decimals;
  char *unit;
  gboolean verified;
  char *source;
} GramRulebookFigure;

/**
 * gram_rulebook_figures:
 * @rulebook: a rulebook
 *
 * All figures of a rulebook in the order of its JSON text.
 *
 * Returns: (transfer full) (element-type GramRulebookFigure): the figures
 */
GPtrArray *gram_rulebook_figures (const GramRulebook *rulebook);

/**
 * gram_rulebook_figure_equal:
 * @a: a figure
 * @b: a figure of another rulebook with the same path
 *
 * Returns: %TRUE if they have the same value, whatever their sources
 */
gboolean gram_rulebook_figure_equal (const GramRulebookFigure *a, const GramRulebookFigure *b);

/**
 * gram_rulebook_figure_free:
 * @self: (nullable): a figure
 *
 * Frees a figure.
 */
void gram_rulebook_figure_free (GramRulebookFigure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRulebookFigure, gram_rulebook_figure_free)

G_END_DECLS
