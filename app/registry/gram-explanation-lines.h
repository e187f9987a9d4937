/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-figure-explanation.h"

#include "gram-decimal.h"

G_BEGIN_DECLS

/* How the lines of an explanation are made. Each line is the list's; what is returned can be completed. */

/**
 * gram_explanation_add_number:
 * @lines: lines
 * @name: stable word
 * @title: what it is, translated
 * @amount: a number times 10^@scale
 * @scale: its scale
 * @min_decimals: decimals that are always shown
 * @article: (nullable): article that says so
 *
 * Returns: (transfer none): the line
 */
GramExplanationLine *gram_explanation_add_number (GPtrArray *lines,
                                                  const char *name,
                                                  const char *title,
                                                  gint64 amount,
                                                  guint scale,
                                                  guint min_decimals,
                                                  const char *article);

/**
 * gram_explanation_add_whole:
 * @lines: lines
 * @name: stable word
 * @title: what it is, translated
 * @amount: a whole number
 * @article: (nullable): article that says so
 *
 * Returns: (transfer none): the line
 */
GramExplanationLine *gram_explanation_add_whole (GPtrArray *lines,
                                                 const char *name,
                                                 const char *title,
                                                 gint64 amount,
                                                 const char *article);

/**
 * gram_explanation_add_text:
 * @lines: lines
 * @name: stable word
 * @title: what it is, translated
 * @value: words
 * @article: (nullable): article that says so
 *
 * Returns: (transfer none): the line
 */
GramExplanationLine *gram_explanation_add_text (GPtrArray *lines,
                                                const char *name,
                                                const char *title,
                                                const char *value,
                                                const char *article);

/**
 * gram_explanation_set_formula:
 * @line: a line
 * @format: printf format of the translated formula
 * @...: its arguments
 *
 * Says how the value comes about.
 */
void gram_explanation_set_formula (GramExplanationLine *line, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/**
 * gram_explanation_dup_day:
 * @iso: (nullable): a day, ISO
 *
 * Returns: (transfer full) (nullable): the day as people write it; what is no day as it is
 */
char *gram_explanation_dup_day (const char *iso);

/**
 * gram_explanation_set_rounding:
 * @line: a line
 * @rounding: how it is rounded
 * @decimals: to so many decimals
 *
 * Says the rounding step in words.
 */
void
gram_explanation_set_rounding (GramExplanationLine *line, GramRounding rounding, guint decimals);

G_END_DECLS
