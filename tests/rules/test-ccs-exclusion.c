/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-exclusion.h"

#include "rulebooks.h"

static GramDate
day (const char *text)
{
  GramDate date;

  g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &date, NULL));
  return date;
}

/* Outside the standard: CCS facts §2. */
static void
test_words (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  g_autoptr (GramRefusal) refusal = NULL;
  const GramCcsExclusion *exclusion = gram_ccs_exclusion_find (rulebook->ccs, "disability");

  g_assert_cmpstr (exclusion->title, ==, "Carries a person seated in a wheelchair");
  g_assert_true (exclusion->provenance.verified);
  g_assert_true (gram_ccs_exclusion_check (rulebook->ccs, NULL, NULL));
  g_assert_true (gram_ccs_exclusion_check (rulebook->ccs, "", NULL));
  g_assert_true (gram_ccs_exclusion_check (rulebook->ccs, "over-40-years", NULL));
  g_assert_false (gram_ccs_exclusion_check (rulebook->ccs, "tractor", &refusal));
  g_assert_cmpstr (refusal->id, ==, "vehicle.excluded");
  g_assert_cmpstr (
      refusal->message, ==,
      "“tractor” is no reason for a vehicle to be outside the standard; the rulebook has: "
      "motorcycle, temporary-import, no-entry-certification, motorsport, scratch-built, "
      "special-interest, over-40-years, disability");
  g_assert_cmpstr (gram_ccs_exclusion_title (rulebook->ccs, "motorsport"), ==,
                   "Motorsport vehicle");
  /* A word of a rulebook that is superseded is shown as it is. */
  g_assert_cmpstr (gram_ccs_exclusion_title (rulebook->ccs, "tractor"), ==, "tractor");
  g_assert_cmpstr (gram_ccs_exclusion_title (NULL, "motorsport"), ==, "motorsport");
}

/* Type and why: CCS facts §1. */
static const struct
{
  const char *vehicle_class;
  char type;
  const char *reason;
} types[] = {
  { "MA", 'A', "Type A: class MA is a passenger car" },
  { "mb", 'A', "Type A: class MB is a forward control passenger vehicle" },
  { "MC", 'A', "Type A: class MC is an off-road passenger vehicle" },
  { "NA", 'B', "Type B: class NA is a light goods vehicle" },
  { "MD1", 'B', "Type B: class MD1 is a light omnibus" },
  { "NA", 'A', "Type A as the register has it; class NA does not tell it" },
  { "LC", 'A', "Type A as the register has it; class LC does not tell it" },
  { "", 'B', "Type B as the register has it; the class is not known" },
  { NULL, 'A', "Type A as the register has it; the class is not known" },
  { "LC", 0, "The class tells no type: MA, MB and MC are type A, NA and MD1 type B" },
};

static void
test_types (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *reason = gram_ccs_type_reason (types[i].vehicle_class, types[i].type);

      g_assert_cmpstr (reason, ==, types[i].reason);
    }
}

/* Rows 3, 9 and 10 of §15: one car under three years' rules, today and from 1 January (CCS facts §4.3). */
static const struct
{
  const char *today;
  gboolean fleet_average;
  gboolean fleet_average_next;
  gint64 now;
  gint64 next; /* -1: nothing is said of the next year yet; -2: there is none */
} forecasts[] = {
  { "2026-09-30", FALSE, FALSE, 16086, -1 },     { "2026-10-01", FALSE, FALSE, 16086, 20742 },
  { "2026-12-31", FALSE, FALSE, 16086, 20742 },  { "2027-01-01", FALSE, FALSE, 20742, -1 },
  { "2027-10-01", FALSE, FALSE, 20742, 166239 }, { "2026-11-22", FALSE, TRUE, 16086, 25928 },
  { "2026-11-22", TRUE, FALSE, 20108, 20742 },   { "2028-11-22", FALSE, FALSE, 166239, -2 },
};

static void
test_forecasts (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (forecasts); i++)
    {
      const GramCcsFacts facts = { .kind = GRAM_ACCOUNT_CCS_USED,
                                   .fleet_average = forecasts[i].fleet_average,
                                   .type = 'A',
                                   .mass_kg = 1400,
                                   .co2_micro = 132000000 };
      g_auto (GramCcsForecast) forecast = { 0 };

      g_test_message ("%s", forecasts[i].today);
      gram_ccs_forecast (rulebook, &facts, forecasts[i].fleet_average_next,
                         day (forecasts[i].today), &forecast);
      g_assert_true (forecast.has_now);
      g_assert_null (forecast.why_not_now);
      g_assert_cmpint (forecast.now.amount_cents, ==, forecasts[i].now);
      g_assert_true (forecast.has_next == (forecasts[i].next >= 0));
      g_assert_cmpint (forecast.next.amount_cents, ==, MAX (forecasts[i].next, 0));
      /* The weights of 2029 are not published: it says so. */
      g_assert_cmpstr (forecast.why_not_next != NULL ? forecast.why_not_next->id : NULL, ==,
                       forecasts[i].next == -2 ? "ccs.weights-unpublished" : NULL);
    }
}

/* What is missing, and a year without rules, are said. */
static void
test_no_forecast (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  const GramCcsFacts unknown
      = { .kind = GRAM_ACCOUNT_CCS_USED, .type = 'A', .mass_kg = 1400, .co2_micro = -1 };
  g_auto (GramCcsForecast) forecast = { 0 };

  gram_ccs_forecast (rulebook, &unknown, FALSE, day ("2026-11-22"), &forecast);
  g_assert_false (forecast.has_now);
  g_assert_cmpstr (forecast.why_not_now->id, ==, "vehicle.incomplete");
  g_assert_cmpstr (forecast.why_not_next->id, ==, "vehicle.incomplete");
}

/* Row 26 of §15: the fee at first registration, with tax (2025/87). */
static void
test_fee (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  g_assert_cmpint (gram_ccs_admin_fee (rulebook->ccs), ==, 2246);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccs-exclusion/words", test_words);
  g_test_add_func ("/ccs-exclusion/types", test_types);
  g_test_add_func ("/ccs-exclusion/forecasts", test_forecasts);
  g_test_add_func ("/ccs-exclusion/no-forecast", test_no_forecast);
  g_test_add_func ("/ccs-exclusion/fee", test_fee);

  return g_test_run ();
}
