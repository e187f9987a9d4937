/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-fixture.h"

#include "gram-citation-row.h"
#include "gram-dispute-dialog.h"
#include "gram-dispute-view.h"
#include "gram-disputes-page-private.h"
#include "gram-evidence.h"
#include "gram-form.h"
#include "gram-questions.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-text-row.h"
#include "gram-thread-item.h"
#include "gram-vehicle-details.h"
#include "gram-vehicle-list.h"

#define ADMINISTRATOR "administrator@example.org"

/* One practice registry for all; each test takes vehicles of its own. */
static AccountFixture world;
static guint taken;

static gboolean
has_loaded (gpointer data)
{
  return !gram_paged_list_get_loading (data);
}

/* A vehicle that no test before has taken. */
static gint64
take_vehicle (GramVehicleStatus status)
{
  g_autoptr (GramVehicleList) list = gram_vehicle_list_new (world.session);
  const GramVehicleQuery query
      = { .account_id = gram_account_get_id (gram_session_get_account (world.session)),
          .statuses = 1u << status,
          .attentions = 1u << GRAM_ATTENTION_NONE };
  gint64 id;

  gram_vehicle_list_set_query (list, &query);
  gram_test_wait_until (has_loaded, list);
  id = gram_paged_list_get_id (GRAM_PAGED_LIST (list), 20 + taken++);
  g_assert_cmpint (id, !=, 0);

  return id;
}

static gboolean
is_known (gpointer data)
{
  GramDisputesPage *page = data;

  return page->counted && !gram_paged_list_get_loading (GRAM_PAGED_LIST (page->list));
}

static GramDisputesPage *
show_page (int width, int height)
{
  GtkWidget *page = g_object_new (GRAM_TYPE_DISPUTES_PAGE, "session", world.session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (world.window != NULL)
    gram_test_window_close (world.window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  world.window = gram_test_window_new (view, width, height);
  gram_test_wait_until (is_known, page);
  gram_test_settle ();

  return GRAM_DISPUTES_PAGE (page);
}

static void
present (AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (world.window));
  gram_test_settle ();
}

static void
close_dialogs (void)
{
  AdwDialog *dialog;

  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (world.window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      gram_test_settle ();
    }
  account_fixture_wait_closed (&world);
}

static void
present_dispute (gint64 vehicle_id)
{
  g_autoptr (GramVehicleChoice) choice = gram_vehicle_choice_new_one (vehicle_id);

  present (gram_dispute_dialog_new (world.session, choice));
}

static GtkWidget *
await (GType type, const char *name)
{
  return account_fixture_await (&world, type, name);
}

static const char *
error_of (const char *title)
{
  return gram_form_get_error (await (ADW_TYPE_PREFERENCES_ROW, title));
}

/* The first case of the list, which has the newest first. */
static gint64
newest_case (GramDisputesPage *page)
{
  gram_test_wait_until (is_known, page);

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
  page = show_page (1000, 900);

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
  page = show_page (400, 900);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "empty");
  account_fixture_picture (&world, "disputes-empty-400");
  g_assert_nonnull (await (GTK_TYPE_BUTTON, "_Report a Missing Vehicle…"));
  show_page (1200, 800);
  account_fixture_picture (&world, "disputes-empty-1200");
  account_fixture_tear_down (&world, NULL);
  world = practice;
}

/* CCS facts §9.4: the form says at once whether Gram knows the vehicle, and not whose it is. */
static const struct
{
  const char *vin;
  const char *answer;
} look_ups[] = {
  { "JTDKB20U993512345", "Gram does not know this vehicle" },
  { "not a vin", "Not looked up" },
};

static void
test_missing (void)
{
  GramDisputesPage *page = show_page (400, 1000);
  guint before = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list));

  gtk_widget_activate_action (GTK_WIDGET (page), "disputes.report-missing", NULL);
  await (ADW_TYPE_ENTRY_ROW, "_VIN");
  account_fixture_press (&world, "_Report");
  g_assert_nonnull (error_of ("_VIN"));
  g_assert_nonnull (error_of ("Wh_y"));
  for (gsize i = G_N_ELEMENTS (look_ups); i > 0; i--)
    {
      account_fixture_write (&world, "_VIN", look_ups[i - 1].vin);
      await (ADW_TYPE_ACTION_ROW, look_ups[i - 1].answer);
    }
  account_fixture_activate (&world, "What Is Known of It");
  account_fixture_write (&world, "Make", "Toyota");
  account_fixture_write (&world, "Wh_y", "Landed on 2 March, invoice 4711.");
  account_fixture_picture (&world, "missing-400");
  account_fixture_press (&world, "_Report");
  account_fixture_wait_closed (&world);

  gram_test_wait_until (is_known, page);
  page = show_page (1200, 700);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list)), ==, before + 1);
  present (gram_dispute_view_new (world.session, page->list, 0));
  await (ADW_TYPE_ACTION_ROW, "Open");
  account_fixture_wait_text (&world, "VIN", "JTDKB20U993512345");
  account_fixture_wait_text (&world, "Why", "Landed on 2 March, invoice 4711.");
  account_fixture_picture (&world, "missing-view-1200");
  close_dialogs ();
}

