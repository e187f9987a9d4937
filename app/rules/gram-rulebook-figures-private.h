/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-rulebook-figures.h"

G_BEGIN_DECLS

/**
 * GramFigureGroup:
 * @figures: where the figures go
 * @path: path of the object in the JSON text
 * @group: translated heading
 * @provenance: where its figures are from
 *
 * What all figures of one object of the rulebook have in common.
 */
typedef struct
{
  GPtrArray *figures;
  const char *path;
  const char *group;
  const GramProvenance *provenance;
} GramFigureGroup;

/**
 * _gram_figure_add_amount:
 * @group: the group
 * @name: member of the object
 * @title: translated name
 * @amount: value times 10^@scale
 * @scale: its scale
 * @unit: translated unit, perhaps empty
 *
 * Returns: (transfer none): the new figure
 */
GramRulebookFigure *_gram_figure_add_amount (const GramFigureGroup *group,
                                             const char *name,
                                             const char *title,
                                             gint64 amount,
                                             guint scale,
                                             const char *unit);

/**
 * _gram_figure_add_text:
 * @group: the group
 * @name: member of the object
 * @title: translated name
 * @text: the value
 */
void _gram_figure_add_text (const GramFigureGroup *group,
                            const char *name,
                            const char *title,
                            const char *text);

/**
 * _gram_figure_add_month_day:
 * @group: the group
 * @name: member of the object
 * @title: translated name
 * @month: month
 * @day: day
 *
 * A day of every year, in the form of the JSON text, which is clear in every language.
 */
void _gram_figure_add_month_day (const GramFigureGroup *group,
                                 const char *name,
                                 const char *title,
                                 guint8 month,
                                 guint8 day);

/**
 * _gram_figure_days:
 * @n: how many
 *
 * Returns: (transfer none): “day” or “days”, translated; a unit stands after its number
 */
const char *_gram_figure_days (int n);

/**
 * _gram_figure_years:
 * @n: how many
 *
 * Returns: (transfer none): “year” or “years”, translated
 */
const char *_gram_figure_years (int n);

/**
 * _gram_figures_add_accounts:
 * @figures: where the figures go
 * @rules: rules of accounts and people
 *
 * The figures of the section “accounts”.
 */
void _gram_figures_add_accounts (GPtrArray *figures, const GramAccountRules *rules);

/**
 * _gram_figures_add_cases:
 * @figures: where the figures go
 * @rules: rules of cases
 *
 * The figures of the section “cases”.
 */
void _gram_figures_add_cases (GPtrArray *figures, const GramCaseRules *rules);

/**
 * _gram_figures_add_choices:
 * @figures: where the figures go
 * @choices: what the Order leaves open
 *
 * The figures of the section “choices” of the CCTS.
 */
void _gram_figures_add_choices (GPtrArray *figures, const GramCctsChoices *choices);

/**
 * _gram_figures_add_terms:
 * @figures: where the figures go
 * @terms: charges, borrowing, transfers and lapse of the CCS
 *
 * The figures of the section “terms” of the CCS.
 */
void _gram_figures_add_terms (GPtrArray *figures, const GramCcsTerms *terms);

/**
 * _gram_figures_translate_sources:
 * @figures: figures
 * @first: the first of those that are built in; all after it are, too
 *
 * Translates their sources: the source of what is built in is a sentence of ours, not of a rulebook.
 */
void _gram_figures_translate_sources (GPtrArray *figures, guint first);

G_END_DECLS
