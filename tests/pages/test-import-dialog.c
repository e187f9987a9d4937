/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

#include "gram-import-date-row.h"
#include "gram-import-dry-run-page.h"
#include "gram-import-mapping-page.h"
#include "gram-import-rejects-page.h"
#include "gram-import-settings-page.h"
#include "gram-questions.h"
#include "gram-reject-list.h"
#include "gram-test-fleet.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

/* Columns that no preset has; dates that could be read two ways. */
#define COLUMNS "Rahmen;Brand;Modell;Kind;Tara;Ausstoss;Day\n"
#define ROW_1 "JTDKN36U405000001;TOYOTA;PRIUS;A;1380;89,5;03/04/2026\n"
#define ROW_2 "JTDKN36U405000002;TOYOTA;AQUA;A;1080;78,1;04/04/2026\n"
#define ROW_3 "JTDKN36U405000003;TOYOTA;HIACE;B;1900;201,25;05/04/2026\n"
#define BAD_DATE "JTDKN36U405000004;TOYOTA;VITZ;A;990;101;31/31/2026\n"
#define BAD_CO2 "JTDKN36U405000005;TOYOTA;VITZ;A;990;one;05/04/2026\n"

#define DAY_MONTH_YEAR 2

static const ImportLook looks[] = {
  { "ccs-used", 1200, FALSE },
  { "ccs-used", 1200, TRUE },
  { "ccs-used", 400, FALSE },
};
static const ImportLook ccts = { "ccts", 1200, FALSE };

static const struct
{
  const char *field;
  const char *column;
} mapping[] = {
  { "vin", "Rahmen" },   { "make", "Brand" },        { "model", "Modell" },      { "type", "Kind" },
  { "mass_kg", "Tara" }, { "co2_g_km", "Ausstoss" }, { "registered_on", "Day" },
};

static void
select_column (AdwComboRow *row, const char *column)
{
  GListModel *model = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), column))
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
map_columns (ImportFixture *self)
{
  GramImportMappingPage *page
      = GRAM_IMPORT_MAPPING_PAGE (import_fixture_find (self, GRAM_TYPE_IMPORT_MAPPING_PAGE));

  for (guint i = 0; i < G_N_ELEMENTS (mapping); i++)
    select_column (gram_import_mapping_page_get_row (page, mapping[i].field), mapping[i].column);
}

static const char *
dry_run_view (ImportFixture *self)
{
  return gram_import_dry_run_page_get_view (
      GRAM_IMPORT_DRY_RUN_PAGE (import_fixture_find (self, GRAM_TYPE_IMPORT_DRY_RUN_PAGE)));
}

/* A file with columns of its own, as far as the counts. */
static void
go_to_counts (ImportFixture *self, const char *name, const char *content)
{
  import_fixture_choose (self, name, content);
  import_fixture_assert_step (self, "settings");
  select_column (ADW_COMBO_ROW (import_fixture_row (self, "D_ecimals")), "Comma, as in 131,4");
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "mapping");
  map_columns (self);
  import_fixture_choose_dates (self, DAY_MONTH_YEAR);
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "dry-run");
}

static void
test_own_columns (ImportFixture *self, gconstpointer data)
{
  go_to_counts (self, "march.csv", COLUMNS ROW_1 ROW_2);
  g_assert_cmpstr (dry_run_view (self), ==, "report");
  g_assert_cmpint (import_fixture_count (self, "New"), ==, 2);
  g_assert_cmpint (import_fixture_count (self, "Rejected"), ==, 0);

  import_fixture_act (self, "import.apply");
  import_fixture_assert_step (self, "done");

  /* The same file again: remembered, and nothing to do. */
  import_fixture_act (self, "import.again");
  import_fixture_choose (self, "march.csv", COLUMNS ROW_1 ROW_2);
  import_fixture_assert_step (self, "settings");
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "dry-run");
  g_assert_cmpstr (dry_run_view (self), ==, "nothing");
}

