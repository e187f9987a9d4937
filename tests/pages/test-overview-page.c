/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-fixture.h"

#include "gram-overview-page.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define ADMINISTRATOR "administrator@example.org"
#define OWNER "aroha@example.org"

#define SUSPEND                                                                                    \
  "{'ground': <'conviction'>, 'until': <'2027-06-30'>, 'reason': <'Convicted of false records'>, " \
  "'reference': <'NZTA-2026-118'>}"

/* Their own account becomes the current one. */
static void
sign_in (GramSession *session, const char *email)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_sign_in_async (session, email, NULL, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_sign_in_finish (session, result, NULL, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_settle ();
}

static GtkWidget *
show (AccountFixture *self, GType type, const char *title, int width, int height)
{
  GtkWidget *page = g_object_new (type, "session", self->session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (self->window != NULL)
    gram_test_window_close (self->window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  self->window = gram_test_window_new (view, width, height);
  gram_test_await (page, GTK_TYPE_WIDGET, title);
  gram_test_settle ();

  return page;
}

static const char *
group_of (GtkWidget *row)
{
  GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

  return adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group));
}

/* An account that is suspended says so first, and does not invite to accept. */
static void
test_suspended (AccountFixture *self, gconstpointer data)
{
  GtkWidget *page = show (self, GRAM_TYPE_OVERVIEW_PAGE, "Auto-Accept", 1200, 1500);
  GtkWidget *row;

  account_fixture_picture (self, "overview-open-1200");
  account_fixture_become (self, ADMINISTRATOR);
  account_fixture_perform (self, "account.suspend", SUSPEND);
  account_fixture_become (self, OWNER);
  page = show (self, GRAM_TYPE_OVERVIEW_PAGE, "Last day of the suspension", 1200, 1500);
  row = gram_test_await (page, ADW_TYPE_ACTION_ROW, "Last day of the suspension");
  g_assert_cmpstr (group_of (row), ==, "Next Deadlines");
  row = gram_test_await (page, ADW_TYPE_ACTION_ROW, "1\u202f091 vehicles await acceptance");
  g_assert_cmpstr (group_of (row), ==, "In Progress");
  account_fixture_picture (self, "overview-suspended-1200");
  show (self, GRAM_TYPE_OVERVIEW_PAGE, "Last day of the suspension", 400, 1900);
  account_fixture_picture (self, "overview-suspended-400");

  account_fixture_become (self, ADMINISTRATOR);
  show (self, GRAM_TYPE_OVERVIEW_PAGE, "Auto-Accept", 1200, 1500);
  account_fixture_picture (self, "overview-administrator-1200");
}

/* A row about an invitation opens that invitation. */
static void
test_invitation (AccountFixture *self, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *row;

  account_fixture_perform (self, "invitation.create",
                           "{'email': <'lena@example.org'>, 'permissions': <['view']>}");
  page = show (self, GRAM_TYPE_OVERVIEW_PAGE, "1 invitation is not used yet", 400, 1900);
  row = gram_test_await (page, ADW_TYPE_ACTION_ROW, "1 invitation is not used yet");
  g_assert_cmpstr (group_of (row), ==, "In Progress");
  account_fixture_picture (self, "overview-invitation-400");
  account_fixture_activate (self, "1 invitation is not used yet");
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
}

/* Other accounts of the practice registry, for eyes: credits, four eyes, an application, closing. */
static void
test_pictures (AccountFixture *self, gconstpointer data)
{
  static const char *const people[]
      = { "james@example.org", "eleanor@example.org", "tama@example.org", "ruth@example.org" };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      GtkWidget *page;
      g_autofree char *wide = g_strdup_printf ("overview-%.5s-1200", people[i]);
      g_autofree char *narrow = g_strdup_printf ("overview-%.5s-400", people[i]);

      sign_in (self->session, people[i]);
      page = show (self, GRAM_TYPE_OVERVIEW_PAGE, "Auto-Accept", 1200, 1500);
      g_assert_nonnull (gram_test_find (page, ADW_TYPE_ACTION_ROW, NULL));
      account_fixture_picture (self, wide);
      show (self, GRAM_TYPE_OVERVIEW_PAGE, "Auto-Accept", 400, 2000);
      account_fixture_picture (self, narrow);
    }
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add ("/overview-page/" path, AccountFixture, NULL, account_fixture_set_up, test,          \
              account_fixture_tear_down)

  ADD ("suspended", test_suspended);
  ADD ("invitation", test_invitation);
  ADD ("accounts", test_pictures);

  return g_test_run ();
}
