/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trades-fixture.h"

#include "gram-cases-page.h"
#include "gram-compare.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-trade-acts.h"
#include "gram-trade-view.h"

/* What groups digits without a locale. */
#define S "\u202f"

static AccountFixture world;

static GtkWidget *
find_label (const char *text)
{
  return gram_test_find (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (world.window))),
                         GTK_TYPE_LABEL, text);
}

/* Presents a notification and waits until it says its state. */
static void
present (gint64 id, const char *state)
{
  trades_present (&world, gram_trade_view_new (world.session, id));
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, state);
  gram_test_settle ();
}

/* What differs is named to both, each reads its own values, and nothing of the other's; the administrator reads both. */
static void
test_mismatch (void)
{
  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 1200, 900);
  present (made.differing, "Does not match");
  account_fixture_await (&world, GTK_TYPE_LABEL, "What Differs");
  account_fixture_wait_text (&world, "Allowances", "30" S "000");
  g_assert_nonnull (find_label ("£375" S "000.00 (£12.50 each)"));
  g_assert_null (find_label ("29" S "000"));
  g_assert_null (find_label ("£362" S "500.00 (£12.50 each)"));
  account_fixture_picture (&world, "trade-differing-1200");
  trades_close_dialogs (&world);

  trades_become (&world, TRADES_BETA);
  trades_show (&world, 400, 900);
  present (made.other, "Does not match");
  account_fixture_wait_text (&world, "Allowances", "29" S "000");
  g_assert_null (find_label ("30" S "000"));
  account_fixture_picture (&world, "trade-differing-400");
  trades_close_dialogs (&world);

  trades_become (&world, TRADES_ADMINISTRATOR);
  trades_show (&world, 1200, 900);
  present (made.differing, "Does not match");
  account_fixture_await (&world, GRAM_TYPE_COMPARE, NULL);
  g_assert_nonnull (find_label ("29" S "000"));
  account_fixture_picture (&world, "trade-differing-administrator-1200");
  trades_close_dialogs (&world);
  trades_tear_down (&world, NULL);
}

/* Every state says what it means. */
static void
test_states (void)
{
  static const struct
  {
    const gint64 *id;
    const char *state;
    const char *begins;
  } rows[] = {
    { &made.waiting, "Waiting", "The other party has not notified this trade." },
    { &made.matched, "Matched", "Both parties say the same. The administrator" },
    { &made.registered, "Registered", "The trade is in the registry" },
    { &made.refused, "Refused", "The administrator was not satisfied" },
    { &made.withdrawn, "Withdrawn", "It was withdrawn" },
  };

  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 1200, 900);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      present (*rows[i].id, rows[i].state);
      account_fixture_wait_text (&world, rows[i].state, rows[i].begins);
      trades_close_dialogs (&world);
    }
  present (made.waiting, "Waiting");
  account_fixture_picture (&world, "trade-waiting-1200");
  trades_close_dialogs (&world);
  trades_tear_down (&world, NULL);
}

/* A reason is needed; what was reserved is free afterwards. */
static void
test_withdraw (void)
{
  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 400, 900);
  present (made.waiting, "Waiting");
  account_fixture_press (&world, "_Withdraw…");
  account_fixture_await (&world, GTK_TYPE_LABEL, "Withdraw the Notification");
  account_fixture_press (&world, "_Withdraw");
  account_fixture_await (&world, GTK_TYPE_LABEL,
                         "Say why; it stands in the history of the account.");
  account_fixture_picture (&world, "trade-withdraw-400");
  account_fixture_write (&world, "_Reason", "Called off by Beta.");
  account_fixture_press (&world, "_Withdraw");
  trades_wait_state (&world, made.waiting, GRAM_TRADE_WITHDRAWN);
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Withdrawn");
  trades_close_dialogs (&world);
  trades_tear_down (&world, NULL);
}