/* Another dialog, another file with the same columns: no questions. */
static void
test_remembered (ImportFixture *self, gconstpointer data)
{
  AdwActionRow *found;

  go_to_counts (self, "march.csv", COLUMNS ROW_1);
  import_fixture_act (self, "import.apply");
  import_fixture_close (self);

  import_fixture_present (self);
  import_fixture_choose (self, "april.csv", COLUMNS ROW_1 ROW_2 ROW_3);
  found = ADW_ACTION_ROW (import_fixture_row (self, "Layout"));
  g_assert_cmpstr (adw_action_row_get_subtitle (found), ==, "Remembered from last time");
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "dry-run");
  g_assert_cmpint (import_fixture_count (self, "New"), ==, 2);
  g_assert_cmpint (import_fixture_count (self, "Unchanged"), ==, 1);
}

/* Dates are never guessed: nothing goes on before somebody has said how they are written. */
static void
test_dates_are_asked (ImportFixture *self, gconstpointer data)
{
  GramImportSettingsPage *page;
  GtkWidget *row;

  import_fixture_choose (self, "dates.csv",
                         "VIN,Make,Model,Date of registration\n"
                         "JTDKN36U405000001,TOYOTA,PRIUS,03/04/2026\n");
  page = GRAM_IMPORT_SETTINGS_PAGE (import_fixture_find (self, GRAM_TYPE_IMPORT_SETTINGS_PAGE));
  row = import_fixture_find (self, GRAM_TYPE_IMPORT_DATE_ROW);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_false (gram_import_date_row_get_chosen (GRAM_IMPORT_DATE_ROW (row)));
  g_assert_nonnull (gram_import_settings_page_get_problem (page));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "03/04/2026"));
  import_fixture_picture (self, "dates-asked");
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "settings");

  import_fixture_choose_dates (self, DAY_MONTH_YEAR);
  g_assert_null (gram_import_settings_page_get_problem (page));
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "mapping");
  row = import_fixture_find (self, GRAM_TYPE_IMPORT_DATE_ROW);
  g_assert_true (gram_import_date_row_get_chosen (GRAM_IMPORT_DATE_ROW (row)));
}

/* Every rejected row is listed; the others can be brought in without them. */
static void
test_rejects (ImportFixture *self, gconstpointer data)
{
  GListModel *model;
  g_autoptr (GramRejectItem) first = NULL;
  g_autoptr (GramRejectItem) second = NULL;
  const GramRowProblem *problem;

  go_to_counts (self, "bad.csv", COLUMNS BAD_DATE ROW_1 BAD_CO2 ROW_2);
  g_assert_cmpint (import_fixture_count (self, "New"), ==, 2);
  g_assert_cmpint (import_fixture_count (self, "Rejected"), ==, 2);

  import_fixture_act (self, "import.show-rejects");
  import_fixture_assert_step (self, "rejects");
  model = gram_import_rejects_page_get_model (
      GRAM_IMPORT_REJECTS_PAGE (import_fixture_find (self, GRAM_TYPE_IMPORT_REJECTS_PAGE)));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
  first = g_list_model_get_item (model, 0);
  second = g_list_model_get_item (model, 1);
  problem = gram_reject_item_get_problem (first);
  g_assert_cmpint (problem->row, ==, 1);
  g_assert_cmpstr (problem->field, ==, "registered_on");
  g_assert_cmpstr (problem->value, ==, "31/31/2026");
  problem = gram_reject_item_get_problem (second);
  g_assert_cmpint (problem->row, ==, 3);
  g_assert_cmpstr (problem->field, ==, "co2_g_km");

  import_fixture_back (self);
  import_fixture_act (self, "import.apply");
  import_fixture_assert_step (self, "done");
}

/* A file of which nothing is good has nothing to bring in, but a list of what is wrong. */
static void
test_all_rejected (ImportFixture *self, gconstpointer data)
{
  go_to_counts (self, "bad.csv", COLUMNS BAD_DATE BAD_CO2);
  g_assert_cmpstr (dry_run_view (self), ==, "nothing");
  import_fixture_act (self, "import.apply");
  import_fixture_assert_step (self, "dry-run");
  import_fixture_act (self, "import.show-rejects");
  import_fixture_assert_step (self, "rejects");
}

