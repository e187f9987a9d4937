/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-chart-legend.h"

/* The patches of ui/style.css in the colours that charts have. */
static const struct
{
  AdwAccentColor color;
  const char *swatch;
} swatches[] = {
  { ADW_ACCENT_COLOR_BLUE, "accepted" },
  { ADW_ACCENT_COLOR_ORANGE, "ready" },
  { ADW_ACCENT_COLOR_PURPLE, "held-up" },
  { ADW_ACCENT_COLOR_SLATE, "entered" },
};

static GtkWidget *
item_new (const GramChartSeries *series)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *patch = adw_bin_new ();
  GtkWidget *label = gtk_label_new (series->name);

  for (gsize i = 0; i < G_N_ELEMENTS (swatches); i++)
    if (swatches[i].color == series->color)
      gtk_widget_add_css_class (patch, swatches[i].swatch);
  gtk_widget_add_css_class (patch, "swatch");
  gtk_widget_set_valign (patch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), patch);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

void
gram_chart_legend_fill (AdwWrapBox *legend, const GramChartSeries *series, guint n_series)
{
  GtkWidget *child;

  g_return_if_fail (ADW_IS_WRAP_BOX (legend));
  g_return_if_fail (series != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (legend))) != NULL)
    adw_wrap_box_remove (legend, child);
  for (guint i = 0; i < n_series; i++)
    adw_wrap_box_append (legend, item_new (&series[i]));
}
