/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dashboard-view.h"

#include "gram-chart-table.h"
#include "gram-dashboard-figures.h"
#include "gram-figure-tile.h"
#include "gram-formats.h"
#include "gram-overview-news.h"
#include "gram-pressable.h"
#include "gram-questions-standing.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

/* So many years of origin are told; the Credits page has all. */
#define MAX_LAPSES 3

struct _GramDashboardView
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkFlowBox *tiles_box;
  AdwPreferencesGroup *lapse_group;
  GtkWidget *chart_group;
  GramChart *chart;

  /* Borrowed References */
  GramFigureTile *tiles[GRAM_DASHBOARD_N_TILES];

  /* Owned References */
  GramDashboard *dashboard;
  GListModel *columns;
  GPtrArray *lapse_rows; /* the group owns them */
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (GramDashboardView, gram_dashboard_view, ADW_TYPE_BIN)

/* Which tile an explanation was asked for. */
typedef struct
{
  GramDashboardView *view;
  GramDashboardTile tile;
  GCancellable *asking;
} Asked;

static void
asked_free (Asked *self)
{
  g_object_unref (self->view);
  g_object_unref (self->asking);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
explained_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  GramDashboardView *self = asked->view;
  g_autoptr (GramFigureExplanation) explanation
      = gram_session_explain_ccs_finish (GRAM_SESSION (object), result, NULL, NULL);
  g_autoptr (GramFigure) figure = NULL;

  /* A figure that cannot be explained, such as one of a year without published weights, stays as it is. */
  if (explanation == NULL || self->dashboard == NULL || asked->asking != self->asking)
    return;

  figure = gram_dashboard_figure_new (self->dashboard, asked->tile, explanation);
  gram_figure_tile_set_figure (self->tiles[asked->tile], figure);
}

static void
explain (GramDashboardView *self, GramSession *session, GramDashboardTile tile)
{
  const char *word = gram_dashboard_tile_explains (tile);
  Asked *asked;

  if (word == NULL)
    return;

  asked = g_new0 (Asked, 1);
  asked->view = g_object_ref (self);
  asked->tile = tile;
  asked->asking = g_object_ref (self->asking);
  gram_session_explain_ccs_async (session, word, self->dashboard->account_id, self->dashboard->year,
                                  self->asking, explained_cb, asked);
}

static void
fill_tiles (GramDashboardView *self, GramSession *session)
{
  guint n_tiles = 0;

  for (GramDashboardTile tile = 0; tile < GRAM_DASHBOARD_N_TILES; tile++)
    {
      GtkWidget *child = gtk_widget_get_parent (GTK_WIDGET (self->tiles[tile]));
      gboolean there = gram_dashboard_has_tile (self->dashboard, tile);
      g_autoptr (GramFigure) figure = NULL;
      const char *action;
      const char *label;
      GVariant *target;

      gtk_widget_set_visible (child, there);
      if (!there)
        continue;
      n_tiles++;
      figure = gram_dashboard_figure_new (self->dashboard, tile, NULL);
      label = gram_dashboard_tile_link (self->dashboard, tile, &action, &target);
      gram_figure_tile_set_figure (self->tiles[tile], figure);
      gram_figure_tile_set_link (self->tiles[tile], label, action, target);
      explain (self, session, tile);
    }
  gtk_flow_box_set_max_children_per_line (self->tiles_box, n_tiles);
}

static GtkWidget *
lapse_row_new (const GramDashboard *dashboard, const GramDashboardCredit *credit)
{
  g_autofree char *amount = gram_dashboard_dup_grams (credit->amount + credit->reserved);
  g_autofree char *day = gram_format_date (credit->lapses_on);
  g_autofree char *left = gram_overview_days_left (dashboard->today, credit->lapses_on);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *icon = gtk_image_new_from_icon_name (credit->warned ? "dialog-warning-symbolic"
                                                                 : "gram-credit-symbolic");
  GtkWidget *row;
  GtkWidget *arrow;

  /* Translators: an amount of credits, a year */
  title = g_strdup_printf (_ ("%1$s of %2$d"), amount, credit->year);
  /* Translators: a day, and how many days are left */
  subtitle = g_strdup_printf (_ ("Until %1$s · %2$s"), day, left != NULL ? left : "");
  row = gram_row_new (title, subtitle);
  arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  if (credit->warned)
    gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go-credits");
  gram_pressable_install (row);

  return row;
}

