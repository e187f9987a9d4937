/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "years-fixture.h"

#include "gram-ccts-explanation-dialog.h"
#include "gram-checklist.h"
#include "gram-form-dialog.h"
#include "gram-form.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define STAND(name) GUINT_TO_POINTER (YEARS_##name)

static const GramParticipantRow *
find_row (GramYearsPage *page, const char *holder)
{
  for (guint i = 0; i < page->detail->participants->len; i++)
    {
      const GramParticipantRow *row = page->detail->participants->pdata[i];

      if (g_str_equal (row->holder, holder))
        return row;
    }

  g_assert_not_reached ();
}

static gboolean
has_baseline (gpointer data)
{
  return find_row (data, "Beta Cars Ltd")->has_baseline;
}

/* B is an exact decimal with its source, day and reason; what was typed stays until it is right. */
static void
test_baseline (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);
  GtkWidget *value;

  years_open (self, page, "Beta Cars Ltd");
  account_fixture_picture (self, "participant-missing-1200");
  account_fixture_press (self, "_Baseline…");
  account_fixture_write (self, "_Baseline in g/km, Such as 126.28", "121.4551234");
  account_fixture_press (self, "_Enter");
  value = account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "_Baseline in g/km, Such as 126.28");
  g_assert_nonnull (gram_form_get_error (value));
  account_fixture_picture (self, "participant-baseline-wrong-1200");
  account_fixture_write (self, "_Baseline in g/km, Such as 126.28", "121,455");
  g_assert_null (gram_form_get_error (value));
  account_fixture_write (self, "_Source", "VETS baseline table");
  account_fixture_write (self, "_Day of the Source", "2026-03-01");
  account_fixture_write (self, "_Reason", "As notified by the Department.");
  account_fixture_press (self, "_Enter");
  account_fixture_wait_closed (self);
  gram_test_wait_until (has_baseline, page);
  g_assert_cmpint (find_row (page, "Beta Cars Ltd")->baseline, ==, 121455000);
  gram_test_settle ();

  /* The next one begins with what was before. */
  account_fixture_press (self, "_Baseline…");
  account_fixture_await (self, ADW_TYPE_PREFERENCES_GROUP, NULL);
  gram_test_await (GTK_WIDGET (self->window), ADW_TYPE_ACTION_ROW, "121.455 g/km");
  account_fixture_picture (self, "participant-baseline-history-1200");
}

static gboolean
has_position (gpointer data)
{
  return find_row (data, "Alpha Motors plc")->has_position;
}

/* Tenths, all of them needed. */
static void
test_position (AccountFixture *self, gconstpointer data)
{
  static const char *const fields[][2] = {
    { "All _Cars of the Year (T)", "12501" }, { "_Allocated (Art. 13)", "9000" },
    { "Acti_vity (Art. 24)", "9000" },        { "_Held, Borrowed Ones among Them", "9100.5" },
    { "Re_quired by Art. 27(1)", "9000" },    { "Of Those Held, B_orrowed (Art. 15)", "0" },
    { "_Source", "CRTS registry" },           { "_Day of the Source", "2026-09-30" },
  };
  GramYearsPage *page = years_show (self, 400, 1300);

  years_open (self, page, "Alpha Motors plc");
  account_fixture_picture (self, "participant-alpha-400");
  account_fixture_press (self, "_Enter…");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    account_fixture_write (self, fields[i][0], fields[i][1]);
  account_fixture_picture (self, "participant-position-400");
  account_fixture_press (self, "_Enter");
  account_fixture_wait_closed (self);
  gram_test_wait_until (has_position, page);
}

/* Each figure tells how it comes about, and leads to the vehicles that were counted. */
static void
test_explanation (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);

  years_open (self, page, "Alpha Motors plc");
  account_fixture_picture (self, "participant-alpha-1200");
  account_fixture_activate (self, "Activity");
  g_assert_true (
      GRAM_IS_CCTS_EXPLANATION_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (self->window))));
  account_fixture_await (self, ADW_TYPE_PREFERENCES_GROUP, NULL);
  gram_test_settle ();
  account_fixture_picture (self, "participant-explain-activity-1200");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  account_fixture_wait_closed (self);
  account_fixture_activate (self, "N × B");
  gram_test_settle ();
  account_fixture_picture (self, "participant-explain-product-1200");
}

/* A pool stands for its members: each with its own cars. */
static void
test_pool_members (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);

  years_open (self, page, "Harbour Pool");
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Gamma Cars Ltd");
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Delta Cars Ltd");
  account_fixture_picture (self, "participant-pool-1200");
}

static gboolean
is_issued (gpointer data)
{
  return find_row (data, "Beta Cars Ltd")->notice_id != 0;
}

