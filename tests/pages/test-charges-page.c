/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-world.h"

#include "gram-bank-dialog-private.h"
#include "gram-charge-texts.h"
#include "gram-charge-view.h"
#include "gram-formats.h"
#include "gram-offset-dialog.h"
#include "gram-pay-how.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

static AccountFixture world;

static guint
n_shown (GramChargesPage *page)
{
  gram_test_wait_until (charges_world_is_known, page);
  gram_test_settle ();

  return gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->charges_view->list));
}

static gboolean
is_enabled (GtkWidget *widget, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_insert_before (button, widget, NULL);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);

  return enabled;
}

/* Each chip leads to what it counts; above the list stands what is pending (CCS facts §5). */
static void
test_list (void)
{
  static const struct
  {
    guint states;
    guint n;
  } rows[] = {
    { 0, 3 },
    { GRAM_CHARGE_OVERDUE, 1 },
    { GRAM_CHARGE_DUE, 1 },
    { GRAM_CHARGE_SETTLED, 1 },
    { GRAM_CHARGE_DUE | GRAM_CHARGE_OVERDUE, 2 },
  };
  GramChargesPage *page;

  charges_world_set_up (&world, CHARGES_PAYG, CHARGES_OWNER, 1, CHARGES_TODAY);
  page = charges_world_show (&world, 1200, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gram_charges_page_show (page, rows[i].states);
      g_assert_cmpuint (n_shown (page), ==, rows[i].n);
      g_assert_cmpint (gram_charge_counts_select (&page->charges_view->counts, rows[i].states), ==,
                       rows[i].n);
    }
  gram_charges_page_show (page, 0);
  g_assert_cmpuint (n_shown (page), ==, 3);
  g_assert_cmpint (gram_charge_counts_select_kinds (&page->charges_view->counts, GRAM_CHARGE_PAYG),
                   ==, 3);
  g_assert_cmpint (gram_charge_counts_select_kinds (&page->charges_view->counts, GRAM_CHARGE_SHORT),
                   ==, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (
                       ADW_PREFERENCES_ROW (page->charges_view->standing_row)),
                   ==, "NZ$492.00 to pay");
  g_assert_cmpstr (adw_action_row_get_subtitle (page->charges_view->standing_row), ==,
                   "Of it NZ$234.00 overdue since 26 February 2026, for 19 days");
  g_assert_false (adw_view_stack_page_get_visible (page->fleet_page));
  account_fixture_picture (&world, "charges-1200");
  page = charges_world_show (&world, 400, 800);
  account_fixture_picture (&world, "charges-400");
  page = charges_world_show (&world, 800, 700);
  account_fixture_picture (&world, "charges-800");
  gram_charges_page_show_view (page, "payments");
  gram_test_settle ();
  account_fixture_picture (&world, "charges-payments-800");
  charges_world_tear_down (&world);
}

/* A charge says what it is for, what settled it in order, and leads to exactly its vehicles. */
static void
test_charge (void)
{
  static const struct
  {
    const gint64 *id;
    const char *row;
    const char *picture;
  } rows[] = {
    { &made.settled, "20 credits of 2024 discharged NZ$120.00", "charge-settled-1200" },
    { &made.partial, "NZ$150.00 was paid", "charge-partial-1200" },
    { &made.fresh, "2 vehicles", "charge-fresh-1200" },
  };

  charges_world_set_up (&world, CHARGES_PAYG, CHARGES_OWNER, 1, CHARGES_TODAY);
  charges_world_show (&world, 1200, 800);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      charges_world_present (&world, gram_charge_view_new (world.session, *rows[i].id));
      account_fixture_await (&world, ADW_TYPE_ACTION_ROW, rows[i].row);
      account_fixture_picture (&world, rows[i].picture);
      charges_world_close_dialogs (&world);
    }
  charges_world_show (&world, 400, 800);
  charges_world_present (&world, gram_charge_view_new (world.session, made.partial));
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "NZ$150.00 was paid");
  account_fixture_picture (&world, "charge-partial-400");
  charges_world_close_dialogs (&world);
  charges_world_present (&world, gram_pay_how_dialog_new (world.session));
  account_fixture_picture (&world, "charge-how-400");
  charges_world_tear_down (&world);
}

