/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-activity.h"
#include "gram-ccts-conversion.h"
#include "gram-ccts-settlement.h"
#include "gram-ccts-trade.h"
#include "gram-ccts-year.h"

#include "rulebooks.h"

#define YEAR 2025

/* The end-to-end year of §11 by the rules alone: from N and B to the penny. */
typedef struct
{
  const char *name;
  const char *number;
  gint64 cars;
  const char *baseline;
  gint64 fleet[3][3]; /* cars, co2, saving; millionths */
  gint64 crts;
  gint64 traded;
} Participant;

static const Participant alpha
    = { "Alpha Motors plc",
        "10000016",
        12501,
        "126.28",
        { { 7000, 131000000, 1200000 }, { 4501, 118000000, 0 }, { 1000, 28000000, 0 } },
        0,
        -30000 };
static const Participant beta = { "Beta Cars Ltd",
                                  "10000024",
                                  8200,
                                  "121.455",
                                  { { 5000, 127400000, 0 }, { 3200, 130733000, 0 } },
                                  200,
                                  30000 };

static const struct
{
  const Participant *participant;
  gboolean matched;
  gint64 allocated;
  gint64 activity;
  gint64 balance;
  gint64 surrendered;
  gint64 lapsed;
  gint64 shortfall;
  gint64 pence;
} rows[] = {
  { &alpha, TRUE, 1578626, 1467718000, 1548626, 1467718, 80908, 0, 0 },
  { &beta, TRUE, 995931, 1055345600, 1052931, 1052931, 0, 2414600, 20765560 },
  { &alpha, FALSE, 1578626, 1467718000, 1578626, 1467718, 110908, 0, 0 },
  { &beta, FALSE, 995931, 1055345600, 1022931, 1022931, 0, 32414600, 278765560 },
};

static gint64
allocate (const GramCctsRules *rules, const Participant *p)
{
  GramCctsAllocation allocation;
  gint64 baseline;

  g_assert_true (gram_ccts_baseline_parse (rules, p->baseline, &baseline, NULL));
  g_assert_true (gram_ccts_allocation (rules, p->cars, baseline, &allocation, NULL));
  return allocation.allowances;
}

static gint64
measure (const GramCctsRules *rules, const Participant *p)
{
  g_autoptr (GramCctsSavingsOff) off = gram_ccts_savings_off_new (rules, YEAR);
  g_autoptr (GramCctsMeasurer) measurer = gram_ccts_measurer_new (off);
  GramCctsActivity activity;

  for (gsize i = 0; i < G_N_ELEMENTS (p->fleet); i++)
    {
      GramCctsTotals totals = { .records = p->fleet[i][0], .cars = p->fleet[i][0] };

      totals.co2_micro = totals.cars * p->fleet[i][1];
      totals.saving_micro = totals.cars * p->fleet[i][2];
      gram_ccts_measurer_add (measurer, "e13 29", &totals);
    }
  g_assert_true (gram_ccts_measurer_end (measurer, &activity, NULL));
  g_assert_cmpint (activity.totals.cars, ==, p->cars);
  return activity.activity;
}

static gint64
convert (const GramCctsRules *rules, const Participant *p)
{
  static const GramCrtsPosition position = { 12000, 86400, 82000, 84000, 82000, 0 };
  gint64 allowances = 0;

  if (p->crts > 0)
    g_assert_true (gram_ccts_conversion_check (rules, &position, 0, p->crts, &allowances, NULL));
  return allowances;
}

static void
test_year (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  const GramCctsRules *rules = rulebook->ccts;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Participant *p = rows[i].participant;
      gint64 activity = measure (rules, p);
      gint64 allocated = allocate (rules, p);
      gint64 acquired = convert (rules, p);
      gint64 balance = allocated + acquired + (rows[i].matched ? p->traded : 0);
      gint64 surrendered = MIN (balance, gram_ccts_surrender_limit (rules, activity));
      gint64 shortfall = gram_ccts_shortfall (activity, surrendered);
      gint64 pence;

      g_test_message ("%s", p->name);
      g_assert_true (gram_ccts_surrender_check (rules, activity, 0, balance, surrendered, NULL));
      g_assert_true (gram_ccts_payment (rules, shortfall, &pence, NULL));
      g_assert_cmpint (allocated, ==, rows[i].allocated);
      g_assert_cmpint (activity, ==, rows[i].activity);
      g_assert_cmpint (balance, ==, rows[i].balance);
      g_assert_cmpint (surrendered, ==, rows[i].surrendered);
      g_assert_cmpint (balance - surrendered, ==, rows[i].lapsed);
      g_assert_cmpint (shortfall, ==, rows[i].shortfall);
      g_assert_cmpint (pence, ==, rows[i].pence);
    }
}

/* Created 2,601,557 = surrendered 2,520,649 + lapsed 80,908; with the void trade 2,490,649 + 110,908. */
static void
test_books (void)
{
  g_assert_true (
      gram_ccts_year_check_balance (YEAR, 1578626 + 995931, 27000, 2520649, 0, 80908, NULL));
  g_assert_true (
      gram_ccts_year_check_balance (YEAR, 1578626 + 995931, 27000, 2490649, 0, 110908, NULL));
}

/* Both notify, each from its side: Beta slips, they differ; it amends, they match, and the administrator registers. */
static void
test_trade (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  GramDate today = gram_date_make (2026, 11, 20);
  GramTradeForm form = { .year = YEAR,
                         .side = "transferor",
                         .name = beta.name,
                         .number = beta.number,
                         .quantity = "30000",
                         .price = "375000",
                         .agreed_on = "2026-11-18" };
  GramTradeForm other = { .year = YEAR,
                          .side = "transferee",
                          .name = "alpha motors PLC",
                          .number = alpha.number,
                          .quantity = "3000",
                          .price = "375000.00",
                          .agreed_on = "2026-11-19" };
  g_autoptr (GramTradeNotification) out
      = gram_trade_notification_new (rulebook->ccts, &form, alpha.name, alpha.number, today, NULL,
                                     NULL);
  g_autoptr (GramTradeNotification) slip
      = gram_trade_notification_new (rulebook->ccts, &other, beta.name, beta.number, today, NULL,
                                     NULL);
  g_autoptr (GramTradeNotification) in = NULL;
  GramTradeState state = GRAM_TRADE_WAITING;

  g_assert_true (gram_trade_is_pair (out, slip));
  g_assert_cmphex (gram_trade_compare (out, slip), ==, GRAM_TRADE_FIELD_QUANTITY);
  g_assert_true (gram_trade_move (state, GRAM_TRADE_DIFFER, &state, NULL));
  g_assert_true (gram_trade_move (state, GRAM_TRADE_AMEND, &state, NULL));

  other.quantity = "30000";
  in = gram_trade_notification_new (rulebook->ccts, &other, beta.name, beta.number, today, NULL,
                                    NULL);
  g_assert_cmphex (gram_trade_compare (out, in), ==, 0);
  g_assert_true (gram_trade_move (state, GRAM_TRADE_MATCH, &state, NULL));
  g_assert_true (gram_trade_move (state, GRAM_TRADE_REGISTER, &state, NULL));
  g_assert_cmpint (state, ==, GRAM_TRADE_REGISTERED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccts/end-to-end/year", test_year);
  g_test_add_func ("/ccts/end-to-end/books", test_books);
  g_test_add_func ("/ccts/end-to-end/trade", test_trade);

  return g_test_run ();
}
