/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-chart.h"

#include "gram-chart-private.h"
#include "gram-formats.h"

PangoLayout *
_gram_chart_text_layout (GtkWidget *chart, const char *text, int *width, int *height)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (chart, text);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, width, height);

  return layout;
}

void
_gram_chart_append_text (GtkSnapshot *snapshot,
                         PangoLayout *text,
                         int x,
                         int y,
                         const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, text, color);
  gtk_snapshot_restore (snapshot);
}

int
_gram_chart_mirrored (GtkWidget *chart, int x, int width)
{
  if (gtk_widget_get_direction (chart) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (chart) - x - width;

  return x;
}

static int
label_width (const GramChartArea *area, GtkWidget *chart, gint64 value, int *height)
{
  g_autofree char *label = gram_format_decimal (value, area->scale, 0);
  int width;
  g_autoptr (PangoLayout) text = _gram_chart_text_layout (chart, label, &width, height);

  return width;
}

gboolean
_gram_chart_area_init (GramChartArea *area,
                       GtkWidget *chart,
                       gint64 lowest,
                       gint64 highest,
                       guint scale,
                       int below,
                       int narrow)
{
  int text_height;
  int widest;

  area->scale = scale;
  area->step = gram_chart_axis_step (MAX (highest - lowest, 1));
  area->max = (highest + area->step - 1) / area->step * area->step;
  area->min = -((-lowest + area->step - 1) / area->step * area->step);
  if (area->max == area->min)
    area->max = area->step;
  widest = label_width (area, chart, area->max, &text_height);
  widest = MAX (widest, label_width (area, chart, area->min, &text_height));
  area->left = widest + GRAM_CHART_GAP;
  area->top = text_height / 2 + 1;
  area->width = gtk_widget_get_width (chart) - area->left;
  area->height = gtk_widget_get_height (chart) - area->top - below * text_height - GRAM_CHART_GAP;

  return area->width >= narrow && area->height >= text_height;
}

int
_gram_chart_area_y (const GramChartArea *area, gint64 value)
{
  gint64 range = area->max - area->min;

  return area->top + area->height - (int)((value - area->min) * area->height / range);
}

void
_gram_chart_area_snapshot (const GramChartArea *area,
                           GtkWidget *chart,
                           GtkSnapshot *snapshot,
                           const GdkRGBA *color)
{
  GdkRGBA line = *color;
  GdkRGBA dim = *color;

  line.alpha *= 0.15f;
  dim.alpha *= 0.7f;

  for (gint64 value = area->min; value <= area->max; value += area->step)
    {
      g_autofree char *label = gram_format_decimal (value, area->scale, 0);
      int y = _gram_chart_area_y (area, value);
      int width;
      int height;
      g_autoptr (PangoLayout) text = _gram_chart_text_layout (chart, label, &width, &height);

      _gram_chart_append_text (snapshot, text,
                               _gram_chart_mirrored (chart, area->left - GRAM_CHART_GAP - width,
                                                     width),
                               y - height / 2, &dim);
      gtk_snapshot_append_color (snapshot, &line,
                                 &GRAPHENE_RECT_INIT (_gram_chart_mirrored (chart, area->left,
                                                                            area->width),
                                                      y, area->width, 1));
    }
}
