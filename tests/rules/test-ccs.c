/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs.h"

#include "rulebooks.h"

/*
 * Rows 1 to 14 of the worked figures (CCS facts §15): reg. 10(1) for the target, LTA 1998 s 182 for the charge under Pay
 * As You Go. 0 kg stands for the mean weight of a year in which none is published.
 */
static const struct
{
  int row;
  int year;
  char type;
  GramAccountKind kind;
  int kg;
  const char *co2;
  const char *exact;
  const char *target;
  const char *difference;
  const char *amount;
  const char *law;
} rows[] = {
  { 1, 2026, 'A', GRAM_ACCOUNT_CCS_USED, 1482, "108", "108", "108.00", "0.00", "0.00",
    "reg. 10(1)" },
  { 2, 2026, 'A', GRAM_ACCOUNT_CCS_USED, 1090, "79", "94.5544", "94.55", "15.55", "0.00",
    "reg. 10(1)" },
  { 3, 2026, 'A', GRAM_ACCOUNT_CCS_USED, 1400, "132", "105.1874", "105.19", "-26.81", "160.86",
    "s 182" },
  { 4, 2026, 'A', GRAM_ACCOUNT_CCS_NEW, 1765, "0", "117.7069", "117.71", "117.71", "0.00",
    "reg. 10(1)" },
  { 5, 2026, 'A', GRAM_ACCOUNT_CCS_NEW, 1735, "190.5", "116.6779", "116.68", "-73.82", "885.84",
    "s 182" },
  { 6, 2026, 'B', GRAM_ACCOUNT_CCS_NEW, 2105, "212", "207.3682", "207.37", "-4.63", "55.56",
    "s 182" },
  { 7, 2026, 'B', GRAM_ACCOUNT_CCS_USED, 1350, "160", "167.6552", "167.66", "7.66", "0.00",
    "reg. 10(1)" },
  { 8, 2026, 'A', GRAM_ACCOUNT_CCS_USED, 1432, "110", "106.285", "106.29", "-3.71", "22.26",
    "s 182, §6 tie" },
  { 9, 2027, 'A', GRAM_ACCOUNT_CCS_USED, 1400, "132", "97.4274", "97.43", "-34.57", "207.42",
    "s 182" },
  { 10, 2028, 'A', GRAM_ACCOUNT_CCS_USED, 1400, "132", "70.4274", "70.43", "-61.57", "1662.39",
    "s 182" },
  { 11, 2028, 'B', GRAM_ACCOUNT_CCS_NEW, 2105, "212", "140.6466", "140.65", "-71.35", "3852.90",
    "s 182" },
  { 12, 2023, 'A', GRAM_ACCOUNT_CCS_USED, 0, "171", "145", "145.00", "-26.00", "468.00",
    "s 182, §4.2" },
  { 12, 2023, 'A', GRAM_ACCOUNT_CCS_NEW, 0, "171", "145", "145.00", "-26.00", "936.00",
    "s 182, §4.2" },
  { 13, 2025, 'A', GRAM_ACCOUNT_CCS_USED, 0, "150.6", "112.6", "112.60", "-38.00", "1026.00",
    "s 182, §4.2" },
  { 13, 2025, 'A', GRAM_ACCOUNT_CCS_NEW, 0, "150.6", "112.6", "112.60", "-38.00", "2052.00",
    "s 182, §4.2" },
  { 14, 2025, 'B', GRAM_ACCOUNT_CCS_USED, 0, "250", "223", "223.00", "-27.00", "729.00",
    "s 182, §4.2" },
  { 14, 2025, 'B', GRAM_ACCOUNT_CCS_NEW, 0, "250", "223", "223.00", "-27.00", "1458.00",
    "s 182, §4.2" },
};

