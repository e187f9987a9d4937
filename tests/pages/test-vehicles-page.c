/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accept-dialog.h"
#include "gram-cell.h"
#include "gram-test-dir.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-vehicle-details.h"
#include "gram-vehicles-page-private.h"
#include "gram-vehicles-page.h"

/* One practice registry for all; every test leaves it as it was, but for the last. */
static GramSession *session;

typedef struct
{
  GtkWindow *window;
  GramVehiclesPage *page;
  int width;
} Fixture;

static gboolean
is_settled (gpointer data)
{
  GramVehiclesPage *page = data;

  return page->n_vehicles >= 0 && !gram_paged_list_get_loading (GRAM_PAGED_LIST (page->list));
}

static void
show (Fixture *self, int width)
{
  self->page = g_object_new (GRAM_TYPE_VEHICLES_PAGE, "session", session, NULL);
  self->window = gram_test_window_new (GTK_WIDGET (self->page), width, 800);
  gram_test_wait_until (is_settled, self->page);
  gram_test_settle ();
}

static void
set_up (Fixture *self, gconstpointer data)
{
  show (self, GPOINTER_TO_INT (data));
}

/* The page goes with its window: a widget that stayed would not be found by the leak checker. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer page = self->page;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gram_test_window_close (self->window);
  gram_test_settle ();
  g_assert_null (page);
}

static const char *
state (Fixture *self)
{
  return gtk_stack_get_visible_child_name (self->page->stack);
}

static guint
n_matching (Fixture *self)
{
  gram_test_wait_until (is_settled, self->page);
  return gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->page->list));
}

static void
act (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
}

static void
search (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), text);
  g_signal_emit_by_name (self->page->search_entry, "search-changed");
  gram_test_wait_until (is_settled, self->page);
}

static gboolean
has_cell (gpointer data)
{
  GramVehiclesPage *page = data;

  return gram_test_find_type (GTK_WIDGET (page->view), GRAM_TYPE_CELL) != NULL;
}

static void
test_list (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (state (self), ==, "list");
  g_assert_cmpuint (n_matching (self), ==, self->page->n_vehicles);
  g_assert_cmpuint (n_matching (self), >, 1000);
  gram_test_wait_until (has_cell, self->page);
  gram_test_picture (self->window, "vehicles-1200-light");
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  g_assert_true (self->page->narrow);
  g_assert_true (gtk_column_view_column_get_visible (self->page->narrow_column));
  g_assert_false (gtk_column_view_column_get_visible (self->page->columns[0]));
  gram_test_picture (self->window, "vehicles-400-light");
  act (self, "vehicles.select-all");
  gram_test_picture (self->window, "vehicles-400-selected");
}

static void
test_dark (Fixture *self, gconstpointer data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  act (self, "vehicles.select-all");
  gram_test_picture (self->window, "vehicles-1200-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
test_search (Fixture *self, gconstpointer data)
{
  guint all = n_matching (self);

  search (self, "toyota");
  g_assert_cmpuint (n_matching (self), <, all);
  g_assert_cmpuint (n_matching (self), >, 0);
  search (self, "no such thing at all");
  g_assert_cmpuint (n_matching (self), ==, 0);
  g_assert_cmpstr (state (self), ==, "nothing");
  gram_test_picture (self->window, "vehicles-nothing");
  act (self, "vehicles.clear-filters");
  search (self, "");
  g_assert_cmpuint (n_matching (self), ==, all);
  g_assert_cmpstr (state (self), ==, "list");
}

/* What a count elsewhere leads to is exactly what the list then has. */
static void
test_filters (Fixture *self, gconstpointer data)
{
  guint all = n_matching (self);
  guint sum = 0;

  for (guint status = 0; status < 3; status++)
    {
      gram_vehicles_page_show (self->page, 1u << status, 0);
      sum += n_matching (self);
    }
  g_assert_cmpuint (sum, ==, all);
  gram_vehicles_page_show (self->page, 1u << GRAM_VEHICLE_READY, 1u << GRAM_ATTENTION_INCOMPLETE);
  g_assert_cmpuint (n_matching (self), <, all);
  gram_test_picture (self->window, "vehicles-incomplete");
  act (self, "vehicles.clear-filters");
  g_assert_cmpuint (n_matching (self), ==, all);
}

/* The vehicles of a scheme year; the button that says so takes it away. */
static void
test_days (Fixture *self, gconstpointer data)
{
  guint all = n_matching (self);

  gram_vehicles_page_show_days (self->page, "Scheme Year 2025", "2025-01-01", "2025-12-31");
  g_assert_cmpuint (n_matching (self), <, all);
  g_assert_true (gtk_widget_get_visible (self->page->days_button));
  gram_test_picture (self->window, "vehicles-year");
  g_signal_emit_by_name (self->page->days_button, "clicked");
  g_assert_cmpuint (n_matching (self), ==, all);
  g_assert_false (gtk_widget_get_visible (self->page->days_button));
}

