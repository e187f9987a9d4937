/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fleet-fixture.h"

#include <inttypes.h>

/* Row 20 of CCS facts §15, settled: 30.41 g at $7.50 are $228.08. */
static Fixture *
settled_new (void)
{
  Fixture *f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);

  fleet_accept_used (f);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  fleet_check (f, 1, 22808, 0, 2026, 0);
  return f;
}

/* Settles again what was corrected; the rehearsal has said so before, and a third time posts nothing. */
static void
settle_again (Fixture *f, gint64 credits, gint64 charge, gint64 taken_back)
{
  g_autoptr (GramFleetRehearsal) rehearsal = fleet_rehearse (f, 1, 2026);
  g_autofree char *expect = NULL;
  g_autofree char *amount = gram_decimal_format (charge, 2, 2);
  g_autofree char *back = gram_decimal_format (taken_back, 2, 2);

  g_assert_nonnull (rehearsal);
  g_assert_true (rehearsal->row->differs);
  g_assert_cmpint (rehearsal->credits, ==, credits);
  g_assert_cmpint (rehearsal->charge, ==, charge);
  g_assert_cmpint (rehearsal->taken_back, ==, taken_back);
  expect = g_strdup_printf (", 'expect': '%s'", rehearsal->digest);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, expect), ==, "");
  fleet_check_result (f, "amount", amount);
  fleet_check_result (f, "taken-back", back);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "fleet-year.unchanged");
}

/* Only the difference: 2 g less, 10 g more, and back. */
static void
test_difference (void)
{
  g_autoptr (Fixture) f = settled_new ();
  g_autoptr (GramFleetYearDetail) detail = NULL;
  g_autoptr (GramChargeRecord) charge = NULL;

  fleet_correct (f, "ZVW30-1000002", "130");
  /* Nothing moves before the year is settled again. */
  fleet_check (f, 1, 22808, 0, 2026, 0);
  settle_again (f, 0, 0, 1500);
  fleet_check (f, 1, 21308, 0, 2026, 0);

  fleet_correct (f, "ZVW30-1000002", "140");
  settle_again (f, 0, 7500, 0);
  fleet_check (f, 1, 28808, 0, 2026, 0);
  detail = fleet_detail (f, 1, 2026);
  g_assert_cmpuint (detail->charges->len, ==, 2);
  g_assert_cmpuint (detail->runs->len, ==, 3);

  /* The newest charge is taken back first, then a part of the older one. */
  fleet_correct (f, "ZVW30-1000002", "120");
  settle_again (f, 0, 0, 15000);
  fleet_check (f, 1, 13808, 0, 2026, 0);
  charge = fleet_charge (f, g_array_index (detail->charges, gint64, 1));
  g_assert_cmpint (charge->outstanding, ==, 0);
  g_assert_cmpint (charge->amount_back, ==, charge->amount);
  g_assert_cmpint (charge->grams_back, ==, charge->grams);
}

/* What it is charged for turns into credits, and back again. */
static void
test_flips (void)
{
  g_autoptr (Fixture) f = settled_new ();

  fleet_correct (f, "ZVW30-1000002", "100");
  fleet_correct (f, "ZVW30-1000003", "100");
  settle_again (f, 3359, 0, 22808);
  fleet_check (f, 1, 0, 0, 2026, 3359);
  fleet_correct (f, "ZVW30-1000002", "132");
  settle_again (f, -3200, 0, 0);
  fleet_check (f, 1, 0, 0, 2026, 159);
  fleet_correct (f, "ZVW30-1000003", "132");
  settle_again (f, -159, 22808, 0);
  fleet_check (f, 1, 22808, 0, 2026, 0);
}

/* Paid with credits and money: what is too much comes back in the opposite order, to the cent. */
static void
test_paid (void)
{
  g_autoptr (Fixture) f = settled_new ();

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "credit.carry-in",
                               "{'account': '@', 'year': 2025, 'amount': '10.00',"
                               " 'reference': 'Old books'}"),
                   ==, "");
  fleet_offset (f, "@", "10");
  fleet_check (f, 1, 15308, 0, 2025, 0);
  fleet_pay (f, "@", "100.00");
  fleet_check (f, 1, 5308, 0, 2025, 0);

  /* 2 g: what nothing had settled is dropped. */
  fleet_correct (f, "ZVW30-1000002", "130");
  settle_again (f, 0, 0, 1500);
  fleet_check (f, 1, 3808, 0, 2025, 0);

  /* 20 g more: 8.41 g are left, which the credits clear; the money stands in favour and 1.59 credits come back. */
  fleet_correct (f, "ZVW30-1000002", "110");
  settle_again (f, 0, 0, 15000);
  fleet_check (f, 1, 0, 10000, 2025, 159);

  /* And all of it is charged again: a new charge, which nothing settles by itself. */
  fleet_correct (f, "ZVW30-1000002", "132");
  settle_again (f, 0, 16500, 0);
  fleet_check (f, 1, 16500, 10000, 2025, 159);
}

/* Credits that go back and were used already are owed in money, at the rate of the year. */
static void
test_short (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFleetYearDetail) detail = NULL;
  g_autoptr (GramFleetRehearsal) rehearsal = NULL;
  g_autoptr (GramChargeRecord) charge = NULL;

  figures_enter (f, "@", "ZVW30-1000001", "A", 1090, "79");
  figures_enter (f, "@", "ZVW30-1000004", "B", 1350, "160");
  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "");
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  fleet_check (f, 1, 0, 0, 2026, 2321);

  /* 34.57 g of 2027 are $259.28; 20 credits leave $109.28. */
  figures_enter (f, "@", "ZVW30-1000005", "A", 1400, "132");
  figures_accept (f, "@", "ZVW30-1000005");
  life_set_day ("2028-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "");
  fleet_check (f, 1, 25928, 0, 2026, 2321);
  fleet_offset (f, "@", "20");
  fleet_check (f, 1, 10928, 0, 2026, 321);

  /* 11 credits too many: 3.21 are there, 7.79 × $7.50 are charged. */
  fleet_correct (f, "ZVW30-1000001", "90");
  rehearsal = fleet_rehearse (f, 1, 2026);
  g_assert_cmpint (rehearsal->credits, ==, -1100);
  g_assert_cmpint (rehearsal->short_amount, ==, 5843);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  charge = fleet_charge (f, fixture_result (f, "charge"));
  g_assert_cmpint (charge->kind, ==, GRAM_CHARGE_SHORT);
  g_assert_cmpint (charge->grams, ==, 779);
  fleet_check (f, 1, 10928 + 5843, 0, 2026, 0);

  /* It is one of the year, and stays owed when the credits are earned after all: they can clear it. */
  detail = fleet_detail (f, 1, 2026);
  g_assert_cmpint (detail->row->outstanding, ==, 5843);
  fleet_correct (f, "ZVW30-1000001", "79");
  settle_again (f, 1100, 0, 0);
  fleet_check (f, 1, 10928 + 5843, 0, 2026, 1100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fleet-corrections/difference", test_difference);
  g_test_add_func ("/fleet-corrections/flips", test_flips);
  g_test_add_func ("/fleet-corrections/paid", test_paid);
  g_test_add_func ("/fleet-corrections/short", test_short);
  return g_test_run ();
}