static gboolean
is_paid (gpointer data)
{
  g_autoptr (GramChargeDetail) detail = charges_world_read (&world, *(const gint64 *)data);

  return detail->row->state == GRAM_CHARGE_SETTLED;
}

/* Paying with credits shows what is left, is signed, and settles (LTA 1998 s 183). */
static void
test_offset (void)
{
  g_autoptr (GramChargeDetail) detail = NULL;

  charges_world_set_up (&world, CHARGES_PAYG, CHARGES_OWNER, 1, CHARGES_TODAY);
  charges_world_show (&world, 1200, 800);
  charges_world_present (&world, gram_offset_dialog_new (world.session, made.used, made.partial));
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Left to Pay");
  account_fixture_wait_ready (&world, "_Sign…");
  account_fixture_picture (&world, "charge-offset-1200");
  account_fixture_press (&world, "_Sign…");
  account_fixture_await (&world, GTK_TYPE_BUTTON, "_Sign and Pay");
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Charge");
  account_fixture_picture (&world, "charge-sign-1200");
  account_fixture_press (&world, "_Sign and Pay");
  gram_test_wait_until (is_paid, &made.partial);
  account_fixture_wait_closed (&world);
  detail = charges_world_read (&world, made.partial);
  /* $234.00 at $6.00 a gram are 39 credits; those of 2024 were used up before. */
  g_assert_cmpint (detail->row->record->credits, ==, 3900);
  g_assert_cmpint (detail->row->record->outstanding, ==, 0);
  charges_world_tear_down (&world);
}

/* The administrator's side has the charges of all accounts, records money, and reverses it. */
static void
test_administrator (void)
{
  GramChargesPage *page;

  charges_world_set_up (&world, CHARGES_PAYG, CHARGES_ADMINISTRATOR, 0, CHARGES_TODAY);
  page = charges_world_show (&world, 1200, 700);
  g_assert_true (page->all);
  g_assert_cmpuint (n_shown (page), ==, 4);
  g_assert_false (gtk_widget_get_visible (page->charges_view->standing_list));
  account_fixture_picture (&world, "charges-administrator-1200");
  charges_world_present (&world, gram_charge_view_new (world.session, made.partial));
  account_fixture_await (&world, GTK_TYPE_BUTTON, "_Record a Payment…");
  account_fixture_press (&world, "_Record a Payment…");
  account_fixture_await (&world, GTK_TYPE_BUTTON, "_Record");
  account_fixture_write (&world, "_Paid On", "2026-03-16");
  account_fixture_write (&world, "_Reference at the Bank", "BANK 4712");
  account_fixture_picture (&world, "charge-record-1200");
  account_fixture_press (&world, "_Record");
  gram_test_wait_until (is_paid, &made.partial);
  charges_world_close_dialogs (&world);
  page = charges_world_show (&world, 400, 800);
  account_fixture_picture (&world, "charges-administrator-400");
  charges_world_tear_down (&world);
}

/* Whoever has nothing to do with charges reads what they are; who may only look finds every verb shut, with its reason. */
static void
test_verbs (void)
{
  static const struct
  {
    const char *email;
    int place;
    const char *action;
    gboolean enabled;
  } rows[] = {
    { CHARGES_OWNER, 1, "charges.offset", TRUE },
    { CHARGES_OWNER, 1, "charges.record", TRUE },
    { CHARGES_VIEWER, 1, "charges.record", FALSE },
    { CHARGES_VIEWER, 1, "charges.offset", FALSE },
    { CHARGES_ADMINISTRATOR, 0, "charges.offset", FALSE },
    { CHARGES_ADMINISTRATOR, 0, "charges.record", TRUE },
    { CHARGES_ADMINISTRATOR, 0, "charges.use-in-favour", TRUE },
    { CHARGES_ADMINISTRATOR, 0, "charges.pay-back", TRUE },
    { CHARGES_ADMINISTRATOR, 0, "charges.bring-in", TRUE },
    { CHARGES_DECIDER, 0, "charges.pay-back", TRUE },
    { CHARGES_DECIDER, 0, "charges.record", FALSE },
    { CHARGES_DECIDER, 0, "charges.use-in-favour", FALSE },
    { CHARGES_HANDLER, 0, "charges.pay-back", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows);)
    {
      const char *email = rows[i].email;
      GramChargesPage *page;

      charges_world_set_up (&world, CHARGES_PAYG, email, rows[i].place, CHARGES_TODAY);
      page = charges_world_show (&world, 800, 600);
      for (; i < G_N_ELEMENTS (rows) && g_str_equal (rows[i].email, email); i++)
        {
          g_test_message ("%s %s", email, rows[i].action);
          g_assert_cmpint (is_enabled (GTK_WIDGET (page), rows[i].action), ==, rows[i].enabled);
        }
      charges_world_tear_down (&world);
    }
}

