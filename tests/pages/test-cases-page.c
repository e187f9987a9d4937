/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "gram-case-queue-private.h"
#include "gram-cell.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

static GramCaseQueue *
queue_of (CasesFixture *self)
{
  return GRAM_CASE_QUEUE (gram_test_find_type (GTK_WIDGET (self->window), GRAM_TYPE_CASE_QUEUE));
}

static guint
n_matching (CasesFixture *self)
{
  cases_fixture_settle (self);

  return gram_paged_list_get_n_matching (GRAM_PAGED_LIST (queue_of (self)->list));
}

static void
choose (CasesFixture *self, guint whose, guint due, guint kinds)
{
  gram_cases_page_show (self->page, whose, due, kinds);
  cases_fixture_settle (self);
}

static gboolean
is_counted (gpointer data)
{
  return GRAM_CASE_QUEUE (data)->counted;
}

/* The list is read anew after a command, in its own time. */
static gboolean
is_empty (gpointer data)
{
  return gram_paged_list_get_n_matching (GRAM_PAGED_LIST (GRAM_CASE_QUEUE (data)->list)) == 0;
}

static void
test_list (CasesFixture *self, gconstpointer data)
{
  GramCaseQueue *queue = queue_of (self);

  gram_test_wait_until (is_counted, queue);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (queue->stack), ==, "list");
  cases_fixture_picture (self, "cases-queue");

  /* Each kind leads to as many rows as its chip counts. */
  for (guint kind = 1; kind <= GRAM_CASE_ALL_KINDS; kind <<= 1)
    {
      gint64 count = gram_case_counts_cells (&queue->counts, kind, GRAM_CASE_UNDECIDED);

      choose (self, 0, 0, kind);
      g_assert_cmpuint (n_matching (self), ==, count);
    }
  choose (self, GRAM_CASE_WHOSE_NOBODYS, 0, 0);
  g_assert_cmpuint (n_matching (self), ==, gram_case_counts_select (queue->counts.unclaimed, 0));
  choose (self, GRAM_CASE_WHOSE_MINE, 0, 0);
  g_assert_cmpuint (n_matching (self), ==, gram_case_counts_select (queue->counts.mine, 0));
  choose (self, GRAM_CASE_WHOSE_MINE, 0, GRAM_CASE_APPLICATION);
  g_assert_cmpuint (n_matching (self), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (queue->stack), ==, "nothing");
  cases_fixture_picture (self, "cases-none-mine");
  gtk_widget_activate_action (GTK_WIDGET (queue), "queue.clear-filters", NULL);
  g_assert_cmpuint (n_matching (self), >, 6);
}

static void
test_narrow (CasesFixture *self, gconstpointer data)
{
  g_assert_true (gram_table_get_narrow (queue_of (self)->table));
  cases_fixture_picture (self, "cases-queue-narrow");
  gtk_selection_model_select_item (gtk_column_view_get_model (queue_of (self)->view), 0, TRUE);
  cases_fixture_picture (self, "cases-queue-narrow-selected");
}

static void
test_search (CasesFixture *self, gconstpointer data)
{
  GramCaseQueue *queue = queue_of (self);
  g_autofree char *number = g_strdup_printf ("#%" PRId64, self->value);

  gtk_editable_set_text (GTK_EDITABLE (queue->search_entry), number);
  g_signal_emit_by_name (queue->search_entry, "search-changed");
  g_assert_cmpuint (n_matching (self), ==, 1);
  g_signal_emit_by_name (queue->search_entry, "activate");
  cases_fixture_wait_case (self, self->value);
  gram_cases_page_find (self->page);
  gtk_editable_set_text (GTK_EDITABLE (queue->search_entry), "nothing is called so");
  g_signal_emit_by_name (queue->search_entry, "search-changed");
  g_assert_cmpuint (n_matching (self), ==, 0);
  g_assert_cmpstr (adw_status_page_get_title (queue->nothing_status), ==, "No Case Matches");
  g_signal_emit_by_name (queue->search_entry, "stop-search");
}

