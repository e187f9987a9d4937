/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trades-fixture.h"

#include "ccts-fixture.h"
#include "gram-form.h"
#include "gram-sign-dialog.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-trade-acts.h"

#include <string.h>

static AccountFixture world;

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What a toast said last: the page stands in a window without one. */
static char *toasted;

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_set_str (&toasted, g_variant_get_string (parameter, NULL));
}

static void
listen_to_toasts (void)
{
  static const GActionEntry entries[]
      = { { .name = "toast", .activate = toast_cb, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (world.window), "win", G_ACTION_GROUP (group));
}

static gboolean
has_toasted (gpointer text)
{
  return g_strcmp0 (toasted, text) == 0;
}

/* The administrator brings a file in; waits for what it is told. */
static void
bring_in (GFile *file, const char *told)
{
  g_clear_pointer (&toasted, g_free);
  gram_trade_bring_in_file (GTK_WIDGET (world.window), world.session, file);
  gram_test_wait_until (has_toasted, (gpointer)told);
}

/* How many notifications the list, which shows those that wait, is to have. */
typedef struct
{
  GramTradesPage *page;
  guint n;
} Count;

static gboolean
has_count (gpointer data)
{
  const Count *count = data;

  return trades_is_known (count->page)
         && gram_paged_list_get_n_matching (GRAM_PAGED_LIST (count->page->list)) == count->n;
}

static void
wait_count (GramTradesPage *page, guint n)
{
  Count count = { page, n };

  gram_test_wait_until (has_count, &count);
}

/* A party's file, read twice: the second time has no effect, and says so; a changed one is refused with the reason. */
static void
test_bring_in (void)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GramTradesPage *page;
  guint waiting;
  char *place;

  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 1200, 900);
  path = gram_test_dir_file (world.dir, "trade.gram-trade");
  file = g_file_new_for_path (path);
  gram_trade_save_to (GTK_WIDGET (world.window), world.session, made.waiting, file);
  gram_test_wait_until (exists, path);
  gram_test_settle ();

  trades_become (&world, TRADES_ADMINISTRATOR);
  page = trades_show (&world, 1200, 900);
  listen_to_toasts ();
  gram_trades_page_show (page, GRAM_TRADE_WAITING);
  gram_test_wait_until (trades_is_known, page);
  waiting = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list));
  bring_in (file, "The exchange file is brought in");
  wait_count (page, waiting + 1);
  bring_in (file, "This file was brought in before; nothing has changed");
  gram_test_settle ();
  wait_count (page, waiting + 1);
  account_fixture_picture (&world, "trade-file-brought-in-1200");

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  place = strstr (text, "9000");
  g_assert_nonnull (place);
  *place = '8';
  g_assert_true (g_file_set_contents (path, text, -1, &error));
  gram_trade_bring_in_file (GTK_WIDGET (world.window), world.session, file);
  account_fixture_await (&world, GTK_TYPE_LABEL, "Could Not Bring In the Exchange File");
  account_fixture_picture (&world, "trade-file-changed-1200");
  trades_close_dialogs (&world);
  gram_test_settle ();
  wait_count (page, waiting + 1);
  trades_tear_down (&world, NULL);
}

static gboolean
has_error (gpointer row)
{
  return gram_form_get_error (row) != NULL;
}

static gboolean
has_no_error (gpointer row)
{
  return gram_form_get_error (row) == NULL;
}

/* A registry in which people have passwords, with the owner of Alpha signed in. */
static void
set_up_with_passwords (Fixture *fixture)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) entered = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  world.dir = gram_test_dir_new ();
  world.path = g_strdup (fixture->path);
  gram_session_open_async (world.path, NULL, gram_test_keep_result, &opened);
  gram_test_wait_result (&opened);
  world.session = gram_session_open_finish (opened, &error);
  g_assert_no_error (error);
  gram_session_sign_in_async (world.session, TRADES_ALPHA, FIXTURE_PASSWORD, NULL,
                              gram_test_keep_result, &entered);
  gram_test_wait_result (&entered);
  g_assert_cmpint (gram_session_sign_in_finish (world.session, entered, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  world.window = gram_test_window_new (adw_navigation_view_new (), 600, 800);
}

/* A wrong password is said at its entry and nothing is notified; the right one is asked for anew, and then the form speaks. */
static void
test_wrong_password (void)
{
  g_autoptr (Fixture) fixture = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);
  GtkWidget *row;
  AdwDialog *sign;

  set_up_with_passwords (fixture);
  sign = gram_sign_dialog_new (
      world.session, "trade.notify",
      g_variant_new_parsed ("{'account': <%s>, 'year': <int64 2025>, 'side': <'transferor'>, "
                            "'name': <'Beta Cars Ltd'>, 'number': <%s>, 'quantity': <'1.5'>, "
                            "'price': <'12.50'>, 'agreed-on': <'2026-11-02'>}",
                            fixture->numbers[CCTS_ALPHA], fixture->numbers[CCTS_BETA]),
      "Notify a Trade", "_Sign and Notify");
  trades_present (&world, sign);
  row = account_fixture_await (&world, ADW_TYPE_PASSWORD_ENTRY_ROW, "Your _Password");
  account_fixture_write (&world, "Your _Password", "not the password");
  account_fixture_press (&world, "_Sign and Notify");
  gram_test_wait_until (has_error, row);
  g_assert_nonnull (strstr (gram_form_get_error (row), "password is wrong"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  account_fixture_picture (&world, "trade-wrong-password-600");
  account_fixture_write (&world, "Your _Password", FIXTURE_PASSWORD);
  account_fixture_press (&world, "_Sign and Notify");
  gram_test_wait_until (has_no_error, row);
  account_fixture_wait_ready (&world, "_Sign and Notify");
  g_assert_true (adw_window_get_visible_dialog (ADW_WINDOW (world.window)) == sign);
  account_fixture_picture (&world, "trade-refused-after-password-600");
  trades_close_dialogs (&world);
  g_assert_cmpint (ccts_reserved (fixture, CCTS_ALPHA), ==, 0);
  trades_tear_down (&world, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  trades_begin ();
  g_test_add_func ("/trade-exchange/bring-in", test_bring_in);
  g_test_add_func ("/trade-exchange/wrong-password", test_wrong_password);
  status = g_test_run ();
  trades_end ();
  g_free (toasted);

  return status;
}
