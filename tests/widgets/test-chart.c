/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-chart-private.h"
#include "gram-chart-table.h"
#include "gram-chart.h"
#include "gram-test-gtk.h"
#include "gram-share-bar.h"
#include "gram-test-loop.h"

static const GramChartSeries series[] = {
  { "Accepted", ADW_ACCENT_COLOR_BLUE },
  { "Ready", ADW_ACCENT_COLOR_ORANGE },
};

/* Credits above zero, charges below, in hundredths. */
static const GramChartSeries balance[] = {
  { "Credits", ADW_ACCENT_COLOR_BLUE, FALSE, 2 },
  { "Charges", ADW_ACCENT_COLOR_ORANGE, TRUE, 2 },
};

static void
test_axis (void)
{
  static const struct
  {
    gint64 max;
    gint64 step;
  } rows[] = {
    { 0, 1 },   { 4, 1 },     { 5, 2 },      { 10, 5 },           { 24, 5 },
    { 25, 10 }, { 899, 200 }, { 1000, 500 }, { 1000000, 500000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (gram_chart_axis_step (rows[i].max), ==, rows[i].step);
}

static GListModel *
columns_new (guint n)
{
  GListStore *columns = g_list_store_new (GRAM_TYPE_CHART_COLUMN);

  for (guint i = 0; i < n; i++)
    {
      const gint64 values[] = { i * 7, 300 - i };
      g_autofree char *title = g_strdup_printf ("Month %u", i);
      g_autoptr (GramChartColumn) column
          = gram_chart_column_new ("Jan", title, values, G_N_ELEMENTS (values));

      g_list_store_append (columns, column);
    }

  return G_LIST_MODEL (columns);
}

/* Draws in sizes from too small to wide, in both directions, empty and full. */
static void
test_draw (void)
{
  static const int widths[] = { 130, 400, 1200 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GListModel) columns = columns_new (40);
      GtkWidget *chart = gram_chart_new ();
      GtkWindow *window;

      gtk_widget_set_direction (chart, i == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      window = gram_test_gtk_window_new (chart, widths[i], 240);
      gram_chart_set_series (GRAM_CHART (chart), series, G_N_ELEMENTS (series));
      gram_test_settle ();
      gram_chart_set_columns (GRAM_CHART (chart), columns, "Chart of cars");
      gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Chart of cars");
      gram_test_settle ();
      g_list_store_remove_all (G_LIST_STORE (columns));
      gram_test_settle ();
      gram_test_gtk_window_destroy (window);
    }

  gram_test_assert_finalizes (gram_chart_new ());
}

/* Both sides of zero share one scale, whatever there is on either. */
static void
test_below (void)
{
  static const struct
  {
    gint64 lowest;
    gint64 highest;
    gint64 min;
    gint64 max;
  } rows[] = {
    { 0, 0, 0, 1 },   { -2681, 11771, -5000, 15000 }, { -9983, 0, -10000, 0 }, { 0, 1555, 0, 2000 },
    { -1, 1, -1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GListModel) columns = columns_new (3);
      GtkWidget *chart = gram_chart_new ();
      GtkWindow *window = gram_test_gtk_window_new (chart, 400, 240);
      GramChartArea area;

      gram_chart_set_series (GRAM_CHART (chart), balance, G_N_ELEMENTS (balance));
      gram_chart_set_columns (GRAM_CHART (chart), columns, NULL);
      gram_test_settle ();
      g_assert_true (
          _gram_chart_area_init (&area, chart, rows[i].lowest, rows[i].highest, 2, 2, 100));
      g_assert_cmpint (area.min, ==, rows[i].min);
      g_assert_cmpint (area.max, ==, rows[i].max);
      g_assert_cmpint (_gram_chart_area_y (&area, area.max), ==, area.top);
      g_assert_cmpint (_gram_chart_area_y (&area, area.min), ==, area.top + area.height);
      gram_test_gtk_window_destroy (window);
    }
}

static void
test_column (void)
{
  const gint64 values[] = { 3, 4 };
  g_autoptr (GramChartColumn) column = gram_chart_column_new ("Jan", "January 2026", values, 2);

  g_assert_cmpstr (gram_chart_column_get_title (column), ==, "January 2026");
  g_assert_cmpint (gram_chart_column_get_value (column, 1), ==, 4);
  g_assert_cmpint (gram_chart_column_get_value (column, 2), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&column));
}

static void
test_table (void)
{
  g_autoptr (GListModel) columns = columns_new (3);
  AdwDialog *dialog
      = gram_chart_table_new ("Cars by Month", "Month", columns, series, G_N_ELEMENTS (series));
  GtkWindow *window = gram_test_gtk_window_new (gtk_label_new ("behind"), 800, 600);

  adw_dialog_present (dialog, GTK_WIDGET (window));
  gram_test_await (GTK_WIDGET (window), GTK_TYPE_LABEL, "Month 2");
  g_assert_nonnull (gram_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "298"));
  adw_dialog_force_close (dialog);
  dialog = gram_chart_table_new ("Credits by Month", "Month", columns, balance,
                                 G_N_ELEMENTS (balance));
  adw_dialog_present (dialog, GTK_WIDGET (window));
  gram_test_await (GTK_WIDGET (window), GTK_TYPE_LABEL, "2.98");
  adw_dialog_force_close (dialog);
  gram_test_gtk_window_destroy (window);
}

/* Together the parts are as long as the bar, and what is there is seen. */
static void
test_share_bar_divide (void)
{
  static const struct
  {
    gint64 values[GRAM_CHART_MAX_SERIES];
    int length;
    int lengths[GRAM_CHART_MAX_SERIES];
  } rows[] = {
    { { 0, 0, 0, 0 }, 400, { 0, 0, 0, 0 } },
    { { 1, 1, 1, 1 }, 400, { 100, 100, 100, 100 } },
    { { 0, 7, 0, 0 }, 400, { 0, 400, 0, 0 } },
    { { 999999, 1, 0, 0 }, 400, { 397, 3, 0, 0 } },
    { { 1, 1, 1, 0 }, 100, { 33, 33, 34, 0 } },
    { { 9000000000, 1000000000, 0, 2 }, 1000, { 897, 100, 0, 3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int lengths[GRAM_CHART_MAX_SERIES];

      gram_share_bar_divide (rows[i].values, GRAM_CHART_MAX_SERIES, rows[i].length, lengths);
      for (guint part = 0; part < GRAM_CHART_MAX_SERIES; part++)
        g_assert_cmpint (lengths[part], ==, rows[i].lengths[part]);
    }
}

static void
test_share_bar_draw (void)
{
  static const gint64 values[] = { 868, 3 };

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      GtkWidget *bar = gram_share_bar_new ();
      GtkWindow *window;

      gtk_widget_set_direction (bar, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      gram_share_bar_set_parts (GRAM_SHARE_BAR (bar), "Where they stand", series, values,
                                G_N_ELEMENTS (values));
      window = gram_test_gtk_window_new (bar, 400, 60);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "Where they stand. Accepted: 868; Ready: 3");
      gram_test_gtk_window_destroy (window);
    }
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/chart/axis", test_axis);
  g_test_add_func ("/chart/draw", test_draw);
  g_test_add_func ("/chart/below", test_below);
  g_test_add_func ("/chart/column", test_column);
  g_test_add_func ("/chart/table", test_table);
  g_test_add_func ("/share-bar/divide", test_share_bar_divide);
  g_test_add_func ("/share-bar/draw", test_share_bar_draw);

  return g_test_run ();
}