static GramVehicleFile *
read_vehicle (gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GramVehicleFile *file;

  gram_session_vehicle_async (world.session, id, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  file = gram_session_vehicle_finish (world.session, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (file);

  return file;
}

/* A vehicle that is not missing after all is a button away. */
static void
test_not_missing (void)
{
  g_autoptr (GramVehicleFile) file = read_vehicle (take_vehicle (GRAM_VEHICLE_READY));

  show_page (1200, 800);
  present (gram_dispute_dialog_new_missing (world.session));
  account_fixture_write (&world, file->record->vin[0] != '\0' ? "_VIN" : "C_hassis Number",
                         file->record->label);
  await (ADW_TYPE_ACTION_ROW, "It stands on this account");
  account_fixture_picture (&world, "not-missing-1200");
  account_fixture_press (&world, "_Open It");
  await (GRAM_TYPE_VEHICLE_DETAILS, NULL);
  close_dialogs ();
}

/* What it says, what it should say, why, the explanation cited by lines, and a file: in one short form. */
static void
test_value (void)
{
  gint64 vehicle_id = take_vehicle (GRAM_VEHICLE_READY);
  g_autofree char *path = gram_test_dir_file (world.dir, "Certificate of conformity.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GramDisputesPage *page = show_page (400, 1100);
  GtkWidget *claimed;
  GtkWidget *evidence;
  GtkWidget *citation;
  g_autofree char *cited = NULL;

  g_assert_true (g_file_set_contents (path, "128 g/km", -1, NULL));
  present_dispute (vehicle_id);
  claimed = await (ADW_TYPE_ENTRY_ROW, "It Sh_ould Say (g/km)");
  account_fixture_press (&world, "Open _Dispute");
  g_assert_nonnull (gram_form_get_error (claimed));
  account_fixture_write (&world, "It Sh_ould Say (g/km)", "a lot");
  account_fixture_press (&world, "Open _Dispute");
  g_assert_nonnull (gram_form_get_error (claimed));
  account_fixture_picture (&world, "value-errors-400");

  account_fixture_write (&world, "It Sh_ould Say (g/km)", "77.5");
  account_fixture_write (&world, "Wh_y", "The certificate of conformity says 77.5 g/km.");
  account_fixture_activate (&world, "Cite the Explanation");
  account_fixture_activate (&world, "CO₂ value, 2 decimals");
  citation = await (GRAM_TYPE_CITATION_ROW, NULL);
  cited = gram_citation_row_dup_text (GRAM_CITATION_ROW (citation));
  g_assert_nonnull (strstr (cited, "CO₂ value, 2 decimals: "));
  evidence = await (GRAM_TYPE_EVIDENCE, NULL);
  gram_evidence_add_file (GRAM_EVIDENCE (evidence), file);
  await (ADW_TYPE_ACTION_ROW, "Certificate of conformity.txt");
  account_fixture_picture (&world, "value-filled-400");
  account_fixture_press (&world, "Open _Dispute");
  account_fixture_wait_closed (&world);

  page = show_page (1200, 1100);
  present (gram_dispute_view_new (world.session, page->list, 0));
  await (ADW_TYPE_ACTION_ROW, "Certificate of conformity.txt");
  await (GTK_TYPE_LABEL, "77.5 g/km");
  account_fixture_wait_text (&world, "Cited", cited);
  account_fixture_picture (&world, "value-view-1200");
  close_dialogs ();

  /* The vehicle says so, and leads there. */
  present (ADW_DIALOG (gram_vehicle_details_new_for_id (world.session, vehicle_id)));
  await (ADW_TYPE_EXPANDER_ROW, "Never Changed");
  account_fixture_picture (&world, "disputed-details-1200");
  close_dialogs ();

  /* A second dispute about the same vehicle is one too many; the first is a button away. */
  present_dispute (vehicle_id);
  account_fixture_press (&world, "_Open the Dispute");
  await (GRAM_TYPE_DISPUTE_VIEW, NULL);
  close_dialogs ();
}

/* Check digits are verified while they are typed. */
static const struct
{
  const char *typed;
  gboolean wrong;
} numbers[] = {
  { "1000", FALSE },
  { "10000025", TRUE },
  { "1000 0016", TRUE }, /* its own */
  { "1000 0024", FALSE },
};

static void
test_not_ours (void)
{
  const char *title = "Number of the Right _Account (Optional)";
  gint64 vehicle_id = take_vehicle (GRAM_VEHICLE_READY);

  show_page (400, 1000);
  present_dispute (vehicle_id);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (await (ADW_TYPE_TOGGLE_GROUP, NULL)),
                                    "not-ours");
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      account_fixture_write (&world, title, numbers[i].typed);
      g_assert_cmpint (error_of (title) != NULL, ==, numbers[i].wrong);
      if (i == 1)
        account_fixture_picture (&world, "not-ours-400");
    }
  account_fixture_write (&world, "Wh_y", "We never ordered it.");
  account_fixture_press (&world, "Open _Dispute");
  account_fixture_wait_closed (&world);
}

/* One dispute about all of a selection, or one each. */
static void
test_many (void)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramVehicleChoice) choice = NULL;
  GramDisputesPage *page = show_page (1200, 900);
  guint before = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list));

  for (guint i = 0; i < 3; i++)
    {
      gint64 id = take_vehicle (i == 2 ? GRAM_VEHICLE_ACCEPTED : GRAM_VEHICLE_READY);

      g_array_append_val (ids, id);
    }
  choice = gram_vehicle_choice_new_ids (ids);
  present (gram_dispute_dialog_new (world.session, choice));
  await (ADW_TYPE_ACTION_ROW, "2 vehicles");
  account_fixture_wait_text (&world, "2 vehicles", "1 is left out: it is accepted");
  account_fixture_picture (&world, "many-1200");
  adw_switch_row_set_active (ADW_SWITCH_ROW (await (ADW_TYPE_SWITCH_ROW, "One Dispute for All")),
                             FALSE);
  account_fixture_write (&world, "It Sh_ould Say (g/km)", "99.5");
  account_fixture_write (&world, "Wh_y", "A whole batch was converted twice.");
  account_fixture_press (&world, "Open _Dispute");
  account_fixture_wait_closed (&world);

  page = show_page (1200, 900);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list)), ==, before + 2);
  account_fixture_picture (&world, "disputes-1200");
  show_page (400, 900);
  account_fixture_picture (&world, "disputes-400");
}

