/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-allowances-private.h"
#include "gram-queries-explain-ccts.h"

G_BEGIN_DECLS

/**
 * GramExplainFunc:
 * @standing: where the account stands
 * @year: the same as it is shown
 * @lines: where the lines go
 * @refusal: (out) (optional): why it cannot be explained
 * @error: return location
 *
 * Explains one figure.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
typedef gboolean (*GramExplainFunc) (const GramSettlement *standing,
                                     const GramAllowanceYear *year,
                                     GPtrArray *lines,
                                     GramRefusal **refusal,
                                     GError **error);

/* The figures that are made of vehicles: #GramExplainFunc. */
gboolean _gram_explain_activity (const GramSettlement *standing,
                                 const GramAllowanceYear *year,
                                 GPtrArray *lines,
                                 GramRefusal **refusal,
                                 GError **error);
gboolean _gram_explain_allocation (const GramSettlement *standing,
                                   const GramAllowanceYear *year,
                                   GPtrArray *lines,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * _gram_explain_ccts:
 * @standing: where the account stands
 * @figure: a figure
 * @refusal: (out) (optional): `explain.unknown`, why it cannot be explained
 * @error: return location
 *
 * gram_registry_explain_ccts() for who has asked already.
 *
 * Returns: (transfer full) (nullable): the explanation
 */
GramFigureExplanation *_gram_explain_ccts (const GramSettlement *standing,
                                           const char *figure,
                                           GramRefusal **refusal,
                                           GError **error);

G_END_DECLS
