/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "acceptance-fixture.h"

#include "gram-dashboard-figures.h"
#include "gram-dashboard-view.h"
#include "gram-figure-tile.h"
#include "gram-overview-page.h"
#include "gram-questions-standing.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

static GramDashboard *
ask (AccountFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramDashboard *dashboard;

  gram_session_dashboard_async (self->session, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  dashboard = gram_session_dashboard_finish (self->session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (dashboard);
  return dashboard;
}

/* The tiles of the source text, what they say, and what they open. */
static void
test_tiles (AccountFixture *self, gconstpointer data)
{
  static const struct
  {
    AcceptanceStand stand;
    GramDashboardTile tile;
    const char *caption; /* NULL: there is none */
    const char *value;
    const char *action;
  } rows[] = {
    { ACCEPTANCE_PAYG, GRAM_DASHBOARD_TILE_WAITING, "Awaiting Acceptance", "4",
      "win.show-vehicles" },
    { ACCEPTANCE_PAYG, GRAM_DASHBOARD_TILE_CREDITS, "Credit Balance", "33.00", "win.go-credits" },
    { ACCEPTANCE_PAYG, GRAM_DASHBOARD_TILE_CHARGES, "Pending Charges", "NZ$60.00",
      "win.show-charges" },
    { ACCEPTANCE_PAYG, GRAM_DASHBOARD_TILE_NET, NULL, NULL, NULL },
    { ACCEPTANCE_FLEET_AVERAGE, GRAM_DASHBOARD_TILE_NET, "Net Position 2027", "0.00",
      "win.show-vehicles-where" },
  };
  AcceptanceStand stand = (AcceptanceStand)GPOINTER_TO_INT (data);
  g_autoptr (GramDashboard) dashboard = ask (self);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramFigure) figure = NULL;
      g_autoptr (GVariant) owned = NULL;
      const char *action;
      GVariant *target;

      if (rows[i].stand != stand)
        continue;
      g_assert_cmpint (gram_dashboard_has_tile (dashboard, rows[i].tile), ==,
                       rows[i].caption != NULL);
      if (rows[i].caption == NULL)
        continue;
      figure = gram_dashboard_figure_new (dashboard, rows[i].tile, NULL);
      g_assert_cmpstr (gram_figure_get_caption (figure), ==, rows[i].caption);
      g_assert_cmpstr (gram_figure_get_value (figure), ==, rows[i].value);
      g_assert_nonnull (gram_figure_get_article (figure));
      g_assert_nonnull (gram_dashboard_tile_link (dashboard, rows[i].tile, &action, &target));
      g_assert_cmpstr (action, ==, rows[i].action);
      if (target != NULL)
        owned = g_variant_ref_sink (target);
    }
}

/* Credits by year of origin, the first to lapse first. */
static void
test_credits (AccountFixture *self, gconstpointer data)
{
  g_autoptr (GramDashboard) dashboard = ask (self);
  g_autoptr (GramFigure) figure
      = gram_dashboard_figure_new (dashboard, GRAM_DASHBOARD_TILE_CREDITS, NULL);
  const char *label;
  const char *value;

  g_assert_cmpuint (gram_figure_get_n_inputs (figure), ==, 3);
  gram_figure_get_input (figure, 0, &label, &value);
  g_assert_cmpstr (label, ==, "Of 2024, until 31 December 2028");
  g_assert_cmpstr (value, ==, "5.00 g");
  gram_figure_get_input (figure, 2, &label, &value);
  g_assert_cmpstr (label, ==, "Of 2026, until 31 December 2030");
  g_assert_cmpstr (value, ==, "8.00 g");
}

/* A month each, the running one the last; the table has what the chart cannot draw. */
static void
test_months (AccountFixture *self, gconstpointer data)
{
  g_autoptr (GramDashboard) dashboard = ask (self);
  g_autofree char *summary = NULL;
  g_autoptr (GListModel) columns = gram_dashboard_columns (dashboard, &summary);
  g_autoptr (GramChartColumn) september = g_list_model_get_item (columns, 9);

  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, GRAM_DASHBOARD_MONTHS);
  g_assert_true (gram_dashboard_has_months (dashboard));
  g_assert_cmpstr (gram_chart_column_get_title (september), ==, "September 2026");
  g_assert_cmpint (gram_chart_column_get_value (september, 0), ==, 800);
  g_assert_cmpint (gram_chart_column_get_value (september, 1), ==, 1000);
  g_assert_cmpint (gram_chart_column_get_value (september, 2), ==, 6000);
  g_assert_cmpint (gram_chart_column_get_value (september, 3), ==, 2);
}

static gboolean
is_explained (gpointer data)
{
  GramFigure *figure = gram_figure_tile_get_figure (data);

  return gram_figure_get_n_inputs (figure) > 1;
}

/* What is owed stands first, and the tiles explain themselves. */
static void
test_page (AccountFixture *self, gconstpointer data)
{
  GtkWidget *page = acceptance_show (self, GRAM_TYPE_OVERVIEW_PAGE, 1200, 1500);
  GtkWidget *row = gram_test_await (page, ADW_TYPE_ACTION_ROW, "Charges of NZ$60.00 are overdue");
  GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *label;
  GtkWidget *tile;

  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), ==, "To Do");
  gram_test_await (page, ADW_TYPE_ACTION_ROW, "5.00 g of 2024");
  account_fixture_picture (self, "dashboard-payg-1200");
  label = gram_test_await (page, GTK_TYPE_LABEL, "Pending Charges");
  tile = gtk_widget_get_ancestor (label, GRAM_TYPE_FIGURE_TILE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (gram_test_await (tile, GTK_TYPE_MENU_BUTTON, NULL)));
  gram_test_await (tile, GTK_TYPE_BUTTON, "Show These _Charges");
  gram_test_wait_until (is_explained, tile);
  account_fixture_picture (self, "dashboard-explained-1200");
  acceptance_show (self, GRAM_TYPE_OVERVIEW_PAGE, 400, 2200);
  gram_test_settle ();
  account_fixture_picture (self, "dashboard-payg-400");
}