/* The order of the menu and the order of the headers are one. */
static void
test_order (Fixture *self, gconstpointer data)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->page->view);
  gint64 first;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "vehicles.sort", "s", "label");
  n_matching (self);
  first = gram_paged_list_get_id (GRAM_PAGED_LIST (self->page->list), 0);
  g_assert_true (gtk_column_view_sorter_get_primary_sort_column (GTK_COLUMN_VIEW_SORTER (sorter))
                 == self->page->columns[0]);
  act (self, "vehicles.reverse");
  n_matching (self);
  g_assert_cmpint (gram_paged_list_get_id (GRAM_PAGED_LIST (self->page->list), 0), !=, first);
  g_assert_cmpint (gtk_column_view_sorter_get_primary_sort_order (GTK_COLUMN_VIEW_SORTER (sorter)),
                   ==, GTK_SORT_DESCENDING);

  gtk_column_view_sort_by_column (self->page->view, self->page->columns[3], GTK_SORT_ASCENDING);
  g_assert_cmpint (gram_table_order_get (self->page->order), ==, GRAM_VEHICLE_ORDER_CO2);
  g_assert_false (gram_table_order_get_descending (self->page->order));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "vehicles.sort", "s", "newest");
  g_assert_cmpint (gram_table_order_get (self->page->order), ==, GRAM_VEHICLE_ORDER_NEWEST);
}

static void
test_columns (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_object_ref (self->page->settings);

  g_assert_true (gtk_column_view_column_get_visible (self->page->columns[1]));
  act (self, "vehicles.column-make");
  g_assert_false (gtk_column_view_column_get_visible (self->page->columns[1]));
  act (self, "vehicles.column-make");
  g_assert_true (gtk_column_view_column_get_visible (self->page->columns[1]));
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  g_assert_false (gtk_action_bar_get_revealed (self->page->action_bar));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->page->selection), 3, TRUE);
  g_assert_true (gtk_action_bar_get_revealed (self->page->action_bar));
  g_assert_cmpstr (gtk_label_get_label (self->page->selection_label), ==, "1 selected");
  gram_test_picture (self->window, "vehicles-selected");

  act (self, "vehicles.select-all");
  g_assert_true (gram_bitset_selection_is_all (self->page->selection));
  /* Another query is another list. */
  search (self, "toyota");
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (self->page->selection), ==, 0);
  search (self, "");
  act (self, "vehicles.select-all");
  act (self, "vehicles.select-none");
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (self->page->selection), ==, 0);
}

/* The Menu key means the row that has the focus. */
static void
test_menu (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->page->selection);

  gram_test_wait_until (has_cell, self->page);
  gtk_widget_grab_focus (GTK_WIDGET (self->page->view));
  gtk_column_view_scroll_to (self->page->view, 2, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  gram_test_settle ();
  act (self, "vehicles.menu");
  g_assert_true (gtk_widget_get_visible (gram_row_menu_get_popover (self->page->menu)));
  g_assert_true (gtk_selection_model_is_selected (selection, 2));
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (self->page->selection), ==, 1);
  gram_test_picture (self->window, "vehicles-menu");
  gtk_popover_popdown (GTK_POPOVER (gram_row_menu_get_popover (self->page->menu)));

  /* It opens exactly one. */
  act (self, "vehicles.select-all");
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (self->page), "vehicles.open", NULL)
                  && adw_window_get_visible_dialog (ADW_WINDOW (self->window)) != NULL);
  act (self, "vehicles.select-none");
}

static GtkWidget *
dialog_of (Fixture *self)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window));

  g_assert_nonnull (dialog);
  return GTK_WIDGET (dialog);
}

static gboolean
has_no_dialog (gpointer data)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (data)) == NULL;
}

static void
close_dialog (Fixture *self)
{
  gpointer dialog = dialog_of (self);

  g_object_add_weak_pointer (G_OBJECT (dialog), &dialog);
  adw_dialog_close (ADW_DIALOG (dialog));
  gram_test_wait_until (has_no_dialog, self->window);
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GtkStack *
stack_of (GtkWidget *dialog)
{
  return GTK_STACK (gram_test_find_type (dialog, GTK_TYPE_STACK));
}

static gboolean
shows_vehicle (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (data), "vehicle") == 0;
}

static gboolean
shows_sums (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (data), "weighed") == 0;
}

