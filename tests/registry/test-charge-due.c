/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fleet-fixture.h"

#include "gram-queries-inbox.h"

static guint
count_told (Fixture *f, FixturePerson who, GramEvent event)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) ids = NULL;
  const GramNoticeQuery query = { 0 };
  GError *error = NULL;
  guint n = 0;

  ids = gram_registry_notice_ids (f->registry, f->actors[who], &query, 0, NULL, &error);
  g_assert_no_error (error);
  rows = gram_registry_notice_rows (f->registry, f->actors[who], (const gint64 *)ids->data,
                                    ids->len, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    n += ((GramNoticeRow *)rows->pdata[i])->event == event ? 1 : 0;
  return n;
}

static void
check_told (Fixture *f, guint due, guint overdue, guint administrators)
{
  g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  g_assert_cmpuint (count_told (f, OWNER, GRAM_EVENT_CHARGE_DUE), ==, due);
  g_assert_cmpuint (count_told (f, OWNER, GRAM_EVENT_CHARGE_OVERDUE), ==, overdue);
  g_assert_cmpuint (count_told (f, CASE_HANDLER, GRAM_EVENT_CHARGE_OVERDUE), ==, administrators);
  g_assert_cmpuint (count_told (f, CASE_HANDLER, GRAM_EVENT_CHARGE_DUE), ==, 0);
}

/* Fourteen days before 31 March, and on 1 April, by the days of New Zealand; once each. */
static void
test_fleet_average (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 length;

  fleet_accept_used (f);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  check_told (f, 0, 0, 0);
  life_set_evening ("2027-03-16");
  check_told (f, 0, 0, 0);
  life_set_morning ("2027-03-17");
  check_told (f, 1, 0, 0);
  life_set_evening ("2027-03-31");
  check_told (f, 1, 0, 0);
  life_set_morning ("2027-04-01");
  check_told (f, 1, 1, 1);
  length = fixture_journal_length (f);
  life_set_day ("2027-05-01");
  check_told (f, 1, 1, 1);
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  fixture_verify (f);
}

/* Pay As You Go is due at once: nobody is reminded of what they accept today, but of what is owed the day after. */
static void
test_payg (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  figures_enter (f, "@", "ZVW30-1000001", "A", 1400, "132");
  figures_accept (f, "@", "ZVW30-1000001");
  check_told (f, 0, 0, 0);
  life_set_morning ("2026-03-17");
  check_told (f, 0, 1, 1);
  fixture_verify (f);
}

/* What is paid in time is not told of. */
static void
test_paid (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  figures_enter (f, "@", "ZVW30-1000001", "A", 1400, "132");
  figures_accept (f, "@", "ZVW30-1000001");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.record",
                               "{'account': '@', 'amount': '160.86', 'paid-on': '2026-03-16',"
                               " 'reference': 'Bank'}"),
                   ==, "");
  life_set_day ("2026-04-16");
  check_told (f, 0, 0, 0);
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charge-due/fleet-average", test_fleet_average);
  g_test_add_func ("/charge-due/payg", test_payg);
  g_test_add_func ("/charge-due/paid", test_paid);
  return g_test_run ();
}
