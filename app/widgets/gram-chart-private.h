/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-chart.h"

G_BEGIN_DECLS

/* What stands below the column. */
const char *_gram_chart_column_get_label (GramChartColumn *self);

/* Between the axis and what it measures. */
#define GRAM_CHART_GAP 8

/* Where a chart draws what it has, in whole pixels, and the scale of its axis. */
typedef struct
{
  int left;
  int top;
  int width;
  int height;
  gint64 step;
  gint64 max;
  gint64 min;  /* 0 or less */
  guint scale; /* decimals of the values */
} GramChartArea;

/* FALSE if there is no room: lowest: 0 or less; below: so many lines of text; narrow: at least so many pixels are needed. */
gboolean _gram_chart_area_init (GramChartArea *area,
                                GtkWidget *chart,
                                gint64 lowest,
                                gint64 highest,
                                guint scale,
                                int below,
                                int narrow);
int _gram_chart_area_y (const GramChartArea *area, gint64 value);
void _gram_chart_area_snapshot (const GramChartArea *area,
                                GtkWidget *chart,
                                GtkSnapshot *snapshot,
                                const GdkRGBA *color);

PangoLayout *_gram_chart_text_layout (GtkWidget *chart, const char *text, int *width, int *height);
void _gram_chart_append_text (GtkSnapshot *snapshot,
                              PangoLayout *text,
                              int x,
                              int y,
                              const GdkRGBA *color);

/* In a language that is written from right to left the axis is on the right, and time runs to the left. */
int _gram_chart_mirrored (GtkWidget *chart, int x, int width);

G_END_DECLS
