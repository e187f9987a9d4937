/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fleet-fixture.h"

#include "gram-borrowing-table.h"
#include "gram-ledger-query.h"
#include "gram-queries-fleet.h"

#define ASK "{'account': '@', 'reason': 'The business is wound up.'" FLEET_SIGNATURE "}"
#define CLOSE "{'account': '@', 'reason': 'The business is wound up.'}"

static const char *
close_account (Fixture *f)
{
  return fixture_do (f, DECISION_MAKER, "account.close", CLOSE);
}

static void
pay_today (Fixture *f, const char *amount, const char *day)
{
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.record",
                               "{'account': '@', 'amount': '%s', 'paid-on': '%s',"
                               " 'reference': 'Bank'}",
                               amount, day),
                   ==, "");
}

/* Closed, and nothing is left. */
static void
check_closed (Fixture *f)
{
  g_autoptr (GPtrArray) balances
      = gram_ledger_balances (gram_registry_get_store (f->registry), 1, NULL);

  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_CLOSED);
  for (guint i = 0; i < balances->len; i++)
    g_assert_cmpint (((GramLedgerBalance *)balances->pdata[i])->balance, ==, 0);
  fleet_check (f, 1, 0, 0, 2026, 0);
}

/* An approval under which nothing was accepted is no obstacle. */
static void
test_empty (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);

  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==, "");
  g_assert_cmpstr (close_account (f), ==, "");
  check_closed (f);
}

/* The running year is settled once the holder has asked, before it is over, and paid before the account closes. */
static void
test_running (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);

  fleet_accept_used (f);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "fleet-year.not-over");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==, "");
  g_assert_cmpstr (close_account (f), ==, "closing.fleet-average-settled");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  fleet_check (f, 1, 22808, 0, 2026, 0);
  g_assert_cmpstr (close_account (f), ==, "closing.charges-paid");
  pay_today (f, "230.00", "2026-02-10");
  /* More than was owed stands in favour, and has to go back first. */
  g_assert_cmpstr (close_account (f), ==, "closing.charges-paid");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "payment.pay-back",
                               "{'account': '@', 'amount': '1.92', 'paid-on': '2026-02-10',"
                               " 'reference': 'Bank'}"),
                   ==, "");
  g_assert_cmpstr (close_account (f), ==, "");
  check_closed (f);
}

/* Where account 1 stands in a year. */
static void
check_state (Fixture *f, int year, const char *state)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = gram_registry_fleet_years (f->registry, f->actors[ADMINISTRATOR], 1,
                                                          year, &refusal, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (((const GramFleetYearRow *)rows->pdata[0])->state, ==, state);
}

/* A year that is over is settled before anybody asks; a notice of closing lets the running one be settled, too. */
static void
test_over (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);

  fleet_accept_used (f);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==,
                   "closing.fleet-average-settled");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  pay_today (f, "228.08", "2027-01-05");
  figures_enter_accepted (f, "@", "ZVW30-2000001", "110.49");
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "fleet-year.not-over");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.give-closing-notice",
                               "{'account': '@', 'reason': 'No business.',"
                               " 'object-by': '2027-03-01'}"),
                   ==, "");
  check_state (f, 2027, "over");
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "");
  check_state (f, 2027, "invoiced");
  /* Not closed yet, the account goes on: what is accepted then is settled with the difference. */
  figures_enter_accepted (f, "@", "ZVW30-2000002", "110.49");
  life_set_day ("2027-03-02");
  pay_today (f, "75.00", "2027-03-02");
  g_assert_cmpstr (close_account (f), ==, "closing.fleet-average-settled");
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "");
  fleet_check_result (f, "amount", "75.00");
  pay_today (f, "75.00", "2027-03-02");
  check_state (f, 2027, "settled");
  g_assert_cmpstr (close_account (f), ==, "");
  check_closed (f);
}

/* Credits of the last year are there only after it is settled: they are deleted once somebody confirms exactly these. */
static void
test_credits (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);

  figures_enter_accepted (f, "@", "ZVW30-1000001", "79");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==, "");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  fleet_check (f, 1, 0, 0, 2026, 2900);
  g_assert_cmpstr (close_account (f), ==, "closing.credits-left");
  g_assert_cmpstr (
      fixture_do (f, DECISION_MAKER, "account.close",
                  "{'account': '@', 'reason': 'Wound up.', 'delete-credits': '29.00'}"),
      ==, "");
  check_closed (f);
}

/* What is borrowed waits for the next year, which is settled early. */
static void
test_borrowed (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);

  fleet_accept_used (f);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request",
                               "{'account': '@', 'charge': 1, 'reason': 'Next year is better.'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "borrowing.approve",
                               "{'account': '@', 'borrowing': 1, 'reason': 'It is.'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==, "");
  g_assert_cmpstr (close_account (f), ==, "closing.fleet-average-settled");
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "");
  fleet_check (f, 1, 22808, 0, 2026, 0);
  pay_today (f, "228.08", "2027-01-05");
  g_assert_cmpstr (close_account (f), ==, "");
  check_closed (f);
}

/* What was asked and not decided ends with the account. */
static void
test_asked (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramBorrowingRecord) record = NULL;

  fleet_accept_used (f);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request",
                               "{'account': '@', 'charge': 1, 'reason': 'Next year is better.'}"),
                   ==, "");
  pay_today (f, "228.08", "2027-01-05");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==, "");
  g_assert_cmpstr (close_account (f), ==, "");
  g_assert_true (
      gram_borrowing_table_get (gram_registry_get_store (f->registry), 1, &record, NULL));
  g_assert_cmpint (record->state, ==, GRAM_BORROWING_WITHDRAWN);
  check_closed (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fleet-closing/empty", test_empty);
  g_test_add_func ("/fleet-closing/running", test_running);
  g_test_add_func ("/fleet-closing/over", test_over);
  g_test_add_func ("/fleet-closing/credits", test_credits);
  g_test_add_func ("/fleet-closing/borrowed", test_borrowed);
  g_test_add_func ("/fleet-closing/asked", test_asked);
  return g_test_run ();
}
