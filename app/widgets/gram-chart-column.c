/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-chart.h"

#include "gram-chart-private.h"

struct _GramChartColumn
{
  GObject parent_instance;

  char *label;
  char *title;
  gint64 values[GRAM_CHART_MAX_SERIES];
};

G_DEFINE_FINAL_TYPE (GramChartColumn, gram_chart_column, G_TYPE_OBJECT)

static void
gram_chart_column_finalize (GObject *object)
{
  GramChartColumn *self = (GramChartColumn *)object;

  g_free (self->label);
  g_free (self->title);

  G_OBJECT_CLASS (gram_chart_column_parent_class)->finalize (object);
}

static void
gram_chart_column_class_init (GramChartColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_chart_column_finalize;
}

static void
gram_chart_column_init (GramChartColumn *self)
{
}

GramChartColumn *
gram_chart_column_new (const char *label, const char *title, const gint64 *values, guint n_values)
{
  GramChartColumn *self;

  g_return_val_if_fail (label != NULL && title != NULL, NULL);
  g_return_val_if_fail (n_values <= GRAM_CHART_MAX_SERIES, NULL);

  self = g_object_new (GRAM_TYPE_CHART_COLUMN, NULL);
  self->label = g_strdup (label);
  self->title = g_strdup (title);
  for (guint i = 0; i < n_values; i++)
    self->values[i] = values[i];

  return self;
}

const char *
_gram_chart_column_get_label (GramChartColumn *self)
{
  return self->label;
}

const char *
gram_chart_column_get_title (GramChartColumn *self)
{
  g_return_val_if_fail (GRAM_IS_CHART_COLUMN (self), NULL);

  return self->title;
}

gint64
gram_chart_column_get_value (GramChartColumn *self, guint series)
{
  g_return_val_if_fail (GRAM_IS_CHART_COLUMN (self), 0);
  g_return_val_if_fail (series < GRAM_CHART_MAX_SERIES, 0);

  return self->values[series];
}