static GramCcsFacts
row_facts (gsize i)
{
  GramCcsFacts facts = {
    .year = rows[i].year,
    .kind = rows[i].kind,
    .type = rows[i].type,
    .mass_kg = rows[i].kg == 0 ? 1234 : rows[i].kg,
  };

  g_assert_true (gram_decimal_parse (rows[i].co2, 6, &facts.co2_micro, NULL));
  return facts;
}

static void
test_rows (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GramCcsFacts facts = row_facts (i);
      GramCcsFigure figure;
      g_autoptr (GramRefusal) refusal = NULL;
      char text[GRAM_DECIMAL_BUFFER];

      g_test_message ("row %d, %s", rows[i].row, rows[i].law);
      rulebook->ccs->missing_weights
          = rows[i].kg == 0 ? GRAM_CCS_MISSING_WEIGHTS_MEAN : GRAM_CCS_MISSING_WEIGHTS_REFUSE;
      g_assert_true (gram_ccs_figure (rulebook, &facts, &figure, &refusal));
      g_assert_null (refusal);
      g_assert_cmpint (figure.year, ==, rows[i].year);
      g_assert_cmpstr (gram_decimal_print (text, figure.exact_target_micro, 6, 0), ==,
                       rows[i].exact);
      g_assert_cmpstr (gram_decimal_print (text, figure.target, 2, 2), ==, rows[i].target);
      g_assert_cmpstr (gram_decimal_print (text, figure.difference, 2, 2), ==, rows[i].difference);
      g_assert_cmpstr (gram_decimal_print (text, figure.amount_cents, 2, 2), ==, rows[i].amount);
      g_assert_cmpint (figure.credit - figure.charge, ==, figure.difference);
      g_assert_true (figure.credit == 0 || figure.charge == 0);
      g_assert_cmpint (figure.target - figure.value, ==, figure.difference);
    }
}

/* Row 8 again: half even would give 106.28 and $22.32. */
static void
test_half_even (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  GramCcsFacts facts = row_facts (7);
  GramCcsFigure figure;

  rulebook->ccs->target_rounding = GRAM_ROUND_HALF_EVEN;
  g_assert_true (gram_ccs_figure (rulebook, &facts, &figure, NULL));
  g_assert_cmpint (figure.target, ==, 10628);
  g_assert_cmpint (figure.amount_cents, ==, 2232);
}

/* Row 22 and the cent rounding of rows 16, 18 to 21: grams, rate and amount in hundredths. */
static const struct
{
  int row;
  gint64 grams;
  gint64 rate;
  gint64 cents;
} amounts[] = {
  { 22, 33, 3375, 1114 },     { 22, 1, 2250, 23 },        { 22, 102, 3375, 3443 },
  { 16, 9983, 1500, 149745 }, { 18, 9983, 6750, 673853 }, { 19, 3983, 1500, 59745 },
  { 20, 3041, 750, 22808 },   { 21, 1126, 600, 6756 },    { 0, 0, 6750, 0 },
};

static void
test_amounts (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  gint64 cents = 4711;

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_test_message ("row %d, s 182, §6", amounts[i].row);
      g_assert_true (gram_ccs_amount (rulebook->ccs, amounts[i].grams, amounts[i].rate, &cents));
      g_assert_cmpint (cents, ==, amounts[i].cents);
    }

  g_assert_false (gram_ccs_amount (rulebook->ccs, G_MAXINT64, 6750, &cents));
}

/* Rows 15 and 16: under Fleet Average the differences of the year add up, at the higher rate (s 177). */
static void
test_fleet_average (void)
{
  static const struct
  {
    char type;
    int kg;
    gint64 co2_micro;
    gint64 difference;
  } fleet[] = {
    { 'A', 1765, 0, 11771 },
    { 'A', 1500, 130000000, -2138 },
    { 'B', 2105, 212000000, -463 },
    { 'A', 1735, 190500000, -7382 },
  };
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  gint64 net = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (fleet); i++)
    {
      GramCcsFacts facts
          = { 2026, GRAM_ACCOUNT_CCS_NEW, TRUE, fleet[i].type, fleet[i].kg, fleet[i].co2_micro };
      GramCcsFigure figure;

      g_assert_true (gram_ccs_figure (rulebook, &facts, &figure, NULL));
      g_assert_cmpint (figure.rate_cents, ==, 1500);
      g_assert_cmpint (figure.difference, ==, fleet[i].difference);
      net += figure.difference;
    }

  g_assert_cmpint (net, ==, 1788);
}

