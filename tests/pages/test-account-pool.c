/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "years-fixture.h"

#include "gram-form.h"
#include "gram-pool-page.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#include <inttypes.h>

#define ALPHA "owner@example.org"
#define BETA "stranger@example.org"
#define POOL "Northern Pool"

/* Somebody of an account at its page. */
static GtkWidget *
show (AccountFixture *self, const char *email, int place, int width)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  years_become (self, email);
  gram_session_visit_async (self->session, years_number (YEARS_COLLECTED, place), NULL,
                            gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_visit_finish (self->session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);

  return account_fixture_show_page (self, width, 1400);
}

static gboolean
has_agreed (gpointer data)
{
  AccountFixture *self = data;
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window));
  GtkWidget *page
      = dialog != NULL ? gram_test_find (GTK_WIDGET (dialog), GRAM_TYPE_POOL_PAGE, NULL) : NULL;
  GtkWidget *row = page != NULL ? gram_test_find (page, ADW_TYPE_ACTION_ROW, "Agree…") : NULL;

  return row != NULL && !gtk_widget_is_sensitive (row);
}

/* Schedule 5: one applies, who is named agrees, and then the administrator decides. */
static void
test_apply (AccountFixture *self, gconstpointer data)
{
  const char *members = "_Other Members: Account Numbers, Commas Between Them";
  g_autofree char *number = NULL;
  AdwDialog *dialog;

  show (self, ALPHA, CCTS_ALPHA, 1200);
  number = g_strdup_printf ("%s, ", years_number (YEARS_COLLECTED, CCTS_BETA));
  account_fixture_activate (self, "Apply for a Pool…");
  account_fixture_write (self, "_Name of the Pool", POOL);
  account_fixture_write (self, members, "Beta Cars Ltd");
  account_fixture_write (self, "_First Scheme Year", "2026");
  account_fixture_write (self, "_Last Scheme Year", "2027");
  account_fixture_write (self, "_Contact", "Nora Field");
  account_fixture_write (self, "_E-Mail of the Contact", "nora@example.org");
  account_fixture_press (self, "_Apply");
  g_assert_nonnull (
      gram_form_get_error (account_fixture_await (self, ADW_TYPE_ENTRY_ROW, members)));
  account_fixture_picture (self, "pool-apply");
  account_fixture_write (self, members, number);
  account_fixture_press (self, "_Apply");
  gram_test_settle ();
  account_fixture_picture (self, "pool-applied");
  account_fixture_wait_closed (self);
  account_fixture_wait_text (self, POOL, "Members Agree");
  account_fixture_picture (self, "pool-account");

  show (self, BETA, CCTS_BETA, 400);
  account_fixture_wait_text (self, POOL, "Members Agree");
  account_fixture_activate (self, POOL);
  account_fixture_await (self, GRAM_TYPE_POOL_PAGE, NULL);
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Agree…");
  account_fixture_picture (self, "pool-dialog-400");
  account_fixture_activate (self, "Agree…");
  account_fixture_press (self, "_Agree");
  /* What has agreed cannot agree again; behind the dialog the group reads anew. */
  gram_test_wait_until (has_agreed, self);
  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window))) != NULL)
    adw_dialog_force_close (dialog);
  account_fixture_wait_text (self, POOL, "Applied For");
  account_fixture_picture (self, "pool-account-400");
}

/* Somebody of an account sends a command from elsewhere. */
static void
send (AccountFixture *self, const char *email, int place, const char *command, const char *more)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *text
      = g_strdup_printf ("{'account': <'%s'>, %s}", years_number (YEARS_COLLECTED, place), more);

  years_become (self, email);
  gram_session_perform_async (self->session, command, g_variant_new_parsed (text), NULL, NULL, NULL,
                              gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_perform_finish (self->session, result, &value, &refusal, &error),
                   ==, GRAM_OUTCOME_DONE);
}

/* Alpha and Beta have applied for 2025 to be one; answers nothing but that both agree. */
static void
apply_together (AccountFixture *self, const char *name, gint64 pool)
{
  g_autofree char *application
      = g_strdup_printf ("'name': <'%s'>, 'members': <['%s']>, 'first-year': <int64 2025>, "
                         "'last-year': <int64 2025>, 'contact-name': <'Nora Field'>, "
                         "'contact-email': <'nora@example.org'>",
                         name, years_number (YEARS_COLLECTED, CCTS_BETA));
  g_autofree char *agreement = g_strdup_printf ("'pool': <int64 %" PRId64 ">", pool);

  send (self, ALPHA, CCTS_ALPHA, "pool.apply", application);
  send (self, BETA, CCTS_BETA, "pool.agree", agreement);
}

static GramYearsPage *
show_pools (AccountFixture *self, int width)
{
  GramYearsPage *page;

  years_become (self, YEARS_ADMINISTRATOR);
  page = years_show (self, width, 1200);
  adw_view_stack_set_visible_child_name (page->view_stack, "pools");
  gram_test_settle ();

  return page;
}

/* The administrator declines, with a reason; the members apply again, and it is granted: each time the case is decided with it. */
static void
test_decide (AccountFixture *self, gconstpointer data)
{
  apply_together (self, POOL, 2);
  show_pools (self, 1200);
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, POOL);
  account_fixture_picture (self, "pools-to-decide-1200");
  account_fixture_activate (self, POOL);
  account_fixture_await (self, GRAM_TYPE_POOL_PAGE, NULL);
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Decline…");
  account_fixture_picture (self, "pool-to-decide-1200");
  account_fixture_activate (self, "Decline…");
  account_fixture_press (self, "_Decline");
  /* Without a reason nothing is decided. */
  account_fixture_wait_ready (self, "_Decline");
  account_fixture_picture (self, "pool-decline-1200");
  account_fixture_write (self, "_Reason", "The contact is not a person of either company.");
  account_fixture_press (self, "_Decline");
  account_fixture_wait_closed (self);
  account_fixture_wait_text (self, "State", "Declined");
  account_fixture_wait_text (self, "Reason", "The contact is not a person");
  account_fixture_picture (self, "pool-declined-1200");

  apply_together (self, "Second Pool", 3);
  show_pools (self, 400);
  account_fixture_activate (self, "Second Pool");
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Grant…");
  account_fixture_picture (self, "pool-to-decide-400");
  account_fixture_activate (self, "Grant…");
  account_fixture_write (self, "_Reason", "Schedule 5 is complied with.");
  account_fixture_press (self, "_Grant");
  account_fixture_wait_closed (self);
  account_fixture_wait_text (self, "State", "Granted");
  account_fixture_picture (self, "pool-granted-400");
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  g_test_add ("/account-pool/apply", AccountFixture, GUINT_TO_POINTER (YEARS_COLLECTED),
              years_set_up, test_apply, years_tear_down);
  g_test_add ("/account-pool/decide", AccountFixture, GUINT_TO_POINTER (YEARS_COLLECTED),
              years_set_up, test_decide, years_tear_down);
  status = g_test_run ();
  years_end ();

  return status;
}
