/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trades-fixture.h"

#include "gram-directory-dialog.h"
#include "gram-form.h"
#include "gram-sign-dialog.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-trade-dialog-private.h"
#include "gram-trade-key-dialog.h"

/* What groups digits without a locale. */
#define S "\u202f"

static AccountFixture world;

static gboolean
has_years (gpointer data)
{
  return GRAM_TRADE_DIALOG (data)->years != NULL;
}

static GramTradeDialog *
present (AdwDialog *dialog)
{
  trades_present (&world, dialog);
  gram_test_wait_until (has_years, dialog);
  gram_test_settle ();

  return GRAM_TRADE_DIALOG (dialog);
}

static void
type (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gram_test_settle ();
}

static void
fill (GramTradeDialog *dialog, const char *quantity, const char *price)
{
  type (dialog->name_row, "Beta Cars Ltd");
  type (dialog->number_row, made.beta);
  type (dialog->quantity_row, quantity);
  type (dialog->price_row, price);
  gram_date_row_set_date (dialog->agreed_row, "2026-12-01");
  gram_test_settle ();
}

static gboolean
has_error (gpointer row)
{
  return gram_form_get_error (row) != NULL;
}

/* What is typed is read as people type it. */
static void
test_amounts (void)
{
  static const struct
  {
    const char *quantity;
    const char *price;
    const char *plain_quantity;
    const char *plain_price;
    const char *each;
  } rows[] = {
    { "30000", "375000", "30000", "375000", "£12.50" },
    { "30,000", "375,000.00", "30000", "375000.00", "£12.50" },
    { "30 000", "375 000,50", "30000", "375000.50", "£12.5000" },
    { "7", "1", "7", "1", "£0.1429" },
    { "", "12", "", "12", "–" },
    { "2.5", "0", "2.5", "0", "–" },
  };
  GramTradeDialog *dialog;

  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 1200, 900);
  dialog = present (gram_trade_dialog_new (world.session));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *quantity = NULL;
      g_autofree char *price = NULL;

      type (dialog->quantity_row, rows[i].quantity);
      type (dialog->price_row, rows[i].price);
      quantity = _gram_trade_dialog_dup_quantity (dialog);
      price = _gram_trade_dialog_dup_price (dialog);
      g_assert_cmpstr (quantity, ==, rows[i].plain_quantity);
      g_assert_cmpstr (price, ==, rows[i].plain_price);
      g_assert_cmpstr (adw_action_row_get_subtitle (dialog->each_row), ==, rows[i].each);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (dialog->price_reason_row)), ==,
                       g_str_equal (rows[i].price, "0"));
    }
  trades_close_dialogs (&world);
  trades_tear_down (&world, NULL);
}

/* What is available, what is left of it, and that nothing is promised twice. */
static void
test_available (void)
{
  GramTradeDialog *dialog;

  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 400, 1000);
  dialog = present (gram_trade_dialog_new (world.session));
  /* 1,578,626 were allocated; 5,000 are traded, 30,000 + 2,000 + 9,000 reserved. */
  g_assert_cmpstr (adw_action_row_get_subtitle (dialog->available_row), ==, "1" S "532" S "626");
  type (dialog->quantity_row, "32626");
  g_assert_cmpstr (adw_action_row_get_subtitle (dialog->available_row), ==,
                   "1" S "532" S "626, after this 1" S "500" S "000");
  type (dialog->quantity_row, "1532627");
  g_assert_true (has_error (dialog->quantity_row));
  account_fixture_picture (&world, "trade-dialog-too-many-400");
  adw_toggle_group_set_active_name (dialog->side_toggles, "receive");
  gram_test_settle ();
  g_assert_false (has_error (dialog->quantity_row));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->available_row)));
  trades_close_dialogs (&world);
  trades_tear_down (&world, NULL);
}

/* Each field says what is wrong with it before anybody signs. */
static void
test_wrong (void)
{
  static const struct
  {
    GramTradeFormField field;
    const char *text;
  } rows[] = {
    { GRAM_TRADE_FORM_NAME, "" },         { GRAM_TRADE_FORM_NUMBER, "1000" },
    { GRAM_TRADE_FORM_QUANTITY, "0" },    { GRAM_TRADE_FORM_QUANTITY, "2.5" },
    { GRAM_TRADE_FORM_PRICE, "much" },    { GRAM_TRADE_FORM_PRICE, "-3" },
    { GRAM_TRADE_FORM_PRICE_REASON, "" }, { GRAM_TRADE_FORM_AGREED_ON, "2027-01-01" },
  };
  GramTradeDialog *dialog;

  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 1200, 1000);
  dialog = present (gram_trade_dialog_new (world.session));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = _gram_trade_dialog_get_row (dialog, rows[i].field);

      fill (dialog, "1000", rows[i].field == GRAM_TRADE_FORM_PRICE_REASON ? "0" : "12500");
      gtk_editable_set_text (GTK_EDITABLE (row), rows[i].text);
      gram_test_settle ();
      account_fixture_press (&world, "_Sign…");
      gram_test_wait_until (has_error, row);
      gram_test_wait_until ((GramTestCondition)gtk_widget_is_sensitive, dialog->send_button);
    }
  account_fixture_picture (&world, "trade-dialog-wrong-1200");
  /* Own account, and one that is of nobody who can trade: one sentence. */
  fill (dialog, "1000", "12500");
  type (dialog->number_row, made.alpha);
  account_fixture_press (&world, "_Sign…");
  gram_test_wait_until (has_error, dialog->number_row);
  trades_close_dialogs (&world);
  trades_tear_down (&world, NULL);
}

