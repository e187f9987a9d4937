/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "years-fixture.h"

#include "gram-allowances-page-private.h"
#include "gram-payment-notice-page.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define BETA "stranger@example.org"

/* What groups digits without a locale. */
#define S "\u202f"

static gboolean
has_notice (gpointer data)
{
  GramAllowancesPage *page = data;

  return gtk_widget_get_visible (GTK_WIDGET (page->notices_group));
}

static gboolean
is_shown (gpointer data)
{
  GramAllowancesPage *page = data;

  return page->shown != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (page->stack), "year") == 0;
}

/* Somebody of Beta Cars Ltd, which owes £5,109,655.60 for 2025. */
static GramAllowancesPage *
show (AccountFixture *self, gboolean issue)
{
  const char *number = years_number (YEARS_ACCOUNTED, CCTS_BETA);
  GtkWidget *page;
  GtkWidget *view = adw_navigation_view_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (issue)
    years_issue_notice (self, number);
  years_become (self, BETA);
  gram_session_visit_async (self->session, number, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_visit_finish (self->session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  page = g_object_new (GRAM_TYPE_ALLOWANCES_PAGE, "session", self->session, NULL);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  self->window = gram_test_window_new (view, 1200, 900);
  gram_test_wait_until (is_shown, page);
  gram_test_settle ();

  return GRAM_ALLOWANCES_PAGE (page);
}

static const char *
subtitle_of (GramAllowancesPage *page, const char *title)
{
  GtkWidget *row = gram_test_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static gboolean
is_appealed (gpointer data)
{
  GtkWidget *row = gram_test_find (data, ADW_TYPE_ACTION_ROW, "Payment Notice PN-2025-0001");

  return row != NULL
         && g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Appealed; ");
}

/* It is appealed against once; the row says why. */
static gboolean
is_refused (gpointer data)
{
  GtkWidget *row = account_fixture_await (data, ADW_TYPE_ACTION_ROW, "Appeal…");

  return !gtk_widget_is_sensitive (row) && gtk_widget_get_tooltip_text (row) != NULL;
}

/* Art. 39: where the notice stands, and the way to all of it; its holder can appeal. */
static void
test_appeal (AccountFixture *self, gconstpointer data)
{
  GramAllowancesPage *page = show (self, TRUE);

  gram_test_wait_until (has_notice, page);
  g_assert_cmpstr (subtitle_of (page, "Payment Notice PN-2025-0001"), ==,
                   "Issued; £5" S "109" S "655.60 to be paid by 15 February 2027");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (page->standing_row)), ==,
                   "A payment is due");
  g_assert_false (gtk_widget_is_sensitive (
      gram_test_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "Surrender Allowances…")));
  g_assert_cmpstr (subtitle_of (page, "Surrender Allowances…"), ==,
                   "The last day was 31 December 2026 (art. 37, 38)");
  account_fixture_picture (self, "allowances-notice");
  account_fixture_activate (self, "Payment Notice PN-2025-0001");
  account_fixture_await (self, GRAM_TYPE_PAYMENT_NOTICE_PAGE, NULL);
  account_fixture_picture (self, "allowances-notice-dialog");
  account_fixture_activate (self, "Appeal…");
  account_fixture_write (self, "_What the Appeal Says", "Forty cars were never registered here.");
  account_fixture_press (self, "_Record Appeal");
  gram_test_wait_until (is_appealed, page);
  gram_test_wait_until (is_refused, self);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (page->standing_row)), ==,
                   "The payment notice is under appeal");
}

/* Where none was given, none is told. */
static void
test_none (AccountFixture *self, gconstpointer data)
{
  GramAllowancesPage *page = show (self, FALSE);

  gram_test_wait_until (is_shown, page);
  gram_test_settle ();
  g_assert_false (has_notice (page));
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
#define TEST(name, func)                                                                           \
  g_test_add ("/allowances-notice/" name, AccountFixture, GUINT_TO_POINTER (YEARS_ACCOUNTED),      \
              years_set_up, func, years_tear_down)
  TEST ("appeal", test_appeal);
  TEST ("none", test_none);
#undef TEST
  status = g_test_run ();
  years_end ();

  return status;
}
