/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-explanation.h"
#include "gram-figure-tile.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"

static GramFigure *
mean (void)
{
  GramFigure *figure = gram_figure_new ("Mean CO₂", "131.5", "g/km");

  gram_figure_add_input (figure, "Sum", "394.4 g/km");
  gram_figure_add_input (figure, "Cars", "3");
  gram_figure_set_formula (figure, "Sum ÷ cars, rounded half up to one decimal.");
  gram_figure_set_article (figure, "art. 36(2)");

  return figure;
}

static void
test_text (void)
{
  g_autoptr (GramFigure) figure = mean ();
  g_autofree char *text = gram_figure_to_text (figure);

  g_assert_cmpstr (text, ==,
                   "Mean CO₂: 131.5 g/km\n"
                   "  Sum: 394.4 g/km\n"
                   "  Cars: 3\n"
                   "Sum ÷ cars, rounded half up to one decimal.\n"
                   "art. 36(2)\n");
}

static void
test_explanation (void)
{
  g_autoptr (GramFigure) figure = mean ();
  GtkWidget *explanation = gram_explanation_new ();
  GtkWindow *window;

  gram_explanation_set_figure (GRAM_EXPLANATION (explanation), figure);
  window = gram_test_gtk_window_new (explanation, 400, 400);
  g_assert_nonnull (gram_test_find (explanation, GTK_TYPE_LABEL, "394.4 g/km"));
  g_assert_nonnull (gram_test_find (explanation, GTK_TYPE_LABEL, "131.5 g/km"));
  g_assert_nonnull (gram_test_find (explanation, GTK_TYPE_LABEL, "art. 36(2)"));

  gram_explanation_set_figure (GRAM_EXPLANATION (explanation), NULL);
  g_assert_null (gram_test_find (explanation, GTK_TYPE_LABEL, "394.4 g/km"));
  gram_test_gtk_window_destroy (window);

  gram_test_assert_finalizes (gram_explanation_new ());
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_tile (void)
{
  g_autoptr (GramFigure) figure = mean ();
  GtkWidget *tile = gram_figure_tile_new ();
  GtkWindow *window = gram_test_gtk_window_new (tile, 400, 400);
  GtkWidget *button = gram_test_find (tile, GTK_TYPE_MENU_BUTTON, NULL);
  guint notified = 0;

  g_assert_false (gtk_widget_get_sensitive (button));
  g_signal_connect_swapped (tile, "notify::figure", G_CALLBACK (count_cb), &notified);
  gram_figure_tile_set_figure (GRAM_FIGURE_TILE (tile), figure);
  gram_figure_tile_set_figure (GRAM_FIGURE_TILE (tile), figure);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mean CO₂: 131.5 g/km");

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  gram_test_await (tile, GTK_TYPE_LABEL, "394.4 g/km");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  gram_test_gtk_window_destroy (window);

  gram_test_assert_finalizes (gram_figure_tile_new ());
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_assert_cmpuint (g_variant_get_uint32 (parameter), ==, 2);
  (*(guint *)data)++;
}

/* The explanation leads to exactly what was counted. */
static void
test_link (void)
{
  g_autoptr (GramFigure) figure = mean ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show", G_VARIANT_TYPE_UINT32);
  GtkWidget *tile = gram_figure_tile_new ();
  GtkWindow *window = gram_test_gtk_window_new (tile, 400, 400);
  GtkWidget *menu = gram_test_find (tile, GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget *link;
  guint opened = 0;

  g_signal_connect (action, "activate", G_CALLBACK (open_cb), &opened);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (actions));
  gram_figure_tile_set_figure (GRAM_FIGURE_TILE (tile), figure);
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  gram_test_await (tile, GTK_TYPE_LABEL, "394.4 g/km");
  g_assert_null (gram_test_find (tile, GTK_TYPE_BUTTON, "Show These _Vehicles"));

  gram_figure_tile_set_link (GRAM_FIGURE_TILE (tile), "Show These _Vehicles", "win.show",
                             g_variant_new_uint32 (2));
  link = gram_test_await (tile, GTK_TYPE_BUTTON, "Show These _Vehicles");
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpuint (opened, ==, 1);
  g_assert_false (gtk_menu_button_get_active (GTK_MENU_BUTTON (menu)));
  gram_figure_tile_set_link (GRAM_FIGURE_TILE (tile), NULL, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (link));
  gram_test_gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/figure/text", test_text);
  g_test_add_func ("/figure/explanation", test_explanation);
  g_test_add_func ("/figure/tile", test_tile);
  g_test_add_func ("/figure/link", test_link);

  return g_test_run ();
}
