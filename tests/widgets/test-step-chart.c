/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-step-chart.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"

static GArray *
points_new (const GramStepPoint *points, guint n_points)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (GramStepPoint));

  g_array_append_vals (array, points, n_points);
  return array;
}

/* What was last said about a day holds on it. */
static void
test_find (void)
{
  static const GramStepPoint points[] = { { 10, { 1, 0 } }, { 20, { 5, 7 } }, { 30, { 9, 7 } } };
  static const struct
  {
    int day;
    gint64 value;
  } rows[] = { { 9, -1 }, { 10, 1 }, { 19, 1 }, { 20, 5 }, { 29, 5 }, { 30, 9 }, { 1000, 9 } };
  g_autoptr (GArray) array = points_new (points, G_N_ELEMENTS (points));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GramStepPoint *found = gram_step_chart_find (array, rows[i].day);

      g_assert_true ((found == NULL) == (rows[i].value < 0));
      if (found != NULL)
        g_assert_cmpint (found->values[0], ==, rows[i].value);
    }
}

/* Draws in sizes from too small to wide, in both directions; empty, with one day, with all that fits into a number. */
static void
test_draw (void)
{
  static const GramStepPoint points[] = {
    { 739252, { 0, 0 } },
    { 739300, { 700000, 0 } },
    { 739500, { 1467718, 1578626 } },
    { 739900, { 1467718, 1548626 } },
  };
  static const GramStepPoint huge[] = { { 739252, { G_MAXINT64 / 4096, 1 } } };
  static const GramStepMark marks[]
      = { { 739252, "Jan 2025" }, { 739433, "Jul 2025" }, { 739617, NULL } };
  static const int widths[] = { 130, 400, 1200 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GArray) array = points_new (points, G_N_ELEMENTS (points));
      g_autoptr (GArray) one = points_new (huge, G_N_ELEMENTS (huge));
      g_autoptr (GArray) none = points_new (NULL, 0);
      GtkWidget *chart = gram_step_chart_new ();
      GtkWindow *window;

      gtk_widget_set_direction (chart, i == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      gram_step_chart_set_names (GRAM_STEP_CHART (chart), "Activity", "Allowances");
      window = gram_test_gtk_window_new (chart, widths[i], 240);
      gram_test_settle ();
      gram_step_chart_set_points (GRAM_STEP_CHART (chart), none, 739252, 739983, NULL, 0, "Empty");
      gram_test_settle ();
      gram_step_chart_set_points (GRAM_STEP_CHART (chart), one, 739252, 739983, marks,
                                  G_N_ELEMENTS (marks), "Huge");
      gram_test_settle ();
      gram_step_chart_set_points (GRAM_STEP_CHART (chart), array, 739252, 739983, marks,
                                  G_N_ELEMENTS (marks), "Scheme year 2025");
      gram_test_settle ();
      gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "Scheme year 2025");
      gram_test_gtk_window_destroy (window);
    }

  gram_test_assert_finalizes (gram_step_chart_new ());
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/step-chart/find", test_find);
  g_test_add_func ("/step-chart/draw", test_draw);

  return g_test_run ();
}