/* After acceptance the form explains the way of correction, and offers it. */
static void
test_correction (void)
{
  show_page (400, 1000);
  present_dispute (take_vehicle (GRAM_VEHICLE_ACCEPTED));
  await (GTK_TYPE_LABEL, "It Is Accepted Already");
  account_fixture_picture (&world, "accepted-400");
  account_fixture_press (&world, "Ask for a _Correction");
  account_fixture_write (&world, "It Sh_ould Say (g/km)", "55.5");
  account_fixture_write (&world, "Wh_y", "The laboratory withdrew its report.");
  account_fixture_picture (&world, "correction-400");
  account_fixture_press (&world, "_Ask for a Correction");
  account_fixture_wait_closed (&world);
}

static void
type_message (const char *text)
{
  GtkWidget *view = await (GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gram_test_settle ();
}

/* A question of the administrator's, the answer to it, a message that is edited, and what can be read of it. */
static void
test_thread (void)
{
  gint64 case_id = open_dispute (take_vehicle (GRAM_VEHICLE_READY));
  GtkWidget *item;

  elsewhere ("case.claim", "{'cases': <[int64 %" PRId64 "]>}", case_id);
  elsewhere ("case.ask", "{'case': <int64 %" PRId64 ">, 'text': <'Which laboratory measured it?'>}",
             case_id);
  show_page (400, 1000);
  present (gram_dispute_view_new_for_id (world.session, case_id));
  account_fixture_wait_text (&world, "Information asked", "You are asked for information");
  await (GTK_TYPE_LABEL, "Which laboratory measured it?");
  await (GTK_TYPE_LABEL, "The administrator’s side and everyone of Harbour Street Imports Ltd "
                         "read this.");
  account_fixture_picture (&world, "asked-400");
  type_message ("Emission Lab Hamilton, report 12.");
  account_fixture_press (&world, "Send _Answer");
  await (GTK_TYPE_LABEL, "Emission Lab Hamilton, report 12.");
  await (GTK_TYPE_BUTTON, "Send _Message");

  type_message ("The report folows by post.");
  account_fixture_press (&world, "Send _Message");
  await (GTK_TYPE_LABEL, "The report folows by post.");
  item = await (GTK_TYPE_BUTTON, "Edit");
  g_signal_emit_by_name (item, "clicked");
  type_message ("The report follows by post.");
  account_fixture_press (&world, "_Save");
  await (GTK_TYPE_LABEL, "The report follows by post.");
  item = await (GTK_TYPE_MENU_BUTTON, NULL);
  account_fixture_picture (&world, "thread-400");
  close_dialogs ();

  show_page (1200, 1000);
  present (gram_dispute_view_new_for_id (world.session, case_id));
  await (GTK_TYPE_LABEL, "The report follows by post.");
  account_fixture_picture (&world, "thread-1200");
  /* What was typed and not sent is asked about. */
  type_message ("One more thing");
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (world.window)));
  await (GTK_TYPE_LABEL, "Discard Changes?");
  close_dialogs ();
}

