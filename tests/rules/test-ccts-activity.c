/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-activity.h"

#include "rulebooks.h"

#define YEAR 2025

/* Cars that are alike: how many, their value and saving as decimals, and whether the value is a corrected one. */
typedef struct
{
  gint64 cars;
  const char *co2;
  const char *saving;
  const char *codes;
  gboolean corrected;
} Cars;

static gint64
micro_of (const char *text)
{
  gint64 value = 0;

  if (text != NULL)
    g_assert_true (gram_decimal_parse (text, GRAM_DECIMAL_SCALE_CO2, &value, NULL));
  return value;
}

static GramCctsTotals
totals_of (const Cars *cars)
{
  GramCctsTotals totals = { .records = cars->cars, .cars = cars->cars };
  gint64 saving = micro_of (cars->saving) * cars->cars;

  totals.co2_micro = micro_of (cars->co2) * cars->cars;
  if (cars->corrected)
    totals.saving_corrected_micro = saving;
  else
    totals.saving_micro = saving;
  return totals;
}

static GramDate
day_of (const char *text)
{
  GramDate day = GRAM_DATE_NONE;

  g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &day, NULL));
  return day;
}

/* The worked figures of §11, art. 36. `notice`: when one about e13 29 was given. */
static const struct
{
  const char *id;
  Cars cars[3];
  const char *notice;
  const char *exact;
  const char *activity;
} fleets[] = {
  { "B1", { { 600, "118" }, { 400, "142" } }, NULL, "127600", "127600" },
  { "B2", { { 700, "124", "1.2", "e13 29" }, { 350, "151" } }, NULL, "138810", "138810" },
  { "B3",
    { { 333, "137", "0.55", "e13 29" }, { 668, "129", "1.73", "e13 29" } },
    NULL,
    "130454.21",
    "130454.21" },
  { "B4", { { 1001, "126.4", "1.035", "e13 29" } }, NULL, "125490.365", "125490.365" },
  { "B5",
    { { 1, "131.2345" }, { 999, "120" }, { 1, "98.7651" } },
    NULL,
    "120109.9996",
    "120109.999" },
  { "B6", { { 1003, "128.3337" } }, NULL, "128718.7011", "128718.701" },
  { "B7", { { 950, "130" }, { 100, "0" } }, NULL, "123500", "123500" },
  { "B8", { { 1200, "134", "1.4", "e13 29" } }, NULL, "159120", "159120" },
  { "B9", { { 1200, "134", "1.4", "e13 29" } }, "2024-06-30", "160800", "160800" },
  { "B10", { { 1200, "134", "1.4", "e13 29" } }, "2025-02-01", "159120", "159120" },
  { "B11", { { 1200, "137.5", "1.4", "e13 29", TRUE } }, NULL, "163320", "163320" },
  { "Alpha",
    { { 7000, "131", "1.2", "e13 29" }, { 4501, "118" }, { 1000, "28" } },
    NULL,
    "1467718",
    "1467718" },
  { "Beta", { { 5000, "127.4" }, { 3200, "130.733" } }, NULL, "1055345.6", "1055345.6" },
};

static void
measure (const GramCctsRules *rules,
         const Cars *cars,
         gsize n_cars,
         const char *notice,
         GramCctsActivity *activity)
{
  g_autoptr (GramCctsSavingsOff) off = gram_ccts_savings_off_new (rules, YEAR);
  g_autoptr (GramCctsMeasurer) measurer = gram_ccts_measurer_new (off);
  g_autoptr (GramRefusal) refusal = NULL;

  if (notice != NULL)
    gram_ccts_savings_off_add (off, "29", day_of (notice));
  for (gsize i = 0; i < n_cars && cars[i].cars > 0; i++)
    {
      GramCctsTotals totals = totals_of (&cars[i]);

      gram_ccts_measurer_add (measurer, cars[i].codes, &totals);
    }
  g_assert_true (gram_ccts_measurer_end (measurer, activity, &refusal));
  g_assert_null (refusal);
}

static void
test_activity (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (fleets); i++)
    {
      GramCctsActivity activity;
      g_autofree char *exact = NULL;
      g_autofree char *cut = NULL;

      g_test_message ("%s", fleets[i].id);
      measure (rulebook->ccts, fleets[i].cars, G_N_ELEMENTS (fleets[i].cars), fleets[i].notice,
               &activity);
      exact = gram_decimal_format (activity.exact_micro, GRAM_DECIMAL_SCALE_CO2, 0);
      cut = gram_decimal_format (activity.activity, GRAM_CCTS_SCALE_ACTIVITY, 0);
      g_assert_cmpstr (exact, ==, fleets[i].exact);
      g_assert_cmpstr (cut, ==, fleets[i].activity);
      g_assert_cmpint (activity.totals.co2_micro - activity.saving_taken_micro, ==,
                       activity.exact_micro);
    }
}

