/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How a figure comes about, for both schemes: gram_registry_explain_ccts() and gram_registry_explain_ccs() answer it, window,
 * PDF and gramctl show it.
 */

/**
 * GramExplanationLine:
 * @name: stable word of the line, for scripts, for example `cars`, `baseline`, `product`
 * @title: what it is, translated
 * @value: canonical text: a decimal with `.`, a date in ISO, or words
 * @is_number: @amount, @scale and @min_decimals say the same as @value, to be shown in the reader's locale
 * @amount: the number times 10^@scale
 * @scale: its scale
 * @min_decimals: decimals that are always shown
 * @unit: translated unit or currency (`£`), empty none
 * @formula: how it comes about, translated, empty: it is entered or counted
 * @article: article that says so, for example `CCTS art. 34(1)`; empty none
 * @rounding: the rounding step, translated; empty: nothing is rounded here
 * @account_id: account whose vehicles were counted, 0: the line counts no vehicles
 * @account: number of that account, empty none
 * @year: scheme year or obligation year of these vehicles: the filter of the list that shows exactly them
 * @period: CCS: month of their acceptance, year * 100 + month; 0 the whole @year
 * @charge_id: CCS: the charge whose vehicles they are, 0 not of one charge
 * @vehicle_id: the one vehicle that the line is about, 0 none or several
 *
 * One line of an explanation. Strings are owned.
 */
typedef struct
{
  char *name;
  char *title;
  char *value;
  gboolean is_number;
  gint64 amount;
  guint scale;
  guint min_decimals;
  char *unit;
  char *formula;
  char *article;
  char *rounding;
  gint64 account_id;
  char *account;
  int year;
  int period;
  gint64 charge_id;
  gint64 vehicle_id;
} GramExplanationLine;

/**
 * gram_explanation_line_free:
 * @self: (nullable): a line
 *
 * Frees it.
 */
void gram_explanation_line_free (GramExplanationLine *self);

/**
 * GramFigureExplanation:
 * @figure: stable word of the figure, for example `allocation` or `fleet-average`; a constant
 * @title: translated title
 * @rulebook: version of the rulebook that it rests on
 * @provisional: the figures can still move: with the vehicles of a year that is not measured or settled, or because the
 *   vehicle is not accepted
 * @lines: (element-type GramExplanationLine): inputs first, the figure itself last
 *
 * How a figure comes about. Strings but @figure are owned.
 */
typedef struct
{
  const char *figure;
  char *title;
  char *rulebook;
  gboolean provisional;
  GPtrArray *lines;
} GramFigureExplanation;

/**
 * gram_figure_explanation_new:
 * @figure: stable word, a constant
 * @title: translated title
 * @rulebook: version of the rulebook that it rests on
 *
 * Returns: (transfer full): an explanation without lines
 */
GramFigureExplanation *
gram_figure_explanation_new (const char *figure, const char *title, const char *rulebook);

/**
 * gram_figure_explanation_free:
 * @self: (nullable): an explanation
 *
 * Frees it.
 */
void gram_figure_explanation_free (GramFigureExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramExplanationLine, gram_explanation_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramFigureExplanation, gram_figure_explanation_free)

G_END_DECLS
