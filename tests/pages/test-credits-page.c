/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-fixture.h"
#include "credit-fixture.h"

#include "gram-credits-page-private.h"
#include "gram-directory-dialog.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-ledger.h"
#include "gram-session-export.h"
#include "gram-sign-dialog.h"
#include "gram-statement-dialog-private.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-transfer-dialog.h"
#include "gram-transfer-view.h"

#define OWNER_EMAIL "owner@example.org"
#define OTHER_EMAIL "stranger@example.org"
#define OTHER_SCHEME 3 /* an account of the stranger that knows no credits */

/* The owner's account of used vehicles has credits of three years; the stranger's of new ones has some, and offers two. */
typedef struct
{
  AccountFixture page;
  char *used; /* account numbers */
  char *new;
  gint64 offered;
} World;

static void
open_session (World *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_open_async (self->page.path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  self->page.session = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  gram_session_set_today (self->page.session, LIFE_TODAY);
}

static void
become (World *self, const char *email)
{
  const char *number = g_str_equal (email, OWNER_EMAIL) ? self->used : self->new;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_sign_in_async (self->page.session, email, NULL, NULL, gram_test_keep_result,
                              &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_sign_in_finish (self->page.session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  g_clear_object (&result);
  gram_session_visit_async (self->page.session, number, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_visit_finish (self->page.session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_settle ();
}

/* Copies the registry that the commands have made. */
static void
take (World *self, Fixture *made)
{
  g_autoptr (GFile) from = g_file_new_for_path (made->path);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  self->page.dir = gram_test_dir_new ();
  self->page.path = gram_test_dir_file (self->page.dir, "practice.gram");
  self->used = g_strdup (made->numbers[CREDIT_USED]);
  self->new = g_strdup (made->numbers[CREDIT_NEW]);
  to = g_file_new_for_path (self->page.path);
  g_clear_pointer (&made->registry, gram_registry_close);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  made->registry = gram_registry_open (made->path, GRAM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
}

static void
set_up (World *self, gconstpointer data)
{
  static const int listed[] = { CREDIT_NEW, OTHER_SCHEME };
  g_autoptr (Fixture) made = credit_new (GRAM_REGISTRY_PRACTICE);

  if (data != NULL)
    {
      credit_carry_in (made, CREDIT_USED, 2023, "15.55");
      credit_carry_in (made, CREDIT_USED, 2024, "40");
      credit_carry_in (made, CREDIT_USED, 2025, "7");
      credit_carry_in (made, CREDIT_NEW, 2025, "30");
      self->offered = credit_do_offer (made, CREDIT_NEW, CREDIT_USED, "2",
                                       ", 'reference': 'Supply agreement 15'");
      credit_do_offer (made, CREDIT_USED, CREDIT_NEW, "4", "");
      for (gsize i = 0; i < G_N_ELEMENTS (listed); i++)
        g_assert_cmpstr (fixture_do (made, credit_owner (listed[i]), "account.set-directory",
                                     "{'account': '@%d', 'listed': true}", listed[i]),
                         ==, "");
    }
  take (self, made);
  open_session (self);
  become (self, OWNER_EMAIL);
}

static void
tear_down (World *self, gconstpointer data)
{
  account_fixture_tear_down (&self->page, data);
  g_free (self->used);
  g_free (self->new);
}

static gboolean
is_read (gpointer data)
{
  GramCreditsPage *page = data;

  return page->shown != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (page->stack), "credits") == 0
         && (page->shown->to_accept + page->shown->offered == 0 || page->transfer_rows->len > 0);
}

static GramCreditsPage *
show (World *self, int width, int height)
{
  GtkWidget *page = g_object_new (GRAM_TYPE_CREDITS_PAGE, "session", self->page.session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (self->page.window != NULL)
    gram_test_window_close (self->page.window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  self->page.window = gram_test_window_new (view, width, height);
  gram_test_wait_until (is_read, page);
  gram_test_settle ();

  return GRAM_CREDITS_PAGE (page);
}

static const char *
value_of (GramCreditsPage *page, GramCreditTile tile)
{
  return gram_figure_get_value (gram_figure_tile_get_figure (page->tiles[tile]));
}

/* §7: what is there, what is promised, what lapses and when; each figure says what it is made of. */
static void
test_figures (World *self, gconstpointer data)
{
  GramCreditsPage *page = show (self, 1200, 1300);

  g_assert_cmpstr (value_of (page, GRAM_CREDIT_TILE_AVAILABLE), ==, "58.55");
  g_assert_cmpstr (value_of (page, GRAM_CREDIT_TILE_RESERVED), ==, "4.00");
  g_assert_cmpstr (value_of (page, GRAM_CREDIT_TILE_LAPSES), ==, "31 December 2028");
  g_assert_cmpuint (gram_figure_get_n_inputs (
                        gram_figure_tile_get_figure (page->tiles[GRAM_CREDIT_TILE_LAPSES])),
                    ==, 2);
  g_assert_nonnull (gram_test_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "31 December 2029"));
  account_fixture_picture (&self->page, "credits");
  show (self, 400, 1000);
  account_fixture_picture (&self->page, "credits-narrow");
}

/* Who has none is told where they come from, and what can be done is still there. */
static void
test_empty (World *self, gconstpointer data)
{
  GramCreditsPage *page = show (self, 1200, 900);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (page->standing_row)), ==,
                   "No credits yet");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->years_group)));
  account_fixture_picture (&self->page, "credits-empty");
}

static gboolean
can_send (gpointer data)
{
  return gtk_widget_get_sensitive (data);
}

static gboolean
is_refused (gpointer row)
{
  return gram_form_get_error (row) != NULL;
}

/* §15 rows 24 and 25: seven used credits are no new ones; six are three, and the preview says so before it is signed. */
static void
test_offer (World *self, gconstpointer data)
{
  GramCreditsPage *page = show (self, 1200, 1000);
  GtkWidget *credits;
  GtkWidget *button;

  gtk_widget_activate_action (GTK_WIDGET (page), "credits.offer", NULL);
  account_fixture_await (&self->page, GRAM_TYPE_TRANSFER_DIALOG, NULL);
  account_fixture_picture (&self->page, "offer-empty");
  button = account_fixture_await (&self->page, GTK_TYPE_BUTTON, "_Offer…");
  g_assert_false (gtk_widget_get_sensitive (button));
  account_fixture_write (&self->page, "_Account Number of the Other Holder", self->new);
  account_fixture_write (&self->page, "_Credits to Give, Whole Ones", "7");
  credits = account_fixture_await (&self->page, ADW_TYPE_ENTRY_ROW, "_Credits to Give, Whole Ones");
  gram_test_wait_until (is_refused, credits);
  g_assert_nonnull (strstr (gram_form_get_error (credits), "6"));
  account_fixture_picture (&self->page, "offer-odd");
  account_fixture_write (&self->page, "_Credits to Give, Whole Ones", "6");
  gram_test_wait_until (can_send, button);
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "The Other Holder Gets");
  account_fixture_picture (&self->page, "offer-preview");
  account_fixture_press (&self->page, "_Offer…");
  account_fixture_await (&self->page, GRAM_TYPE_SIGN_DIALOG, NULL);
  account_fixture_picture (&self->page, "offer-sign");
  account_fixture_press (&self->page, "_Sign and Offer");
  account_fixture_wait_closed (&self->page);
  account_fixture_refresh (&self->page);
  page = show (self, 1200, 1000);
  g_assert_cmpint (page->shown->offered, ==, 2);
  g_assert_cmpint (page->shown->reserved, ==, 1000);
}

