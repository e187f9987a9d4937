/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries.h"
#include "gram-share-bar.h"

G_BEGIN_DECLS

/**
 * GRAM_OVERVIEW_N_STANDS:
 *
 * How many parts the vehicles of an account divide into.
 */
#define GRAM_OVERVIEW_N_STANDS 4

/**
 * gram_overview_stands:
 * @overview: where an account stands
 * @values: (out caller-allocates) (array fixed-size=4): how many vehicles stand there
 *
 * Where the vehicles stand, each counted once: accepted; awaiting acceptance; ready, but without data or with a dispute;
 * entered. The parts are those that the tiles and the rows to do count, and add up to all vehicles.
 *
 * Returns: (transfer none) (array fixed-size=4): their names and colours
 */
const GramChartSeries *gram_overview_stands (const GramOverview *overview, gint64 *values);

/**
 * gram_overview_stands_fill:
 * @group: what holds both
 * @bar: the bar
 * @legend: its legend, which also tells the figures
 * @overview: where an account stands
 *
 * Shows where the vehicles stand if there is no chart by month, because no vehicle has a date of first registration.
 */
void gram_overview_stands_fill (GtkWidget *group,
                                GramShareBar *bar,
                                AdwWrapBox *legend,
                                const GramOverview *overview);

G_END_DECLS
