/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "disputes-fixture.h"

#include "gram-citation-row.h"
#include "gram-dispute-dialog.h"
#include "gram-dispute-view.h"
#include "gram-evidence.h"
#include "gram-form.h"
#include "gram-questions.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-vehicle-details.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const char *
error_of (const char *title)
{
  return gram_form_get_error (disputes_await (ADW_TYPE_PREFERENCES_ROW, title));
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
  GramDisputesPage *page = disputes_show_page (400, 1000);
  guint before = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list));

  gtk_widget_activate_action (GTK_WIDGET (page), "disputes.report-missing", NULL);
  disputes_await (ADW_TYPE_ENTRY_ROW, "_VIN");
  account_fixture_press (&world, "_Report");
  g_assert_nonnull (error_of ("_VIN"));
  g_assert_nonnull (error_of ("Wh_y"));
  for (gsize i = G_N_ELEMENTS (look_ups); i > 0; i--)
    {
      account_fixture_write (&world, "_VIN", look_ups[i - 1].vin);
      disputes_await (ADW_TYPE_ACTION_ROW, look_ups[i - 1].answer);
    }
  account_fixture_activate (&world, "What Is Known of It");
  account_fixture_write (&world, "Make", "Toyota");
  account_fixture_write (&world, "Wh_y", "Landed on 2 March, invoice 4711.");
  account_fixture_picture (&world, "missing-400");
  account_fixture_press (&world, "_Report");
  account_fixture_wait_closed (&world);

  gram_test_wait_until (disputes_is_known, page);
  page = disputes_show_page (1200, 700);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list)), ==, before + 1);
  disputes_present (gram_dispute_view_new (world.session, page->list, 0));
  disputes_await (ADW_TYPE_ACTION_ROW, "Open");
  account_fixture_wait_text (&world, "VIN", "JTDKB20U993512345");
  account_fixture_wait_text (&world, "Why", "Landed on 2 March, invoice 4711.");
  account_fixture_picture (&world, "missing-view-1200");
  disputes_close_dialogs ();
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
  g_autoptr (GramVehicleFile) file = read_vehicle (disputes_take_vehicle (GRAM_VEHICLE_READY));

  disputes_show_page (1200, 800);
  disputes_present (gram_dispute_dialog_new_missing (world.session));
  account_fixture_write (&world, file->record->vin[0] != '\0' ? "_VIN" : "C_hassis Number",
                         file->record->label);
  disputes_await (ADW_TYPE_ACTION_ROW, "It stands on this account");
  account_fixture_picture (&world, "not-missing-1200");
  account_fixture_press (&world, "_Open It");
  disputes_await (GRAM_TYPE_VEHICLE_DETAILS, NULL);
  disputes_close_dialogs ();
}

/* What it says, what it should say, why, the explanation cited by lines, and a file: in one short form. */
static void
test_value (void)
{
  gint64 vehicle_id = disputes_take_vehicle (GRAM_VEHICLE_READY);
  g_autofree char *path = gram_test_dir_file (world.dir, "Certificate of conformity.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GramDisputesPage *page = disputes_show_page (400, 1100);
  GtkWidget *claimed;
  GtkWidget *evidence;
  GtkWidget *citation;
  g_autofree char *cited = NULL;

  g_assert_true (g_file_set_contents (path, "128 g/km", -1, NULL));
  disputes_present_dispute (vehicle_id);
  claimed = disputes_await (ADW_TYPE_ENTRY_ROW, "It Sh_ould Say (g/km)");
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
  citation = disputes_await (GRAM_TYPE_CITATION_ROW, NULL);
  cited = gram_citation_row_dup_text (GRAM_CITATION_ROW (citation));
  g_assert_nonnull (strstr (cited, "CO₂ value, 2 decimals: "));
  evidence = disputes_await (GRAM_TYPE_EVIDENCE, NULL);
  gram_evidence_add_file (GRAM_EVIDENCE (evidence), file);
  disputes_await (ADW_TYPE_ACTION_ROW, "Certificate of conformity.txt");
  account_fixture_picture (&world, "value-filled-400");
  account_fixture_press (&world, "Open _Dispute");
  account_fixture_wait_closed (&world);

  page = disputes_show_page (1200, 1100);
  disputes_present (gram_dispute_view_new (world.session, page->list, 0));
  disputes_await (ADW_TYPE_ACTION_ROW, "Certificate of conformity.txt");
  disputes_await (GTK_TYPE_LABEL, "77.5 g/km");
  account_fixture_wait_text (&world, "Cited", cited);
  account_fixture_picture (&world, "value-view-1200");
  disputes_close_dialogs ();

  /* The vehicle says so, and leads there. */
  disputes_present (ADW_DIALOG (gram_vehicle_details_new_for_id (world.session, vehicle_id)));
  disputes_await (ADW_TYPE_EXPANDER_ROW, "Never Changed");
  account_fixture_picture (&world, "disputed-details-1200");
  disputes_close_dialogs ();

  /* A second dispute about the same vehicle is one too many; the first is a button away. */
  disputes_present_dispute (vehicle_id);
  account_fixture_press (&world, "_Open the Dispute");
  disputes_await (GRAM_TYPE_DISPUTE_VIEW, NULL);
  disputes_close_dialogs ();
}

/* Files that nobody can take: the sentence stands at the file, the dispute is opened all the same. */
static const struct
{
  const char *name;
  goffset size; /* -1: it vanishes */
  const char *sentence;
} refused[] = {
  { "nothing.txt", 0, "The file is empty" },
  { "film.mov", G_GINT64_CONSTANT (26214401), "The file is larger than 25 MiB" },
  { "gone.pdf", -1, "" },
};

static void
add_refused (GramEvidence *evidence, gsize i)
{
  g_autofree char *path = gram_test_dir_file (world.dir, refused[i].name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "x", refused[i].size == 0 ? 0 : 1, NULL));
  if (refused[i].size > 0)
    g_assert_cmpint (truncate (path, refused[i].size), ==, 0);
  gram_evidence_add_file (evidence, file);
  account_fixture_wait_text (&world, refused[i].name, refused[i].sentence);
  if (refused[i].size < 0)
    g_assert_cmpint (g_unlink (path), ==, 0);
}