/* What is brought in is what was counted, or nothing. */
static void
test_file_changed (ImportFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  go_to_counts (self, "march.csv", COLUMNS ROW_1 ROW_2);
  path = gram_test_dir_write (self->dir, "march.csv", COLUMNS ROW_1 ROW_2 ROW_3);
  import_fixture_act (self, "import.apply");
  import_fixture_assert_step (self, "dry-run");
  g_assert_cmpstr (dry_run_view (self), ==, "failed");

  import_fixture_act (self, "import.retry");
  g_assert_cmpstr (dry_run_view (self), ==, "report");
  g_assert_cmpint (import_fixture_count (self, "New"), ==, 3);
}

/* Presets need neither mapping nor an order of dates. */
static void
test_template (ImportFixture *self, gconstpointer data)
{
  const GramTestFleet fleet = { .seed = 7, .kind = GRAM_ACCOUNT_CCS_USED };
  g_autofree char *path = gram_test_dir_file (self->dir, "template.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (gram_test_fleet_write_csv (&fleet, 0, 400, path, &error));
  gram_import_dialog_open_file (self->dialog, file);
  import_fixture_wait_idle (self);
  import_fixture_assert_step (self, "settings");
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "dry-run");
  g_assert_cmpint (import_fixture_count (self, "New"), ==, 400);
  import_fixture_act (self, "import.apply");
  import_fixture_assert_step (self, "done");
}

/* Large enough that it is still being read when it is cancelled; for pictures, that there is something to be seen. */
static guint64
n_large (void)
{
  return g_getenv ("GRAM_PICTURES") != NULL ? 300000 : 20000;
}

static void
choose_large_file (ImportFixture *self)
{
  const GramTestFleet fleet = { .seed = 7, .kind = GRAM_ACCOUNT_CCS_USED };
  g_autofree char *path = gram_test_dir_file (self->dir, "large.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (gram_test_fleet_write_csv (&fleet, 0, n_large (), path, &error));
  gram_import_dialog_open_file (self->dialog, file);
  import_fixture_wait_idle (self);
}

static void
test_cancel (ImportFixture *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (self->dialog);

  choose_large_file (self);
  gtk_widget_activate_action (dialog, "import.next", NULL);
  g_assert_true (gram_import_dialog_is_busy (self->dialog));
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (self->dialog)));
  import_fixture_picture (self, "progress-dry-run");
  import_fixture_act (self, "import.cancel");
  import_fixture_assert_step (self, "settings");
  import_fixture_picture (self, "progress-cancelled");

  /* While vehicles are brought in, the dialog stays; cancelled, nothing was. */
  import_fixture_act (self, "import.next");
  g_assert_cmpint (import_fixture_count (self, "New"), ==, n_large ());
  gtk_widget_activate_action (dialog, "import.apply", NULL);
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (self->dialog)));
  import_fixture_assert_step (self, "apply");
  import_fixture_picture (self, "progress-apply");
  import_fixture_act (self, "import.cancel");
  import_fixture_assert_step (self, "dry-run");
  g_assert_cmpstr (dry_run_view (self), ==, "report");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (self->dialog)));

  import_fixture_back (self);
  import_fixture_act (self, "import.next");
  g_assert_cmpint (import_fixture_count (self, "New"), ==, n_large ());
}

/* Vehicles of which inspection is done can be accepted at once. */
static void
test_ready (ImportFixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramOverview) overview = NULL;

  import_fixture_choose (self, "march.csv", COLUMNS ROW_1 ROW_2);
  select_column (ADW_COMBO_ROW (import_fixture_row (self, "D_ecimals")), "Comma, as in 131,4");
  gtk_widget_activate (import_fixture_row (self, "Ready"));
  import_fixture_act (self, "import.next");
  map_columns (self);
  import_fixture_choose_dates (self, DAY_MONTH_YEAR);
  import_fixture_act (self, "import.next");
  import_fixture_act (self, "import.apply");
  import_fixture_assert_step (self, "done");

  gram_session_overview_async (self->session, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  overview = gram_session_overview_finish (self->session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (overview);
  g_assert_cmpint (overview->waiting.records, ==, 2);
}

/* The dialog goes away while the file is read: the dry run is cancelled and says nothing any more. */
static void
test_close_while_reading (ImportFixture *self, gconstpointer data)
{
  choose_large_file (self);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "import.next", NULL);
  g_assert_true (gram_import_dialog_is_busy (self->dialog));
  import_fixture_close (self);
}

