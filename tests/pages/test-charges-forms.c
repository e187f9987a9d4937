/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-world.h"

#include "gram-bank-dialog-private.h"
#include "gram-case-view-private.h"
#include "gram-cases-page.h"
#include "gram-charge-forms.h"
#include "gram-fleet-acts.h"
#include "gram-questions-charges.h"
#include "gram-questions-fleet.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

static AccountFixture world;

static GramBorrowingRow *
read_borrowing (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  gram_session_borrowings_async (world.session, 2, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  rows = gram_session_borrowings_finish (world.session, result, NULL, NULL);
  g_assert_nonnull (rows);
  g_assert_cmpuint (rows->len, ==, 1);

  return g_ptr_array_steal_index (rows, 0);
}

static gboolean
has_state (gpointer state)
{
  g_autoptr (GramBorrowingRow) row = read_borrowing ();

  return g_str_equal (row->state, state);
}

/* Shows the form of a command, as the page and the views do. */
static void
open_form (const char *command)
{
  g_autoptr (GramPaymentRecord) payment = NULL;
  g_autoptr (GramBorrowingRow) borrowing = NULL;
  g_autoptr (GramChargeDetail) detail = NULL;

  if (g_str_has_prefix (command, "borrowing."))
    {
      borrowing = read_borrowing ();
      gram_borrowing_act (GTK_WIDGET (world.window), world.session, command, borrowing);
      return;
    }
  if (g_str_equal (command, "payment.reverse"))
    {
      payment = gram_payment_record_new ();
      payment->id = made.payment;
      payment->amount = 15000;
      payment->number = g_strdup (made.used);
      payment->holder = g_strdup ("Harbour Street Imports Ltd");
      charges_world_present (&world, gram_payment_reverse_dialog_new (world.session, payment));
    }
  else if (g_str_equal (command, "payment.use-in-favour"))
    {
      detail = charges_world_read (&world, made.partial);
      charges_world_present (&world, gram_in_favour_dialog_new (world.session, detail));
    }
  else
    charges_world_present (&world, gram_pay_back_dialog_new (world.session, 0));
}

typedef struct
{
  const char *command;
  ChargesWorld which;
  const char *email;
  int place;
  struct
  {
    const char *title;
    const char *text;
  } fields[4];
  const char *button;
  const gint64 *charge; /* read afterwards */
  gint64 outstanding;
  gint64 in_favour;
  const char *state; /* of the borrowing */
} Row;

static gboolean
is_reached (gpointer data)
{
  const Row *row = data;
  g_autoptr (GramChargeDetail) detail = charges_world_read (&world, *row->charge);

  return detail->row->record->outstanding == row->outstanding && detail->in_favour == row->in_favour
         && (row->state == NULL || has_state ((gpointer)row->state));
}

static const Row rows[] = {
  { "payment.reverse",
    CHARGES_FAVOUR,
    CHARGES_ADMINISTRATOR,
    0,
    { { "_Reason", "The bank took it back." }, { "_Reference at the Bank", "BANK 4714" } },
    "_Reverse",
    &made.partial,
    38400,
    4200,
    NULL },
  { "payment.use-in-favour",
    CHARGES_FAVOUR,
    CHARGES_ADMINISTRATOR,
    0,
    { { "_Reference at the Bank", "BANK 4713" } },
    "_Use It",
    &made.partial,
    19200,
    0,
    NULL },
  { "payment.pay-back",
    CHARGES_FAVOUR,
    CHARGES_DECIDER,
    0,
    { { "Account _Number", NULL },
      { "_Amount in New Zealand Dollars", "42.00" },
      { "_Paid On", "2026-03-16" },
      { "_Reference at the Bank", "OUT 12" } },
    "_Record",
    &made.partial,
    23400,
    0,
    NULL },
  { "borrowing.decline",
    CHARGES_ASKED,
    CHARGES_DECIDER,
    0,
    { { "_Reason", "The year before was not made good." } },
    "_Decline",
    &made.charge,
    0,
    0,
    "declined" },
  { "borrowing.withdraw",
    CHARGES_ASKED,
    CHARGES_STRANGER,
    2,
    { { NULL, NULL } },
    "_Withdraw",
    &made.charge,
    0,
    0,
    "withdrawn" },
};

/* Each form refuses to be sent while it is empty, and does what it says (LTA 1998 s 177, s 179). */
static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Row row = rows[i];
      g_autoptr (GramChargeDetail) before = NULL;

      g_test_message ("%s", row.command);
      charges_world_set_up (&world, row.which, row.email, row.place,
                            row.which == CHARGES_ASKED ? "2027-01-20" : CHARGES_TODAY);
      world.window = gram_test_window_new (adw_bin_new (), 800, 700);
      before = charges_world_read (&world, *row.charge);
      /* What is asked for is owed as before. */
      if (row.state != NULL)
        row.outstanding = before->row->record->outstanding;
      open_form (row.command);
      account_fixture_await (&world, GTK_TYPE_BUTTON, row.button);
      if (row.fields[0].title != NULL)
        {
          account_fixture_press (&world, row.button);
          g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (world.window)));
        }
      for (gsize j = 0; j < G_N_ELEMENTS (row.fields) && row.fields[j].title != NULL; j++)
        account_fixture_write (&world, row.fields[j].title,
                               row.fields[j].text != NULL ? row.fields[j].text : made.used);
      account_fixture_picture (&world, row.command);
      account_fixture_press (&world, row.button);
      gram_test_wait_until (is_reached, &row);
      account_fixture_wait_closed (&world);
      charges_world_tear_down (&world);
    }
}