static gboolean
is_revealed (gpointer data)
{
  return adw_banner_get_revealed (data);
}

static void
test_refused_files (void)
{
  gint64 vehicle_id = disputes_take_vehicle (GRAM_VEHICLE_READY);
  GramDisputesPage *page = disputes_show_page (400, 1100);
  GramEvidence *evidence;

  disputes_present_dispute (vehicle_id);
  account_fixture_write (&world, "It Sh_ould Say (g/km)", "77.5");
  account_fixture_write (&world, "Wh_y", "The certificate of conformity says 77.5 g/km.");
  evidence = GRAM_EVIDENCE (disputes_await (GRAM_TYPE_EVIDENCE, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    add_refused (evidence, i);
  account_fixture_press (&world, "Open _Dispute");
  gram_test_wait_until (is_revealed, disputes_await (ADW_TYPE_BANNER, NULL));
  g_assert_cmpuint (gram_evidence_get_n_waiting (evidence), ==, G_N_ELEMENTS (refused));
  account_fixture_picture (&world, "refused-files-400");
  account_fixture_press (&world, "_Done");
  account_fixture_wait_closed (&world);

  page = disputes_show_page (1200, 800);
  disputes_present (gram_dispute_view_new (world.session, page->list, 0));
  disputes_await (ADW_TYPE_ACTION_ROW, "No files");
  disputes_close_dialogs ();
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
  gint64 vehicle_id = disputes_take_vehicle (GRAM_VEHICLE_READY);

  disputes_show_page (400, 1000);
  disputes_present_dispute (vehicle_id);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (disputes_await (ADW_TYPE_TOGGLE_GROUP, NULL)),
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
  GramDisputesPage *page = disputes_show_page (1200, 900);
  guint before = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list));

  for (guint i = 0; i < 3; i++)
    {
      gint64 id = disputes_take_vehicle (i == 2 ? GRAM_VEHICLE_ACCEPTED : GRAM_VEHICLE_READY);

      g_array_append_val (ids, id);
    }
  choice = gram_vehicle_choice_new_ids (ids);
  disputes_present (gram_dispute_dialog_new (world.session, choice));
  disputes_await (ADW_TYPE_ACTION_ROW, "2 vehicles");
  account_fixture_wait_text (&world, "2 vehicles", "1 is left out: it is accepted");
  account_fixture_picture (&world, "many-1200");
  adw_switch_row_set_active (ADW_SWITCH_ROW (
                                 disputes_await (ADW_TYPE_SWITCH_ROW, "One Dispute for All")),
                             FALSE);
  account_fixture_write (&world, "It Sh_ould Say (g/km)", "99.5");
  account_fixture_write (&world, "Wh_y", "A whole batch was converted twice.");
  account_fixture_press (&world, "Open _Dispute");
  account_fixture_wait_closed (&world);

  page = disputes_show_page (1200, 900);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list)), ==, before + 2);
  account_fixture_picture (&world, "disputes-1200");
  disputes_show_page (400, 900);
  account_fixture_picture (&world, "disputes-400");
}

/* After acceptance the form explains the way of correction, and offers it. */
static void
test_correction (void)
{
  disputes_show_page (400, 1000);
  disputes_present_dispute (disputes_take_vehicle (GRAM_VEHICLE_ACCEPTED));
  disputes_await (GTK_TYPE_LABEL, "It Is Accepted Already");
  account_fixture_picture (&world, "accepted-400");
  account_fixture_press (&world, "Ask for a Co_rrection");
  account_fixture_write (&world, "It Sh_ould Say (g/km)", "55.5");
  account_fixture_write (&world, "Wh_y", "The laboratory withdrew its report.");
  account_fixture_picture (&world, "correction-400");
  account_fixture_press (&world, "_Ask for a Correction");
  account_fixture_wait_closed (&world);
}

int
main (int argc, char **argv)
{
  static const DisputesTest tests[] = {
    { "/dispute-dialog/missing", test_missing },
    { "/dispute-dialog/not-missing", test_not_missing },
    { "/dispute-dialog/value", test_value },
    { "/dispute-dialog/refused-files", test_refused_files },
    { "/dispute-dialog/not-ours", test_not_ours },
    { "/dispute-dialog/many", test_many },
    { "/dispute-dialog/correction", test_correction },
  };

  return disputes_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
