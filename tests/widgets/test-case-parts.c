/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-compare.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-value-history.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

/* What it says and what it should say (CCS facts §9.4): heard as one sentence, and what differs stands out. */
static void
test_compare (void)
{
  GtkWidget *compare = gram_compare_new ("It Says", "It Should Say");
  GtkWindow *window;
  GtkWidget *row;
  GtkWidget *label;
  g_auto (GStrv) chosen = NULL;

  gram_compare_add (GRAM_COMPARE (compare), "co2", "CO₂ value", "131.4 g/km", "128 g/km");
  gram_compare_add (GRAM_COMPARE (compare), "make", "Make", "TOYOTA", "TOYOTA");
  gram_compare_add (GRAM_COMPARE (compare), "vin", "VIN", "", "WVWZZZ1KZAW123456");
  window = gram_test_gtk_window_new (compare, 400, 400);

  row = gram_test_await (compare, ADW_TYPE_PREFERENCES_ROW, "CO₂ value");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "CO₂ value. It Says: 131.4 g/km. It Should Say: 128 g/km");
  row = gram_test_await (compare, ADW_TYPE_PREFERENCES_ROW, "VIN");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "VIN. It Says: –. It Should Say: WVWZZZ1KZAW123456");
  label = gram_test_await (compare, GTK_TYPE_LABEL, "128 g/km");
  g_assert_true (gtk_widget_has_css_class (label, "heading"));
  label = gram_test_await (compare, GTK_TYPE_LABEL, "TOYOTA");
  g_assert_false (gtk_widget_has_css_class (label, "heading"));

  /* Without a choice there is nothing chosen. */
  chosen = gram_compare_dup_chosen (GRAM_COMPARE (compare));
  g_assert_cmpuint (g_strv_length (chosen), ==, 0);

  gram_compare_clear (GRAM_COMPARE (compare));
  g_assert_null (gram_test_find (compare, GTK_TYPE_LABEL, "128 g/km"));
  g_assert_null (gram_test_find (compare, GTK_TYPE_LABEL, "It Says"));
  gram_test_gtk_window_destroy (window);
  gram_test_assert_finalizes (gram_compare_new ("Before", "After"));
}

/* A difference is decided field by field. */
static void
test_compare_choosing (void)
{
  GtkWidget *compare = gram_compare_new ("Registry", "File");
  GtkWindow *window;
  GtkWidget *check;
  guint changes = 0;
  g_auto (GStrv) all = NULL;
  g_auto (GStrv) rest = NULL;

  g_signal_connect_swapped (compare, "changed", G_CALLBACK (count_cb), &changes);
  gram_compare_set_choosing (GRAM_COMPARE (compare), TRUE);
  gram_compare_add (GRAM_COMPARE (compare), "co2", "CO₂ value", "131.4 g/km", "128 g/km");
  gram_compare_add (GRAM_COMPARE (compare), "make", "Make", "TOYOTA", "LEXUS");
  window = gram_test_gtk_window_new (compare, 400, 400);

  all = gram_compare_dup_chosen (GRAM_COMPARE (compare));
  g_assert_cmpuint (g_strv_length (all), ==, 2);

  check = gram_test_await (compare, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "CO₂ value. Registry: 131.4 g/km. File: 128 g/km");
  g_assert_true (gtk_widget_activate_action (check, "widget.press", NULL));
  g_assert_cmpuint (changes, ==, 1);
  rest = gram_compare_dup_chosen (GRAM_COMPARE (compare));
  g_assert_cmpuint (g_strv_length (rest), ==, 1);
  g_assert_cmpstr (rest[0], ==, "make");
  gram_test_gtk_window_destroy (window);
}

static void
open_cb (GramValueHistory *history, gint64 case_id, gint64 *opened)
{
  *opened = case_id;
}

/* Every value with its source: register file and row, case, person. */
static void
test_value_history (void)
{
  const gint64 at = G_GINT64_CONSTANT (1770000000000000);
  const GramValue values[] = {
    { "vin", "VIN", "WVWZZZ1KZAW123456", "harbour.csv, row 2", 0, at },
    { "co2", "CO₂ value", "131.4 g/km", "harbour.csv, row 2", 0, at },
    { "co2", "CO₂ value", "130 g/km", "Tama Reid", 0, at },
    { "co2", "CO₂ value", "128 g/km", "Case 17", 17, at },
    { "make", "Make", "TOYOTA", "harbour.csv, row 2", 0, at },
    { "model", "Model", "", "harbour.csv, row 2", 0, at },
  };
  GtkWidget *history = gram_value_history_new ();
  GtkWindow *window;
  GtkWidget *row;
  gint64 opened = 0;

  gram_value_history_set_values (GRAM_VALUE_HISTORY (history), values, G_N_ELEMENTS (values));
  g_signal_connect (history, "open-case", G_CALLBACK (open_cb), &opened);
  window = gram_test_gtk_window_new (history, 400, 600);

  row = gram_test_await (history, ADW_TYPE_EXPANDER_ROW, "CO₂ value");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "128 g/km · 2 earlier values");
  g_assert_true (gtk_widget_activate_action (row, "widget.press", NULL));
  row = gram_test_await (history, ADW_TYPE_ACTION_ROW, "128 g/km");
  g_assert_true (gtk_widget_activate_action (row, "widget.press", NULL));
  g_assert_cmpint (opened, ==, 17);
  /* Only a case leads somewhere. */
  row = gram_test_await (history, ADW_TYPE_ACTION_ROW, "130 g/km");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));

  row = gram_test_await (history, ADW_TYPE_EXPANDER_ROW, "Never Changed");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "2 values");
  g_assert_true (gtk_widget_activate_action (row, "widget.press", NULL));
  gram_test_await (history, ADW_TYPE_ACTION_ROW, "Make: TOYOTA");
  g_assert_null (gram_test_find (history, ADW_TYPE_EXPANDER_ROW, "VIN"));

  gram_value_history_set_values (GRAM_VALUE_HISTORY (history), NULL, 0);
  g_assert_null (gram_test_find (history, ADW_TYPE_EXPANDER_ROW, "Never Changed"));
  gram_test_gtk_window_destroy (window);
  gram_test_assert_finalizes (gram_value_history_new ());
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/case-parts/compare", test_compare);
  g_test_add_func ("/case-parts/compare/choosing", test_compare_choosing);
  g_test_add_func ("/case-parts/value-history", test_value_history);

  return g_test_run ();
}
