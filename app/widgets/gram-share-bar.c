/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-share-bar.h"

#include "gram-formats.h"

#define HEIGHT 22
#define RADIUS 6
#define GAP 2
#define MIN_PART 3

struct _GramShareBar
{
  GtkWidget parent_instance;

  const GramChartSeries *series;
  gint64 values[GRAM_CHART_MAX_SERIES];
  guint n_parts;
};

G_DEFINE_FINAL_TYPE (GramShareBar, gram_share_bar, GTK_TYPE_WIDGET)

void
gram_share_bar_divide (const gint64 *values, guint n_parts, int length, int *lengths)
{
  gint64 total = 0;
  gint64 below = 0;
  guint longest = 0;
  int sum = 0;

  for (guint i = 0; i < n_parts; i++)
    total += values[i];

  for (guint i = 0; i < n_parts; i++)
    {
      /* Both ends are rounded alike, so that the parts meet. */
      int from = total > 0 ? (int)(below * length / total) : 0;
      int to = total > 0 ? (int)((below + values[i]) * length / total) : 0;

      lengths[i] = values[i] > 0 ? MAX (to - from, MIN_PART) : 0;
      if (lengths[i] > lengths[longest])
        longest = i;
      below += values[i];
      sum += lengths[i];
    }

  /* What the small ones got too much, the longest gives. */
  if (total > 0)
    lengths[longest] = MAX (lengths[longest] + length - sum, 0);
}

static void
part_box (GramShareBar *self, const int *lengths, guint part, int *x, int *width)
{
  *x = 0;
  for (guint i = 0; i < part; i++)
    *x += lengths[i];
  *width = lengths[part];
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    *x = gtk_widget_get_width (GTK_WIDGET (self)) - *x - *width;
}

static void
gram_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GramShareBar *self = GRAM_SHARE_BAR (widget);
  int lengths[GRAM_CHART_MAX_SERIES] = { 0 };
  int full = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GskRoundedRect outline;

  gram_share_bar_divide (self->values, self->n_parts, full, lengths);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, full, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  for (guint i = 0; i < self->n_parts; i++)
    {
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      GdkRGBA color;
      int gap;
      int x;
      int width;

      part_box (self, lengths, i, &x, &width);
      if (width == 0)
        continue;
      /* Parts are held apart: colour is not the only difference. */
      gap = (rtl ? x > 0 : x + width < full) ? MIN (GAP, width - 1) : 0;
      adw_accent_color_to_rgba (self->series[i].color, &color);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (rtl ? x + gap : x, 0, width - gap, height));
    }
  gtk_snapshot_pop (snapshot);
}

static void
gram_share_bar_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = wide ? 120 : HEIGHT;
  *natural = wide ? 480 : HEIGHT;
}

static char *
dup_part_text (GramShareBar *self, guint part)
{
  g_autofree char *count = gram_format_count (self->values[part]);

  return g_strdup_printf ("%s: %s", self->series[part].name, count);
}

static gboolean
gram_share_bar_query_tooltip (GtkWidget *widget,
                              int x,
                              int y,
                              gboolean keyboard_tooltip,
                              GtkTooltip *tooltip)
{
  GramShareBar *self = GRAM_SHARE_BAR (widget);
  int lengths[GRAM_CHART_MAX_SERIES] = { 0 };

  if (keyboard_tooltip)
    return FALSE;

  gram_share_bar_divide (self->values, self->n_parts, gtk_widget_get_width (widget), lengths);
  for (guint i = 0; i < self->n_parts; i++)
    {
      g_autofree char *text = NULL;
      int left;
      int width;

      part_box (self, lengths, i, &left, &width);
      if (x < left || x >= left + width)
        continue;

      text = dup_part_text (self, i);
      gtk_tooltip_set_text (tooltip, text);
      gtk_tooltip_set_tip_area (tooltip,
                                &(GdkRectangle){ left, 0, width, gtk_widget_get_height (widget) });
      return TRUE;
    }

  return FALSE;
}

static void
gram_share_bar_class_init (GramShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = gram_share_bar_snapshot;
  widget_class->measure = gram_share_bar_measure;
  widget_class->query_tooltip = gram_share_bar_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "gramsharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gram_share_bar_init (GramShareBar *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
gram_share_bar_new (void)
{
  return g_object_new (GRAM_TYPE_SHARE_BAR, NULL);
}

void
gram_share_bar_set_parts (GramShareBar *self,
                          const char *title,
                          const GramChartSeries *series,
                          const gint64 *values,
                          guint n_parts)
{
  g_autoptr (GString) summary = NULL;

  g_return_if_fail (GRAM_IS_SHARE_BAR (self));
  g_return_if_fail (title != NULL);
  g_return_if_fail (n_parts <= GRAM_CHART_MAX_SERIES);

  self->series = series;
  self->n_parts = n_parts;
  summary = g_string_new (title);
  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *text = NULL;

      self->values[i] = values[i];
      text = dup_part_text (self, i);
      g_string_append_printf (summary, "%s%s", i == 0 ? ". " : "; ", text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  summary->str, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