static GramCaseView *
show_case (const char *email, int width)
{
  GramCasesPage *page;
  GtkWidget *view = adw_navigation_view_new ();

  charges_world_set_up (&world, CHARGES_ASKED, email, 0, "2027-01-20");
  page = g_object_new (GRAM_TYPE_CASES_PAGE, "session", world.session, NULL);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  world.window = gram_test_window_new (view, width, 900);
  gram_cases_page_open (page, made.case_id);
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Fleet Average 2026");

  return GRAM_CASE_VIEW (account_fixture_await (&world, GRAM_TYPE_CASE_VIEW, NULL));
}

/* The case says what is asked for, leads to the year, and is decided there by who may (LTA 1998 s 179). */
static void
test_case (void)
{
  GramCaseView *view = show_case (CHARGES_HANDLER, 1200);

  g_assert_false (gtk_widget_get_sensitive (view->commands[0]));
  g_assert_nonnull (gtk_widget_get_tooltip_text (view->commands[0]));
  charges_world_tear_down (&world);

  show_case (CHARGES_DECIDER, 400);
  account_fixture_picture (&world, "case-borrowing-400");
  charges_world_tear_down (&world);

  view = show_case (CHARGES_DECIDER, 1200);
  account_fixture_picture (&world, "case-borrowing-1200");
  g_assert_cmpint (view->borrowing->id, ==, made.borrowing);
  account_fixture_activate (&world, "Fleet Average 2026");
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Settle the Year…");
  charges_world_close_dialogs (&world);
  account_fixture_activate (&world, "Approve the Borrowing…");
  account_fixture_await (&world, GTK_TYPE_BUTTON, "_Approve");
  account_fixture_write (&world, "_Reason", "Once, into 2027.");
  account_fixture_write (&world, "Reference of the _Document (Optional)", "D-2027-3");
  account_fixture_press (&world, "_Approve");
  gram_test_wait_until (has_state, (gpointer) "approved");
  account_fixture_wait_closed (&world);
  charges_world_tear_down (&world);
}

static gboolean
has_preview (gpointer data)
{
  return ((GramBankDialog *)data)->preview != NULL;
}