/* The years can be chosen one by one; of each there is what the receiver’s kind lets go over (§7: used → new by twos). */
static void
test_choose (World *self, gconstpointer data)
{
  GramCreditsPage *page = show (self, 400, 1000);
  GtkWidget *button;

  gtk_widget_activate_action (GTK_WIDGET (page), "credits.offer", NULL);
  button = account_fixture_await (&self->page, GTK_TYPE_BUTTON, "_Offer…");
  adw_switch_row_set_active (ADW_SWITCH_ROW (account_fixture_await (&self->page,
                                                                    ADW_TYPE_SWITCH_ROW,
                                                                    "Choose the _Years")),
                             TRUE);
  account_fixture_await (&self->page, ADW_TYPE_ENTRY_ROW, "Of 2023, at most 11");
  account_fixture_await (&self->page, ADW_TYPE_ENTRY_ROW, "Of 2025, at most 7");
  account_fixture_write (&self->page, "_Account Number of the Other Holder", self->new);
  account_fixture_await (&self->page, ADW_TYPE_ENTRY_ROW, "Of 2023, at most 10");
  account_fixture_await (&self->page, ADW_TYPE_ENTRY_ROW, "Of 2025, at most 6");
  account_fixture_write (&self->page, "_Credits to Give, Whole Ones", "8");
  gram_test_settle ();
  g_assert_false (gtk_widget_get_sensitive (button));
  account_fixture_write (&self->page, "Of 2024, at most 40", "8");
  gram_test_wait_until (can_send, button);
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "Credits of 2024");
  account_fixture_picture (&self->page, "offer-years-narrow");
  account_fixture_write (&self->page, "_Account Number of the Other Holder", "");
  account_fixture_await (&self->page, ADW_TYPE_ENTRY_ROW, "Of 2025, at most 7");
  g_assert_false (gtk_widget_get_sensitive (button));
}

