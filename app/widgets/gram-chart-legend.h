/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-chart.h"

G_BEGIN_DECLS

/**
 * gram_chart_legend_fill:
 * @legend: what is beside a chart
 * @series: (array length=n_series): what the columns of the chart are made of
 * @n_series: how many
 *
 * Says which colour is which series. A screen reader has the figures from the chart and its table, so it passes over the patches.
 */
void gram_chart_legend_fill (AdwWrapBox *legend, const GramChartSeries *series, guint n_series);

G_END_DECLS
