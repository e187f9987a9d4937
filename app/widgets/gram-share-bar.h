/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-chart.h"

G_BEGIN_DECLS

#define GRAM_TYPE_SHARE_BAR (gram_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (GramShareBar, gram_share_bar, GRAM, SHARE_BAR, GtkWidget)

/**
 * gram_share_bar_new:
 *
 * One bar that shows how a whole divides. It draws itself in the widget's own direction, shows the figure of the part
 * under the pointer, and has an accessible name with all figures; a legend belongs beside it.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_share_bar_new (void);

/**
 * gram_share_bar_set_parts:
 * @self: a bar
 * @title: translated title of the whole, for a screen reader
 * @series: (array length=n_parts): names and colours of the parts; a constant
 * @values: (array length=n_parts): how much each part is, none negative
 * @n_parts: how many, at most %GRAM_CHART_MAX_SERIES
 *
 * Sets what the bar shows. A part of nothing has no place in it; what is there is seen, however little.
 */
void gram_share_bar_set_parts (GramShareBar *self,
                               const char *title,
                               const GramChartSeries *series,
                               const gint64 *values,
                               guint n_parts);

/**
 * gram_share_bar_divide:
 * @values: (array length=n_parts): the parts, none negative
 * @n_parts: how many
 * @length: how long the bar is, in pixels
 * @lengths: (out caller-allocates) (array length=n_parts): how long each part is
 *
 * Divides a bar: in proportion, every part that is not nothing at least three pixels, together exactly @length (where
 * there is room).
 */
void gram_share_bar_divide (const gint64 *values, guint n_parts, int length, int *lengths);

G_END_DECLS