/* B7: a car without CO₂ that misses the zero-emission conditions is an NZE car: it counts in N and adds nothing. */
static void
test_zero (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const Cars cars[] = { { 950, "130" }, { 100, "0" } };
  GramCctsActivity activity;

  measure (rulebook->ccts, cars, G_N_ELEMENTS (cars), NULL, &activity);
  g_assert_cmpint (activity.totals.cars, ==, 1050);
}

/* Q2 and Q4 the other way: B5 rounded, B11 with “or” excluding both. */
static void
test_settings (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const Cars b5[] = { { 1, "131.2345" }, { 999, "120" }, { 1, "98.7651" } };
  static const Cars b11[] = { { 1200, "137.5", "1.4", "e13 29", TRUE } };
  GramCctsRules rules = *rulebook->ccts;
  GramCctsActivity activity;

  rules.activity_rounding = GRAM_ROUND_HALF_UP;
  measure (&rules, b5, G_N_ELEMENTS (b5), NULL, &activity);
  g_assert_cmpint (activity.activity, ==, 120110000);

  rules.reduce_corrected = FALSE;
  measure (&rules, b11, G_N_ELEMENTS (b11), NULL, &activity);
  g_assert_cmpint (activity.activity, ==, 165000000);
  g_assert_cmpint (activity.saving_kept_corrected_micro, ==, 1200 * 1400000);

  /* What is not taken off cannot be switched off. */
  measure (&rules, b11, G_N_ELEMENTS (b11), "2024-06-30", &activity);
  g_assert_cmpint (activity.activity, ==, 165000000);
  g_assert_cmpint (activity.cars_off, ==, 0);
}

/* F2 and F3: a car at a time, as a double would get wrong. */
static void
test_one_by_one (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const struct
  {
    Cars car;
    int n;
    gint64 activity;
  } rows[] = {
    { { 1, "128.7" }, 1000, 128700000 },
    { { 1, "121.3" }, 1500, 181950000 },
    { { 1, "128.3337" }, 1003, 128718701 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramCctsSavingsOff) off = gram_ccts_savings_off_new (rulebook->ccts, YEAR);
      g_autoptr (GramCctsMeasurer) measurer = gram_ccts_measurer_new (off);
      GramCctsTotals totals = totals_of (&rows[i].car);
      GramCctsActivity activity;

      for (int j = 0; j < rows[i].n; j++)
        gram_ccts_measurer_add (measurer, NULL, &totals);
      g_assert_true (gram_ccts_measurer_end (measurer, &activity, NULL));
      g_assert_cmpint (activity.activity, ==, rows[i].activity);
      g_assert_cmpint (activity.totals.cars, ==, rows[i].n);
    }
}

/* Art. 36(3)(b), Q5: given in the year before, first and last day; never in 2024, which has none before it. */
static const struct
{
  const char *given_on;
  int year;
  gboolean bites;
} notices[] = {
  { "2024-01-02", 2025, FALSE }, { "2024-01-03", 2025, TRUE },  { "2024-12-31", 2025, TRUE },
  { "2025-01-01", 2025, FALSE }, { "2025-12-31", 2026, TRUE },  { "2024-12-31", 2026, FALSE },
  { "2023-06-30", 2024, FALSE }, { "2024-06-30", 2024, FALSE }, { "2026-01-01", 2025, FALSE },
};

static void
test_notices (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  GramCctsChoices choices = *rulebook->ccts->choices;
  GramCctsRules rules = *rulebook->ccts;

  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    g_assert_true (
        gram_ccts_notice_bites (rulebook->ccts, day_of (notices[i].given_on), notices[i].year)
        == notices[i].bites);

  choices.notice_years = 3;
  rules.choices = &choices;
  g_assert_true (gram_ccts_notice_bites (&rules, day_of ("2024-12-31"), 2027));
  g_assert_false (gram_ccts_notice_bites (&rules, day_of ("2024-12-31"), 2028));
}

