/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GRAM_STEP_CHART_SERIES:
 *
 * How many series a step chart compares.
 */
#define GRAM_STEP_CHART_SERIES 2

/**
 * GramStepPoint:
 * @day: day, counted from any day on
 * @values: what the series are from that day on, none negative
 *
 * A day on which something changed.
 */
typedef struct
{
  int day;
  gint64 values[GRAM_STEP_CHART_SERIES];
} GramStepPoint;

/**
 * GramStepMark:
 * @day: where it stands
 * @label: what stands below it; %NULL for a mark without a text
 *
 * A mark of the axis of days.
 */
typedef struct
{
  int day;
  const char *label;
} GramStepMark;

#define GRAM_TYPE_STEP_CHART (gram_step_chart_get_type ())
G_DECLARE_FINAL_TYPE (GramStepChart, gram_step_chart, GRAM, STEP_CHART, GtkWidget)

/**
 * GramStepChart:
 *
 * Two amounts over time that are to be compared: the first as an area, the second as a line, so that they stay apart
 * without colours, too. Both stay as they are between two points. Under the pointer it says how much each was that day.
 * Its accessible name sums it up.
 */

/**
 * gram_step_chart_new:
 *
 * Returns: (transfer floating): the widget, empty
 */
GtkWidget *gram_step_chart_new (void);

/**
 * gram_step_chart_set_names:
 * @self: a chart
 * @area: translated name of the first series, for the tooltip
 * @line: translated name of the second one
 *
 * Says what is compared.
 */
void gram_step_chart_set_names (GramStepChart *self, const char *area, const char *line);

/**
 * gram_step_chart_set_points:
 * @self: a chart
 * @points: (element-type GramStepPoint): the points by day
 * @first: first day of the axis
 * @last: last day of the axis
 * @marks: (array length=n_marks): marks of the axis by day; their texts are copied
 * @n_marks: how many
 * @summary: translated sentence that sums the chart up for a screen reader
 *
 * Shows what is in @points.
 */
void gram_step_chart_set_points (GramStepChart *self,
                                 GArray *points,
                                 int first,
                                 int last,
                                 const GramStepMark *marks,
                                 guint n_marks,
                                 const char *summary);

/**
 * gram_step_chart_find:
 * @points: (element-type GramStepPoint): points by day
 * @day: a day
 *
 * Returns: (transfer none) (nullable): the point that holds on @day, %NULL before the first one
 */
const GramStepPoint *gram_step_chart_find (GArray *points, int day);

G_END_DECLS
