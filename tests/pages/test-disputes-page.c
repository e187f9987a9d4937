/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "disputes-fixture.h"

#include "gram-case-parts.h"
#include "gram-dispute-view.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-vehicle-details.h"

#define ADMINISTRATOR "administrator@example.org"

/* The first case of the list, which has the newest first. */
static gint64
newest_case (GramDisputesPage *page)
{
  gram_test_wait_until (disputes_is_known, page);

  return gram_paged_list_get_id (GRAM_PAGED_LIST (page->list), 0);
}

/* Opens a dispute about the CO₂ value by the command, and answers its number. */
static gint64
open_dispute (gint64 vehicle_id)
{
  g_autofree char *arguments
      = g_strdup_printf ("{'kind': <'value'>, 'field': <'co2'>, 'claimed': <'1.5'>, 'reason': "
                         "<'The certificate says so'>, 'vehicles': <[int64 %" PRId64 "]>}",
                         vehicle_id);
  GramDisputesPage *page;

  account_fixture_perform (&world, "dispute.open", arguments);
  page = disputes_show_page (1000, 900);

  return newest_case (page);
}

static void
elsewhere (const char *command, const char *format, gint64 case_id)
{
  g_autofree char *arguments = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  arguments = g_strdup_printf (format, case_id);
#pragma GCC diagnostic pop
  account_fixture_perform_elsewhere (&world, ADMINISTRATOR, command, arguments);
}

/* The empty page says what a dispute is, how to open one, and lets a missing vehicle be reported. */
static void
test_empty (void)
{
  AccountFixture practice = world;
  GramDisputesPage *page;

  world = (AccountFixture){ 0 };
  account_fixture_set_up_own (&world, NULL);
  account_fixture_open_empty (&world);
  page = disputes_show_page (400, 900);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "empty");
  account_fixture_picture (&world, "disputes-empty-400");
  g_assert_nonnull (disputes_await (GTK_TYPE_BUTTON, "_Report a Missing Vehicle…"));
  disputes_show_page (1200, 800);
  account_fixture_picture (&world, "disputes-empty-1200");
  account_fixture_tear_down (&world, NULL);
  world = practice;
}

static void
type_message (const char *text)
{
  GtkWidget *view = disputes_await (GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gram_test_settle ();
}

/* A question of the administrator's, the answer to it, a message that is edited, and what can be read of it. */
static void
test_thread (void)
{
  gint64 case_id = open_dispute (disputes_take_vehicle (GRAM_VEHICLE_READY));
  GtkWidget *item;

  elsewhere ("case.claim", "{'cases': <[int64 %" PRId64 "]>}", case_id);
  elsewhere ("case.ask", "{'case': <int64 %" PRId64 ">, 'text': <'Which laboratory measured it?'>}",
             case_id);
  disputes_show_page (400, 1000);
  disputes_present (gram_dispute_view_new_for_id (world.session, case_id));
  account_fixture_wait_text (&world, "Information asked", "You are asked for information");
  disputes_await (GTK_TYPE_LABEL, "Which laboratory measured it?");
  disputes_await (GTK_TYPE_LABEL,
                  "The administrator’s side and everyone of Harbour Street Imports Ltd "
                  "read this.");
  account_fixture_picture (&world, "asked-400");
  type_message ("Emission Lab Hamilton, report 12.");
  account_fixture_press (&world, "Send _Answer");
  disputes_await (GTK_TYPE_LABEL, "Emission Lab Hamilton, report 12.");
  disputes_await (GTK_TYPE_BUTTON, "Send _Message");

  type_message ("The report folows by post.");
  account_fixture_press (&world, "Send _Message");
  disputes_await (GTK_TYPE_LABEL, "The report folows by post.");
  item = disputes_await (GTK_TYPE_BUTTON, "Edit");
  g_signal_emit_by_name (item, "clicked");
  type_message ("The report follows by post.");
  account_fixture_press (&world, "_Save");
  disputes_await (GTK_TYPE_LABEL, "The report follows by post.");
  item = disputes_await (GTK_TYPE_MENU_BUTTON, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (item));
  disputes_await (GTK_TYPE_LABEL, "The report folows by post.");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (item));
  account_fixture_picture (&world, "thread-400");
  disputes_close_dialogs ();

  disputes_show_page (1200, 1000);
  disputes_present (gram_dispute_view_new_for_id (world.session, case_id));
  disputes_await (GTK_TYPE_LABEL, "The report follows by post.");
  account_fixture_picture (&world, "thread-1200");
  /* What was typed and not sent is asked about. */
  type_message ("One more thing");
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (world.window)));
  disputes_await (GTK_TYPE_LABEL, "Discard Changes?");
  disputes_close_dialogs ();
}