/* A screen reader opens a row by the action of its first cell. */
static void
test_details (Fixture *self, gconstpointer data)
{
  GtkWidget *cell;
  GtkWidget *dialog;
  g_autofree char *title = NULL;

  gram_vehicles_page_show (self->page, 1u << GRAM_VEHICLE_ACCEPTED, 0);
  n_matching (self);
  gram_test_wait_until (has_cell, self->page);
  cell = gram_test_find_type (GTK_WIDGET (self->page->view), GRAM_TYPE_CELL);
  g_assert_true (gtk_widget_activate_action (cell, "row.open", NULL));
  dialog = dialog_of (self);
  g_assert_true (GRAM_IS_VEHICLE_DETAILS (dialog));
  gram_test_wait_until (shows_vehicle, stack_of (dialog));
  gram_test_picture (self->window, "vehicle-accepted");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (
                                     gram_test_find_type (dialog, ADW_TYPE_EXPANDER_ROW)),
                                 TRUE);
  gram_test_picture (self->window, "vehicle-explained");

  title = g_strdup (adw_dialog_get_title (ADW_DIALOG (dialog)));
  gtk_widget_activate_action (dialog, "vehicle.next", NULL);
  gram_test_settle ();
  close_dialog (self);
  gram_vehicles_page_show (self->page, 1u << GRAM_VEHICLE_READY, 1u << GRAM_ATTENTION_INCOMPLETE);
  n_matching (self);
  _gram_vehicles_page_open (self->page, 0);
  gram_test_wait_until (shows_vehicle, stack_of (dialog_of (self)));
  gram_test_picture (self->window, "vehicle-incomplete");
  close_dialog (self);
  act (self, "vehicles.clear-filters");
}

static void
test_details_narrow (Fixture *self, gconstpointer data)
{
  gram_vehicles_page_show (self->page, 1u << GRAM_VEHICLE_READY, 1u << GRAM_ATTENTION_NONE);
  n_matching (self);
  _gram_vehicles_page_open (self->page, 0);
  gram_test_wait_until (shows_vehicle, stack_of (dialog_of (self)));
  gram_test_picture (self->window, "vehicle-400");
  close_dialog (self);
}

static void
test_accept (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;
  guint before;

  gram_vehicles_page_show (self->page, 1u << GRAM_VEHICLE_READY, 0);
  before = n_matching (self);
  act (self, "vehicles.select-all");
  act (self, "vehicles.accept");
  dialog = dialog_of (self);
  gram_test_wait_until (shows_sums, stack_of (dialog));
  gram_test_picture (self->window, "accept");
  g_signal_emit_by_name (gram_test_find_button (dialog, "_Accept"), "clicked");
  gram_test_wait_until (has_no_dialog, self->window);
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (self->page->selection), ==, 0);
  while (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->page->list)) == before)
    g_main_context_iteration (NULL, TRUE);
  gram_test_picture (self->window, "accepted");
}

static gboolean
has_account (gpointer data)
{
  return gram_session_get_account (data) != NULL;
}

/* A new registry: first there is no account, then one without vehicles. */
static void
test_nothing_yet (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "own.gram");
  GramSession *own = gram_test_own_new (path);
  Fixture self = { 0 };
  gpointer page;

  self.page = g_object_new (GRAM_TYPE_VEHICLES_PAGE, "session", own, NULL);
  self.window = gram_test_window_new (GTK_WIDGET (self.page), 900, 700);
  gram_test_settle ();
  g_assert_cmpstr (state (&self), ==, "no-account");
  gram_test_picture (self.window, "vehicles-no-account");

  gram_session_perform_async (own, "account.open",
                              g_variant_new_parsed (
                                  "{'kind': <'ccs-used'>, 'holder': <'Harbour Street Imports Ltd'>,"
                                  " 'contact-name': <'Ngaire Tamahori'>,"
                                  " 'contact-email': <'ngaire@example.org'>}"),
                              NULL, NULL, NULL, NULL, NULL);
  gram_test_wait_until (has_account, own);
  gram_test_wait_until (is_settled, self.page);
  g_assert_cmpstr (state (&self), ==, "empty");
  gram_test_picture (self.window, "vehicles-empty");

  page = self.page;
  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gram_test_window_close (self.window);
  gram_test_settle ();
  g_assert_null (page);
  gram_test_practice_close (own);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GramTestDir) dir = NULL;
  g_autofree char *path = NULL;
  int status;

  /* Not with isolated folders: icons are found by the system's data folders. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  dir = gram_test_dir_new ();
  path = gram_test_dir_file (dir, "practice.gram");
  session = gram_test_practice_new (path, "aroha@example.org");

#define ADD(name, width, func)                                                                     \
  g_test_add ("/vehicles-page/" name, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)
  ADD ("list", 1200, test_list);
  ADD ("narrow", 400, test_narrow);
  ADD ("dark", 1200, test_dark);
  ADD ("search", 1200, test_search);
  ADD ("filters", 1200, test_filters);
  ADD ("days", 1200, test_days);
  ADD ("order", 1200, test_order);
  ADD ("columns", 1200, test_columns);
  ADD ("selection", 1200, test_selection);
  ADD ("menu", 1200, test_menu);
  ADD ("details", 1200, test_details);
  ADD ("details-narrow", 400, test_details_narrow);
  g_test_add_func ("/vehicles-page/nothing-yet", test_nothing_yet);
  ADD ("accept", 1200, test_accept);
#undef ADD

  status = g_test_run ();
  gram_test_practice_close (g_steal_pointer (&session));
  return status;
}