/* What is chosen is there again in the next window; not the decided ones. */
static void
test_remembered (CasesFixture *self, gconstpointer data)
{
  GramCaseQueue *queue = queue_of (self);
  gboolean descending;

  choose (self, GRAM_CASE_WHOSE_NOBODYS, 0, GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION);
  gtk_widget_activate_action (GTK_WIDGET (queue), "queue.sort", "s", "number");
  gtk_widget_activate_action (GTK_WIDGET (queue), "queue.reverse", NULL);
  cases_fixture_show (self, 900, 800);
  queue = queue_of (self);
  g_assert_cmpuint (gram_chips_get (queue->chips, 1), ==, GRAM_CASE_WHOSE_NOBODYS);
  g_assert_cmpuint (gram_chips_get (queue->chips, 4), ==, GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION);
  g_assert_cmpuint (gram_table_get_order (queue->table, &descending), ==, GRAM_CASE_ORDER_NUMBER);
  g_assert_true (descending);
  g_assert_cmpint (gram_paged_list_get_id (GRAM_PAGED_LIST (queue->list), 0), ==, self->correction);
  gtk_widget_activate_action (GTK_WIDGET (queue), "queue.sort", "s", "due");
  choose (self, 0, 0, 0);
}

static void
search (GramCaseQueue *queue, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (queue->search_entry), text);
  g_signal_emit_by_name (queue->search_entry, "search-changed");
}

/* Many at once: claim, assign, release, and claim many of one kind. The account of the fixture has no other disputes. */
static void
test_bulk (CasesFixture *self, gconstpointer data)
{
  GramCaseQueue *queue = queue_of (self);
  GtkWidget *widget = GTK_WIDGET (queue);

  choose (self, 0, 0, GRAM_CASE_DISPUTE);
  search (queue, "Harbour Street");
  g_assert_cmpuint (n_matching (self), ==, 4);
  gtk_widget_activate_action (widget, "queue.select-all", NULL);
  cases_fixture_picture (self, "cases-selected");
  gtk_widget_activate_action (widget, "queue.claim", NULL);
  gram_test_wait_until ((GramTestCondition)gtk_widget_get_mapped, widget);
  while (self->said == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->said, ==, "4 cases are yours now");
  choose (self, GRAM_CASE_WHOSE_MINE, 0, 0);
  search (queue, "Harbour Street");
  g_assert_cmpuint (n_matching (self), ==, 4);

  gtk_widget_activate_action (widget, "queue.select-all", NULL);
  gtk_widget_activate_action (widget, "queue.assign", NULL);
  cases_fixture_wait_dialog (self);
  {
    GtkWidget *row = cases_fixture_await (self, ADW_TYPE_COMBO_ROW, "_Person");

    while (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row))) < 2)
      g_main_context_iteration (NULL, TRUE);
    cases_fixture_picture (self, "cases-assign");
    /* Nobody was chosen: the dialog says so. */
    cases_fixture_press (self, "_Assign");
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  }
  cases_fixture_press (self, "_Assign");
  cases_fixture_wait_closed (self);
  gram_test_wait_until (is_empty, queue);

  search (queue, "");
  gtk_widget_activate_action (widget, "queue.claim-many", NULL);
  cases_fixture_wait_dialog (self);
  cases_fixture_picture (self, "cases-claim-many");
  cases_fixture_press (self, "_Claim");
  cases_fixture_wait_closed (self);
  g_assert_cmpuint (n_matching (self), >, 0);
}

/* A row opens its case, and back in the queue it has the focus. */
static void
test_open (CasesFixture *self, gconstpointer data)
{
  GtkWidget *cell = gram_test_find_type (GTK_WIDGET (queue_of (self)->view), GRAM_TYPE_CELL);
  gint64 first = gram_paged_list_get_id (GRAM_PAGED_LIST (queue_of (self)->list), 0);

  g_assert_true (gtk_widget_activate_action (cell, "row.open", NULL));
  cases_fixture_wait_case (self, first);
  g_assert_cmpint (gram_cases_page_get_case (self->page), ==, first);
  gram_cases_page_back (self->page);
  gram_test_settle ();
  g_assert_cmpint (gram_cases_page_get_case (self->page), ==, 0);
  g_assert_true (
      gtk_selection_model_is_selected (gtk_column_view_get_model (queue_of (self)->view), 0));
}

int
main (int argc, char **argv)
{
  int status;

  /* Not with isolated folders: icons are found by the system's data folders. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  cases_fixture_begin ();

#define ADD(name, width, func)                                                                     \
  g_test_add ("/cases-page/" name, CasesFixture, GINT_TO_POINTER (width), cases_fixture_set_up,    \
              func, cases_fixture_tear_down)
  ADD ("list", 1200, test_list);
  ADD ("narrow", 400, test_narrow);
  ADD ("search", 900, test_search);
  ADD ("remembered", 900, test_remembered);
  ADD ("bulk", 1000, test_bulk);
  ADD ("open", 900, test_open);
#undef ADD

  status = g_test_run ();
  cases_fixture_end ();

  return status;
}
