/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-chart.h"

#include "gram-chart-private.h"
#include "gram-formats.h"

#define COLUMN_MIN_WIDTH 18
#define BAR_MAX_WIDTH 40
#define RADIUS 4
#define MIN_HEIGHT 180
#define LABEL_LINES 2

struct _GramChart
{
  GtkWidget parent_instance;

  /* Owned References */
  GListModel *columns;

  const GramChartSeries *series;
  guint n_series;
};

/* Where things are; `first` is the first column that there is room for. */
typedef struct
{
  GramChartArea area;
  guint first;
  guint n_columns;
} Layout;

G_DEFINE_FINAL_TYPE (GramChart, gram_chart, GTK_TYPE_WIDGET)

/* How far the columns reach to either side of zero. */
static void
find_extremes (GramChart *self, gint64 *lowest, gint64 *highest)
{
  guint n = g_list_model_get_n_items (self->columns);

  *lowest = 0;
  *highest = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GramChartColumn) column = g_list_model_get_item (self->columns, i);
      gint64 sums[2] = { 0, 0 };

      for (guint s = 0; s < self->n_series; s++)
        sums[self->series[s].below ? 1 : 0] += gram_chart_column_get_value (column, s);
      *highest = MAX (*highest, sums[0]);
      *lowest = MIN (*lowest, -sums[1]);
    }
}

static gboolean
lay_out (GramChart *self, Layout *layout)
{
  guint n = self->columns != NULL ? g_list_model_get_n_items (self->columns) : 0;
  gint64 lowest;
  gint64 highest;
  guint room;

  if (n == 0 || self->n_series == 0)
    return FALSE;
  find_extremes (self, &lowest, &highest);
  if (!_gram_chart_area_init (&layout->area, GTK_WIDGET (self), lowest, highest,
                              self->series[0].scale, LABEL_LINES, COLUMN_MIN_WIDTH))
    return FALSE;

  room = (guint)(layout->area.width / COLUMN_MIN_WIDTH);
  layout->first = n > room ? n - room : 0;
  layout->n_columns = n - layout->first;

  return TRUE;
}

/* The end of a column that is away from zero is round. */
static void
append_bar (GtkSnapshot *snapshot,
            const GdkRectangle *bar,
            gboolean end,
            const GramChartSeries *series)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskRoundedRect rect;
  int radius = end ? MIN (RADIUS, MIN (bar->width / 2, bar->height)) : 0;
  graphene_size_t round = GRAPHENE_SIZE_INIT (radius, radius);
  graphene_size_t square = GRAPHENE_SIZE_INIT (0, 0);
  const graphene_size_t *top = series->below ? &square : &round;
  const graphene_size_t *bottom = series->below ? &round : &square;
  GdkRGBA rgba;

  gsk_rounded_rect_init (&rect, &GRAPHENE_RECT_INIT (bar->x, bar->y, bar->width, bar->height), top,
                         top, bottom, bottom);
  gsk_path_builder_add_rounded_rect (builder, &rect);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  adw_accent_color_to_rgba (series->color, &rgba);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &rgba);
}

/* The last series of a side that a column has anything of. */
static guint
find_end (GramChart *self, GramChartColumn *column, gboolean below)
{
  guint end = self->n_series;

  for (guint i = 0; i < self->n_series; i++)
    if (self->series[i].below == below && gram_chart_column_get_value (column, i) > 0)
      end = i;

  return end;
}

static void
column_box (GramChart *self, const Layout *layout, guint position, int *x, int *width)
{
  int start = (int)(layout->area.width * (gint64)position / layout->n_columns);
  int end = (int)(layout->area.width * (gint64)(position + 1) / layout->n_columns);

  *width = end - start;
  *x = _gram_chart_mirrored (GTK_WIDGET (self), layout->area.left + start, *width);
}

static void
snapshot_column (GramChart *self,
                 GtkSnapshot *snapshot,
                 const Layout *layout,
                 guint position,
                 GramChartColumn *column)
{
  guint ends[] = { find_end (self, column, FALSE), find_end (self, column, TRUE) };
  gint64 sums[] = { 0, 0 };
  GdkRectangle bar;
  int width;

  column_box (self, layout, position, &bar.x, &width);
  bar.width = MIN (BAR_MAX_WIDTH, width - MAX (4, width / 4));
  bar.x += (width - bar.width) / 2;

  for (guint i = 0; i < self->n_series; i++)
    {
      gint64 value = gram_chart_column_get_value (column, i);
      guint side = self->series[i].below ? 1 : 0;
      int sign = self->series[i].below ? -1 : 1;
      int near = _gram_chart_area_y (&layout->area, sign * sums[side]);
      int far = _gram_chart_area_y (&layout->area, sign * (sums[side] + value));

      if (value == 0)
        continue;
      /* What is there is seen, however little; parts are held apart by a pixel. */
      bar.height = MAX (2, ABS (far - near)) - (sums[side] > 0 ? 1 : 0);
      bar.y = side == 1 ? near + (sums[side] > 0 ? 1 : 0) : near - MAX (2, ABS (far - near));
      append_bar (snapshot, &bar, i == ends[side], &self->series[i]);
      sums[side] += value;
    }
}