static gboolean
is_on (gpointer data)
{
  return adw_switch_row_get_active (data);
}

/* Whoever shows a record keeps it: the answers come after everybody else has given it back. */
static void
test_kept (AccountFixture *self, gconstpointer data)
{
  GtkWidget *view = g_object_new (GRAM_TYPE_DASHBOARD_VIEW, NULL);
  GramDashboard *dashboard = ask (self);
  GtkWidget *label;
  GtkWidget *tile;

  self->window = gram_test_window_new (view, 1200, 1100);
  gram_dashboard_view_show (GRAM_DASHBOARD_VIEW (view), self->session, dashboard);
  gram_dashboard_unref (dashboard);
  label = gram_test_await (view, GTK_TYPE_LABEL, "Pending Charges");
  tile = gtk_widget_get_ancestor (label, GRAM_TYPE_FIGURE_TILE);
  gram_test_wait_until (is_explained, tile);
}

/* A view that never had a window, or has none any more, is told an answer and given up. */
static void
test_given_up (AccountFixture *self, gconstpointer data)
{
  GtkWidget *view = g_object_ref_sink (g_object_new (GRAM_TYPE_DASHBOARD_VIEW, NULL));
  GramDashboard *dashboard = ask (self);

  gram_dashboard_view_show (GRAM_DASHBOARD_VIEW (view), self->session, dashboard);
  gram_dashboard_unref (dashboard);
  g_object_unref (view);
  gram_test_settle ();
}

/* Two switches, each on its own; what waits is included only if a person says so. */
static void
test_auto_accept (AccountFixture *self, gconstpointer data)
{
  GtkWidget *page = acceptance_show (self, GRAM_TYPE_OVERVIEW_PAGE, 1200, 1700);
  GtkWidget *below
      = gram_test_await (page, ADW_TYPE_SWITCH_ROW, "Accept vehicles _at or below their target");
  GtkWidget *above
      = gram_test_await (page, ADW_TYPE_SWITCH_ROW, "Accept vehicles a_bove their target");

  account_fixture_picture (self, "dashboard-fleet-1200");
  adw_switch_row_set_active (ADW_SWITCH_ROW (above), TRUE);
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (above)));
  account_fixture_await (self, ADW_TYPE_SWITCH_ROW, "_Include those already waiting");
  account_fixture_picture (self, "auto-accept-above-1200");
  account_fixture_press (self, "_Turn On");
  account_fixture_wait_closed (self);
  gram_test_wait_until (is_on, above);
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (below)));
  g_assert_cmpuint (gram_account_get_auto_accept (gram_session_get_account (self->session)), ==,
                    GRAM_AUTO_ACCEPT_CHARGE);
}

/* Who may only look sees the switches and cannot turn them. */
static void
test_viewer (AccountFixture *self, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *row;

  acceptance_become (self, ACCEPTANCE_VIEWER);
  page = acceptance_show (self, GRAM_TYPE_OVERVIEW_PAGE, 1200, 1500);
  row = gram_test_await (page, ADW_TYPE_SWITCH_ROW, "Accept vehicles _automatically");
  g_assert_false (gtk_widget_is_sensitive (row));
  g_assert_nonnull (gtk_widget_get_tooltip_text (row));
}

/* A new account: no figures to show off with, and the way to the first vehicles. */
static void
test_empty (AccountFixture *self, gconstpointer data)
{
  GtkWidget *page;

  account_fixture_open_empty (self);
  page = acceptance_show (self, GRAM_TYPE_OVERVIEW_PAGE, 1200, 1100);
  gram_test_await (page, ADW_TYPE_ACTION_ROW, "Bring in a register extract");
  g_assert_null (gram_test_find (page, GTK_TYPE_LABEL, "Credits and Charges by Month"));
  g_assert_null (gram_test_find (page, GTK_TYPE_LABEL, "What Lapses Next"));
  account_fixture_picture (self, "dashboard-empty-1200");
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);

#define ADD(path, stand, test)                                                                     \
  g_test_add ("/dashboard/" path, AccountFixture, GINT_TO_POINTER (stand), acceptance_set_up,      \
              test, acceptance_tear_down)
  ADD ("tiles/payg", ACCEPTANCE_PAYG, test_tiles);
  ADD ("tiles/fleet-average", ACCEPTANCE_FLEET_AVERAGE, test_tiles);
  ADD ("credits", ACCEPTANCE_PAYG, test_credits);
  ADD ("months", ACCEPTANCE_PAYG, test_months);
  ADD ("page", ACCEPTANCE_PAYG, test_page);
  ADD ("kept", ACCEPTANCE_PAYG, test_kept);
  ADD ("given-up", ACCEPTANCE_PAYG, test_given_up);
  ADD ("auto-accept", ACCEPTANCE_FLEET_AVERAGE, test_auto_accept);
  ADD ("viewer", ACCEPTANCE_PAYG, test_viewer);
  ADD ("empty", ACCEPTANCE_PAYG, test_empty);
#undef ADD

  status = g_test_run ();
  acceptance_end ();
  return status;
}