/* One line for each of more certain ones than are shown, one that is likely, and one that nothing tells. */
static char *
write_statement (void)
{
  char *path = gram_test_dir_file (world.dir, "long.csv");
  g_autoptr (GString) text = g_string_new ("Date,Amount,Payee,Particulars\n");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < GRAM_BANK_DIALOG_LINES + 2; i++)
    g_string_append_printf (text, "2026-03-10,1.00,Payer %d,Account %s no. %d\n", i, made.used, i);
  g_string_append (text, "2026-03-11,5.00,Harbour Street Imports Ltd,vehicles\n"
                         "2026-03-12,7.00,A stranger,for nothing\n"
                         "2026-03-13,234.00,Another,for something\n");
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);

  return path;
}

static guint
place_of (GramBankDialog *dialog, const char *payer)
{
  for (guint i = 0; i < dialog->preview->lines->len; i++)
    if (g_strcmp0 (((const GramBankLine *)dialog->preview->lines->pdata[i])->payer, payer) == 0)
      return i;
  g_assert_not_reached ();
}

static guint
n_chosen (GramBankDialog *dialog)
{
  g_auto (GStrv) lines = _gram_bank_dialog_dup_lines (dialog);

  return g_strv_length (lines);
}

/* A likely line waits for its tick, another for its account; what is certain counts though it is not shown. */
static void
test_bank (void)
{
  const guint certain = GRAM_BANK_DIALOG_LINES + 2;
  g_autofree char *path = NULL;
  GramBankDialog *dialog;
  guint likely, stranger;

  charges_world_set_up (&world, CHARGES_PAYG, CHARGES_ADMINISTRATOR, 0, CHARGES_TODAY);
  world.window = gram_test_window_new (adw_bin_new (), 800, 700);
  path = write_statement ();
  dialog = GRAM_BANK_DIALOG (gram_bank_dialog_new (world.session, path));
  charges_world_present (&world, ADW_DIALOG (dialog));
  gram_test_wait_until (has_preview, dialog);
  g_assert_cmpint (dialog->preview->n_states[GRAM_BANK_LINE_CERTAIN], ==, certain);
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "2 more lines are not shown");
  g_assert_cmpuint (n_chosen (dialog), ==, certain);
  likely = place_of (dialog, "Another");
  g_assert_cmpint (((const GramBankLine *)dialog->preview->lines->pdata[likely])->state, ==,
                   GRAM_BANK_LINE_LIKELY);
  gtk_check_button_set_active (dialog->checks->pdata[likely], TRUE);
  g_assert_cmpuint (n_chosen (dialog), ==, certain + 1);
  stranger = place_of (dialog, "A stranger");
  gtk_editable_set_text (dialog->entries->pdata[stranger], made.used);
  g_assert_true (gtk_check_button_get_active (dialog->checks->pdata[stranger]));
  g_assert_cmpuint (n_chosen (dialog), ==, certain + 2);
  account_fixture_picture (&world, "charges-bank-long");
  account_fixture_wait_ready (&world, "_Record 304");
  charges_world_tear_down (&world);
}

static gboolean
lists_charges (gpointer data)
{
  GramBankDialog *dialog = data;
  g_autoptr (GVariant) target = NULL;

  if (g_menu_model_get_n_items (G_MENU_MODEL (dialog->charges)) == 0)
    return FALSE;
  target = g_menu_model_get_item_attribute_value (G_MENU_MODEL (dialog->charges), 0,
                                                  G_MENU_ATTRIBUTE_TARGET, NULL);

  return target != NULL;
}

