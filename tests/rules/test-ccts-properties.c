/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-activity.h"
#include "gram-ccts-conversion.h"
#include "gram-ccts-settlement.h"
#include "gram-ccts-trade.h"
#include "gram-ccts-year.h"

#include "rulebooks.h"

#define ROUNDS 2000
#define YEARS 150
#define PARTIES 6

/* A number from 0 to just below @end; also such that need more than 32 bits. */
static gint64
random_below (gint64 end)
{
  guint64 bits = (guint64)g_test_rand_int () << 31 ^ (guint64)g_test_rand_int ();

  return (gint64)((bits & G_MAXINT64) % (guint64)end);
}

/* Allocation: within a half of the product, and more cars or a higher baseline never give less. */
static void
test_allocation (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 cars = 1000 + random_below (3000000);
      gint64 baseline = random_below (400000000);
      GramCctsAllocation first;
      GramCctsAllocation more_cars;
      GramCctsAllocation higher;
      gint64 twice;

      g_assert_true (gram_ccts_allocation (rulebook->ccts, cars, baseline, &first, NULL));
      g_assert_true (gram_ccts_allocation (rulebook->ccts, cars + 1, baseline, &more_cars, NULL));
      g_assert_true (gram_ccts_allocation (rulebook->ccts, cars, baseline + 1, &higher, NULL));
      g_assert_cmpint (more_cars.allowances, >=, first.allowances);
      g_assert_cmpint (higher.allowances, >=, first.allowances);
      twice = 2 * (first.allowances * 1000000 - first.product_micro);
      g_assert_cmpint (twice, <=, 1000000);
      g_assert_cmpint (twice, >, -1000000);
    }
}

/* Activity is cut once on the total: below one thousandth under the sum, and never a sum of cut parts. */
static void
test_activity (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (int i = 0; i < ROUNDS / 10; i++)
    {
      g_autoptr (GramCctsSavingsOff) off = gram_ccts_savings_off_new (rulebook->ccts, 2025);
      g_autoptr (GramCctsMeasurer) whole = gram_ccts_measurer_new (off);
      GramCctsActivity activity;
      gint64 exact = 0;
      gint64 cut_parts = 0;
      int n_rows = 1 + (int)random_below (40);

      for (int j = 0; j < n_rows; j++)
        {
          GramCctsTotals totals = { .records = 1, .cars = 1 + random_below (5000) };
          gint64 co2 = random_below (300000000);
          gint64 saving = random_below (co2 / 20 + 1);

          totals.co2_micro = totals.cars * co2;
          totals.saving_micro = totals.cars * saving;
          gram_ccts_measurer_add (whole, "e13 29", &totals);
          exact += totals.co2_micro - totals.saving_micro;
          cut_parts += (totals.co2_micro - totals.saving_micro) / 1000;
        }
      g_assert_true (gram_ccts_measurer_end (whole, &activity, NULL));
      g_assert_cmpint (activity.exact_micro, ==, exact);
      g_assert_cmpint (activity.activity, ==, exact / 1000);
      g_assert_cmpint (activity.activity, >=, cut_parts);
    }
}

/* The payment is 8.6 pence for each thousandth to the nearest penny; a tie cannot be, so half-even says the same. */
static void
test_payment (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  GramCctsRules even = *rulebook->ccts;

  even.payment_rounding = GRAM_ROUND_HALF_EVEN;
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 activity = random_below (G_GINT64_CONSTANT (2000000000000));
      gint64 limit = gram_ccts_surrender_limit (rulebook->ccts, activity);
      gint64 surrendered = random_below (limit + 1);
      gint64 shortfall = gram_ccts_shortfall (activity, surrendered);
      gint64 pence;
      gint64 pence_even;
      gint64 off;

      g_assert_cmpint (gram_ccts_shortfall (activity, limit), ==, 0);
      g_assert_cmpint (shortfall, >=, 0);
      g_assert_cmpint (shortfall, ==, MAX (activity - surrendered * 1000, 0));
      g_assert_true (gram_ccts_payment (rulebook->ccts, shortfall, &pence, NULL));
      g_assert_true (gram_ccts_payment (&even, shortfall, &pence_even, NULL));
      g_assert_cmpint (pence, ==, pence_even);
      off = ABS (pence * 10 - shortfall * 86);
      g_assert_cmpint (off, <, 5);
    }
}

