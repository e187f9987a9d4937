/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-chart.h"
#include "gram-figure.h"
#include "gram-queries-fleet.h"
#include "gram-state-track.h"

G_BEGIN_DECLS

/*
 * What pages say of Fleet Average years.
 */

/**
 * gram_fleet_dup_net:
 * @net: hundredths of a gram; above 0 below target
 *
 * Returns: (transfer full): for example “+120.50 g” or “−15.55 g”
 */
char *gram_fleet_dup_net (gint64 net);

/**
 * gram_fleet_dup_comes_to:
 * @credits: credits of the year
 * @amount: cents that it comes to
 *
 * Returns: (transfer full): what a year comes to: credits, an amount of money, or nothing
 */
char *gram_fleet_dup_comes_to (gint64 credits, gint64 amount);

/**
 * gram_fleet_dup_standing:
 * @row: a year
 *
 * Returns: (transfer full): where it stands, for a list
 */
char *gram_fleet_dup_standing (const GramFleetYearRow *row);

/**
 * gram_fleet_dup_sentence:
 * @detail: a year
 *
 * Returns: (transfer full): what comes next, and until when
 */
char *gram_fleet_dup_sentence (const GramFleetYearDetail *detail);

/**
 * gram_fleet_fill_track:
 * @track: a track
 * @detail: a year
 *
 * Shows the states from growing to settled, with their days.
 */
void gram_fleet_fill_track (GramStateTrack *track, const GramFleetYearDetail *detail);

/**
 * gram_fleet_show_look:
 * @row: a year
 * @image: a picture beside it
 *
 * Gives a state its icon, the one that its charge would have.
 */
void gram_fleet_show_look (const GramFleetYearRow *row, GtkImage *image);

/**
 * GramFleetTile:
 * @GRAM_FLEET_TILE_NET: net position
 * @GRAM_FLEET_TILE_COMES_TO: credits or money
 * @GRAM_FLEET_TILE_FORECAST: net position with what is not accepted yet
 *
 * The figures of the view.
 */
typedef enum
{
  GRAM_FLEET_TILE_NET,
  GRAM_FLEET_TILE_COMES_TO,
  GRAM_FLEET_TILE_FORECAST,
} GramFleetTile;

#define GRAM_FLEET_N_TILES (GRAM_FLEET_TILE_FORECAST + 1)

/**
 * gram_fleet_figure_new:
 * @tile: which
 * @detail: a year
 *
 * Returns: (transfer full): the figure with what it is made of
 */
GramFigure *gram_fleet_figure_new (GramFleetTile tile, const GramFleetYearDetail *detail);

/**
 * gram_fleet_series:
 * @n_series: (out): how many
 *
 * Returns: (transfer none): what the columns of the chart by month are made of
 */
const GramChartSeries *gram_fleet_series (guint *n_series);

/**
 * gram_fleet_columns:
 * @detail: a year
 *
 * Returns: (transfer full): a list of #GramChartColumn, one a month
 */
GListModel *gram_fleet_columns (const GramFleetYearDetail *detail);

G_END_DECLS
