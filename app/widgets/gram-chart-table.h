/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-chart.h"

G_BEGIN_DECLS

/**
 * gram_chart_table_new:
 * @title: translated title
 * @heading: translated heading of the first column
 * @columns: #GListModel of #GramChartColumn
 * @series: (array length=n_series): what the columns are made of; a constant
 * @n_series: how many
 *
 * A dialog with the figures of a chart as a table, for those who read figures better than columns.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_chart_table_new (const char *title,
                                 const char *heading,
                                 GListModel *columns,
                                 const GramChartSeries *series,
                                 guint n_series);

G_END_DECLS