static const struct
{
  GramCcsFacts facts;
  const char *id;
} refused[] = {
  { { 2022, GRAM_ACCOUNT_CCS_USED, FALSE, 'A', 1400, 132000000 }, "ccs.year-unknown" },
  { { 2030, GRAM_ACCOUNT_CCS_USED, FALSE, 'A', 1400, 132000000 }, "ccs.year-unknown" },
  { { 2023, GRAM_ACCOUNT_CCS_USED, FALSE, 'A', 1400, 132000000 }, "ccs.weights-unpublished" },
  { { 2024, GRAM_ACCOUNT_CCS_NEW, FALSE, 'B', 1400, 132000000 }, "ccs.weights-unpublished" },
  { { 2025, GRAM_ACCOUNT_CCS_NEW, TRUE, 'A', 1400, 132000000 }, "ccs.weights-unpublished" },
  { { 2029, GRAM_ACCOUNT_CCS_NEW, FALSE, 'A', 1400, 132000000 }, "ccs.weights-unpublished" },
  { { 2026, GRAM_ACCOUNT_CCS_USED, FALSE, 0, 1400, 132000000 }, "vehicle.incomplete" },
  { { 2026, GRAM_ACCOUNT_CCS_USED, FALSE, 'A', 0, 132000000 }, "vehicle.incomplete" },
  { { 2026, GRAM_ACCOUNT_CCS_USED, FALSE, 'A', 1400, -1 }, "vehicle.incomplete" },
  { { 2026, GRAM_ACCOUNT_CCS_NEW, FALSE, 'A', 1400, G_MAXINT64 }, "ccs.figure-too-large" },
};

static void
test_refused (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  /* The largest value overflows only at a rate beyond any real one. */
  rulebook->ccs->years[3].rates.payg_new = G_MAXINT64;
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GramCcsFigure figure = { .year = 4711 };

      g_assert_false (gram_ccs_figure (rulebook, &refused[i].facts, &figure, &refusal));
      g_assert_cmpstr (refusal->id, ==, refused[i].id);
      g_assert_cmpstr (refusal->article, ==, "reg. 10(1)");
      g_assert_cmpstr (refusal->message, !=, "");
      g_assert_cmpint (figure.year, ==, 4711);
      g_assert_false (gram_ccs_figure (rulebook, &refused[i].facts, &figure, NULL));
    }
}

/* A target is never shown below 0 (§4.1), and slope 0 means no weight adjustment. */
static void
test_edges (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  GramCcsFacts facts = { 2026, GRAM_ACCOUNT_CCS_USED, FALSE, 'A', 1400, 10000000 };
  GramCcsFigure figure;

  rulebook->ccs->years[3].type_a.slope_micro = 0;
  g_assert_true (gram_ccs_figure (rulebook, &facts, &figure, NULL));
  g_assert_cmpint (figure.target, ==, 10800);
  g_assert_true (figure.verified);

  rulebook->ccs->years[3].type_a.slope_micro = 2000000;
  facts.mass_kg = 1;
  g_assert_true (gram_ccs_figure (rulebook, &facts, &figure, NULL));
  g_assert_cmpint (figure.exact_target_micro, <, 0);
  g_assert_cmpint (figure.target, ==, 0);
  g_assert_cmpint (figure.charge, ==, 1000);

  /* The targets of 2024 are from memory, and the rate of 2028 is inferred: neither is shown as law. */
  rulebook->ccs->missing_weights = GRAM_CCS_MISSING_WEIGHTS_MEAN;
  facts.year = 2024;
  g_assert_true (gram_ccs_figure (rulebook, &facts, &figure, NULL));
  g_assert_false (figure.verified);

  facts = (GramCcsFacts){ 2028, GRAM_ACCOUNT_CCS_USED, FALSE, 'A', 1400, 10000000 };
  g_assert_true (gram_ccs_figure (rulebook, &facts, &figure, NULL));
  g_assert_false (figure.verified);
}

