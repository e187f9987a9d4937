/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-figures.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

#define MAX_MONTHS 120
#define N_SERIES 3

/* The order of the layers, the lowest first. */
static const GramVehicleStatus layers[N_SERIES] = {
  GRAM_VEHICLE_ACCEPTED,
  GRAM_VEHICLE_READY,
  GRAM_VEHICLE_ENTERED,
};

const GramChartSeries *
gram_overview_series (guint *n_series)
{
  static GramChartSeries series[N_SERIES];

  g_return_val_if_fail (n_series != NULL, NULL);

  series[0] = (GramChartSeries){ _ ("Accepted"), ADW_ACCENT_COLOR_BLUE };
  series[1] = (GramChartSeries){ _ ("Ready"), ADW_ACCENT_COLOR_ORANGE };
  series[2] = (GramChartSeries){ _ ("Entered"), ADW_ACCENT_COLOR_SLATE };
  *n_series = N_SERIES;

  return series;
}

static int
next_month (int period)
{
  return period % 100 == 12 ? period + 89 : period + 1;
}

static int
months_between (int from, int to)
{
  return (to / 100 - from / 100) * 12 + to % 100 - from % 100;
}

static GramChartColumn *
column_for (const GramOverview *overview, int period, gboolean with_year)
{
  g_autofree char *month = gram_format_month (period, FALSE);
  g_autofree char *title = gram_format_month (period, TRUE);
  g_autofree char *label = NULL;
  gint64 values[N_SERIES] = { 0 };

  for (guint i = 0; i < overview->months->len; i++)
    {
      const GramTotal *total = &g_array_index (overview->months, GramTotal, i);

      if (total->key.period == period)
        for (guint layer = 0; layer < N_SERIES; layer++)
          if (total->key.status == (int)layers[layer])
            values[layer] += total->amount.units;
    }

  label = with_year ? g_strdup_printf ("%s\n%d", month, period / 100) : g_strdup (month);

  return gram_chart_column_new (label, title, values, N_SERIES);
}

static void
find_span (const GramOverview *overview, int *first, int *last, gboolean *undated)
{
  *first = 0;
  *last = 0;
  *undated = FALSE;

  for (guint i = 0; i < overview->months->len; i++)
    {
      const GramTotal *total = &g_array_index (overview->months, GramTotal, i);

      if (total->key.period <= 0)
        {
          *undated = TRUE;
          continue;
        }
      *first = *first == 0 ? total->key.period : MIN (*first, total->key.period);
      *last = MAX (*last, total->key.period);
    }

  /* A mistyped year must not make thousands of empty months. */
  while (*first != 0 && months_between (*first, *last) >= MAX_MONTHS)
    *first += 100;
}

GListModel *
gram_overview_columns (const GramOverview *overview, char **summary)
{
  GListStore *columns = g_list_store_new (GRAM_TYPE_CHART_COLUMN);
  g_autofree char *first_title = NULL;
  g_autofree char *last_title = NULL;
  int first;
  int last;
  gboolean undated;

  g_return_val_if_fail (overview != NULL && summary != NULL, NULL);

  find_span (overview, &first, &last, &undated);
  if (undated)
    {
      g_autoptr (GramChartColumn) column = column_for (overview, 0, FALSE);

      g_list_store_append (columns, column);
    }
  if (first != 0)
    for (int period = first; period <= last; period = next_month (period))
      {
        g_autoptr (GramChartColumn) column
            = column_for (overview, period, period == first || period % 100 == 1);

        g_list_store_append (columns, column);
      }

  if (first == 0)
    {
      *summary = g_strdup (_ ("Chart of cars by month of first registration and status"));
      return G_LIST_MODEL (columns);
    }

  first_title = gram_format_month (first, TRUE);
  last_title = gram_format_month (last, TRUE);
  /* Translators: names a chart for a screen reader; the two %s are months */
  *summary = g_strdup_printf (
      _ ("Chart of cars by month of first registration and status, from %s to %s"), first_title,
      last_title);

  return G_LIST_MODEL (columns);
}

gboolean
gram_overview_has_dates (const GramOverview *overview)
{
  int first;
  int last;
  gboolean undated;

  g_return_val_if_fail (overview != NULL, FALSE);

  find_span (overview, &first, &last, &undated);

  return first != 0;
}