/* However a surplus is converted, in one request or many, no more comes of it than its whole part times 135. */
static void
test_conversion (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (int i = 0; i < ROUNDS / 4; i++)
    {
      gint64 required = random_below (1000000);
      gint64 surplus = random_below (20000);
      gint64 borrowed = random_below (surplus + 2);
      GramCrtsPosition position = { 50000, 1000000, 500000, required + surplus, required, 0 };
      gint64 unused;
      gint64 converted = 0;
      gint64 total = 0;

      position.borrowed = MIN (borrowed, position.held);
      unused = MAX (surplus - position.borrowed, 0);
      for (int j = 0; j < 20; j++)
        {
          GramCctsConversion conversion;
          gint64 allowances;
          gint64 crts;

          gram_ccts_conversion_most (rulebook->ccts, &position, converted * 10, &conversion);
          g_assert_cmpint (conversion.most, ==, (unused - converted * 10) / 10);
          g_assert_false (gram_ccts_conversion_check (rulebook->ccts, &position, converted * 10,
                                                      conversion.most + 1, &allowances, NULL));
          if (conversion.most == 0)
            break;
          crts = 1 + random_below (conversion.most);
          g_assert_true (gram_ccts_conversion_check (rulebook->ccts, &position, converted * 10,
                                                     crts, &allowances, NULL));
          g_assert_cmpint (allowances, ==, crts * 135);
          converted += crts;
          total += allowances;
        }
      g_assert_cmpint (total, <=, unused / 10 * 135);
    }
}

/* What somebody promises is off what is available until the trade is registered or void. */
typedef struct
{
  gint64 activity;
  gint64 allocated;
  gint64 acquired;
  gint64 held;
  gint64 reserved;
  gint64 surrendered;
  gint64 lapsed;
} Party;

static void
trade (Party *parties)
{
  Party *from = &parties[random_below (PARTIES)];
  Party *to = &parties[random_below (PARTIES)];
  gint64 quantity = 1 + random_below (60000);

  if (from == to || !gram_trade_check_available (from->held - from->reserved, quantity, 2025, NULL))
    return;

  from->reserved += quantity;
  /* One in three notifications stays alone, and is void when the window ends. */
  if (random_below (3) == 0)
    return;
  from->reserved -= quantity;
  from->held -= quantity;
  to->held += quantity;
}

static void
surrender (const GramCctsRules *rules, Party *party)
{
  gint64 most = gram_ccts_surrender_limit (rules, party->activity) - party->surrendered;
  gint64 quantity = MIN (most, party->held - party->reserved);

  if (quantity <= 0)
    return;
  g_assert_true (gram_ccts_surrender_check (rules, party->activity, party->surrendered,
                                            party->held - party->reserved, quantity, NULL));
  g_assert_false (gram_ccts_surrender_check (rules, party->activity, party->surrendered,
                                             party->held - party->reserved, quantity + 1, NULL));
  party->held -= quantity;
  party->surrendered += quantity;
}

static void
begin_year (const GramCctsRules *rules, Party *parties)
{
  for (int i = 0; i < PARTIES; i++)
    {
      GramCctsAllocation allocation;

      g_assert_true (gram_ccts_allocation (rules, 1000 + random_below (5000),
                                           random_below (200000000), &allocation, NULL));
      parties[i].activity = random_below (G_GINT64_CONSTANT (800000000));
      parties[i].allocated = allocation.allowances;
      parties[i].acquired = random_below (50) * 135;
      parties[i].held = parties[i].allocated + parties[i].acquired;
    }
}

/* The invariants of §11 over random years: every vintage balances, trades come to nothing, nobody is below zero. */
static void
test_years (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (int year = 0; year < YEARS; year++)
    {
      Party parties[PARTIES] = { 0 };
      Party sums = { 0 };

      begin_year (rulebook->ccts, parties);
      for (int i = 0; i < 40; i++)
        if (random_below (4) == 0)
          surrender (rulebook->ccts, &parties[random_below (PARTIES)]);
        else
          trade (parties);
      for (int i = 0; i < PARTIES; i++)
        {
          Party *party = &parties[i];

          g_assert_cmpint (party->held, >=, party->reserved);
          g_assert_cmpint (party->reserved, >=, 0);
          party->reserved = 0;
          party->lapsed = party->held;
          sums.allocated += party->allocated;
          sums.acquired += party->acquired;
          sums.surrendered += party->surrendered;
          sums.lapsed += party->lapsed;
        }
      g_assert_true (gram_ccts_year_check_balance (2025, sums.allocated, sums.acquired,
                                                   sums.surrendered, 0, sums.lapsed, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccts/properties/allocation", test_allocation);
  g_test_add_func ("/ccts/properties/activity", test_activity);
  g_test_add_func ("/ccts/properties/payment", test_payment);
  g_test_add_func ("/ccts/properties/conversion", test_conversion);
  g_test_add_func ("/ccts/properties/years", test_years);

  return g_test_run ();
}