/* The year that lapses first stands first. */
static void
fill_lapses (GramDashboardView *self)
{
  gram_rows_clear (self->lapse_rows);
  for (guint i = 0; i < self->dashboard->credits->len && i < MAX_LAPSES; i++)
    {
      GtkWidget *row = lapse_row_new (self->dashboard, self->dashboard->credits->pdata[i]);

      adw_preferences_group_add (self->lapse_group, row);
      g_ptr_array_add (self->lapse_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->lapse_group), self->lapse_rows->len > 0);
}

static void
fill_chart (GramDashboardView *self)
{
  g_autofree char *summary = NULL;

  g_clear_object (&self->columns);
  self->columns = gram_dashboard_columns (self->dashboard, &summary);
  gram_chart_set_columns (self->chart, self->columns, summary);
  gtk_widget_set_visible (self->chart_group, gram_dashboard_has_months (self->dashboard));
}

static void
show_table_cb (GramDashboardView *self)
{
  guint n_series;
  const GramChartSeries *series = gram_dashboard_series (&n_series);

  g_assert (GRAM_IS_DASHBOARD_VIEW (self));

  if (self->columns != NULL)
    adw_dialog_present (gram_chart_table_new (_ ("Credits and Charges by Month"), _ ("Accepted In"),
                                              self->columns, series, n_series),
                        GTK_WIDGET (self));
}

/* An answer that is under way finds that nobody waits for it. */
static void
forget (GramDashboardView *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->dashboard, gram_dashboard_unref);
}

static void
gram_dashboard_view_unroot (GtkWidget *widget)
{
  forget (GRAM_DASHBOARD_VIEW (widget));

  GTK_WIDGET_CLASS (gram_dashboard_view_parent_class)->unroot (widget);
}

static void
gram_dashboard_view_dispose (GObject *object)
{
  forget ((GramDashboardView *)object);

  G_OBJECT_CLASS (gram_dashboard_view_parent_class)->dispose (object);
}

static void
gram_dashboard_view_finalize (GObject *object)
{
  GramDashboardView *self = (GramDashboardView *)object;

  g_clear_object (&self->columns);
  g_ptr_array_unref (self->lapse_rows);

  G_OBJECT_CLASS (gram_dashboard_view_parent_class)->finalize (object);
}

static void
gram_dashboard_view_class_init (GramDashboardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_dashboard_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_dashboard_view_finalize;
  widget_class->unroot = gram_dashboard_view_unroot;

  g_type_ensure (GRAM_TYPE_CHART);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/overview/gram-dashboard-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramDashboardView, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, GramDashboardView, lapse_group);
  gtk_widget_class_bind_template_child (widget_class, GramDashboardView, chart_group);
  gtk_widget_class_bind_template_child (widget_class, GramDashboardView, chart);
  gtk_widget_class_bind_template_callback (widget_class, show_table_cb);
}

static void
gram_dashboard_view_init (GramDashboardView *self)
{
  guint n_series;
  const GramChartSeries *series = gram_dashboard_series (&n_series);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->lapse_rows = g_ptr_array_new ();
  for (guint i = 0; i < GRAM_DASHBOARD_N_TILES; i++)
    {
      GtkWidget *tile = gram_figure_tile_new ();

      gtk_flow_box_append (self->tiles_box, tile);
      /* The tile takes the focus, not what GTK puts around it. */
      gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);
      self->tiles[i] = GRAM_FIGURE_TILE (tile);
    }
  gram_chart_set_series (self->chart, series, GRAM_DASHBOARD_N_DRAWN);
}

void
gram_dashboard_view_show (GramDashboardView *self, GramSession *session, GramDashboard *dashboard)
{
  g_return_if_fail (GRAM_IS_DASHBOARD_VIEW (self));
  g_return_if_fail (GRAM_IS_SESSION (session));

  forget (self);
  gtk_widget_set_visible (GTK_WIDGET (self), dashboard != NULL);
  if (dashboard == NULL)
    return;

  self->dashboard = gram_dashboard_ref (dashboard);
  self->asking = g_cancellable_new ();
  fill_tiles (self, session);
  fill_lapses (self);
  fill_chart (self);
}
