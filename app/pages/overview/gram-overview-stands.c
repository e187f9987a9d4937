/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-stands.h"

#include "gram-formats.h"
#include "gram-legend.h"
#include "gram-overview-figures.h"

#include <glib/gi18n-lib.h>

const GramChartSeries *
gram_overview_stands (const GramOverview *overview, gint64 *values)
{
  static GramChartSeries stands[GRAM_OVERVIEW_N_STANDS];
  const guint ready = 1u << GRAM_VEHICLE_READY;

  g_return_val_if_fail (overview != NULL && values != NULL, NULL);

  stands[0] = (GramChartSeries){ _ ("Accepted"), ADW_ACCENT_COLOR_BLUE };
  stands[1] = (GramChartSeries){ _ ("Awaiting Acceptance"), ADW_ACCENT_COLOR_ORANGE };
  /* Translators: vehicles that are ready but cannot be accepted: data are missing or a dispute is open */
  stands[2] = (GramChartSeries){ _ ("Ready, Held Up"), ADW_ACCENT_COLOR_PURPLE };
  stands[3] = (GramChartSeries){ _ ("Entered"), ADW_ACCENT_COLOR_SLATE };
  values[0] = gram_overview_sum (overview->counts, 1u << GRAM_VEHICLE_ACCEPTED, 0);
  values[1] = gram_overview_sum (overview->counts, ready, 1u << GRAM_ATTENTION_NONE);
  values[2] = gram_overview_sum (overview->counts, ready, 0) - values[1];
  values[3] = gram_overview_sum (overview->counts, 1u << GRAM_VEHICLE_ENTERED, 0);

  return stands;
}

static void
add_to_legend (AdwWrapBox *legend, const char *name, gint64 value, const char *swatch)
{
  g_autofree char *count = gram_format_count (value);
  g_autofree char *text = g_strdup_printf ("%s: %s", name, count);

  adw_wrap_box_append (legend, gram_legend_item_new (text, swatch));
}

void
gram_overview_stands_fill (GtkWidget *group,
                           GramShareBar *bar,
                           AdwWrapBox *legend,
                           const GramOverview *overview)
{
  static const char *const swatches[GRAM_OVERVIEW_N_STANDS]
      = { "accepted", "ready", "held-up", "entered" };
  gint64 values[GRAM_OVERVIEW_N_STANDS];
  const GramChartSeries *stands = gram_overview_stands (overview, values);
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (group));

  gram_share_bar_set_parts (bar, _ ("Where the Vehicles Stand"), stands, values,
                            GRAM_OVERVIEW_N_STANDS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (legend))) != NULL)
    adw_wrap_box_remove (legend, child);
  for (guint i = 0; i < GRAM_OVERVIEW_N_STANDS; i++)
    if (values[i] > 0)
      add_to_legend (legend, stands[i].name, values[i], swatches[i]);
  gtk_widget_set_visible (group, !gram_overview_has_dates (overview)
                                     && gram_overview_sum (overview->counts, 0, 0) > 0);
}