static gboolean
is_gone (gpointer data)
{
  return ((ImportFixture *)data)->dialog == NULL;
}

/* Who closes it while vehicles are brought in is asked; stopped, nothing was. */
static void
test_close_while_applying (ImportFixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  AdwDialog *question;

  choose_large_file (self);
  import_fixture_act (self, "import.next");
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "import.apply", NULL);
  /* The window does not go either, and nothing is asked twice. */
  gtk_window_close (self->window);
  question = adw_window_get_visible_dialog (ADW_WINDOW (self->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_assert_false (adw_dialog_close (ADW_DIALOG (self->dialog)));
  g_assert_true (adw_window_get_visible_dialog (ADW_WINDOW (self->window)) == question);
  import_fixture_picture (self, "close-while-applying");
  g_signal_emit_by_name (gram_test_find_button (window, "_Stop"), "clicked");
  gram_test_wait_until (is_gone, self);

  import_fixture_present (self);
  choose_large_file (self);
  import_fixture_act (self, "import.next");
  g_assert_cmpint (import_fixture_count (self, "New"), ==, n_large ());
}

static void
test_no_such_file (ImportFixture *self, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/register.csv");

  gram_import_dialog_open_file (self->dialog, nowhere);
  import_fixture_wait_idle (self);
  import_fixture_assert_step (self, "file");
  import_fixture_choose (self, "empty.csv", "");
  import_fixture_assert_step (self, "file");
}

/* Another delimiter is looked at right away. */
static void
test_settings_look_again (ImportFixture *self, gconstpointer data)
{
  AdwComboRow *row;

  import_fixture_choose (self, "march.csv", COLUMNS ROW_1);
  row = ADW_COMBO_ROW (import_fixture_row (self, "_Between Columns"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  select_column (row, "Comma");
  import_fixture_wait_idle (self);
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "mapping");
  /* One column is left, which names no vehicle. */
  g_assert_nonnull (gram_import_mapping_page_get_problem (
      GRAM_IMPORT_MAPPING_PAGE (import_fixture_find (self, GRAM_TYPE_IMPORT_MAPPING_PAGE))));
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "mapping");
}

/* The whole way, as somebody sees it who has a file of her own columns with some mistakes in it. */
static void
test_walk (ImportFixture *self, gconstpointer data)
{
  import_fixture_picture (self, "1-file");
  import_fixture_choose_fixture (self, "import/own-columns.csv");
  import_fixture_assert_step (self, "settings");
  select_column (ADW_COMBO_ROW (import_fixture_row (self, "D_ecimals")), "Comma, as in 131,4");
  import_fixture_picture (self, "2-settings");
  import_fixture_scroll_down (self);
  import_fixture_picture (self, "2b-settings-end");
  import_fixture_act (self, "import.next");
  import_fixture_picture (self, "3-mapping");
  map_columns (self);
  import_fixture_choose_dates (self, DAY_MONTH_YEAR);
  import_fixture_picture (self, "4-mapped");
  import_fixture_scroll_down (self);
  import_fixture_picture (self, "4b-mapped-end");
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "dry-run");
  import_fixture_picture (self, "5-dry-run");
  g_assert_cmpint (import_fixture_count (self, "New"), ==, 12);
  g_assert_cmpint (import_fixture_count (self, "Rejected"), ==, 5);
  import_fixture_act (self, "import.show-rejects");
  import_fixture_picture (self, "6-rejects");
  import_fixture_back (self);
  import_fixture_act (self, "import.apply");
  import_fixture_picture (self, "7-done");
  import_fixture_act (self, "import.again");
  import_fixture_choose_fixture (self, "import/own-columns.csv");
  import_fixture_picture (self, "8-remembered");
  import_fixture_act (self, "import.next");
  import_fixture_picture (self, "9-nothing");
  g_assert_cmpstr (dry_run_view (self), ==, "nothing");
}

