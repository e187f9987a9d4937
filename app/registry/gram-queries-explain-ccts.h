/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-figure-explanation.h"
#include "gram-queries.h"

G_BEGIN_DECLS

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
GramFigureExplanation *gram_registry_explain_ccts (GramRegistry *self,
                                                   GramActor *actor,
                                                   const char *figure,
                                                   gint64 account_id,
                                                   int year,
                                                   GramRefusal **refusal,
                                                   GError **error);

/**
 * gram_registry_ccts_figures:
 *
 * Returns: (transfer none) (array zero-terminated=1): the figures that gram_registry_explain_ccts() knows
 */
const char *const *gram_registry_ccts_figures (void);

G_END_DECLS