/* Decided: the reason, and the value of now; the vehicle shows where it came from. */
static void
test_decided (void)
{
  gint64 vehicle_id = take_vehicle (GRAM_VEHICLE_READY);
  gint64 case_id = open_dispute (vehicle_id);

  elsewhere ("case.claim", "{'cases': <[int64 %" PRId64 "]>}", case_id);
  elsewhere ("dispute.uphold",
             "{'cases': <[int64 %" PRId64 "]>, 'reason': <'The certificate is clear'>}", case_id);
  show_page (400, 1100);
  present (gram_dispute_view_new_for_id (world.session, case_id));
  account_fixture_wait_text (&world, "Upheld", "You were right");
  account_fixture_wait_text (&world, "Reason", "The certificate is clear");
  account_fixture_wait_text (&world, "It Says Now", "1.5 g/km");
  account_fixture_picture (&world, "decided-400");
  close_dialogs ();

  show_page (1200, 1100);
  present (ADW_DIALOG (gram_vehicle_details_new_for_id (world.session, vehicle_id)));
  gtk_widget_activate_action (await (ADW_TYPE_EXPANDER_ROW, "CO₂ value"), "widget.press", NULL);
  account_fixture_picture (&world, "value-history-1200");
  gtk_widget_activate_action (await (ADW_TYPE_ACTION_ROW, "1.5 g/km"), "widget.press", NULL);
  account_fixture_wait_text (&world, "Upheld", "You were right");
  close_dialogs ();
}

/* Withdrawn after being asked once more. */
static void
test_withdraw (void)
{
  gint64 case_id = open_dispute (take_vehicle (GRAM_VEHICLE_READY));

  present (gram_dispute_view_new_for_id (world.session, case_id));
  account_fixture_press (&world, "_Withdraw…");
  account_fixture_press (&world, "_Withdraw");
  account_fixture_wait_text (&world, "Withdrawn", "It was withdrawn");
  close_dialogs ();
}

/* Chips lead to exactly what they count; search, order and menu go on by keyboard. */
static void
test_list (void)
{
  GramDisputesPage *page = show_page (1200, 800);
  gint64 decided
      = gram_case_counts_cells (&page->counts,
                                GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION | GRAM_CASE_DIFFERENCE,
                                GRAM_CASE_DECIDED);

  gram_disputes_page_show (page, 0, 0);
  gram_test_wait_until (is_known, page);
  g_assert_cmpint (_gram_disputes_page_count_all (page), ==,
                   gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list)));
  gram_disputes_page_show (page, GRAM_CASE_DECIDED, 0);
  gram_test_wait_until (is_known, page);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list)), ==, decided);

  gram_disputes_page_show (page, 0, 0);
  gtk_editable_set_text (GTK_EDITABLE (page->search_entry), "JTDKB20U993512345");
  await (GTK_TYPE_COLUMN_VIEW, NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "disputes.sort", "s", "kind");
  g_assert_cmpuint (gram_table_order_get (page->order), ==, GRAM_CASE_ORDER_KIND);
  gtk_widget_activate_action (GTK_WIDGET (page), "disputes.clear-filters", NULL);
  gram_test_wait_until (is_known, page);
}

/* Who may not dispute sees why. */
static void
test_forbidden (void)
{
  GramDisputesPage *page;

  account_fixture_become (&world, ADMINISTRATOR);
  page = show_page (1200, 700);
  g_assert_false (gtk_widget_is_sensitive (page->report_button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (page->report_button), !=,
                   "Report a Missing Vehicle");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (void);
  } tests[] = {
    { "/disputes/empty", test_empty },
    { "/disputes/missing", test_missing },
    { "/disputes/not-missing", test_not_missing },
    { "/disputes/value", test_value },
    { "/disputes/not-ours", test_not_ours },
    { "/disputes/many", test_many },
    { "/disputes/correction", test_correction },
    { "/disputes/thread", test_thread },
    { "/disputes/decided", test_decided },
    { "/disputes/withdraw", test_withdraw },
    { "/disputes/list", test_list },
    { "/disputes/forbidden", test_forbidden },
  };
  int status;

  gram_test_gtk_init (&argc, &argv);
  account_fixture_set_up (&world, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].test);
  status = g_test_run ();
  account_fixture_tear_down (&world, NULL);

  return status;
}