static gboolean
is_paid (gpointer data)
{
  return find_row (data, "Beta Cars Ltd")->notice_state == GRAM_PAYMENT_NOTICE_PAID;
}

/* Art. 39(5): the five items, a last day that is 30 days on; then it is paid, the rest in the holder's favour. */
static void
test_payment_notice (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);
  GtkWidget *row;

  years_open (self, page, "Beta Cars Ltd");
  account_fixture_press (self, "_Issue…");
  row = account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "(b) _Last Day to Pay");
  g_assert_nonnull (strstr (gtk_editable_get_text (GTK_EDITABLE (row)), "2027"));
  account_fixture_press (self, "_Issue");
  account_fixture_picture (self, "notice-issue-missing-1200");
  account_fixture_write (self, "(c) _To Be Paid To", "The administrator, Department for Transport");
  account_fixture_write (self, "(d) _How to Pay", "By bank transfer to 00-00-00 12345678.");
  account_fixture_write (self, "(e) Rights of _Appeal",
                         "To the First-tier Tribunal, within 28 days.");
  account_fixture_press (self, "_Issue");
  account_fixture_wait_closed (self);
  gram_test_wait_until (is_issued, page);
  gram_test_settle ();

  gram_years_page_open_notice (page, find_row (page, "Beta Cars Ltd")->notice_id);
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Record a Payment…");
  account_fixture_picture (self, "notice-1200");
  account_fixture_activate (self, "Record a Payment…");
  /* It begins with what is owed. */
  row = account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "_Amount in Pounds");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "5109655.60");
  account_fixture_write (self, "_Amount in Pounds", "5109700");
  account_fixture_write (self, "_Paid On", "2027-01-11");
  account_fixture_write (self, "_Reference at the Bank", "BACS 77");
  account_fixture_picture (self, "notice-payment-1200");
  account_fixture_press (self, "_Record");
  account_fixture_wait_closed (self);
  gram_test_wait_until (is_paid, page);
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "In the Holder’s Favour");
  account_fixture_picture (self, "notice-paid-1200");

  /* From the notice to the participant and the year; further is the window’s. */
  g_assert_true (gram_years_page_back (page));
  g_assert_true (gram_years_page_back (page));
  g_assert_false (gram_years_page_back (page));
}

/* A pool: what it comes to, and what it would come to. */
static void
test_pool (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);

  gram_years_page_open_pool (page, 1);
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Grant…");
  g_assert_false (
      gtk_widget_is_sensitive (account_fixture_await (self, ADW_TYPE_ACTION_ROW, "Grant…")));
  account_fixture_picture (self, "pool-1200");
  account_fixture_press (self, "_What If…");
  account_fixture_await (self, ADW_TYPE_SWITCH_ROW, "Delta Cars Ltd");
  adw_switch_row_set_active (ADW_SWITCH_ROW (account_fixture_await (self, ADW_TYPE_SWITCH_ROW,
                                                                    "Delta Cars Ltd")),
                             FALSE);
  gram_test_settle ();
  account_fixture_picture (self, "pool-what-if-1200");
}

static gboolean
has_code (gpointer data)
{
  GramYearsPage *page = data;

  return page->detail->eco_codes->len == 1;
}

/* Art. 36(3): a notice of 2024 switches the reduction off in 2025. */
static void
test_eco_notices (AccountFixture *self, gconstpointer data)
{
  GramYearsPage *page = years_show (self, 1200, 1300);

  account_fixture_activate (self, "Eco-Innovation Notices");
  account_fixture_picture (self, "eco-notices-empty-1200");
  account_fixture_press (self, "_Record…");
  account_fixture_write (self, "_Code of the Eco-Innovation", "e1 37");
  account_fixture_write (self, "_Given On", "2024-06-14");
  account_fixture_write (self, "_Reference of the Notice", "SoS 2024/6");
  account_fixture_press (self, "_Record");
  gram_test_wait_until (has_code, page);
  gram_test_settle ();
  account_fixture_picture (self, "eco-notices-1200");
}

int
main (int argc, char **argv)
{
  int result;

  gram_test_gtk_init (&argc, &argv);

#define TEST(path, stand, func)                                                                    \
  g_test_add ("/participant/" path, AccountFixture, STAND (stand), years_set_up, func,             \
              years_tear_down)

  TEST ("baseline", MEASURED, test_baseline);
  TEST ("position", ALLOCATED, test_position);
  TEST ("explanation", ALLOCATED, test_explanation);
  TEST ("pool-members", MEASURED, test_pool_members);
  TEST ("payment-notice", ACCOUNTED, test_payment_notice);
  TEST ("pool", MEASURED, test_pool);
  TEST ("eco-notices", MEASURED, test_eco_notices);

  result = g_test_run ();
  years_end ();

  return result;
}
