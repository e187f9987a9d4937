/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-year-view.h"

#include "gram-chart-table.h"
#include "gram-failure.h"
#include "gram-fleet-year-view-private.h"
#include "gram-legend.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramFleetYearView, gram_fleet_year_view, ADW_TYPE_BIN)

static void
fill_chart (GramFleetYearView *self)
{
  g_autofree char *summary = NULL;

  g_clear_object (&self->columns);
  self->columns = gram_fleet_columns (self->detail);
  /* Translators: names a chart for a screen reader; %d is a year */
  summary
      = g_strdup_printf (_ ("Chart of grams below and over target by month of acceptance in %d"),
                         self->detail->row->year);
  gram_chart_set_columns (self->chart, self->columns, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_group), self->detail->row->vehicles > 0);
}

/* In a dialog of its own the year says whose it is. */
static void
title_dialog (GramFleetYearView *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);
  const GramFleetYearRow *row = self->detail->row;
  g_autofree char *year = NULL;
  g_autofree char *title = NULL;

  if (dialog == NULL)
    return;

  /* Translators: %d is a year */
  year = g_strdup_printf (_ ("Fleet Average %d"), row->year);
  title = g_strdup_printf ("%s · %s", year, row->holder);
  adw_dialog_set_title (ADW_DIALOG (dialog), title);
}

static void
fill (GramFleetYearView *self)
{
  const GramFleetYearRow *row = self->detail->row;
  g_autofree char *result = gram_fleet_dup_comes_to (row->credits, row->amount);
  g_autofree char *sentence = gram_fleet_dup_sentence (self->detail);
  g_autofree char *title = NULL;

  gram_fleet_fill_track (self->track, self->detail);
  /* Translators: a year, and what it comes to: credits or money */
  title = g_strdup_printf (_ ("%1$d comes to: %2$s"), row->year, result);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->standing_row), title);
  adw_action_row_set_subtitle (self->standing_row, sentence);
  gram_fleet_show_look (row, self->standing_image);
  for (guint i = 0; i < GRAM_FLEET_N_TILES; i++)
    {
      g_autoptr (GramFigure) figure = gram_fleet_figure_new ((GramFleetTile)i, self->detail);

      gram_figure_tile_set_figure (self->tiles[i], figure);
    }
  gtk_widget_set_visible (gtk_widget_get_parent (
                              GTK_WIDGET (self->tiles[GRAM_FLEET_TILE_FORECAST])),
                          self->detail->forecast.vehicles > 0);
  title_dialog (self);
  fill_chart (self);
  _gram_fleet_year_view_fill_groups (self);
  gtk_stack_set_visible_child_name (self->stack, "year");
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramFleetYearView) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GramFleetYearDetail *detail
      = gram_session_fleet_year_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || g_task_get_cancellable (G_TASK (result)) != self->asking)
    {
      gram_fleet_year_detail_free (detail);
      return;
    }
  if (detail == NULL)
    {
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  g_clear_pointer (&self->detail, gram_fleet_year_detail_free);
  self->detail = detail;
  fill (self);
}

static void
ask (GramFleetYearView *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gram_session_fleet_year_async (self->session, self->account_id, self->year, self->asking,
                                 detail_cb, g_object_ref (self));
}

static void
show_table_cb (GramFleetYearView *self)
{
  guint n_series;
  const GramChartSeries *series = gram_fleet_series (&n_series);

  g_assert (GRAM_IS_FLEET_YEAR_VIEW (self));

  if (self->columns != NULL)
    adw_dialog_present (gram_chart_table_new (_ ("By Month of Acceptance"), _ ("Month"),
                                              self->columns, series, n_series),
                        GTK_WIDGET (self));
}

static void
gram_fleet_year_view_dispose (GObject *object)
{
  GramFleetYearView *self = GRAM_FLEET_YEAR_VIEW (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->rows != NULL)
    g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_FLEET_YEAR_VIEW);
  g_clear_object (&self->columns);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_fleet_year_view_parent_class)->dispose (object);
}

static void
gram_fleet_year_view_finalize (GObject *object)
{
  GramFleetYearView *self = GRAM_FLEET_YEAR_VIEW (object);

  g_clear_pointer (&self->detail, gram_fleet_year_detail_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_fleet_year_view_parent_class)->finalize (object);
}

static void
set_narrow (GramFleetYearView *self, gboolean narrow)
{
  gram_state_track_set_narrow (self->track, narrow);
}

static void
narrow_cb (GramFleetYearView *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (GramFleetYearView *self)
{
  set_narrow (self, FALSE);
}

static void
gram_fleet_year_view_class_init (GramFleetYearViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_fleet_year_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_fleet_year_view_finalize;

  g_type_ensure (GRAM_TYPE_CHART);
  g_type_ensure (GRAM_TYPE_STATE_TRACK);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/charges/gram-fleet-year-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, track);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, standing_row);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, standing_image);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, actions_group);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, charges_group);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, borrowings_group);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, chart_group);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, chart);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, legend);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, models_group);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, forecast_group);
  gtk_widget_class_bind_template_child (widget_class, GramFleetYearView, runs_group);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, show_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
gram_fleet_year_view_init (GramFleetYearView *self)
{
  /* In the colours of the series. */
  static const char *const swatches[] = { "accepted", "ready" };
  const GramChartSeries *series;
  guint n_series;

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));

  series = gram_fleet_series (&n_series);
  gram_chart_set_series (self->chart, series, n_series);
  for (guint i = 0; i < n_series; i++)
    adw_wrap_box_append (self->legend, gram_legend_item_new (series[i].name, swatches[i]));
  for (guint i = 0; i < GRAM_FLEET_N_TILES; i++)
    {
      GtkWidget *tile = gram_figure_tile_new ();

      gtk_flow_box_append (self->tiles_box, tile);
      /* The tile takes the focus, not what GTK puts around it. */
      gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);
      self->tiles[i] = GRAM_FIGURE_TILE (tile);
    }
}

void
gram_fleet_year_view_show (GramFleetYearView *self,
                           GramSession *session,
                           gint64 account_id,
                           int year)
{
  g_return_if_fail (GRAM_IS_FLEET_YEAR_VIEW (self));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (account_id > 0);

  if (self->account_id != account_id || self->year != year)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  g_set_object (&self->session, session);
  self->account_id = account_id;
  self->year = year;
  ask (self);
}

gboolean
gram_fleet_year_view_is_known (GramFleetYearView *self)
{
  g_return_val_if_fail (GRAM_IS_FLEET_YEAR_VIEW (self), FALSE);

  return self->detail != NULL
         && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "year");
}

void
gram_fleet_year_view_present (GtkWidget *parent, GramSession *session, gint64 account_id, int year)
{
  GramFleetYearView *self = g_object_new (GRAM_TYPE_FLEET_YEAR_VIEW, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  AdwDialog *dialog = adw_dialog_new ();
  g_autofree char *title = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  /* Translators: %d is a year */
  title = g_strdup_printf (_ ("Fleet Average %d"), year);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self));
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_content_width (dialog, 820);
  adw_dialog_set_content_height (dialog, 820);
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  gram_fleet_year_view_show (self, session, account_id, year);
  adw_dialog_present (dialog, parent);
}
