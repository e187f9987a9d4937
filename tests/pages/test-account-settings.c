/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-fixture.h"

#include "gram-check-number-dialog.h"
#include "gram-field-history.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define ADMINISTRATOR "administrator@example.org"

static AdwSwitchRow *
switch_of (AccountFixture *self, const char *title)
{
  return ADW_SWITCH_ROW (account_fixture_await (self, ADW_TYPE_SWITCH_ROW, title));
}

static gboolean
is_off (gpointer data)
{
  return !adw_switch_row_get_active (data);
}

/* A switch that was refused goes back and says why. */
static void
test_alone (AccountFixture *self, gconstpointer data)
{
  AdwSwitchRow *row;

  account_fixture_show_page (self, 400, 1800);
  row = switch_of (self, "Four Eyes for C_losing");
  adw_switch_row_set_active (row, TRUE);
  account_fixture_await (self, GTK_TYPE_LABEL, "Could Not Change the Setting");
  account_fixture_picture (self, "four-eyes-alone-400");
  gram_test_wait_until (is_off, row);
}

static gboolean
is_listed (gpointer data)
{
  return gram_account_get_record (gram_session_get_account (data))->listed;
}

/* Who wants to be found says so, after seeing what is shown. */
static void
test_directory (AccountFixture *self, gconstpointer data)
{
  AdwSwitchRow *row;
  const GramAccountRecord *record
      = gram_account_get_record (gram_session_get_account (self->session));
  g_autofree char *number = gram_format_account_number (record->number);
  g_autofree char *shown
      = g_strdup_printf ("%s · %s · %s · %s · %s", record->holder, number, record->contact_name,
                         record->contact_email, record->contact_phone);

  account_fixture_show_page (self, 1200, 2000);
  row = switch_of (self, "List in the Account _Directory");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), shown));
  adw_switch_row_set_active (row, TRUE);
  gram_test_wait_until (is_listed, self->session);
}

/* CCS s 188: who agreed to be listed is found, by anybody, and nobody else. */
static void
test_look_up (AccountFixture *self, gconstpointer data)
{
  GtkWidget *search;

  account_fixture_perform (self, "account.set-directory", "{'listed': <false>}");
  account_fixture_show_page (self, 400, 1800);
  account_fixture_activate (self, "Directory of Accounts…");
  account_fixture_await (self, GTK_TYPE_LABEL, "Southern Cross Motor Distributors Ltd");
  search = account_fixture_await (self, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "harbour");
  account_fixture_await (self, GTK_TYPE_LABEL, "No Holder Matches");
  account_fixture_picture (self, "directory-nothing-400");

  account_fixture_perform (self, "account.set-directory", "{'listed': <true>}");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  account_fixture_await (self, GTK_TYPE_LABEL, "Harbour Street Imports Ltd");
  account_fixture_picture (self, "directory-400");
}

static void
test_nobody_listed (AccountFixture *self, gconstpointer data)
{
  account_fixture_open_empty (self);
  account_fixture_show_page (self, 1200, 900);
  account_fixture_activate (self, "Directory of Accounts…");
  account_fixture_await (self, GTK_TYPE_LABEL, "Nobody Is Listed Yet");
  account_fixture_picture (self, "directory-empty-1200");
}

/* What is asked, and the one word that is answered. */
static const struct
{
  const char *number;
  const char *holder;
  const char *answer;
} questions[] = {
  { "1000 0016", "harbour street imports ltd", "Yes, the account is this holder’s" },
  { "1000 0016", "Southern Cross Motor Distributors Ltd",
    "No, there is no open account of this number and holder" },
  { "9999 9999", "Harbour Street Imports Ltd",
    "No, there is no open account of this number and holder" },
};

/* CCS s 188: yes or no, and nothing else. */
static void
test_check_number (AccountFixture *self, gconstpointer data)
{
  account_fixture_show_page (self, 400, 1800);
  account_fixture_activate (self, "Check a Number…");
  account_fixture_press (self, "Chec_k");
  g_assert_nonnull (
      gram_form_get_error (account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "Account _Number")));
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      account_fixture_write (self, "Account _Number", questions[i].number);
      account_fixture_write (self, "_Holder", questions[i].holder);
      account_fixture_press (self, "Chec_k");
      account_fixture_await (self, ADW_TYPE_ACTION_ROW, questions[i].answer);
      if (i < 2)
        account_fixture_picture (self, i == 0 ? "check-yes-400" : "check-no-400");
    }
}

