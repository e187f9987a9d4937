/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-form.h"
#include "gram-pressable.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-timeline.h"

static void
test_form (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_entry_row_new ();
  GtkWindow *window;
  g_autofree char *text = NULL;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  window = gram_test_gtk_window_new (group, 400, 400);
  g_assert_null (gram_form_get_error (row));

  gram_form_set_error (row, "Enter a name.");
  g_assert_cmpstr (gram_form_get_error (row), ==, "Enter a name.");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gram_test_await (group, GTK_TYPE_LABEL, "Enter a name.");

  gram_form_set_error (row, "Enter another name.");
  g_assert_null (gram_test_find (group, GTK_TYPE_LABEL, "Enter a name."));
  gram_form_set_error (row, NULL);
  g_assert_null (gram_form_get_error (row));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_null (gram_test_find (group, GTK_TYPE_LABEL, "Enter another name."));

  gtk_editable_set_text (GTK_EDITABLE (row), "  Harbour Street  ");
  text = gram_form_dup_text (row);
  g_assert_cmpstr (text, ==, "Harbour Street");
  /* A row that goes with its sentence still there leaves nothing behind. */
  gram_form_set_error (row, "Enter a name.");
  gram_test_gtk_window_destroy (window);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_pressable (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button_row = adw_button_row_new ();
  GtkWidget *expander = adw_expander_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWindow *window;
  guint activated = 0;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (count_cb), &activated);
  g_signal_connect_swapped (button_row, "activated", G_CALLBACK (count_cb), &activated);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  window = gram_test_gtk_window_new (group, 400, 400);
  gram_pressable_install_all (group);
  gram_pressable_install_all (group);

  g_assert_true (gtk_widget_activate_action (row, "widget.press", NULL));
  g_assert_cmpuint (activated, ==, 1);
  g_assert_true (gtk_widget_activate_action (button_row, "widget.press", NULL));
  g_assert_cmpuint (activated, ==, 2);
  g_assert_true (gtk_widget_activate_action (check, "widget.press", NULL));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (gtk_widget_activate_action (expander, "widget.press", NULL));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (expander)));

  /* What cannot be done is not offered. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_activate_action (row, "widget.press", NULL);
  g_assert_cmpuint (activated, ==, 2);
  gram_test_gtk_window_destroy (window);
}

/* What a screen reader says: of an expander its title, of a row that says more than its title just that. */
static void
test_heard (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *expander = adw_expander_row_new ();
  GtkWindow *window;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Accept vehicles");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), "Suspension");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  window = gram_test_gtk_window_new (group, 400, 400);
  gram_pressable_install (expander);
  gtk_test_accessible_assert_property (expander, GTK_ACCESSIBLE_PROPERTY_LABEL, "Suspension");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), "Block");
  gtk_test_accessible_assert_property (expander, GTK_ACCESSIBLE_PROPERTY_LABEL, "Block");

  g_assert_true (
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gram_pressable_set_name (row, "Accept vehicles: possible now, not after");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Accept vehicles: possible now, not after");
  g_assert_false (
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gram_test_gtk_window_destroy (window);
}

static gboolean
has_place (gpointer user_data)
{
  return gtk_widget_get_height (user_data) > 0;
}

static gboolean
is_seen (gpointer user_data)
{
  GtkWidget *label = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (label, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return has_place (label) && gtk_widget_compute_bounds (label, viewport, &bounds)
         && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float)gtk_widget_get_height (viewport);
}

/* A sentence below the edge is scrolled to, if it is that of the row where one goes on. */
static void
test_revealed (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = NULL;
  GtkWidget *label;
  GtkWindow *window;

  for (guint i = 0; i < 20; i++)
    {
      row = adw_entry_row_new ();
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  window = gram_test_gtk_window_new (page, 400, 300);
  gram_form_set_error (row, "Enter an amount.");
  label = gram_test_await (group, GTK_TYPE_LABEL, "Enter an amount.");
  gram_test_wait_until (has_place, label);
  g_assert_false (is_seen (label));

  gram_form_set_error (row, "Type 12.40 to have them deleted.");
  gtk_widget_grab_focus (row);
  label = gram_test_await (group, GTK_TYPE_LABEL, "Type 12.40 to have them deleted.");
  gram_test_wait_until (is_seen, label);
  gram_test_gtk_window_destroy (window);
}

static void
test_timeline (void)
{
  GtkWidget *timeline = gram_timeline_new ();
  GtkWindow *window;

  gram_timeline_append (GRAM_TIMELINE (timeline), "Entered", NULL, "14 February 2026, Ngaire");
  gram_timeline_append (GRAM_TIMELINE (timeline), "CO₂ changed", "131 → 129 g/km",
                        "15 February 2026, Ngaire");
  window = gram_test_gtk_window_new (timeline, 400, 400);
  g_assert_nonnull (gram_test_find (timeline, GTK_TYPE_LABEL, "131 → 129 g/km"));
  gram_timeline_clear (GRAM_TIMELINE (timeline));
  g_assert_null (gram_test_find (timeline, GTK_TYPE_LABEL, "Entered"));
  gram_test_gtk_window_destroy (window);

  gram_test_assert_finalizes (gram_timeline_new ());
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/rows/form", test_form);
  g_test_add_func ("/rows/pressable", test_pressable);
  g_test_add_func ("/rows/heard", test_heard);
  g_test_add_func ("/rows/revealed", test_revealed);
  g_test_add_func ("/rows/timeline", test_timeline);

  return g_test_run ();
}
