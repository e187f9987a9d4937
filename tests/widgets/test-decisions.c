/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-checklist.h"
#include "gram-effects-grid.h"
#include "gram-effects.h"
#include "gram-form.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-text-row.h"

/* What a decision changes stands first, with words for who cannot see the marks. */
static const struct
{
  guint now;
  guint after;
  guint changes;
  const char *name;
} effects[] = {
  { GRAM_EFFECT_VIEW | GRAM_EFFECT_ACCEPT, GRAM_EFFECT_VIEW, 1,
    "Accept vehicles: possible now, not after" },
  { GRAM_EFFECT_VIEW, GRAM_EFFECT_VIEW | GRAM_EFFECT_ACCEPT, 1,
    "Accept vehicles: not possible now, possible after" },
  { GRAM_EFFECT_VIEW | GRAM_EFFECT_ACCEPT, GRAM_EFFECT_VIEW | GRAM_EFFECT_ACCEPT, 0,
    "Accept vehicles: possible" },
};

static void
test_effects_grid (void)
{
  GtkWidget *grid = gram_effects_grid_new ();
  GtkWindow *window = gram_test_gtk_window_new (grid, 400, 900);

  for (gsize i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      GtkWidget *row;
      GtkWidget *expander;

      gram_effects_grid_set (GRAM_EFFECTS_GRID (grid), GRAM_SCHEME_CCTS, effects[i].now,
                             effects[i].after);
      gram_test_settle ();
      g_assert_cmpuint (gram_effects_grid_count (GRAM_EFFECTS_GRID (grid)), ==, effects[i].changes);
      row = gram_test_await (grid, ADW_TYPE_ACTION_ROW, "Accept vehicles");
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, effects[i].name);
      /* What stays is folded away; without a change there is nothing to fold. */
      expander = gram_test_find (grid, ADW_TYPE_EXPANDER_ROW, "What Stays the Same");
      g_assert_true ((expander != NULL) == (effects[i].changes > 0));
      g_assert_true ((gram_test_find (grid, GTK_TYPE_LABEL, "After") != NULL)
                     == (effects[i].changes > 0));
    }
  gram_test_gtk_window_destroy (window);
}

/* What means nothing in a scheme is not shown, and no article but its own. */
static void
test_effects_of_scheme (void)
{
  GtkWidget *row;
  GtkWidget *grid = gram_effects_grid_new ();
  GtkWindow *window = gram_test_gtk_window_new (grid, 400, 900);

  gram_effects_grid_set (GRAM_EFFECTS_GRID (grid), GRAM_SCHEME_CCS, 0, GRAM_EFFECT_ALL);
  gram_test_settle ();
  g_assert_cmpuint (gram_effects_grid_count (GRAM_EFFECTS_GRID (grid)), ==,
                    (guint)__builtin_popcount (gram_effects_of_scheme (GRAM_SCHEME_CCS)));
  row = gram_test_await (grid, ADW_TYPE_ACTION_ROW, "Pay");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Pay charges and payment notices (CCS s 177, s 182)");
  gram_effects_grid_set (GRAM_EFFECTS_GRID (grid), GRAM_SCHEME_CCTS, 0, GRAM_EFFECT_ALL);
  gram_test_settle ();
  row = gram_test_await (grid, ADW_TYPE_ACTION_ROW, "Pay");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Pay charges and payment notices (CCTS art. 39)");
  gram_test_gtk_window_destroy (window);
}

static void
fix_cb (GramChecklist *checklist, const char *id, char **fixed)
{
  g_set_str (fixed, id);
}

/* A line that is not done leads to its fix; one that is done leads nowhere. */
static void
test_checklist (void)
{
  GtkWidget *list = gram_checklist_new ();
  GtkWindow *window = gram_test_gtk_window_new (list, 400, 400);
  g_autofree char *fixed = NULL;
  GtkWidget *row;
  guint n_open;

  g_signal_connect (list, "fix", G_CALLBACK (fix_cb), &fixed);
  gram_checklist_add (GRAM_CHECKLIST (list), "vehicles", "No vehicles waiting", "Three wait",
                      "CCS s 190", FALSE, "Vehicles");
  gram_checklist_add (GRAM_CHECKLIST (list), "charges", "Charges paid", "Nothing is owed", NULL,
                      TRUE, "Overview");
  g_assert_cmpuint (gram_checklist_count (GRAM_CHECKLIST (list), &n_open), ==, 2);
  g_assert_cmpuint (n_open, ==, 1);

  row = gram_test_await (list, ADW_TYPE_ACTION_ROW, "No vehicles waiting");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Not done: No vehicles waiting");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Three wait (CCS s 190)");
  gtk_widget_activate_action (row, "widget.press", NULL);
  g_assert_cmpstr (fixed, ==, "vehicles");

  row = gram_test_await (list, ADW_TYPE_ACTION_ROW, "Charges paid");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Done: Charges paid");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));

  gram_checklist_clear (GRAM_CHECKLIST (list));
  g_assert_cmpuint (gram_checklist_count (GRAM_CHECKLIST (list), &n_open), ==, 0);
  g_assert_cmpuint (n_open, ==, 0);
  gram_test_gtk_window_destroy (window);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A few sentences, with a name, an error below, and Tab that leaves. */
static void
test_text_row (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = gram_text_row_new ("_Reason");
  GtkWindow *window;
  GtkWidget *view;
  g_autofree char *text = NULL;
  guint changes = 0;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  window = gram_test_gtk_window_new (group, 400, 400);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &changes);
  gram_text_row_set_text (GRAM_TEXT_ROW (row), "  Two\nlines \n");
  g_assert_cmpuint (changes, >, 0);
  text = gram_text_row_dup_text (GRAM_TEXT_ROW (row));
  g_assert_cmpstr (text, ==, "Two\nlines");

  g_assert_true (gtk_widget_grab_focus (row));
  view = gram_test_await (row, GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_true (gtk_widget_has_focus (view));
  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (view)));
  gtk_test_accessible_assert_relation (view, GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                       gram_test_await (row, GTK_TYPE_LABEL, "Reason"), NULL);
  gram_form_set_error (row, "Say why.");
  g_assert_cmpstr (gram_form_get_error (row), ==, "Say why.");
  gram_test_gtk_window_destroy (window);
}

static void
test_finalize (void)
{
  gram_test_assert_finalizes (gram_effects_grid_new ());
  gram_test_assert_finalizes (gram_checklist_new ());
  gram_test_assert_finalizes (gram_text_row_new ("_Reason"));
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/decisions/effects-grid", test_effects_grid);
  g_test_add_func ("/decisions/effects-of-scheme", test_effects_of_scheme);
  g_test_add_func ("/decisions/checklist", test_checklist);
  g_test_add_func ("/decisions/text-row", test_text_row);
  g_test_add_func ("/decisions/finalize", test_finalize);

  return g_test_run ();
}