static void
snapshot_labels (GramChart *self, GtkSnapshot *snapshot, const Layout *layout, const GdkRGBA *color)
{
  GdkRGBA dim = *color;
  int free_from = G_MININT / 2;
  int free_to = G_MAXINT / 2;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  dim.alpha *= 0.7f;
  for (guint i = 0; i < layout->n_columns; i++)
    {
      g_autoptr (GramChartColumn) column = g_list_model_get_item (self->columns, layout->first + i);
      int x;
      int column_width;
      int width;
      int height;
      g_autoptr (PangoLayout) text
          = _gram_chart_text_layout (GTK_WIDGET (self), _gram_chart_column_get_label (column),
                                     &width, &height);

      column_box (self, layout, i, &x, &column_width);
      x += (column_width - width) / 2;
      /* A label that would run into the one before is left out. */
      if (rtl ? x + width > free_to : x < free_from)
        continue;
      _gram_chart_append_text (snapshot, text, x,
                               layout->area.top + layout->area.height + GRAM_CHART_GAP / 2, &dim);
      free_from = x + width + 4;
      free_to = x - 4;
    }
}

static void
gram_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GramChart *self = GRAM_CHART (widget);
  Layout layout;
  GdkRGBA color;

  if (!lay_out (self, &layout))
    return;

  gtk_widget_get_color (widget, &color);
  _gram_chart_area_snapshot (&layout.area, widget, snapshot, &color);
  for (guint i = 0; i < layout.n_columns; i++)
    {
      g_autoptr (GramChartColumn) column = g_list_model_get_item (self->columns, layout.first + i);

      snapshot_column (self, snapshot, &layout, i, column);
    }
  snapshot_labels (self, snapshot, &layout, &color);
}

static void
gram_chart_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = wide ? 120 : MIN_HEIGHT;
  *natural = wide ? 480 : MIN_HEIGHT + 40;
}

static gboolean
gram_chart_query_tooltip (GtkWidget *widget,
                          int x,
                          int y,
                          gboolean keyboard_tooltip,
                          GtkTooltip *tooltip)
{
  GramChart *self = GRAM_CHART (widget);
  Layout layout;

  if (keyboard_tooltip || !lay_out (self, &layout))
    return FALSE;

  for (guint i = 0; i < layout.n_columns; i++)
    {
      g_autoptr (GramChartColumn) column = NULL;
      g_autoptr (GString) text = NULL;
      int left;
      int width;

      column_box (self, &layout, i, &left, &width);
      if (x < left || x >= left + width)
        continue;

      column = g_list_model_get_item (self->columns, layout.first + i);
      text = g_string_new (gram_chart_column_get_title (column));
      for (guint s = 0; s < self->n_series; s++)
        {
          g_autofree char *count = gram_format_decimal (gram_chart_column_get_value (column, s),
                                                        self->series[s].scale, 0);

          g_string_append_printf (text, "\n%s: %s", self->series[s].name, count);
        }
      gtk_tooltip_set_text (tooltip, text->str);
      gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ left, layout.area.top, width,
                                                          layout.area.height });
      return TRUE;
    }

  return FALSE;
}

static void
gram_chart_dispose (GObject *object)
{
  GramChart *self = (GramChart *)object;

  gram_chart_set_columns (self, NULL, NULL);

  G_OBJECT_CLASS (gram_chart_parent_class)->dispose (object);
}

static void
gram_chart_class_init (GramChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_chart_dispose;

  widget_class->snapshot = gram_chart_snapshot;
  widget_class->measure = gram_chart_measure;
  widget_class->query_tooltip = gram_chart_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "gramchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gram_chart_init (GramChart *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
gram_chart_new (void)
{
  return g_object_new (GRAM_TYPE_CHART, NULL);
}

void
gram_chart_set_series (GramChart *self, const GramChartSeries *series, guint n_series)
{
  g_return_if_fail (GRAM_IS_CHART (self));
  g_return_if_fail (n_series <= GRAM_CHART_MAX_SERIES);

  self->series = series;
  self->n_series = n_series;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
gram_chart_set_columns (GramChart *self, GListModel *columns, const char *summary)
{
  g_return_if_fail (GRAM_IS_CHART (self));
  g_return_if_fail (columns == NULL || G_IS_LIST_MODEL (columns));

  if (self->columns != NULL && self->columns != columns)
    g_signal_handlers_disconnect_by_data (self->columns, self);
  if (g_set_object (&self->columns, columns) && columns != NULL)
    g_signal_connect_object (columns, "items-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
  if (summary != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                    -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gint64
gram_chart_axis_step (gint64 max)
{
  static const int multiples[] = { 1, 2, 5 };
  gint64 power = 1;

  g_return_val_if_fail (max >= 0, 1);

  for (;; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (multiples); i++)
      if (max / (power * multiples[i]) < 5 || power > G_MAXINT64 / 100)
        return power * multiples[i];
}
