/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-world.h"

#include "gram-charges-view-private.h"
#include "gram-fleet-year-view-private.h"
#include "gram-questions-fleet.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define AFTER "2027-01-20"
#define LATE "2027-04-10"

static AccountFixture world;

static GramFleetYearDetail *
read_year (gint64 account_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramFleetYearDetail *detail;

  gram_session_fleet_year_async (world.session, account_id, 2026, NULL, gram_test_keep_result,
                                 &result);
  gram_test_wait_result (&result);
  detail = gram_session_fleet_year_finish (world.session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (detail);

  return detail;
}

static GramChargesPage *
show (int width, int height)
{
  GramChargesPage *page = charges_world_show (&world, width, height);

  gram_charges_page_show_view (page, "fleet");
  gram_test_settle ();

  return page;
}

/* The running year as its holder sees it: position, forecast, what can be done later. */
static void
test_growing (void)
{
  GramChargesPage *page;

  charges_world_set_up (&world, CHARGES_FLEET, CHARGES_OWNER, 1, "2026-03-10");
  page = show (1200, 900);
  g_assert_true (adw_view_stack_page_get_visible (page->fleet_page));
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Settle the Year…");
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "If they are accepted today");
  account_fixture_picture (&world, "fleet-growing-1200");
  show (400, 900);
  account_fixture_picture (&world, "fleet-growing-400");
  charges_world_tear_down (&world);
}

static gboolean
is_on_fleet (gpointer data)
{
  return g_str_equal (adw_view_stack_get_visible_child_name (data), "fleet");
}

/* Without charges the list says how they come about, and leads to how they are paid. */
static void
test_empty (void)
{
  GramChargesPage *page;

  charges_world_set_up (&world, CHARGES_FLEET, CHARGES_OWNER, 1, "2026-03-10");
  page = charges_world_show (&world, 1200, 700);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->charges_view->stack), ==, "empty");
  g_assert_false (gtk_widget_get_visible (page->charges_view->standing_list));
  g_assert_true (gtk_widget_get_visible (page->charges_view->empty_button));
  account_fixture_picture (&world, "charges-empty-1200");
  charges_world_show (&world, 400, 800);
  account_fixture_picture (&world, "charges-empty-400");
  charges_world_tear_down (&world);
}

/* Asked for before the years are read, their tab comes with them. */
static void
test_early (void)
{
  GtkWidget *view = adw_navigation_view_new ();
  GramChargesPage *page;

  charges_world_set_up (&world, CHARGES_FLEET, CHARGES_OWNER, 1, "2026-03-10");
  page = g_object_new (GRAM_TYPE_CHARGES_PAGE, "session", world.session, NULL);
  gram_charges_page_show_view (page, "fleet");
  g_assert_false (is_on_fleet (page->view_stack));
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  world.window = gram_test_window_new (view, 800, 700);
  gram_test_wait_until (is_on_fleet, page->view_stack);
  charges_world_tear_down (&world);
}

static gboolean
is_settled (gpointer data)
{
  g_autoptr (GramFleetYearDetail) detail = read_year (GPOINTER_TO_INT (data));

  return detail->row->runs == 1;
}

static void
settle (gint64 account_id)
{
  gram_fleet_year_view_present (GTK_WIDGET (world.window), world.session, account_id, 2026);
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Settle the Year…");
  account_fixture_activate (&world, "Settle the Year…");
  account_fixture_await (&world, GTK_TYPE_BUTTON, "_Settle");
  account_fixture_write (&world, "_To Be Paid To", "The Director of Land Transport");
  account_fixture_write (&world, "_How to Pay", "Into account 00-0000-0000000-00");
  account_fixture_picture (&world, "fleet-settle-1200");
  account_fixture_press (&world, "_Settle");
  gram_test_wait_until (is_settled, GINT_TO_POINTER ((int)account_id));
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Invoice");
  gram_test_settle ();
  account_fixture_picture (&world, "fleet-invoiced-1200");
  charges_world_close_dialogs (&world);
}

