/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GRAM_CHART_MAX_SERIES:
 *
 * How many series a chart stacks at most.
 */
#define GRAM_CHART_MAX_SERIES 4

/**
 * GramChartSeries:
 * @name: translated name, for legend, tooltip and table
 * @color: its colour; blue, orange and slate stay apart for colour-blind readers
 * @below: it hangs below zero: what is owed under what is earned
 * @scale: decimals that its values have: 2 for hundredths; the same for all series of a chart
 *
 * One layer of the stacked columns, the one beside zero first.
 */
typedef struct
{
  const char *name;
  AdwAccentColor color;
  gboolean below;
  guint scale;
} GramChartSeries;

#define GRAM_TYPE_CHART_COLUMN (gram_chart_column_get_type ())
G_DECLARE_FINAL_TYPE (GramChartColumn, gram_chart_column, GRAM, CHART_COLUMN, GObject)

/**
 * gram_chart_column_new:
 * @label: what stands below it, short; a second line is shown where there is room
 * @title: what it stands for, for tooltip and table
 * @values: (array length=n_values): its parts, the lowest first, none negative
 * @n_values: how many, at most %GRAM_CHART_MAX_SERIES
 *
 * One column of a chart.
 *
 * Returns: (transfer full): the column
 */
GramChartColumn *
gram_chart_column_new (const char *label, const char *title, const gint64 *values, guint n_values);

const char *gram_chart_column_get_title (GramChartColumn *self);

/**
 * gram_chart_column_get_value:
 * @self: a column
 * @series: which part
 *
 * Returns: the part
 */
gint64 gram_chart_column_get_value (GramChartColumn *self, guint series);

#define GRAM_TYPE_CHART (gram_chart_get_type ())
G_DECLARE_FINAL_TYPE (GramChart, gram_chart, GRAM, CHART, GtkWidget)

/**
 * gram_chart_new:
 *
 * Stacked columns, above and, if a series says so, below zero. It draws itself in the widget's own colours and direction, shows the figures of the column under the
 * pointer, and has an accessible name that sums it up; the same figures as a table are in #GramChartTable. Where there is
 * no room for all columns, the last ones are shown.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_chart_new (void);

/**
 * gram_chart_set_series:
 * @self: a chart
 * @series: (array length=n_series): the series; a constant
 * @n_series: how many, at most %GRAM_CHART_MAX_SERIES
 *
 * Sets what the columns are made of.
 */
void gram_chart_set_series (GramChart *self, const GramChartSeries *series, guint n_series);

/**
 * gram_chart_set_columns:
 * @self: a chart
 * @columns: (nullable): #GListModel of #GramChartColumn, followed
 * @summary: (nullable): translated sentence that sums the chart up for a screen reader
 *
 * Sets the columns.
 */
void gram_chart_set_columns (GramChart *self, GListModel *columns, const char *summary);

/**
 * gram_chart_axis_step:
 * @max: the highest column, 0 or more
 *
 * The distance of the lines of the axis: 1, 2 or 5 times a power of ten, so that at most five lines are needed.
 *
 * Returns: the distance, at least 1
 */
gint64 gram_chart_axis_step (gint64 max);

G_END_DECLS