/* Opens the menu beside a line. */
static GtkWidget *
open_charges (GramBankDialog *dialog, guint position)
{
  GtkWidget *entry = dialog->entries->pdata[position];
  GtkWidget *button = gtk_widget_get_next_sibling (entry);

  g_assert_true (GTK_IS_MENU_BUTTON (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  gram_test_wait_until (lists_charges, dialog);
  gram_test_settle ();

  return button;
}

static gboolean
is_settled (gpointer data)
{
  g_autoptr (GramChargeDetail) detail = charges_world_read (&world, *(const gint64 *)data);

  return detail->row->state == GRAM_CHARGE_SETTLED;
}

/* One line of exactly what the charge of today comes to. */
static char *
write_line (void)
{
  char *path = gram_test_dir_file (world.dir, "stranger.csv");
  g_autoptr (GramChargeDetail) fresh = charges_world_read (&world, made.fresh);
  const gint64 cents = fresh->row->record->outstanding;
  g_autofree char *text = g_strdup_printf ("Date,Amount,Payee,Particulars\n"
                                           "2026-03-12,%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT
                                           ",A stranger,for nothing\n",
                                           cents / 100, cents % 100);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

/* There is nothing to choose from before the account is known; the button says of which line it is. */
static void
check_button (GtkWidget *button, GtkEditable *entry)
{
  gtk_editable_set_text (entry, "1234");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (entry, made.used);
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Charge for line 2");
}

/* Who chooses means the line, also if it stands there already. */
static void
choose (GramBankDialog *dialog, GtkWidget *button, const char *words)
{
  g_assert_true (gtk_widget_activate_action (button, "charge.choose", "s", words));
  g_assert_cmpstr (gtk_editable_get_text (dialog->entries->pdata[0]), ==, words);
  gtk_check_button_set_active (dialog->checks->pdata[0], FALSE);
  g_assert_true (gtk_widget_activate_action (button, "charge.choose", "s", words));
  g_assert_true (gtk_check_button_get_active (dialog->checks->pdata[0]));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

static GramBankDialog *
show_line (const char *path)
{
  GramBankDialog *dialog = GRAM_BANK_DIALOG (gram_bank_dialog_new (world.session, path));

  charges_world_present (&world, ADW_DIALOG (dialog));
  gram_test_wait_until (has_preview, dialog);
  gram_test_settle ();

  return dialog;
}

/* A charge that is chosen is written as if it was typed, and is the one that the money settles (LTA 1998 s 177). */
static void
test_bank_charge (void)
{
  g_autofree char *path = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GramChargeDetail) before = NULL;
  g_autoptr (GramChargeDetail) after = NULL;
  g_auto (GStrv) lines = NULL;
  GramBankDialog *dialog;
  GtkWidget *button;

  charges_world_set_up (&world, CHARGES_PAYG, CHARGES_ADMINISTRATOR, 0, CHARGES_TODAY);
  before = charges_world_read (&world, made.partial);
  path = write_line ();
  world.window = gram_test_window_new (adw_bin_new (), 400, 700);

  /* What is on its way when the dialog is closed finds nobody. */
  dialog = show_line (path);
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_next_sibling (dialog->entries->pdata[0])));
  charges_world_close_dialogs (&world);

  dialog = show_line (path);
  check_button (gtk_widget_get_next_sibling (dialog->entries->pdata[0]), dialog->entries->pdata[0]);
  button = open_charges (dialog, 0);
  /* What is settled is not listed. */
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (dialog->charges)), ==, 2);
  gram_test_picture_of (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                        "charges-bank-charge-menu");
  words = g_strdup_printf ("%s/%" G_GINT64_FORMAT, made.used, made.fresh);
  choose (dialog, button, words);
  account_fixture_picture (&world, "charges-bank-charge-400");
  lines = _gram_bank_dialog_dup_lines (dialog);
  g_assert_cmpuint (g_strv_length (lines), ==, 1);
  g_assert_true (g_str_has_suffix (lines[0], words));
  account_fixture_press (&world, "_Record 1");
  account_fixture_wait_closed (&world);
  gram_test_wait_until (is_settled, &made.fresh);
  after = charges_world_read (&world, made.partial);
  g_assert_cmpint (after->row->record->outstanding, ==, before->row->record->outstanding);
  charges_world_tear_down (&world);
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  charges_world_begin (CHARGES_PAYG);
  charges_world_begin (CHARGES_FLEET);
  g_test_add_func ("/charges-forms/forms", test_forms);
  g_test_add_func ("/charges-forms/bank", test_bank);
  g_test_add_func ("/charges-forms/bank-charge", test_bank_charge);
  g_test_add_func ("/charges-forms/case", test_case);
  status = g_test_run ();
  charges_world_end ();

  return status;
}