/* Decided: the reason, and the value of now; the vehicle shows where it came from. */
static void
test_decided (void)
{
  gint64 vehicle_id = disputes_take_vehicle (GRAM_VEHICLE_READY);
  gint64 case_id = open_dispute (vehicle_id);

  elsewhere ("case.claim", "{'cases': <[int64 %" PRId64 "]>}", case_id);
  elsewhere ("dispute.uphold",
             "{'cases': <[int64 %" PRId64 "]>, 'reason': <'The certificate is clear'>}", case_id);
  disputes_show_page (400, 1100);
  disputes_present (gram_dispute_view_new_for_id (world.session, case_id));
  account_fixture_wait_text (&world, "Upheld", "You were right");
  account_fixture_wait_text (&world, "Reason", "The certificate is clear");
  account_fixture_wait_text (&world, "It Says Now", "1.5 g/km");
  account_fixture_picture (&world, "decided-400");
  disputes_close_dialogs ();

  disputes_show_page (1200, 1100);
  disputes_present (ADW_DIALOG (gram_vehicle_details_new_for_id (world.session, vehicle_id)));
  gtk_widget_activate_action (disputes_await (ADW_TYPE_EXPANDER_ROW, "CO₂ value"), "widget.press",
                              NULL);
  account_fixture_picture (&world, "value-history-1200");
  gtk_widget_activate_action (disputes_await (ADW_TYPE_ACTION_ROW, "1.5 g/km"), "widget.press",
                              NULL);
  account_fixture_wait_text (&world, "Upheld", "You were right");
  disputes_close_dialogs ();
}

static GramCaseDetail *
read_case (gint64 case_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GramCaseDetail *detail;

  gram_session_case_async (world.session, case_id, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  detail = gram_session_case_finish (world.session, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (detail);

  return detail;
}

/* Thread and evidence of a case, as both sides show them. */
static void
show_parts (gint64 case_id)
{
  g_autoptr (GramCaseDetail) detail = read_case (case_id);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *thread = gram_thread_new ();
  GtkWidget *evidence = gram_evidence_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), thread);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (evidence));
  gram_thread_show_case (GRAM_THREAD (thread), world.session, detail);
  gram_evidence_show_case (GRAM_EVIDENCE (evidence), world.session, detail);
  if (world.window != NULL)
    gram_test_window_close (world.window);
  world.window = gram_test_window_new (page, 400, 900);
}

static gboolean
is_written (gpointer data)
{
  return !gram_thread_get_unsent (data);
}

static void
send_message (const char *lane, const char *text, const char *verb)
{
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (disputes_await (ADW_TYPE_TOGGLE_GROUP, NULL)),
                                    lane);
  type_message (text);
  account_fixture_press (&world, verb);
  gram_test_wait_until (is_written, disputes_await (GRAM_TYPE_THREAD, NULL));
}