static GtkWidget *
focused_row (World *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->page.window);

  return focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_PREFERENCES_ROW) : NULL;
}

/* By the keyboard alone: field by field, Enter offers what can be offered, and what was typed is not thrown away unasked. */
static void
test_offer_keys (World *self, gconstpointer data)
{
  static const char *const rows[]
      = { "_Account Number of the Other Holder", "_Credits to Give, Whole Ones",
          "_Reference for Both (Optional)" };
  GramCreditsPage *page = show (self, 1200, 1000);
  GtkWidget *dialog;
  GtkWidget *credits;
  GtkWidget *button;

  gtk_widget_activate_action (GTK_WIDGET (page), "credits.offer", NULL);
  dialog = account_fixture_await (&self->page, GRAM_TYPE_TRANSFER_DIALOG, NULL);
  button = account_fixture_await (&self->page, GTK_TYPE_BUTTON, "_Offer…");
  g_assert_true (adw_dialog_get_default_widget (ADW_DIALOG (dialog)) == button);
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (dialog)));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = account_fixture_await (&self->page, ADW_TYPE_ENTRY_ROW, rows[i]);

      /* The button of the directory stands between the first two. */
      for (int tabs = 0; tabs < 2 && focused_row (self) != row; tabs++)
        gtk_widget_child_focus (dialog, GTK_DIR_TAB_FORWARD);
      g_assert_true (focused_row (self) == row);
    }

  credits = account_fixture_await (&self->page, ADW_TYPE_ENTRY_ROW, rows[1]);
  account_fixture_write (&self->page, rows[0], self->new);
  account_fixture_write (&self->page, rows[1], "7");
  gram_test_wait_until (is_refused, credits);
  g_signal_emit_by_name (credits, "entry-activated");
  gram_test_settle ();
  g_assert_true (adw_window_get_visible_dialog (ADW_WINDOW (self->page.window))
                 == ADW_DIALOG (dialog));
  adw_dialog_close (ADW_DIALOG (dialog));
  account_fixture_await (&self->page, ADW_TYPE_ALERT_DIALOG, NULL);
  account_fixture_press (&self->page, "_Go On Editing");
  account_fixture_write (&self->page, rows[1], "14");
  gram_test_wait_until (can_send, button);
  g_signal_emit_by_name (credits, "entry-activated");
  account_fixture_await (&self->page, GRAM_TYPE_SIGN_DIALOG, NULL);
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "You Give");
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "Credits of 2024");
  account_fixture_picture (&self->page, "offer-sign-years");
}