static GtkWidget *
find_history (GtkWidget *root, const char *field)
{
  g_autofree char *its = NULL;

  if (GRAM_IS_FIELD_HISTORY (root))
    {
      g_object_get (root, "field", &its, NULL);
      return g_strcmp0 (its, field) == 0 ? root : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_history (child, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Every field says how it came to be: old, new, who and when. */
static void
test_history (AccountFixture *self, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *button;

  account_fixture_perform (self, "account.edit", "{'contact-phone': <'+64 9 555 0199'>}");
  page = account_fixture_show_page (self, 1200, 900);
  button = gtk_widget_get_first_child (find_history (page, "contact-phone"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  account_fixture_await (self, GTK_TYPE_LABEL, "+64 9 555 0117 → +64 9 555 0199");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));

  button = gtk_widget_get_first_child (find_history (page, "address"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  account_fixture_await (self, GTK_TYPE_LABEL, "Never changed since the account was opened");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

/* A line that the balance of the account has. */
typedef struct
{
  AccountFixture *self;
  char *text;
} Balance;

static gboolean
says (gpointer data)
{
  const Balance *wanted = data;
  GtkWidget *row
      = gram_test_find (GTK_WIDGET (wanted->self->window), ADW_TYPE_ACTION_ROW, "Balance");

  return row != NULL
         && strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), wanted->text) != NULL;
}

/* Verification and credits of before. */
static void
test_administrator (AccountFixture *self, gconstpointer data)
{
  g_autofree char *amount = NULL;
  Balance balance = { 0 };

  account_fixture_become (self, ADMINISTRATOR);
  account_fixture_show_page (self, 400, 1400);
  account_fixture_activate (self, "Verification and Balance");
  account_fixture_activate (self, "Record a Verification…");
  adw_combo_row_set_selected (ADW_COMBO_ROW (
                                  account_fixture_await (self, ADW_TYPE_COMBO_ROW, "_Result")),
                              1);
  account_fixture_write (self, "_Counts Until (Optional)", "2028-03-31");
  account_fixture_picture (self, "aml-400");
  account_fixture_press (self, "_Record");
  account_fixture_wait_closed (self);
  account_fixture_wait_text (self, "Verification of the holder",
                             "Verified on 16 November 2026, until 31 March 2028");

  account_fixture_activate (self, "Carry In Credits…");
  account_fixture_write (self, "_Year in Which They Were Earned", "2025");
  account_fixture_write (self, "_Amount in g, Such as 1250.00", "1.234");
  account_fixture_press (self, "_Carry In");
  account_fixture_picture (self, "carry-in-400");
  account_fixture_write (self, "_Amount in g, Such as 1250.00", "1250.50");
  account_fixture_press (self, "_Carry In");
  account_fixture_wait_closed (self);
  /* 210.75 of that year were there. */
  amount = gram_format_decimal (146125, 2, 2);
  balance.self = self;
  balance.text = g_strdup_printf ("Credits earned in 2025, used vehicles: %s g", amount);
  gram_test_wait_until (says, &balance);
  g_free (balance.text);
}

/* In a registry of one's own a decision is recorded, with the document that said so. */
static void
test_recorded (AccountFixture *self, gconstpointer data)
{
  GtkWidget *reference;

  account_fixture_open_empty (self);
  account_fixture_show_page (self, 400, 1400);
  account_fixture_activate (self, "Suspension");
  account_fixture_activate (self, "Give Notice…");
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Recorded for the administrator");
  account_fixture_write (self, "_What Has to Be Put Right", "The records of 2025 are missing.");
  account_fixture_write (self, "_Last Day to Put It Right", "2099-12-31");
  account_fixture_press (self, "_Give Notice");
  reference = account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "Reference of the _Document");
  g_assert_nonnull (gram_form_get_error (reference));
  account_fixture_picture (self, "recorded-400");
  account_fixture_write (self, "Reference of the _Document", "NZTA-2026-31");
  account_fixture_press (self, "_Give Notice");
  account_fixture_wait_closed (self);
  account_fixture_wait_text (self, "Why",
                             "The records of 2025 are missing. (document: NZTA-2026-31)");
  account_fixture_picture (self, "noticed-400");
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add ("/account-settings/alone", AccountFixture, NULL, account_fixture_set_up, test_alone,
              account_fixture_tear_down);
  g_test_add ("/account-settings/directory", AccountFixture, NULL, account_fixture_set_up,
              test_directory, account_fixture_tear_down);
  g_test_add ("/account-settings/look-up", AccountFixture, NULL, account_fixture_set_up,
              test_look_up, account_fixture_tear_down);
  g_test_add ("/account-settings/nobody-listed", AccountFixture, NULL, account_fixture_set_up_own,
              test_nobody_listed, account_fixture_tear_down);
  g_test_add ("/account-settings/check-number", AccountFixture, NULL, account_fixture_set_up,
              test_check_number, account_fixture_tear_down);
  g_test_add ("/account-settings/history", AccountFixture, NULL, account_fixture_set_up,
              test_history, account_fixture_tear_down);
  g_test_add ("/account-settings/administrator", AccountFixture, NULL, account_fixture_set_up,
              test_administrator, account_fixture_tear_down);

  g_test_add ("/account-settings/recorded", AccountFixture, NULL, account_fixture_set_up_own,
              test_recorded, account_fixture_tear_down);

  return g_test_run ();
}