static void
attach (const char *name, const char *answer)
{
  g_autofree char *path = gram_test_dir_file (world.dir, name);
  g_autofree char *heading = g_strdup_printf ("Who May See “%s”?", name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "evidence", -1, NULL));
  gram_evidence_add_file (GRAM_EVIDENCE (disputes_await (GRAM_TYPE_EVIDENCE, NULL)), file);
  disputes_await (GTK_TYPE_LABEL, heading);
  account_fixture_press (&world, answer);
  account_fixture_wait_closed (&world);
  while (gram_evidence_get_n_waiting (GRAM_EVIDENCE (disputes_await (GRAM_TYPE_EVIDENCE, NULL)))
         > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Two lanes that cannot be confused: a note has its own words, colour and button, and the holder never has it. */
static void
test_lanes (void)
{
  gint64 case_id = open_dispute (disputes_take_vehicle (GRAM_VEHICLE_READY));

  account_fixture_become (&world, ADMINISTRATOR);
  show_parts (case_id);
  send_message ("holder", "We look into it.", "Send _Message");
  send_message ("internal", "Same laboratory as case 12.", "Keep _Note");
  attach ("Letter.txt", "_Holder Too");
  attach ("Memo.txt", "_Administrator’s Side Only");

  show_parts (case_id);
  disputes_await (GTK_TYPE_LABEL, "We look into it.");
  disputes_await (GTK_TYPE_LABEL, "Same laboratory as case 12.");
  disputes_await (GTK_TYPE_LABEL, "Internal note");
  account_fixture_wait_text (&world, "Memo.txt", "Internal · ");
  gram_thread_focus (GRAM_THREAD (disputes_await (GRAM_TYPE_THREAD, NULL)), TRUE);
  disputes_await (GTK_TYPE_LABEL, "Only the administrator’s side reads this. Harbour Street "
                                  "Imports Ltd never does.");
  account_fixture_picture (&world, "lanes-400");

  account_fixture_become (&world, "aroha@example.org");
  show_parts (case_id);
  disputes_await (GTK_TYPE_LABEL, "We look into it.");
  disputes_await (ADW_TYPE_ACTION_ROW, "Letter.txt");
  g_assert_null (
      gram_test_find (GTK_WIDGET (world.window), GTK_TYPE_LABEL, "Same laboratory as case 12."));
  g_assert_null (gram_test_find (GTK_WIDGET (world.window), ADW_TYPE_ACTION_ROW, "Memo.txt"));
}

/* Withdrawn after being asked once more. */
static void
test_withdraw (void)
{
  gint64 case_id = open_dispute (disputes_take_vehicle (GRAM_VEHICLE_READY));

  disputes_present (gram_dispute_view_new_for_id (world.session, case_id));
  account_fixture_press (&world, "_Withdraw…");
  account_fixture_press (&world, "_Withdraw");
  account_fixture_wait_text (&world, "Withdrawn", "It was withdrawn");
  disputes_close_dialogs ();
}

static gboolean
shows_nothing (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (data), "nothing") == 0;
}

/* Chips lead to exactly what they count; search, order and menu go on by keyboard. */
static void
test_list (void)
{
  GramDisputesPage *page = disputes_show_page (1200, 800);
  gboolean descending;
  gint64 decided
      = gram_case_counts_cells (&page->counts,
                                GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION | GRAM_CASE_DIFFERENCE,
                                GRAM_CASE_DECIDED);

  gram_disputes_page_show (page, 0, 0);
  gram_test_wait_until (disputes_is_known, page);
  g_assert_cmpint (_gram_disputes_page_count_all (page), ==,
                   gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list)));
  gram_disputes_page_show (page, GRAM_CASE_DECIDED, 0);
  gram_test_wait_until (disputes_is_known, page);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list)), ==, decided);

  gram_disputes_page_show (page, 0, 0);
  gtk_editable_set_text (GTK_EDITABLE (page->search_entry), "7AT");
  disputes_await (GTK_TYPE_COLUMN_VIEW, NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "disputes.sort", "s", "kind");
  g_assert_cmpuint (gram_table_get_order (page->table, &descending), ==, GRAM_CASE_ORDER_KIND);
  gtk_widget_activate_action (GTK_WIDGET (page), "disputes.clear-filters", NULL);
  gram_test_wait_until (disputes_is_known, page);
  account_fixture_picture (&world, "disputes-list-1200");

  /* What can be done follows the selection, which a refresh that moves nothing keeps. */
  gtk_selection_model_select_item (gtk_column_view_get_model (page->view), 0, TRUE);
  gram_paged_list_refresh (GRAM_PAGED_LIST (page->list));
  gram_test_wait_until (disputes_is_known, page);
  g_assert_cmpuint (gram_table_get_n_selected (page->table), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (page), "disputes.open", NULL);
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (world.window)));
  disputes_close_dialogs ();

  page = disputes_show_page (400, 800);
  gram_test_wait_until (disputes_is_known, page);
  account_fixture_picture (&world, "disputes-list-400");
  gtk_editable_set_text (GTK_EDITABLE (page->search_entry), "nothing is called so");
  gram_test_wait_until (shows_nothing, page->stack);
  account_fixture_picture (&world, "disputes-nothing-400");
}

/* Who may not dispute sees why. */
static void
test_forbidden (void)
{
  GramDisputesPage *page;

  account_fixture_become (&world, ADMINISTRATOR);
  page = disputes_show_page (1200, 700);
  g_assert_false (gtk_widget_is_sensitive (page->report_button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (page->report_button), !=,
                   "Report a Missing Vehicle");
}

int
main (int argc, char **argv)
{
  static const DisputesTest tests[] = {
    { "/disputes/empty", test_empty },         { "/disputes/thread", test_thread },
    { "/disputes/decided", test_decided },     { "/disputes/lanes", test_lanes },
    { "/disputes/withdraw", test_withdraw },   { "/disputes/list", test_list },
    { "/disputes/forbidden", test_forbidden },
  };

  return disputes_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