/* The whole way: the form, the signature, and the other party's that matches it. */
static void
test_notify (void)
{
  GramTradesPage *page;
  GramTradeDialog *dialog;
  gint64 id;

  trades_set_up (&world, TRADES_ALPHA);
  page = trades_show (&world, 1200, 1000);
  gtk_widget_activate_action (GTK_WIDGET (page), "trades.notify", NULL);
  gram_test_settle ();
  dialog = GRAM_TRADE_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (world.window)));
  gram_test_wait_until (has_years, dialog);
  gram_test_settle ();
  account_fixture_picture (&world, "trade-dialog-empty-1200");
  adw_toggle_group_set_active_name (dialog->side_toggles, "receive");
  fill (dialog, "12,000", "150,000.00");
  gram_text_row_set_text (dialog->note_row, "As on the telephone.");
  account_fixture_picture (&world, "trade-dialog-1200");
  account_fixture_press (&world, "_Sign…");
  account_fixture_await (&world, GTK_TYPE_BUTTON, "_Sign and Notify");
  account_fixture_picture (&world, "trade-sign-1200");
  account_fixture_press (&world, "_Sign and Notify");
  /* It is what Beta had notified already. */
  trades_wait_state (&world, made.matched, GRAM_TRADE_MATCHED);
  account_fixture_wait_closed (&world);
  gram_trades_page_show (page, GRAM_TRADE_MATCHED);
  gram_test_wait_until (trades_is_known, page);
  gram_test_settle ();
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list)), ==, 2);
  id = gram_paged_list_get_id (GRAM_PAGED_LIST (page->list), 0);
  g_assert_cmpint (id, >, made.naming);
  trades_tear_down (&world, NULL);
}

static GramTradeDetail *
read_detail (gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramTradeDetail *detail;

  gram_session_trade_async (world.session, id, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  detail = gram_session_trade_finish (world.session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (detail);

  return detail;
}

/* What is amended stands in the form; side and year stay; amended to what the other party says, it matches. */
static void
test_amend (void)
{
  g_autoptr (GramTradeDetail) detail = NULL;
  GramTradeDialog *dialog;

  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 400, 1000);
  detail = read_detail (made.differing);
  dialog = present (gram_trade_dialog_new_amend (world.session, detail->row->record));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (dialog->quantity_row)), ==, "30000");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (dialog->price_row)), ==, "375000.00");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (dialog->side_toggles)));
  /* Its own reserve counts as available. */
  g_assert_cmpstr (adw_action_row_get_subtitle (dialog->available_row), ==,
                   "1" S "562" S "626, after this 1" S "532" S "626");
  account_fixture_picture (&world, "trade-dialog-amend-400");
  type (dialog->quantity_row, "29000");
  type (dialog->price_row, "362500");
  account_fixture_press (&world, "_Sign…");
  account_fixture_press (&world, "_Sign and Amend");
  trades_wait_state (&world, made.differing, GRAM_TRADE_MATCHED);
  account_fixture_wait_closed (&world);
  trades_tear_down (&world, NULL);
}

/* Somebody from the directory, with the number; a mistyped number is said at once. */
static void
test_other_party (void)
{
  g_autofree char *number = NULL;
  GramTradeDialog *dialog;
  GtkWidget *directory;

  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 1200, 1000);
  dialog = present (gram_trade_dialog_new (world.session));
  type (dialog->number_row, "10000011");
  g_assert_true (has_error (dialog->number_row));
  type (dialog->number_row, made.beta);
  g_assert_false (has_error (dialog->number_row));
  account_fixture_press (&world, "_Directory…");
  directory = account_fixture_await (&world, GRAM_TYPE_DIRECTORY_DIALOG, NULL);
  g_signal_emit_by_name (directory, "chosen", "Beta Cars Ltd", made.beta);
  gram_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (dialog->name_row)), ==, "Beta Cars Ltd");
  number = _gram_trade_dialog_dup_number (dialog);
  g_assert_cmpstr (number, ==, made.beta);
  g_assert_false (has_error (dialog->number_row));
  trades_close_dialogs (&world);
  trades_tear_down (&world, NULL);
}

/* An account without a key says how it gets one. */
static void
test_key (void)
{
  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 400, 800);
  trades_present (&world, gram_trade_key_dialog_new (world.session));
  account_fixture_await (&world, GTK_TYPE_LABEL, "No Key Yet");
  account_fixture_picture (&world, "trade-key-400");
  trades_close_dialogs (&world);
  trades_tear_down (&world, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  trades_begin ();
  g_test_add_func ("/trade-dialog/amounts", test_amounts);
  g_test_add_func ("/trade-dialog/available", test_available);
  g_test_add_func ("/trade-dialog/wrong", test_wrong);
  g_test_add_func ("/trade-dialog/notify", test_notify);
  g_test_add_func ("/trade-dialog/amend", test_amend);
  g_test_add_func ("/trade-dialog/other-party", test_other_party);
  g_test_add_func ("/trade-dialog/key", test_key);
  status = g_test_run ();
  trades_end ();

  return status;
}