/* The administrator's side refuses with a reason that both parties read. */
static void
test_refuse (void)
{
  trades_set_up (&world, TRADES_ADMINISTRATOR);
  trades_show (&world, 1200, 900);
  present (made.matched, "Matched");
  account_fixture_await (&world, GRAM_TYPE_COMPARE, NULL);
  account_fixture_picture (&world, "trade-matched-administrator-1200");
  account_fixture_press (&world, "Re_fuse…");
  account_fixture_await (&world, GTK_TYPE_BUTTON, "_Refuse");
  account_fixture_press (&world, "_Refuse");
  account_fixture_await (&world, GTK_TYPE_LABEL, "Say why; both parties read it.");
  account_fixture_write (&world, "_Reason", "The price was never paid.");
  account_fixture_picture (&world, "trade-refuse-1200");
  account_fixture_press (&world, "_Refuse");
  trades_wait_state (&world, made.matched, GRAM_TRADE_REFUSED);
  account_fixture_wait_text (&world, "Refused", "The administrator was not satisfied");
  trades_close_dialogs (&world);

  trades_become (&world, TRADES_ALPHA);
  present (made.matched, "Refused");
  account_fixture_wait_text (
      &world, "Refused",
      "The administrator was not satisfied: the trade is treated as not having taken place. "
      "Reason: The price was never paid.");
  trades_close_dialogs (&world);
  trades_tear_down (&world, NULL);
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Both buttons of a party are there while the notification lives; a file of it can be written. */
static void
test_save (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  trades_set_up (&world, TRADES_ALPHA);
  trades_show (&world, 1200, 900);
  path = gram_test_dir_file (world.dir, "trade.gram-trade");
  file = g_file_new_for_path (path);
  present (made.waiting, "Waiting");
  account_fixture_await (&world, GTK_TYPE_MENU_BUTTON, NULL);
  gram_trade_save_to (GTK_WIDGET (world.window), world.session, made.waiting, file);
  gram_test_wait_until (exists, path);
  trades_close_dialogs (&world);
  account_fixture_refresh (&world);
  trades_tear_down (&world, NULL);
}

/* The case that decides a trade. */
static gint64
read_case (gint64 notification_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTradeDetail) detail = NULL;

  gram_session_trade_async (world.session, notification_id, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  detail = gram_session_trade_finish (world.session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (detail);
  g_assert_cmpint (detail->case_id, !=, 0);

  return detail->case_id;
}

/* The case that decides it has both notifications beside each other, and the two ways to decide. */
static void
test_case (void)
{
  GramCasesPage *page;
  GtkWidget *pages = adw_navigation_view_new ();

  trades_set_up (&world, TRADES_ADMINISTRATOR);
  page = g_object_new (GRAM_TYPE_CASES_PAGE, "session", world.session, NULL);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (pages), ADW_NAVIGATION_PAGE (page));
  world.window = gram_test_window_new (pages, 1200, 900);
  gram_test_settle ();
  gram_cases_page_open (page, read_case (made.matched));
  account_fixture_await (&world, GRAM_TYPE_COMPARE, NULL);
  gram_test_wait_until ((GramTestCondition)gtk_widget_is_sensitive,
                        account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Register…"));
  account_fixture_picture (&world, "trade-case-1200");
  account_fixture_activate (&world, "Register…");
  account_fixture_await (&world, GTK_TYPE_LABEL, "1 Trade");
  account_fixture_press (&world, "_Register");
  trades_wait_state (&world, made.matched, GRAM_TRADE_REGISTERED);
  account_fixture_wait_closed (&world);
  trades_tear_down (&world, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  trades_begin ();
  g_test_add_func ("/trade-view/mismatch", test_mismatch);
  g_test_add_func ("/trade-view/states", test_states);
  g_test_add_func ("/trade-view/withdraw", test_withdraw);
  g_test_add_func ("/trade-view/refuse", test_refuse);
  g_test_add_func ("/trade-view/save", test_save);
  g_test_add_func ("/trade-view/case", test_case);
  status = g_test_run ();
  trades_end ();

  return status;
}