/* Types by class, §1. */
static void
test_types (void)
{
  static const struct
  {
    const char *vehicle_class;
    char type;
  } types[] = {
    { "MA", 'A' }, { "MB", 'A' }, { "mc", 'A' }, { "NA", 'B' }, { "MD1", 'B' }, { "MD2", 0 },
    { "NB", 0 },   { "LC", 0 },   { "M1", 0 },   { "", 0 },     { NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (gram_ccs_type_of_class (types[i].vehicle_class), ==, types[i].type);
}

/* Row 27: the last day of a credit (§7). */
static void
test_lapse (void)
{
  static const struct
  {
    int earned_in;
    const char *lapse;
  } lapses[] = {
    { 2023, "2028-12-31" }, { 2024, "2028-12-31" }, { 2025, "2029-12-31" }, { 2026, "2030-12-31" }
  };
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (lapses); i++)
    {
      char text[GRAM_DATE_BUFFER];

      gram_date_print (text, gram_ccs_credit_lapse (rulebook->ccs, lapses[i].earned_in));
      g_assert_cmpstr (text, ==, lapses[i].lapse);
    }
}

/* A heavier vehicle never has a lower target, a dirtier one never a better difference; the sums fit. */
static void
test_monotone (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (int i = 0; i < 20000; i++)
    {
      GramCcsFacts facts = {
        .year = g_test_rand_int_range (2026, 2029),
        .kind = g_test_rand_bit () ? GRAM_ACCOUNT_CCS_NEW : GRAM_ACCOUNT_CCS_USED,
        .fleet_average = g_test_rand_bit () != 0,
        .type = g_test_rand_bit () ? 'A' : 'B',
        .mass_kg = g_test_rand_int_range (1, 10000),
        .co2_micro = g_test_rand_int_range (0, 500000000),
      };
      GramCcsFigure light;
      GramCcsFigure heavy;
      GramCcsFigure dirty;

      g_assert_true (gram_ccs_figure (rulebook, &facts, &light, NULL));
      facts.mass_kg += g_test_rand_int_range (0, 500);
      g_assert_true (gram_ccs_figure (rulebook, &facts, &heavy, NULL));
      g_assert_cmpint (heavy.target, >=, light.target);
      facts.co2_micro += g_test_rand_int_range (0, 1000000);
      g_assert_true (gram_ccs_figure (rulebook, &facts, &dirty, NULL));
      g_assert_cmpint (dirty.difference, <=, heavy.difference);
      g_assert_cmpint (dirty.amount_cents, >=, heavy.amount_cents);
      /* A target is rounded by half a hundredth at most. */
      g_assert_cmpint (ABS (heavy.target * 10000 - MAX (heavy.exact_target_micro, 0)), <=, 5000);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ccs/rows", test_rows);
  g_test_add_func ("/ccs/half-even", test_half_even);
  g_test_add_func ("/ccs/amounts", test_amounts);
  g_test_add_func ("/ccs/fleet-average", test_fleet_average);
  g_test_add_func ("/ccs/refused", test_refused);
  g_test_add_func ("/ccs/edges", test_edges);
  g_test_add_func ("/ccs/types", test_types);
  g_test_add_func ("/ccs/lapse", test_lapse);
  g_test_add_func ("/ccs/monotone", test_monotone);

  return g_test_run ();
}