/* What was offered is accepted with a signature, and comes over at the ratio (§15 row 23); all of it is in what is signed. */
static void
test_accept (World *self, gconstpointer data)
{
  static const char *const signed_lines[]
      = { "4 credits of used vehicles", "2 to 1 (used to new vehicles)",
          "2 new → 4 used, last day 31 December 2029", "Supply agreement 15" };
  GramCreditsPage *page = show (self, 1200, 1000);

  gram_credits_page_open_transfer (page, self->offered);
  account_fixture_await (&self->page, GRAM_TYPE_TRANSFER_VIEW, NULL);
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "Given");
  account_fixture_picture (&self->page, "transfer-in");
  account_fixture_press (&self->page, "_Accept…");
  account_fixture_await (&self->page, GRAM_TYPE_SIGN_DIALOG, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (signed_lines); i++)
    account_fixture_await (&self->page, GTK_TYPE_LABEL, signed_lines[i]);
  account_fixture_picture (&self->page, "transfer-sign");
  account_fixture_press (&self->page, "_Sign and Accept");
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "Accepted");
  account_fixture_refresh (&self->page);
  account_fixture_picture (&self->page, "transfer-accepted");
  page = show (self, 1200, 1000);
  g_assert_cmpint (page->shown->available, ==, 5855 + 400);
  g_assert_cmpint (page->shown->to_accept, ==, 0);
}

/* Declining wants a reason, which the other holder reads. */
static void
test_decline (World *self, gconstpointer data)
{
  GramCreditsPage *page = show (self, 400, 900);

  gram_credits_page_open_transfer (page, self->offered);
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "Given");
  account_fixture_picture (&self->page, "transfer-in-narrow");
  account_fixture_press (&self->page, "_Decline…");
  account_fixture_write (&self->page, "_Reason, Which the Other Holder Reads",
                         "We agreed on three credits.");
  account_fixture_press (&self->page, "_Decline");
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "Declined");

  become (self, OTHER_EMAIL);
  page = show (self, 1200, 1000);
  gram_credits_page_open_transfer (page, self->offered);
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "Reason");
  account_fixture_picture (&self->page, "transfer-declined");
}

/* Who offered can think better of it until the other holder accepts. */
static void
test_cancel (World *self, gconstpointer data)
{
  GramCreditsPage *page;

  become (self, OWNER_EMAIL);
  page = show (self, 1200, 1000);
  gram_credits_page_open_transfer (page, self->offered + 1);
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "Given");
  account_fixture_press (&self->page, "_Cancel the Offer…");
  account_fixture_press (&self->page, "_Cancel the Offer");
  account_fixture_await (&self->page, ADW_TYPE_ACTION_ROW, "Cancelled");
  account_fixture_refresh (&self->page);
  page = show (self, 1200, 1000);
  g_assert_cmpint (page->shown->reserved, ==, 0);
}

/* The directory of this page lists who can be offered credits, and nobody of the other scheme (§7). */
static void
test_directory (World *self, gconstpointer data)
{
  GramCreditsPage *page = show (self, 400, 900);
  GtkWidget *list;

  gtk_widget_activate_action (GTK_WIDGET (page), "credits.directory", NULL);
  account_fixture_await (&self->page, GRAM_TYPE_DIRECTORY_DIALOG, NULL);
  account_fixture_await (&self->page, GTK_TYPE_LABEL, "Harbour Street Imports Ltd");
  list = account_fixture_await (&self->page, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (
                        G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))),
                    ==, 1);
  account_fixture_picture (&self->page, "directory-narrow");
}