static gboolean
has_preview (gpointer data)
{
  return ((GramBankDialog *)data)->preview != NULL;
}

/* A statement of the bank: what is certain is ticked, what is not asks for an account; brought in twice it is known. */
static void
test_bank (void)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GramBankDialog *dialog;

  charges_world_set_up (&world, CHARGES_PAYG, CHARGES_ADMINISTRATOR, 0, CHARGES_TODAY);
  path = gram_test_dir_file (world.dir, "march.csv");
  text = g_strdup_printf ("Date,Amount,Payee,Particulars\n"
                          "2026-03-10,234.00,Harbour Street Imports Ltd,Account %s CCS\n"
                          "2026-03-13,77.00,A stranger,for nothing\n"
                          "2026-03-14,-12.00,Post shop,stamps\n"
                          "2026-03-15,twelve,Somebody,what\n",
                          made.used);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  charges_world_show (&world, 1200, 800);
  dialog = GRAM_BANK_DIALOG (gram_bank_dialog_new (world.session, path));
  charges_world_present (&world, ADW_DIALOG (dialog));
  gram_test_wait_until (has_preview, dialog);
  gram_test_settle ();
  lines = _gram_bank_dialog_dup_lines (dialog);
  g_assert_cmpuint (g_strv_length (lines), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog->problems_group)));
  account_fixture_picture (&world, "charges-bank-1200");
  account_fixture_press (&world, "_Record 1");
  gram_test_wait_until (is_paid, &made.partial);
  account_fixture_wait_closed (&world);

  charges_world_show (&world, 400, 800);
  dialog = GRAM_BANK_DIALOG (gram_bank_dialog_new (world.session, path));
  charges_world_present (&world, ADW_DIALOG (dialog));
  gram_test_wait_until (has_preview, dialog);
  gram_test_settle ();
  g_assert_cmpint (dialog->preview->n_states[GRAM_BANK_LINE_KNOWN], ==, 1);
  g_assert_false (gtk_widget_get_sensitive (dialog->send_button));
  account_fixture_picture (&world, "charges-bank-400");
  charges_world_tear_down (&world);
}

/* Dates that leave day and month open are said to be read with the day first, with what to do about it. */
static void
test_open_dates (void)
{
  g_autofree char *path = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GError) error = NULL;
  GramBankDialog *dialog;

  charges_world_set_up (&world, CHARGES_PAYG, CHARGES_ADMINISTRATOR, 0, CHARGES_TODAY);
  path = gram_test_dir_file (world.dir, "open.csv");
  g_file_set_contents (path,
                       "Date,Amount,Payee,Particulars\n"
                       "04/03/2026,77.00,A stranger,for nothing\n",
                       -1, &error);
  g_assert_no_error (error);
  charges_world_show (&world, 400, 800);
  dialog = GRAM_BANK_DIALOG (gram_bank_dialog_new (world.session, path));
  charges_world_present (&world, ADW_DIALOG (dialog));
  gram_test_wait_until (has_preview, dialog);
  gram_test_settle ();
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Look at the Dates");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog->note_row)));
  day = gram_format_date ("2026-03-04");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (dialog->summary_row), day));
  account_fixture_picture (&world, "charges-bank-dates-400");
  charges_world_tear_down (&world);
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  charges_world_begin (CHARGES_PAYG);
  g_test_add_func ("/charges-page/list", test_list);
  g_test_add_func ("/charges-page/charge", test_charge);
  g_test_add_func ("/charges-page/offset", test_offset);
  g_test_add_func ("/charges-page/administrator", test_administrator);
  g_test_add_func ("/charges-page/verbs", test_verbs);
  g_test_add_func ("/charges-page/bank", test_bank);
  g_test_add_func ("/charges-page/open-dates", test_open_dates);
  status = g_test_run ();
  charges_world_end ();

  return status;
}