static void
test_eea (ImportFixture *self, gconstpointer data)
{
  import_fixture_choose_fixture (self, "exchange/eea.csv");
  import_fixture_picture (self, "eea-settings");
  import_fixture_act (self, "import.change-mapping");
  import_fixture_assert_step (self, "mapping");
  import_fixture_picture (self, "eea-mapping");
  import_fixture_back (self);

  /* One manufacturer of all: the others are passed over, not rejected. */
  select_column (ADW_COMBO_ROW (import_fixture_row (self, "_Only Rows by Column")), "Mh");
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "settings");
  gtk_editable_set_text (GTK_EDITABLE (import_fixture_row (self, "_Value in That Column")),
                         "Harbour Motors");
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "dry-run");
  g_assert_cmpint (import_fixture_count (self, "New"), ==, 2);
  g_assert_cmpint (import_fixture_count (self, "Rejected"), ==, 0);
  import_fixture_picture (self, "eea-dry-run");
}

static void
test_mvr (ImportFixture *self, gconstpointer data)
{
  import_fixture_choose_fixture (self, "exchange/nz-mvr.csv");
  import_fixture_picture (self, "mvr-settings");
  import_fixture_act (self, "import.next");
  import_fixture_assert_step (self, "dry-run");
  /* A new vehicle does not belong on an account for used ones. */
  g_assert_cmpint (import_fixture_count (self, "New"), ==, 2);
  g_assert_cmpint (import_fixture_count (self, "Rejected"), ==, 1);
  import_fixture_act (self, "import.show-rejects");
  import_fixture_picture (self, "mvr-rejects");
}

static void
test_rows_per_second (void)
{
  g_assert_cmpint (gram_import_rows_per_second (1000, G_USEC_PER_SEC), ==, 1000);
  g_assert_cmpint (gram_import_rows_per_second (1000, 2 * G_USEC_PER_SEC), ==, 500);
  g_assert_cmpint (gram_import_rows_per_second (1000, 100), ==, 0);
  g_assert_cmpint (gram_import_rows_per_second (G_MAXINT64, G_USEC_PER_SEC), ==, 0);
}

static void
test_finalize (ImportFixture *self, gconstpointer data)
{
  import_fixture_assert_step (self, "file");
  import_fixture_close (self);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GramTestDir) home = NULL;

  g_test_init (&argc, &argv, NULL);
  home = gram_test_dir_new ();
  import_fixture_init (home);

#define ADD(name, func)                                                                            \
  g_test_add ("/import-dialog/" name, ImportFixture, NULL, import_fixture_set_up, func,            \
              import_fixture_tear_down)
  ADD ("finalize", test_finalize);
  ADD ("own-columns", test_own_columns);
  ADD ("remembered", test_remembered);
  ADD ("dates-are-asked", test_dates_are_asked);
  ADD ("rejects", test_rejects);
  ADD ("all-rejected", test_all_rejected);
  ADD ("file-changed", test_file_changed);
  ADD ("template", test_template);
  ADD ("ready", test_ready);
  ADD ("cancel", test_cancel);
  ADD ("close-while-reading", test_close_while_reading);
  ADD ("close-while-applying", test_close_while_applying);
  ADD ("no-such-file", test_no_such_file);
  ADD ("settings-look-again", test_settings_look_again);
  ADD ("mvr", test_mvr);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *name = g_strdup_printf ("/import-dialog/walk/%d%s", looks[i].width,
                                               looks[i].dark ? "-dark" : "");

      g_test_add (name, ImportFixture, &looks[i], import_fixture_set_up, test_walk,
                  import_fixture_tear_down);
    }
  g_test_add ("/import-dialog/eea", ImportFixture, &ccts, import_fixture_set_up, test_eea,
              import_fixture_tear_down);
  g_test_add_func ("/import-dialog/rows-per-second", test_rows_per_second);

  return g_test_run ();
}
