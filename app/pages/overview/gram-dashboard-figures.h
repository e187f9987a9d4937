/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-chart.h"
#include "gram-figure.h"
#include "gram-queries-dashboard.h"
#include "gram-queries-explain-ccs.h"

G_BEGIN_DECLS

/**
 * GramDashboardTile:
 * @GRAM_DASHBOARD_TILE_WAITING: vehicles that await acceptance
 * @GRAM_DASHBOARD_TILE_CREDITS: credit balance
 * @GRAM_DASHBOARD_TILE_CHARGES: pending charges balance
 * @GRAM_DASHBOARD_TILE_NET: net position of the running year, under Fleet Average
 * @GRAM_DASHBOARD_N_TILES: how many there are
 *
 * What the source text wants on the dashboard of a CO₂ account.
 */
typedef enum
{
  GRAM_DASHBOARD_TILE_WAITING,
  GRAM_DASHBOARD_TILE_CREDITS,
  GRAM_DASHBOARD_TILE_CHARGES,
  GRAM_DASHBOARD_TILE_NET,
  GRAM_DASHBOARD_N_TILES,
} GramDashboardTile;

/**
 * gram_dashboard_has_tile:
 * @dashboard: where an account stands
 * @tile: which
 *
 * Returns: whether the account has such a figure
 */
gboolean gram_dashboard_has_tile (const GramDashboard *dashboard, GramDashboardTile tile);

/**
 * gram_dashboard_figure_new:
 * @dashboard: where an account stands
 * @tile: which
 * @explanation: (nullable): how it comes about; %NULL as long as that is not known
 *
 * Returns: (transfer full): the figure, explained
 */
GramFigure *gram_dashboard_figure_new (const GramDashboard *dashboard,
                                       GramDashboardTile tile,
                                       const GramFigureExplanation *explanation);

/**
 * gram_dashboard_tile_explains:
 * @tile: which
 *
 * Returns: (transfer none) (nullable): the figure of gram_registry_explain_ccs() that explains it; %NULL: the dashboard has
 * all of it
 */
const char *gram_dashboard_tile_explains (GramDashboardTile tile);

/**
 * gram_dashboard_tile_link:
 * @dashboard: where an account stands
 * @tile: which
 * @action: (out) (transfer none): action of the window that opens exactly what is counted
 * @target: (out) (transfer floating) (nullable): its parameter
 *
 * Returns: (transfer none): translated, with a mnemonic: what it opens
 */
const char *gram_dashboard_tile_link (const GramDashboard *dashboard,
                                      GramDashboardTile tile,
                                      const char **action,
                                      GVariant **target);

/**
 * GRAM_DASHBOARD_N_DRAWN:
 *
 * So many of the series of the table are drawn.
 */
#define GRAM_DASHBOARD_N_DRAWN 2

/**
 * gram_dashboard_series:
 * @n_series: (out): how many the table has
 *
 * Credits above zero, grams over target below; the table has charges in money and vehicles, too.
 *
 * Returns: (transfer none) (array length=n_series): the series
 */
const GramChartSeries *gram_dashboard_series (guint *n_series);

/**
 * gram_dashboard_columns:
 * @dashboard: where an account stands
 * @summary: (out) (transfer full): a sentence that sums the chart up
 *
 * Returns: (transfer full): #GListModel of #GramChartColumn, a month each
 */
GListModel *gram_dashboard_columns (const GramDashboard *dashboard, char **summary);

/**
 * gram_dashboard_has_months:
 * @dashboard: where an account stands
 *
 * Returns: whether anything was accepted in the months of the chart
 */
gboolean gram_dashboard_has_months (const GramDashboard *dashboard);

/**
 * gram_dashboard_dup_grams:
 * @hundredths: grams or credits
 *
 * Returns: (transfer full): with their unit, for example “15.55 g”
 */
char *gram_dashboard_dup_grams (gint64 hundredths);

G_END_DECLS
