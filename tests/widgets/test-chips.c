/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-chips.h"

#include "gram-table-order.h"
#include "gram-test-gtk.h"

static GramChips *
make_chips (void)
{
  GramChips *chips = GRAM_CHIPS (gram_chips_new ());

  gram_chips_add (chips, 0, 0, "All", TRUE);
  gram_chips_add (chips, 1, 1, "Open", TRUE);
  gram_chips_add (chips, 1, 2, "Closed", FALSE);
  gram_chips_add (chips, 2, 1, "Mine", FALSE);

  return chips;
}

static void
press (GramChips *chips, const char *name)
{
  GtkWidget *button = gram_test_find (GTK_WIDGET (chips), GTK_TYPE_TOGGLE_BUTTON, name);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* One in a group, groups beside each other, All takes it all back; pressing what is on takes it off. */
static void
test_choose (void)
{
  static const struct
  {
    const char *press;
    guint first, second;
    guint n_changed;
  } steps[] = {
    { "Open", 1, 0, 1 }, { "Closed", 2, 0, 2 }, { "Mine", 2, 1, 3 }, { "All", 0, 0, 4 },
    { "All", 0, 0, 4 },  { "Mine", 0, 1, 5 },   { "Mine", 0, 0, 6 },
  };
  GramChips *chips = make_chips ();
  GtkWindow *window = gram_test_gtk_window_new (GTK_WIDGET (chips), 400, 200);
  guint n_changed = 0;

  g_signal_connect_swapped (chips, "changed", G_CALLBACK (count_cb), &n_changed);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (chips, steps[i].press);
      g_assert_cmpuint (gram_chips_get (chips, 1), ==, steps[i].first);
      g_assert_cmpuint (gram_chips_get (chips, 2), ==, steps[i].second);
      g_assert_cmpuint (n_changed, ==, steps[i].n_changed);
      g_assert_cmpint (gram_chips_is_chosen (chips), ==,
                       steps[i].first != 0 || steps[i].second != 0);
    }
  gram_test_gtk_window_destroy (window);
}

/* Any set can be shown, and says so to nobody if it is the same. */
static void
test_set (void)
{
  GramChips *chips = make_chips ();
  GtkWindow *window = gram_test_gtk_window_new (GTK_WIDGET (chips), 400, 200);
  const guint both[GRAM_CHIPS_N_GROUPS] = { 0, 1 | 2, 0 };
  guint n_changed = 0;

  g_signal_connect_swapped (chips, "changed", G_CALLBACK (count_cb), &n_changed);
  gram_chips_set (chips, both);
  gram_chips_set (chips, both);
  g_assert_cmpuint (n_changed, ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *button
          = gram_test_find (GTK_WIDGET (chips), GTK_TYPE_TOGGLE_BUTTON, i == 0 ? "Open" : "Closed");

      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
    }
  gram_test_gtk_window_destroy (window);
}

/* A count stands beside the title; what leads nowhere hides, unless it is kept or chosen. */
static void
test_counts (void)
{
  GramChips *chips = make_chips ();
  GtkWindow *window = gram_test_gtk_window_new (GTK_WIDGET (chips), 400, 200);
  const guint closed[GRAM_CHIPS_N_GROUPS] = { 0, 2 };
  GtkWidget *button = gram_test_find (GTK_WIDGET (chips), GTK_TYPE_TOGGLE_BUTTON, "Closed");

  g_assert_true (gtk_widget_get_visible (button));
  gram_chips_set_count (chips, 1, 2, 0);
  g_assert_false (gtk_widget_get_visible (button));
  gram_chips_set (chips, closed);
  g_assert_true (gtk_widget_get_visible (button));
  gram_chips_set_count (chips, 1, 2, 1204);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Closed  1\342\200\257204");
  gram_chips_set_count (chips, 1, 1, 0);
  g_assert_true (gtk_widget_get_visible (
      gram_test_find (GTK_WIDGET (chips), GTK_TYPE_TOGGLE_BUTTON, "Open  0")));
  gram_chips_set_count (chips, 1, 2, -1);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Closed");
  gram_test_gtk_window_destroy (window);
}

static void
test_finalize (void)
{
  gram_test_assert_finalizes (GTK_WIDGET (make_chips ()));
}

/* The order of a table: actions and headers say the same, once each. */
static void
test_order (void)
{
  static const char *const words[] = { "due", "number", NULL };
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  GtkWindow *window;
  GtkColumnViewSorter *sorter;
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Number", NULL);
  g_autoptr (GtkSorter) marker = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  GramTableOrder *order;
  guint n_changed = 0;

  gtk_column_view_column_set_id (column, "number");
  gtk_column_view_column_set_sorter (column, marker);
  gtk_column_view_append_column (view, column);
  window = gram_test_gtk_window_new (GTK_WIDGET (view), 400, 200);
  order = gram_table_order_new (view, words, 0, NULL, NULL);
  gram_table_order_install (order, GTK_WIDGET (view), "cases");
  g_signal_connect_swapped (order, "changed", G_CALLBACK (count_cb), &n_changed);
  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (view));

  g_assert_cmpuint (gram_table_order_get (order), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (view), "cases.sort", "s", "number");
  g_assert_cmpuint (gram_table_order_get (order), ==, 1);
  g_assert_true (gtk_column_view_sorter_get_primary_sort_column (sorter) == column);
  gtk_widget_activate_action (GTK_WIDGET (view), "cases.reverse", NULL);
  g_assert_true (gram_table_order_get_descending (order));
  g_assert_cmpint (gtk_column_view_sorter_get_primary_sort_order (sorter), ==, GTK_SORT_DESCENDING);
  g_assert_cmpuint (n_changed, ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (view), "cases.sort", "s", "nonsense");
  g_assert_cmpuint (n_changed, ==, 2);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
  g_assert_false (gram_table_order_get_descending (order));
  g_assert_cmpuint (n_changed, ==, 3);
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  g_assert_cmpuint (gram_table_order_get (order), ==, 0);
  g_assert_cmpuint (n_changed, ==, 4);

  gram_table_order_dispose (&order);
  g_assert_null (order);
  gram_test_gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/chips/choose", test_choose);
  g_test_add_func ("/chips/set", test_set);
  g_test_add_func ("/chips/counts", test_counts);
  g_test_add_func ("/chips/finalize", test_finalize);
  g_test_add_func ("/table-order/order", test_order);

  return g_test_run ();
}
