/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-fixture.h"

#include "gram-checklist.h"
#include "gram-closing-dialog.h"
#include "gram-form.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define ADMINISTRATOR "administrator@example.org"
#define OWNER "aroha@example.org"

/* What is not done stands there with a way to its fix, and nothing can be asked for. */
static void
test_checklist (AccountFixture *self, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *button;

  account_fixture_show_page (self, 1200, 1000);
  account_fixture_activate (self, "Close the Account…");
  row = account_fixture_await (self, ADW_TYPE_ACTION_ROW, "No vehicles waiting");
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  row = account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Nothing waits for a second person");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  button = account_fixture_await (self, GTK_TYPE_BUTTON, "_Ask to Close…");
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_nonnull (gtk_widget_get_tooltip_text (button));
  account_fixture_picture (self, "closing-not-ready-1200");
}

static void
ask_to_close (AccountFixture *self)
{
  GtkWidget *amount;

  account_fixture_open_empty (self);
  account_fixture_perform (self, "credit.carry-in",
                           "{'year': <int64 2025>, 'amount': <'12.00'>, 'reference': <'S-7'>}");
  account_fixture_show_page (self, 400, 1400);
  account_fixture_activate (self, "Close the Account…");
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "12.00 g of credits are left");
  account_fixture_write (self, "_Reason", "The business was sold.");
  account_fixture_press (self, "_Ask to Close…");
  amount = account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "_Type the Amount to Have It Deleted");
  g_assert_nonnull (gram_form_get_error (amount));
  account_fixture_picture (self, "closing-credits-400");
  account_fixture_write (self, "_Type the Amount to Have It Deleted", "11.00");
  account_fixture_press (self, "_Ask to Close…");
  g_assert_nonnull (gram_form_get_error (amount));

  account_fixture_write (self, "_Type the Amount to Have It Deleted", "12.00");
  account_fixture_press (self, "_Ask to Close…");
  account_fixture_await (self, GTK_TYPE_BUTTON, "_Sign and Ask");
  account_fixture_picture (self, "closing-sign-400");
  account_fixture_press (self, "_Sign and Ask");
  account_fixture_wait_closed (self);
  account_fixture_wait_state (self, GRAM_ACCOUNT_CLOSING);
}

/* The amount has to be typed; then the administrator closes, the credits go, and the account stays readable. */
static void
test_close (AccountFixture *self, gconstpointer data)
{
  ask_to_close (self);
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Withdraw the Request…");
  account_fixture_picture (self, "closing-400");

  account_fixture_become (self, ADMINISTRATOR);
  account_fixture_show_page (self, 1200, 1000);
  account_fixture_activate (self, "Approve and Close…");
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "12.00 g of credits are left");
  account_fixture_write (self, "_Reason", "Asked for by the holder; all is settled.");
  account_fixture_write (self, "_Type the Amount to Have It Deleted", "12.00");
  account_fixture_picture (self, "close-1200");
  account_fixture_press (self, "_Close Account");
  account_fixture_wait_closed (self);
  account_fixture_wait_state (self, GRAM_ACCOUNT_CLOSED);

  account_fixture_become (self, OWNER);
  account_fixture_show_page (self, 1200, 1000);
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Possible now");
  account_fixture_picture (self, "closed-1200");
  g_assert_false (
      gtk_widget_is_sensitive (account_fixture_await (self, GTK_TYPE_BUTTON, "_Edit…")));
}

/* The holder changes their mind. */
static void
test_withdraw (AccountFixture *self, gconstpointer data)
{
  ask_to_close (self);
  account_fixture_activate (self, "Withdraw the Request…");
  account_fixture_picture (self, "withdraw-400");
  account_fixture_press (self, "_Withdraw");
  account_fixture_wait_closed (self);
  account_fixture_wait_state (self, GRAM_ACCOUNT_OPEN);
}

/* After notice the holder objects, and the page says so to both sides. */
static void
test_object (AccountFixture *self, gconstpointer data)
{
  account_fixture_become (self, ADMINISTRATOR);
  account_fixture_show_page (self, 1200, 1000);
  account_fixture_activate (self, "Closing");
  account_fixture_activate (self, "Give Notice of Closing…");
  account_fixture_await (self, GTK_TYPE_LABEL, "If It Comes to a Closing");
  account_fixture_write (self, "_Why It Should Be Closed",
                         "No vehicle was accepted for two years.");
  account_fixture_write (self, "_Last Day to Object", "2027-01-29");
  account_fixture_picture (self, "closing-notice-1200");
  account_fixture_press (self, "_Give Notice");
  account_fixture_wait_closed (self);

  account_fixture_become (self, OWNER);
  account_fixture_show_page (self, 400, 1400);
  account_fixture_picture (self, "closing-noticed-400");
  account_fixture_activate (self, "Object…");
  account_fixture_write (self, "_Why the Account Is Still Needed", "A shipment arrives in May.");
  account_fixture_press (self, "_Object");
  account_fixture_wait_closed (self);
  account_fixture_show_page (self, 400, 1400);
  account_fixture_await (self, GTK_TYPE_LABEL,
                         "An objection was made on 16 November 2026: A shipment arrives in May.");
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add ("/account-closing/checklist", AccountFixture, NULL, account_fixture_set_up,
              test_checklist, account_fixture_tear_down);
  g_test_add ("/account-closing/close", AccountFixture, NULL, account_fixture_set_up, test_close,
              account_fixture_tear_down);
  g_test_add ("/account-closing/withdraw", AccountFixture, NULL, account_fixture_set_up,
              test_withdraw, account_fixture_tear_down);
  g_test_add ("/account-closing/object", AccountFixture, NULL, account_fixture_set_up, test_object,
              account_fixture_tear_down);

  return g_test_run ();
}
