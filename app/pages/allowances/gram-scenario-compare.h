/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_SCENARIO_COMPARE (gram_scenario_compare_get_type ())
G_DECLARE_FINAL_TYPE (GramScenarioCompare, gram_scenario_compare, GRAM, SCENARIO_COMPARE, AdwBin)

/**
 * GramScenarioCompare:
 *
 * Saved scenarios side by side: a column each, a line for what they come to. The cheapest that is possible is marked.
 *
 * Signals: `open (position)`, `remove (position)`: what is to be done with the one of that place.
 */

/**
 * gram_scenario_compare_new:
 *
 * Returns: (transfer floating): the widget, empty
 */
GtkWidget *gram_scenario_compare_new (void);

/**
 * gram_scenario_compare_set:
 * @self: the widget
 * @scenarios: (element-type GramScenarioRow): the scenarios
 *
 * Shows them.
 */
void gram_scenario_compare_set (GramScenarioCompare *self, const GPtrArray *scenarios);

/**
 * gram_scenario_compare_cheapest:
 * @scenarios: (element-type GramScenarioRow): scenarios
 *
 * Returns: the place of the cheapest that is possible, the first of several; -1 none
 */
int gram_scenario_compare_cheapest (const GPtrArray *scenarios);

G_END_DECLS
