/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-settlement.h"

#include "gram-ccts-scenario.h"

G_BEGIN_DECLS

/* Ways out of a shortfall, reckoned by where an account stands. */

/**
 * gram_scenarios_compute:
 * @standing: where an account stands
 * @scenario: the mix of ways
 * @refusal: (out) (optional): `scenario.too-large`
 * @error: return location
 *
 * Ways that the state of the account leaves not open say so.
 *
 * Returns: (transfer full) (nullable): what it comes to; %NULL with one of @refusal and @error set
 */
GramScenarioResult *gram_scenarios_compute (const GramSettlement *standing,
                                            const GramScenario *scenario,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_scenarios_parse:
 * @json: a scenario as it is stored
 * @content: (out) (transfer full): `a{sv}` of it
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_scenarios_parse (const char *json, GVariant **content, GError **error);

G_END_DECLS
