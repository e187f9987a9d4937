/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-fixture.h"

#include "gram-account-decisions-group.h"
#include "gram-account-page.h"
#include "gram-form.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define ADMINISTRATOR "administrator@example.org"
#define HANDLER "handler@example.org"
#define OWNER "aroha@example.org"

#define SUSPEND                                                                                    \
  "{'ground': <'conviction'>, 'until': <'2027-06-30'>, 'reason': <'Convicted of false records'>, " \
  "'reference': <'NZTA-2026-118'>}"

static const char *
subtitle_of (GtkWidget *row)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

/* Decisions stand after what the account is for the administrator's side, last for everybody else. */
static void
test_decisions_place (AccountFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *who;
    const char *next;
  } cases[] = {
    { OWNER, NULL },
    { ADMINISTRATOR, "Holder and Contact" },
    { HANDLER, "Holder and Contact" },
    { OWNER, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *next;

      account_fixture_become (self, cases[i].who);
      next = gtk_widget_get_next_sibling (
          gram_test_find_type (account_fixture_show_page (self, 1200, 900),
                               GRAM_TYPE_ACCOUNT_DECISIONS_GROUP));
      g_assert_cmpstr (next != NULL ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (next))
                                    : NULL,
                       ==, cases[i].next);
    }
}

/* What a person may not do is there, insensitive, and says why. */
static void
test_forbidden (AccountFixture *self, gconstpointer data)
{
  GtkWidget *row;

  account_fixture_show_page (self, 1200, 2100);
  account_fixture_picture (self, "open-1200");
  account_fixture_become (self, HANDLER);
  account_fixture_show_page (self, 1200, 2100);
  account_fixture_activate (self, "Suspension");
  row = account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Suspend…");
  g_assert_false (gtk_widget_is_sensitive (row));
  g_assert_nonnull (gtk_widget_get_tooltip_text (row));
  g_assert_cmpstr (subtitle_of (row), ==, gtk_widget_get_tooltip_text (row));
  g_assert_cmpstr (subtitle_of (row), ==,
                   gram_session_get_permit (self->session, "account.suspend").reason);

  account_fixture_show_page (self, 400, 2600);
  account_fixture_activate (self, "Suspension");
  account_fixture_activate (self, "Fleet Average");
  account_fixture_picture (self, "open-400");
}

/* The page says since when, why, until when, what is possible and what to do; the administrator ends it. */
static void
test_suspended (AccountFixture *self, gconstpointer data)
{
  account_fixture_become (self, ADMINISTRATOR);
  account_fixture_perform (self, "account.suspend", SUSPEND);
  account_fixture_become (self, OWNER);
  account_fixture_show_page (self, 400, 1600);
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Why");
  g_assert_cmpstr (subtitle_of (account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Why")), ==,
                   "Convicted of false records (document: NZTA-2026-118)");
  g_assert_cmpstr (subtitle_of (account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Until")), ==,
                   "30 June 2027");
  g_assert_null (
      strstr (subtitle_of (account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Possible now")),
              "Accept"));
  account_fixture_picture (self, "suspended-400");

  account_fixture_become (self, ADMINISTRATOR);
  account_fixture_show_page (self, 1200, 900);
  account_fixture_picture (self, "suspended-1200");
  account_fixture_activate (self, "Reinstate…");
  account_fixture_await (self, GTK_TYPE_LABEL, "What Changes");
  account_fixture_write (self, "_Reason", "The records were put right and audited.");
  account_fixture_picture (self, "reinstate-1200");
  account_fixture_press (self, "_Reinstate");
  account_fixture_wait_closed (self);
  account_fixture_wait_state (self, GRAM_ACCOUNT_OPEN);
}

/* What is missing is said at the field; a refusal stands in the dialog and nothing typed is lost. */
static void
test_suspend (AccountFixture *self, gconstpointer data)
{
  GtkWidget *until;

  account_fixture_become (self, ADMINISTRATOR);
  account_fixture_show_page (self, 1200, 1000);
  account_fixture_activate (self, "Suspension");
  account_fixture_activate (self, "Suspend…");
  account_fixture_press (self, "_Suspend");
  until = account_fixture_await (self, ADW_TYPE_PREFERENCES_ROW, "_Last Day");
  g_assert_nonnull (gram_form_get_error (until));
  account_fixture_picture (self, "suspend-empty-1200");

  adw_combo_row_set_selected (ADW_COMBO_ROW (
                                  account_fixture_await (self, ADW_TYPE_COMBO_ROW, "_Ground")),
                              2);
  account_fixture_write (self, "_Last Day", "2035-01-01");
  account_fixture_write (self, "_Reason", "Convicted of false records");
  account_fixture_write (self, "Reference of the _Document (Optional)", "NZTA-2026-118");
  account_fixture_press (self, "_Suspend");
  account_fixture_wait_ready (self, "_Suspend");
  account_fixture_picture (self, "suspend-refused-1200");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (until)), !=, "");

  account_fixture_write (self, "_Last Day", "2027-06-30");
  account_fixture_press (self, "_Suspend");
  account_fixture_wait_closed (self);
  account_fixture_wait_state (self, GRAM_ACCOUNT_SUSPENDED);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add ("/account-page/decisions-place", AccountFixture, NULL, account_fixture_set_up,
              test_decisions_place, account_fixture_tear_down);
  g_test_add ("/account-page/forbidden", AccountFixture, NULL, account_fixture_set_up,
              test_forbidden, account_fixture_tear_down);
  g_test_add ("/account-page/suspended", AccountFixture, NULL, account_fixture_set_up,
              test_suspended, account_fixture_tear_down);
  g_test_add ("/account-page/suspend", AccountFixture, NULL, account_fixture_set_up, test_suspend,
              account_fixture_tear_down);

  return g_test_run ();
}
