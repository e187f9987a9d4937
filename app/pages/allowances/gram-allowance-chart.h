/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-allowances.h"
#include "gram-step-chart.h"

G_BEGIN_DECLS

/**
 * gram_allowance_chart_fill:
 * @chart: a chart
 * @year: the year
 * @days: (element-type GramAllowanceDay): its days, oldest first
 *
 * Shows activity against holdings from the beginning of the year to the last day of surrender; whole units, activity
 * rounded up, as it has to be accounted for.
 *
 * Returns: whether there is anything to see
 */
gboolean
gram_allowance_chart_fill (GramStepChart *chart, const GramAllowanceYear *year, GArray *days);

G_END_DECLS