/* The administrator settles a year over all accounts with what stands in the rehearsal (LTA 1998 s 182). */
static void
test_settle (void)
{
  GramChargesPage *page;
  g_autoptr (GramFleetYearDetail) detail = NULL;

  charges_world_set_up (&world, CHARGES_FLEET, CHARGES_ADMINISTRATOR, 0, AFTER);
  page = show (1200, 900);
  g_assert_true (page->all);
  account_fixture_picture (&world, "fleet-administrator-1200");
  settle (2);
  detail = read_year (2);
  g_assert_cmpstr (detail->row->state, ==, "invoiced");
  g_assert_cmpint (detail->row->outstanding, ==, detail->row->amount);
  g_assert_cmpint (detail->charges->len, ==, 1);
  show (400, 800);
  account_fixture_picture (&world, "fleet-administrator-400");
  charges_world_tear_down (&world);
}

static gboolean
is_asked (gpointer data)
{
  g_autoptr (GramFleetYearDetail) detail = read_year (2);

  return detail->borrowings->len == 1
         && g_strcmp0 (((GramBorrowingRow *)detail->borrowings->pdata[0])->state, data) == 0;
}

/* A shortfall is borrowed once: asked for with a reason, decided by the administrator (LTA 1998 s 179). */
static void
test_borrow (void)
{
  g_autoptr (GramFleetYearDetail) detail = NULL;

  charges_world_set_up (&world, CHARGES_FLEET, CHARGES_ADMINISTRATOR, 0, AFTER);
  show (1200, 900);
  settle (2);
  charges_world_become (&world, CHARGES_STRANGER, 2);
  show (1200, 900);
  account_fixture_activate (&world, "Borrow the Shortfall…");
  account_fixture_await (&world, GTK_TYPE_BUTTON, "_Ask");
  account_fixture_write (&world, "_Reason", "The electric models come in March.");
  account_fixture_press (&world, "_Ask");
  gram_test_wait_until (is_asked, (gpointer) "asked");
  account_fixture_wait_closed (&world);
  show (1200, 900);
  account_fixture_picture (&world, "fleet-asked-1200");
  charges_world_become (&world, CHARGES_ADMINISTRATOR, 0);
  show (1200, 900);
  account_fixture_picture (&world, "fleet-administrator-asked-1200");
  gram_fleet_year_view_present (GTK_WIDGET (world.window), world.session, 2, 2026);
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Approve the Borrowing…");
  account_fixture_activate (&world, "Approve the Borrowing…");
  account_fixture_await (&world, GTK_TYPE_BUTTON, "_Approve");
  account_fixture_write (&world, "_Reason", "Once, into 2027.");
  account_fixture_press (&world, "_Approve");
  gram_test_wait_until (is_asked, (gpointer) "approved");
  detail = read_year (2);
  g_assert_cmpint (detail->row->outstanding, ==, 0);
  charges_world_tear_down (&world);
}

/* What is not paid by 31 March is overdue, by the day (CCS facts §5). */
static void
test_overdue (void)
{
  g_autoptr (GramFleetYearDetail) detail = NULL;

  charges_world_set_up (&world, CHARGES_FLEET, CHARGES_ADMINISTRATOR, 0, AFTER);
  show (1200, 900);
  settle (2);
  gram_session_set_today (world.session, LATE);
  charges_world_become (&world, CHARGES_STRANGER, 2);
  show (1200, 900);
  detail = read_year (2);
  g_assert_cmpstr (detail->row->state, ==, "overdue");
  g_assert_cmpint (detail->row->overdue_days, ==, 10);
  account_fixture_picture (&world, "fleet-overdue-1200");
  charges_world_tear_down (&world);
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  charges_world_begin (CHARGES_FLEET);
  g_test_add_func ("/charges-fleet/growing", test_growing);
  g_test_add_func ("/charges-fleet/empty", test_empty);
  g_test_add_func ("/charges-fleet/early", test_early);
  g_test_add_func ("/charges-fleet/settle", test_settle);
  g_test_add_func ("/charges-fleet/borrow", test_borrow);
  g_test_add_func ("/charges-fleet/overdue", test_overdue);
  status = g_test_run ();
  charges_world_end ();

  return status;
}
