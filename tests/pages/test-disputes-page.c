/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "disputes-fixture.h"

#include "gram-dispute-view.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
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

/* Chips lead to exactly what they count; search, order and menu go on by keyboard. */
static void
test_list (void)
{
  GramDisputesPage *page = disputes_show_page (1200, 800);
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
  g_assert_cmpuint (gram_table_order_get (page->order), ==, GRAM_CASE_ORDER_KIND);
  gtk_widget_activate_action (GTK_WIDGET (page), "disputes.clear-filters", NULL);
  gram_test_wait_until (disputes_is_known, page);
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
    { "/disputes/empty", test_empty },     { "/disputes/thread", test_thread },
    { "/disputes/decided", test_decided }, { "/disputes/withdraw", test_withdraw },
    { "/disputes/list", test_list },       { "/disputes/forbidden", test_forbidden },
  };

  return disputes_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
