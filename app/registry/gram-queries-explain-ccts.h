/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries.h"

G_BEGIN_DECLS

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
 * @year: scheme year of these vehicles: the filter of the list that shows exactly them
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
} GramExplanationLine;

/**
 * gram_explanation_line_free:
 * @self: (nullable): a line
 *
 * Frees it.
 */
void gram_explanation_line_free (GramExplanationLine *self);

/**
 * GramCctsExplanation:
 * @figure: `allocation`, `activity`, `conversion`, `payment` or `holdings`; a constant
 * @title: translated title
 * @rulebook: version of the rulebook that it rests on
 * @provisional: the year is not measured: the figures move with the vehicles
 * @lines: (element-type GramExplanationLine): inputs first, the figure itself last
 *
 * How a figure of the CCTS comes about. Strings but @figure are owned.
 */
typedef struct
{
  const char *figure;
  char *title;
  char *rulebook;
  gboolean provisional;
  GPtrArray *lines;
} GramCctsExplanation;

/**
 * gram_registry_explain_ccts:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @figure: `allocation`, `activity`, `conversion`, `payment` or `holdings`
 * @account_id: an account
 * @year: scheme year
 * @refusal: (out) (optional): `explain.unknown`, `account.unknown`, `ccts.other-scheme`, `baseline.missing` …
 * @error: return location
 *
 * Explains a figure of an account and a scheme year: inputs, formula, rounding step and article, down to the vehicles.
 *
 * Returns: (transfer full) (nullable): the explanation; %NULL with exactly one of @refusal and @error set
 */
GramCctsExplanation *gram_registry_explain_ccts (GramRegistry *self,
                                                 GramActor *actor,
                                                 const char *figure,
                                                 gint64 account_id,
                                                 int year,
                                                 GramRefusal **refusal,
                                                 GError **error);

/**
 * gram_ccts_explanation_free:
 * @self: (nullable): an explanation
 *
 * Frees it.
 */
void gram_ccts_explanation_free (GramCctsExplanation *self);

/**
 * gram_registry_ccts_figures:
 *
 * Returns: (transfer none) (array zero-terminated=1): the figures that gram_registry_explain_ccts() knows
 */
const char *const *gram_registry_ccts_figures (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramExplanationLine, gram_explanation_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCctsExplanation, gram_ccts_explanation_free)

G_END_DECLS
