/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "years-fixture.h"

#include "gram-checklist.h"
#include "gram-participants-table.h"
#include "gram-run-dialog.h"
#include "gram-state-track.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define STAND(name) GUINT_TO_POINTER (YEARS_##name)

static GramParticipantsTable *
table_of (gpointer root)
{
  return GRAM_PARTICIPANTS_TABLE (gram_test_find_type (root, GRAM_TYPE_PARTICIPANTS_TABLE));
}

static GtkWidget *
step (GramYearsPage *page, const char *title)
{
  return gram_test_await (GTK_WIDGET (page->year_view), ADW_TYPE_ACTION_ROW, title);
}

/* How many states lie behind, and what comes next. */
static const struct
{
  YearsStand stand;
  const char *state;
  guint n_done;
  const char *next; /* NULL: nothing but time */
} stands[] = {
  { YEARS_COLLECTED, "Collecting", 0, "_Measure…" },
  { YEARS_MEASURED, "Measured", 1, "_Allocate…" },
  { YEARS_ALLOCATED, "Window Open", 3, NULL },
  { YEARS_OVER, "Window Closed", 4, "_Account…" },
  { YEARS_ACCOUNTED, "Accounted", 5, "Show _Participants" },
};

static void
test_track (AccountFixture *self, gconstpointer data)
{
  YearsStand stand = (YearsStand)GPOINTER_TO_UINT (data);
  GramYearsPage *page = years_show (self, 1200, 1300);
  GtkWidget *view = GTK_WIDGET (page->year_view);
  GramStateTrack *track = GRAM_STATE_TRACK (gram_test_find_type (view, GRAM_TYPE_STATE_TRACK));
  guint n_done;

  for (guint i = 0; i < G_N_ELEMENTS (stands); i++)
    {
      GtkWidget *button;

      if (stands[i].stand != stand)
        continue;
      g_assert_cmpstr (adw_window_title_get_subtitle (page->window_title), ==, stands[i].state);
      g_assert_cmpuint (gram_state_track_count (track, &n_done), ==, GRAM_CCTS_YEAR_STATE_N);
      g_assert_cmpuint (n_done, ==, stands[i].n_done);
      button = stands[i].next != NULL ? gram_test_find_button (view, stands[i].next) : NULL;
      g_assert_true ((button != NULL) == (stands[i].next != NULL));
      if (button != NULL)
        g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
      account_fixture_picture (self, stands[i].state);
    }
}

static gboolean
has_preview (gpointer data)
{
  GtkWidget *dialog = data;
  GramParticipantsTable *table = table_of (dialog);

  return gtk_widget_get_mapped (GTK_WIDGET (table)) && gram_participants_table_count (table) > 0;
}

/* Presses the button of the next step and waits for the preview. */
static AdwDialog *
preview (AccountFixture *self, const char *button)
{
  AdwDialog *dialog;

  account_fixture_press (self, button);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window));
  g_assert_true (GRAM_IS_RUN_DIALOG (dialog));
  gram_test_wait_until (has_preview, dialog);
  gram_test_settle ();

  return dialog;
}

/* Art. 32, 36: the preview says who is a participant; approved, it stands. */
static void
test_measure (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);
  AdwDialog *dialog = preview (self, "_Measure…");

  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Measure");
  /* Alpha, Beta, and the pool of two that are below the threshold alone. */
  g_assert_cmpuint (gram_participants_table_count (table_of (dialog)), ==, 3);
  account_fixture_picture (self, "years-run-measure-1200");
  account_fixture_press (self, "_Measure");
  account_fixture_wait_closed (self);
  years_wait_state (page, GRAM_CCTS_YEAR_MEASURED);
  g_assert_cmpint (page->detail->totals.participants, ==, 3);
  g_assert_nonnull (step (page, "Measure Again"));
}

/* Art. 34: each with its difference; a dialog that is cancelled changes nothing. */
static void
test_allocate (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 400, 1300);

  preview (self, "_Allocate…");
  account_fixture_picture (self, "years-run-allocate-400");
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  account_fixture_wait_closed (self);
  g_assert_cmpint (page->detail->row->allocated_at, ==, 0);

  page = years_show (self, 1200, 1300);
  preview (self, "_Allocate…");
  account_fixture_picture (self, "years-run-allocate-1200");
  account_fixture_press (self, "_Approve and Post");
  account_fixture_wait_closed (self);
  years_wait_state (page, GRAM_CCTS_YEAR_ALLOCATED);
  g_assert_cmpint (page->detail->totals.allocated, ==, 1578626);
}

