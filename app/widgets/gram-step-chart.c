/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-step-chart.h"

#include "gram-chart-private.h"
#include "gram-formats.h"

#define MIN_WIDTH 120
#define MIN_HEIGHT 180
#define LABEL_LINES 1
#define LINE_WIDTH 3
#define AREA_ALPHA 0.35f

/* Orange and blue stay apart for colour-blind readers; area and line do without colours. */
static const AdwAccentColor colors[GRAM_STEP_CHART_SERIES]
    = { ADW_ACCENT_COLOR_ORANGE, ADW_ACCENT_COLOR_BLUE };

struct _GramStepChart
{
  GtkWidget parent_instance;

  /* Owned References */
  GArray *points;
  GArray *marks;
  char *names[GRAM_STEP_CHART_SERIES];

  int first;
  int last;
};

G_DEFINE_FINAL_TYPE (GramStepChart, gram_step_chart, GTK_TYPE_WIDGET)

static gboolean
lay_out (GramStepChart *self, GramChartArea *area)
{
  gint64 highest = 0;

  if (self->points == NULL || self->points->len == 0 || self->last <= self->first)
    return FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const GramStepPoint *point = &g_array_index (self->points, GramStepPoint, i);

      for (guint s = 0; s < GRAM_STEP_CHART_SERIES; s++)
        highest = MAX (highest, point->values[s]);
    }

  return _gram_chart_area_init (area, GTK_WIDGET (self), 0, highest, 0, LABEL_LINES, MIN_WIDTH / 2);
}

/* Where a day stands; not mirrored. */
static int
day_x (GramStepChart *self, const GramChartArea *area, int day)
{
  int at = CLAMP (day, self->first, self->last) - self->first;

  return area->left + (int)((gint64)at * area->width / (self->last - self->first));
}

static void
move (GramStepChart *self, GskPathBuilder *builder, gboolean start, int x, int y)
{
  int place = _gram_chart_mirrored (GTK_WIDGET (self), x, 0);

  if (start)
    gsk_path_builder_move_to (builder, (float)place, (float)y);
  else
    gsk_path_builder_line_to (builder, (float)place, (float)y);
}

/* Along the steps of a series from its first point to the last day that is known. */
static void
trace (GramStepChart *self,
       const GramChartArea *area,
       GskPathBuilder *builder,
       guint series,
       int *from,
       int *to)
{
  int y = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      const GramStepPoint *point = &g_array_index (self->points, GramStepPoint, i);
      int x = day_x (self, area, point->day);

      if (i > 0)
        move (self, builder, FALSE, x, y);
      else
        *from = x;
      y = _gram_chart_area_y (area, point->values[series]);
      move (self, builder, i == 0, x, y);
      *to = x;
    }
}

static void
snapshot_area (GramStepChart *self, GtkSnapshot *snapshot, const GramChartArea *area)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  int bottom = area->top + area->height;
  int from = 0;
  int to = 0;
  GdkRGBA color;

  trace (self, area, builder, 0, &from, &to);
  move (self, builder, FALSE, to, bottom);
  move (self, builder, FALSE, from, bottom);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  adw_accent_color_to_rgba (colors[0], &color);
  color.alpha = AREA_ALPHA;
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
}

static void
snapshot_line (GramStepChart *self,
               GtkSnapshot *snapshot,
               const GramChartArea *area,
               guint series,
               int width)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new ((float)width);
  int from;
  int to;
  GdkRGBA color;

  trace (self, area, builder, series, &from, &to);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  adw_accent_color_to_rgba (colors[series], &color);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
}

static void
snapshot_marks (GramStepChart *self,
                GtkSnapshot *snapshot,
                const GramChartArea *area,
                const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA dim = *color;
  GdkRGBA faint = *color;
  int free_from = G_MININT / 2;

  dim.alpha *= 0.7f;
  faint.alpha *= 0.15f;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const GramStepMark *mark = &g_array_index (self->marks, GramStepMark, i);
      int x = day_x (self, area, mark->day);
      int width;
      int height;
      g_autoptr (PangoLayout) text = NULL;

      gtk_snapshot_append_color (snapshot, &faint,
                                 &GRAPHENE_RECT_INIT (_gram_chart_mirrored (widget, x, 1),
                                                      area->top, 1, area->height));
      if (mark->label == NULL)
        continue;
      text = _gram_chart_text_layout (widget, mark->label, &width, &height);
      x = CLAMP (x - width / 2, area->left, MAX (area->left, area->left + area->width - width));
      /* A label that would run into the one before is left out. */
      if (x < free_from)
        continue;
      _gram_chart_append_text (snapshot, text, _gram_chart_mirrored (widget, x, width),
                               area->top + area->height + GRAM_CHART_GAP / 2, &dim);
      free_from = x + width + GRAM_CHART_GAP;
    }
}