static char *
save_statement (World *self, GramStatementFormat format, const char *name)
{
  g_autofree char *path = gram_test_dir_file (self->page.dir, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  gram_session_export_statement_async (self->page.session, NULL, NULL, format, file, NULL, NULL,
                                       NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  saved = gram_session_export_statement_finish (self->page.session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (saved);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

/* Every entry in a sentence with its balance; the files have what the screen has, and the head of the journal. */
static void
test_statement (World *self, gconstpointer data)
{
  GramCreditsPage *page = show (self, 1200, 1000);
  g_autofree char *csv = NULL;
  g_autofree char *pdf = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "credits.statement", NULL);
  account_fixture_await (&self->page, GRAM_TYPE_STATEMENT_DIALOG, NULL);
  account_fixture_await (&self->page, GTK_TYPE_LABEL, "Balance After");
  gram_test_settle ();
  account_fixture_picture (&self->page, "statement");
  csv = save_statement (self, GRAM_STATEMENT_CSV, "statement.csv");
  g_assert_nonnull (strstr (csv, "carry-in"));
  g_assert_nonnull (strstr (csv, "15.55"));
  pdf = save_statement (self, GRAM_STATEMENT_PDF, "statement.pdf");
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
}

#define MANY 4500

static void
set_up_long (World *self, gconstpointer data)
{
  g_autoptr (Fixture) made = credit_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (gram_registry_get_store (made->registry), &error);

  g_assert_no_error (error);
  for (int i = 0; i < MANY; i++)
    {
      const GramLedgerLine lines[] = { { 0, "issue", "ccs-credit/used/2025", -1 },
                                       { CREDIT_USED, "holding", "ccs-credit/used/2025", 1 } };

      gram_ledger_post (unit, 1, "transfer", lines, G_N_ELEMENTS (lines), NULL, &error);
      g_assert_no_error (error);
    }
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  take (self, made);
  open_session (self);
  become (self, OWNER_EMAIL);
}

/* All lines are read, and the pages are being drawn. */
static gboolean
is_drawing (gpointer data)
{
  GramStatementDialog *dialog = data;
  g_autofree char *count = gram_format_count (MANY);
  g_autofree char *text = g_strdup_printf ("%s lines", count);

  return gram_test_find (GTK_WIDGET (dialog->task_bar), GTK_TYPE_LABEL, text) != NULL;
}

static gboolean
is_idle (gpointer data)
{
  return ((GramStatementDialog *)data)->saving == NULL;
}

/* A long statement says how far it is; whoever has enough half-way finds the file that was there as it was. */
static void
test_statement_stopped (World *self, gconstpointer data)
{
  GramCreditsPage *page = show (self, 400, 900);
  g_autofree char *path = gram_test_dir_file (self->page.dir, "statement.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *count = gram_format_count (MANY - 2000);
  g_autofree char *note
      = g_strdup_printf ("%s earlier lines are not shown; a saved file has them", count);
  g_autoptr (GtkWidget) dialog = NULL;

  g_file_set_contents (path, "of last year", -1, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (page), "credits.statement", NULL);
  dialog = g_object_ref (account_fixture_await (&self->page, GRAM_TYPE_STATEMENT_DIALOG, NULL));
  /* Everything. */
  adw_combo_row_set_selected (GRAM_STATEMENT_DIALOG (dialog)->period_row, 2);
  account_fixture_await (&self->page, GTK_TYPE_LABEL, note);
  account_fixture_picture (&self->page, "statement-long-narrow");

  _gram_statement_dialog_save (GRAM_STATEMENT_DIALOG (dialog), GRAM_STATEMENT_PDF, file);
  gram_test_wait_until (is_drawing, dialog);
  account_fixture_picture (&self->page, "statement-saving-narrow");
  adw_dialog_close (ADW_DIALOG (dialog));
  account_fixture_await (&self->page, ADW_TYPE_ALERT_DIALOG, NULL);
  account_fixture_press (&self->page, "_Stop");
  account_fixture_wait_closed (&self->page);
  gram_test_wait_until (is_idle, dialog);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, "of last year");
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add ("/credits-page/figures", World, "credits", set_up, test_figures, tear_down);
  g_test_add ("/credits-page/empty", World, NULL, set_up, test_empty, tear_down);
  g_test_add ("/credits-page/offer", World, "credits", set_up, test_offer, tear_down);
  g_test_add ("/credits-page/choose", World, "credits", set_up, test_choose, tear_down);
  g_test_add ("/credits-page/offer-keys", World, "credits", set_up, test_offer_keys, tear_down);
  g_test_add ("/credits-page/accept", World, "credits", set_up, test_accept, tear_down);
  g_test_add ("/credits-page/decline", World, "credits", set_up, test_decline, tear_down);
  g_test_add ("/credits-page/directory", World, "credits", set_up, test_directory, tear_down);
  g_test_add ("/credits-page/statement", World, "credits", set_up, test_statement, tear_down);
  g_test_add ("/credits-page/statement-stopped", World, NULL, set_up_long, test_statement_stopped,
              tear_down);
  g_test_add ("/credits-page/cancel", World, "credits", set_up, test_cancel, tear_down);

  return g_test_run ();
}