/* What is missing leads to the participants that miss it. */
static void
test_missing (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);

  account_fixture_activate (self, "Baselines missing: 2");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (page->view_stack), ==, "participants");
  g_assert_cmpuint (gram_participants_table_count (table_of (page)), ==, 2);
  account_fixture_picture (self, "years-participants-missing-1200");
  /* A search narrows it down further; nothing found says so. */
  gtk_editable_set_text (GTK_EDITABLE (gram_test_find_type (GTK_WIDGET (page->participants_view),
                                                            GTK_TYPE_SEARCH_ENTRY)),
                         "no such name");
  gram_test_await (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, NULL);
  g_assert_cmpuint (gram_participants_table_count (table_of (page)), ==, 0);
  account_fixture_press (self, "_Clear Filters");
  g_assert_cmpuint (gram_participants_table_count (table_of (page)), ==, 3);
}

/* Who may not do it sees it, and why not. */
static void
test_forbidden (AccountFixture *self, gconstpointer data)
{
  static const char *const titles[]
      = { "Measure Again", "Allocate", "Account for the Year", "Close the Year" };
  GramYearsPage *page;

  years_become (self, YEARS_HANDLER);
  page = years_show (self, 1200, 1300);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = step (page, titles[i]);

      g_assert_false (gtk_widget_is_sensitive (row));
      g_assert_nonnull (gtk_widget_get_tooltip_text (row));
    }
  g_assert_false (
      gtk_widget_is_sensitive (gram_test_find_button (GTK_WIDGET (page), "_Allocate…")));
  account_fixture_picture (self, "years-forbidden-1200");
}

static gboolean
has_baselines (gpointer data)
{
  GramYearsPage *page = data;

  return page->detail->row->facts.baselines_missing == 0;
}

/* A file of baselines; wrong rows are named, and then nothing of it is entered. */
static void
test_import (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);
  g_autofree char *path = gram_test_dir_file (self->dir, "baselines.csv");
  g_autofree char *wrong = NULL;
  g_autofree char *right = NULL;
  g_autoptr (GError) error = NULL;

  wrong = g_strdup_printf ("account,baseline,source,date,reason\n"
                           "%s,121.455,VETS baseline table,2026-03-01,As notified\n"
                           "99999999,120,VETS baseline table,2026-03-01,As notified\n",
                           years_number (YEARS_MEASURED, CCTS_BETA));
  right = g_strdup_printf ("account,baseline,source,date,reason\n"
                           "%s,121.455,VETS baseline table,2026-03-01,As notified\n"
                           "%s,125.75,VETS baseline table,2026-03-01,As notified\n",
                           years_number (YEARS_MEASURED, CCTS_BETA),
                           years_number (YEARS_MEASURED, CCTS_GAMMA));
  g_file_set_contents (path, wrong, -1, &error);
  g_assert_no_error (error);
  gram_years_page_import (page, "baseline.import", path);
  account_fixture_await (self, GTK_TYPE_BUTTON, "_Close");
  account_fixture_picture (self, "years-import-wrong-1200");
  account_fixture_press (self, "_Close");
  account_fixture_wait_closed (self);
  g_assert_cmpint (page->detail->row->facts.baselines_missing, ==, 2);

  g_file_set_contents (path, right, -1, &error);
  g_assert_no_error (error);
  gram_years_page_import (page, "baseline.import", path);
  gram_test_wait_until (has_baselines, page);
}

static gboolean
is_written (gpointer data)
{
  g_autofree char *content = NULL;

  return g_file_get_contents (data, &content, NULL, NULL)
         && strstr (content, "Alpha Motors plc") != NULL;
}

static gboolean
has_exported (gpointer data)
{
  return ((GramYearsPage *)data)->exporting == NULL;
}