static void
gram_step_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GramStepChart *self = GRAM_STEP_CHART (widget);
  GramChartArea area;
  GdkRGBA color;

  if (!lay_out (self, &area))
    return;

  gtk_widget_get_color (widget, &color);
  _gram_chart_area_snapshot (&area, widget, snapshot, &color);
  snapshot_marks (self, snapshot, &area, &color);
  snapshot_area (self, snapshot, &area);
  snapshot_line (self, snapshot, &area, 0, 1);
  snapshot_line (self, snapshot, &area, 1, LINE_WIDTH);
}

static void
gram_step_chart_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = wide ? MIN_WIDTH : MIN_HEIGHT;
  *natural = wide ? 480 : MIN_HEIGHT + 40;
}

static gboolean
gram_step_chart_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard_tooltip,
                               GtkTooltip *tooltip)
{
  GramStepChart *self = GRAM_STEP_CHART (widget);
  const GramStepPoint *point;
  g_autoptr (GString) text = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *title = NULL;
  GramChartArea area;
  GDate date;
  int day;

  if (keyboard_tooltip || !lay_out (self, &area))
    return FALSE;
  x = _gram_chart_mirrored (widget, x, 0) - area.left;
  if (x < 0 || x > area.width)
    return FALSE;
  day = self->first + (int)((gint64)x * (self->last - self->first) / area.width);
  point = gram_step_chart_find (self->points, day);
  if (point == NULL || day > g_array_index (self->points, GramStepPoint, self->points->len - 1).day)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)day);
  iso = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                         g_date_get_day (&date));
  title = gram_format_date (iso);
  text = g_string_new (title);
  for (guint s = 0; s < GRAM_STEP_CHART_SERIES; s++)
    {
      g_autofree char *count = gram_format_count (point->values[s]);

      g_string_append_printf (text, "\n%s: %s", self->names[s], count);
    }
  gtk_tooltip_set_text (tooltip, text->str);

  return TRUE;
}

static void
mark_clear (gpointer data)
{
  g_free ((char *)((GramStepMark *)data)->label);
}

static void
gram_step_chart_finalize (GObject *object)
{
  GramStepChart *self = (GramStepChart *)object;

  g_clear_pointer (&self->points, g_array_unref);
  g_array_unref (self->marks);
  for (guint i = 0; i < GRAM_STEP_CHART_SERIES; i++)
    g_free (self->names[i]);

  G_OBJECT_CLASS (gram_step_chart_parent_class)->finalize (object);
}

static void
gram_step_chart_class_init (GramStepChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gram_step_chart_finalize;

  widget_class->snapshot = gram_step_chart_snapshot;
  widget_class->measure = gram_step_chart_measure;
  widget_class->query_tooltip = gram_step_chart_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "gramchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gram_step_chart_init (GramStepChart *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (GramStepMark));
  g_array_set_clear_func (self->marks, mark_clear);
  for (guint i = 0; i < GRAM_STEP_CHART_SERIES; i++)
    self->names[i] = g_strdup ("");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
gram_step_chart_new (void)
{
  return g_object_new (GRAM_TYPE_STEP_CHART, NULL);
}

void
gram_step_chart_set_names (GramStepChart *self, const char *area, const char *line)
{
  g_return_if_fail (GRAM_IS_STEP_CHART (self));
  g_return_if_fail (area != NULL && line != NULL);

  g_set_str (&self->names[0], area);
  g_set_str (&self->names[1], line);
}

void
gram_step_chart_set_points (GramStepChart *self,
                            GArray *points,
                            int first,
                            int last,
                            const GramStepMark *marks,
                            guint n_marks,
                            const char *summary)
{
  g_return_if_fail (GRAM_IS_STEP_CHART (self));
  g_return_if_fail (points != NULL && summary != NULL);

  g_array_ref (points);
  g_clear_pointer (&self->points, g_array_unref);
  self->points = points;
  self->first = first;
  self->last = last;
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < n_marks; i++)
    {
      GramStepMark mark = { marks[i].day, g_strdup (marks[i].label) };

      g_array_append_val (self->marks, mark);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const GramStepPoint *
gram_step_chart_find (GArray *points, int day)
{
  const GramStepPoint *found = NULL;

  g_return_val_if_fail (points != NULL, NULL);

  for (guint i = 0; i < points->len; i++)
    {
      const GramStepPoint *point = &g_array_index (points, GramStepPoint, i);

      if (point->day > day)
        break;
      found = point;
    }
  return found;
}
