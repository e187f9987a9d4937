/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-chart.h"
#include "gram-figure.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/**
 * GramOverviewFigure:
 * @GRAM_OVERVIEW_WAITING: vehicles that await acceptance
 * @GRAM_OVERVIEW_ENTERED: vehicles entered, not yet ready
 * @GRAM_OVERVIEW_ACCEPTED: vehicles accepted
 * @GRAM_OVERVIEW_INCOMPLETE: vehicles, not yet accepted, that lack data
 * @GRAM_OVERVIEW_MEAN_CO2: mean CO₂ of the accepted cars
 * @GRAM_OVERVIEW_SUM_CO2: sum of the CO₂ values of the accepted cars
 * @GRAM_OVERVIEW_N_FIGURES: how many there are
 *
 * The figures of the overview, as its tiles show them.
 */
typedef enum
{
  GRAM_OVERVIEW_WAITING,
  GRAM_OVERVIEW_ENTERED,
  GRAM_OVERVIEW_ACCEPTED,
  GRAM_OVERVIEW_INCOMPLETE,
  GRAM_OVERVIEW_MEAN_CO2,
  GRAM_OVERVIEW_SUM_CO2,
  GRAM_OVERVIEW_N_FIGURES,
} GramOverviewFigure;

/**
 * gram_overview_figure:
 * @overview: where an account stands
 * @kind: kind of the account
 * @which: which figure
 *
 * Returns: (transfer full): the figure, explained
 */
GramFigure *
gram_overview_figure (const GramOverview *overview, GramAccountKind kind, GramOverviewFigure which);

/**
 * gram_overview_sum:
 * @cells: counts by status and attention
 * @statuses: bit set `1 << GramVehicleStatus`, 0 all
 * @attentions: bit set `1 << GramAttention`, 0 all
 *
 * What a list of vehicles with this filter counts.
 *
 * Returns: the sum
 */
gint64 gram_overview_sum (const gint64 cells[3][3], guint statuses, guint attentions);

/**
 * gram_overview_series:
 * @n_series: (out): how many
 *
 * Returns: (transfer none) (array length=n_series): the series of the chart: accepted, ready, entered
 */
const GramChartSeries *gram_overview_series (guint *n_series);

/**
 * gram_overview_columns:
 * @overview: where an account stands
 * @summary: (out) (transfer full): a sentence that sums the chart up
 *
 * Cars by month of first registration, without gaps; those without a date come first.
 *
 * Returns: (transfer full): #GListModel of #GramChartColumn
 */
GListModel *gram_overview_columns (const GramOverview *overview, char **summary);

/**
 * gram_overview_has_dates:
 * @overview: where an account stands
 *
 * Returns: whether any vehicle has a date of first registration
 */
gboolean gram_overview_has_dates (const GramOverview *overview);

G_END_DECLS