/* Codes 29 and x7 are off. */
static const struct
{
  const char *codes;
  gboolean off;
  gboolean partly;
} codes[] = {
  { NULL, FALSE, FALSE },      { "", FALSE, FALSE },       { "29", TRUE, FALSE },
  { "e13 29", TRUE, FALSE },   { "E13 29", TRUE, FALSE },  { " 29 ", TRUE, FALSE },
  { "e13 29 37", TRUE, TRUE }, { "37,29;31", TRUE, TRUE }, { "e13 37", FALSE, FALSE },
  { "129", FALSE, FALSE },     { "29a", FALSE, FALSE },    { "X7", TRUE, FALSE },
  { "x7 29", TRUE, FALSE },    { "e1 e2", FALSE, FALSE },  { ";;, ", FALSE, FALSE },
};

static void
test_codes (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  g_autoptr (GramCctsSavingsOff) off = gram_ccts_savings_off_new (rulebook->ccts, YEAR);

  g_assert_true (gram_ccts_savings_off_add (off, "e8 29", day_of ("2024-06-30")));
  g_assert_true (gram_ccts_savings_off_add (off, "X7", day_of ("2024-06-30")));
  g_assert_false (gram_ccts_savings_off_add (off, "37", day_of ("2025-06-30")));
  g_assert_false (gram_ccts_savings_off_add (off, "37 38", day_of ("2024-06-30")));
  g_assert_false (gram_ccts_savings_off_add (off, "", day_of ("2024-06-30")));

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      gboolean partly = TRUE;

      g_test_message ("%s", codes[i].codes);
      g_assert_true (gram_ccts_savings_off_match (off, codes[i].codes, &partly) == codes[i].off);
      g_assert_true (partly == codes[i].partly);
    }
}

/* A saving that two innovations share cannot be split: all of it is off, and it is said how many cars that are. */
static void
test_partly (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const Cars cars[] = { { 300, "134", "1.4", "e13 29 37" },
                               { 200, "134", "1.4", "e13 29" },
                               { 500, "134", "1.4", "e13 37" } };
  GramCctsActivity activity;

  measure (rulebook->ccts, cars, G_N_ELEMENTS (cars), "2024-06-30", &activity);
  g_assert_cmpint (activity.cars_off, ==, 500);
  g_assert_cmpint (activity.cars_partly_off, ==, 300);
  g_assert_cmpint (activity.saving_off_micro, ==, 500 * 1400000);
  g_assert_cmpint (activity.saving_taken_micro, ==, 500 * 1400000);
  g_assert_cmpint (activity.activity, ==, 134000000 - 700000);
}

/* What does not fit is refused, and so is a fleet that would emit less than nothing (question Q6). */
static void
test_refused (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const struct
  {
    GramCctsTotals totals;
    int n;
    const char *id;
    const char *article;
  } rows[] = {
    { { .cars = 1, .co2_micro = G_MAXINT64 }, 2, "activity.too-large", "CCTS art. 36" },
    { { .cars = G_MAXINT64, .co2_micro = 1 }, 2, "activity.too-large", "CCTS art. 36" },
    { { .cars = 1, .saving_micro = G_MAXINT64, .saving_corrected_micro = 1 },
      1,
      "activity.too-large",
      "CCTS art. 36" },
    { { .cars = 1, .co2_micro = 5, .saving_micro = 6 }, 1, "activity.negative", "CCTS art. 36(3)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramCctsSavingsOff) off = gram_ccts_savings_off_new (rulebook->ccts, YEAR);
      g_autoptr (GramCctsMeasurer) measurer = gram_ccts_measurer_new (off);
      g_autoptr (GramRefusal) refusal = NULL;
      GramCctsActivity activity = { .activity = -1 };

      for (int j = 0; j < rows[i].n; j++)
        gram_ccts_measurer_add (measurer, NULL, &rows[i].totals);
      g_assert_false (gram_ccts_measurer_end (measurer, &activity, &refusal));
      g_assert_cmpstr (refusal->id, ==, rows[i].id);
      g_assert_cmpstr (refusal->article, ==, rows[i].article);
      g_assert_cmpint (activity.activity, ==, -1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccts/activity", test_activity);
  g_test_add_func ("/ccts/activity/zero", test_zero);
  g_test_add_func ("/ccts/activity/settings", test_settings);
  g_test_add_func ("/ccts/activity/one-by-one", test_one_by_one);
  g_test_add_func ("/ccts/activity/notices", test_notices);
  g_test_add_func ("/ccts/activity/codes", test_codes);
  g_test_add_func ("/ccts/activity/partly", test_partly);
  g_test_add_func ("/ccts/activity/refused", test_refused);

  return g_test_run ();
}