/* What is published stands last. */
static void
show_publication (AccountFixture *self, GramYearsPage *page, const char *picture)
{
  GtkWidget *view = GTK_WIDGET (page->year_view);
  GtkScrolledWindow *scrolled
      = GTK_SCROLLED_WINDOW (gram_test_find_type (view, GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);

  g_assert_nonnull (gram_test_find_type (view, GTK_TYPE_MENU_BUTTON));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  gram_test_settle ();
  account_fixture_picture (self, picture);
}

/* Art. 80: the table and the vehicle rows as CSV, and the publication that the registry keeps. */
static void
test_publish (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);
  g_autofree char *path = gram_test_dir_file (self->dir, "table.csv");
  g_autofree char *vehicles = gram_test_dir_file (self->dir, "vehicles.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) rows = g_file_new_for_path (vehicles);

  gram_years_page_export_csv (page, file);
  gram_test_wait_until (is_written, path);
  gram_years_page_export_vehicles (page, rows);
  account_fixture_picture (self, "years-exporting-1200");
  gram_test_wait_until (has_exported, page);
  g_assert_true (is_written (vehicles));
  g_assert_nonnull (gram_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Vehicles exported"));
  account_fixture_picture (self, "years-exported-1200");

  account_fixture_activate (self, "Publish");
  step (page, "Publish Again");
  g_assert_cmpuint (page->detail->documents->len, >=, 1);
  account_fixture_picture (self, "years-published-1200");
  show_publication (self, page, "years-publication-1200");
  show_publication (self, years_show (self, 400, 900), "years-publication-400");
}

static gboolean
has_rule (gpointer data)
{
  GramYearsPage *page = data;

  return page->detail->row->auto_register;
}

static void
test_standing_rule (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);
  GtkWidget *row = gram_test_await (GTK_WIDGET (page), ADW_TYPE_SWITCH_ROW,
                                    "_Register Matched Trades at Once");

  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  gram_test_wait_until (has_rule, page);
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
}

/* Many participants: sorted by a figure, the largest first; the columns by what one wants to see. */
static void
test_table (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 900);
  GtkWidget *view = GTK_WIDGET (page->participants_view);

  gtk_widget_activate_action (GTK_WIDGET (page->year_view), "years.show", "s", "participants");
  gram_test_settle ();
  g_assert_cmpuint (gram_participants_table_count (table_of (page)), ==, 36);
  gtk_widget_activate_action (view, "participants.sort", "s", "cars");
  gtk_widget_activate_action (view, "participants.reverse", NULL);
  gram_test_settle ();
  g_assert_nonnull (gram_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL));
  account_fixture_picture (self, "years-table-1200");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (
                                        gram_test_find_type (view, ADW_TYPE_TOGGLE_GROUP)),
                                    "all");
  gram_test_settle ();
  account_fixture_picture (self, "years-table-all-1200");
  page = years_show (self, 400, 900);
  gtk_widget_activate_action (GTK_WIDGET (page->year_view), "years.show", "s", "participants");
  gram_test_settle ();
  account_fixture_picture (self, "years-table-400");
}

/* Another year is another track; a year without participants says so. */
static void
test_other_year (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);

  g_assert_cmpint (gram_years_page_get_year (page), ==, CCTS_YEAR);
  gram_years_page_show_year (page, 2024);
  gtk_widget_activate_action (GTK_WIDGET (page->year_view), "years.show", "s", "participants");
  gram_test_await (GTK_WIDGET (page->participants_view), ADW_TYPE_STATUS_PAGE, NULL);
  account_fixture_picture (self, "years-empty-1200");
  gtk_widget_activate_action (GTK_WIDGET (page->year_view), "years.show", "s", "pools");
  gram_test_settle ();
  account_fixture_picture (self, "years-empty-pools-1200");
}

/* From the end of the window to the end of the year (art. 38–40); what is left lapses. */
static void
test_account_and_close (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);

  preview (self, "_Account…");
  account_fixture_picture (self, "years-run-account-1200");
  account_fixture_press (self, "_Account");
  account_fixture_wait_closed (self);
  years_wait_state (page, GRAM_CCTS_YEAR_ACCOUNTED);
  /* Beta: 1,055,345.6 − 995,931 = 59,414.6 × £86. */
  g_assert_cmpint (page->detail->totals.payment, ==, 510965560);

  years_issue_notice (self, years_number (YEARS_OVER, CCTS_BETA));
  years_wait_state (page, GRAM_CCTS_YEAR_NOTICES);
  preview (self, "_Close…");
  account_fixture_picture (self, "years-run-close-1200");
  account_fixture_press (self, "_Close the Year");
  account_fixture_wait_closed (self);
  years_wait_state (page, GRAM_CCTS_YEAR_CLOSED);
  g_assert_cmpint (page->detail->totals.lapsed, ==, 110908);
  account_fixture_picture (self, "years-closed-1200");
}

int
main (int argc, char **argv)
{
  int result;

  gram_test_gtk_init (&argc, &argv);

#define TEST(path, stand, func)                                                                    \
  g_test_add ("/years/" path, AccountFixture, STAND (stand), years_set_up, func, years_tear_down)

  TEST ("track/collected", COLLECTED, test_track);
  TEST ("track/measured", MEASURED, test_track);
  TEST ("track/allocated", ALLOCATED, test_track);
  TEST ("track/over", OVER, test_track);
  TEST ("track/accounted", ACCOUNTED, test_track);
  TEST ("measure", COLLECTED, test_measure);
  TEST ("allocate", MEASURED, test_allocate);
  TEST ("missing", MEASURED, test_missing);
  TEST ("forbidden", MEASURED, test_forbidden);
  TEST ("import", MEASURED, test_import);
  TEST ("publish", ALLOCATED, test_publish);
  TEST ("standing-rule", ALLOCATED, test_standing_rule);
  TEST ("table", MANY, test_table);
  TEST ("other-year", MEASURED, test_other_year);
  TEST ("account-and-close", OVER, test_account_and_close);

  result = g_test_run ();
  years_end ();

  return result;
}
