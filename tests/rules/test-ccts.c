/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts.h"

#include "rulebooks.h"

#define DAY_US G_GINT64_CONSTANT (86400000000)

static GramDate
day_of (const char *text)
{
  GramDate day = GRAM_DATE_NONE;

  g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &day, NULL));
  return day;
}

/* The worked figures of §11, art. 34. Product in millionths; `even`: under half-even. */
static const struct
{
  const char *id;
  gint64 cars;
  const char *baseline;
  const char *product;
  gint64 allowances;
  gint64 even;
  gboolean tie;
} allocations[] = {
  { "A1", 1000, "131", "131000", 131000, 131000, FALSE },
  { "A2", 1000, "118.437", "118437", 118437, 118437, FALSE },
  { "A3", 2346, "127.85", "299936.1", 299936, 299936, FALSE },
  { "A4", 45210, "129.613", "5859803.73", 5859804, 5859804, FALSE },
  { "A5", 187654, "141.0277", "26464412.0158", 26464412, 26464412, FALSE },
  { "A6", 1001, "123.5", "123623.5", 123624, 123624, TRUE },
  { "A7", 1001, "122.5", "122622.5", 122623, 122622, TRUE },
  { "A8", 2500, "119.1234", "297808.5", 297809, 297808, TRUE },
  { "A9", 600 + 450, "125.75", "132037.5", 132038, 132038, TRUE },
  { "F1", 1005, "128.7", "129343.5", 129344, 129344, TRUE },
  { "Alpha", 12501, "126.28", "1578626.28", 1578626, 1578626, FALSE },
  { "Beta", 8200, "121.455", "995931", 995931, 995931, FALSE },
};

static void
test_allocation (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  GramCctsRules even = *rulebook->ccts;

  even.allocation_rounding = GRAM_ROUND_HALF_EVEN;
  for (gsize i = 0; i < G_N_ELEMENTS (allocations); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GramCctsAllocation allocation;
      g_autofree char *product = NULL;
      gint64 baseline;

      g_test_message ("%s", allocations[i].id);
      g_assert_true (
          gram_ccts_baseline_parse (rulebook->ccts, allocations[i].baseline, &baseline, &refusal));
      g_assert_true (gram_ccts_allocation (rulebook->ccts, allocations[i].cars, baseline,
                                           &allocation, &refusal));
      g_assert_null (refusal);
      product = gram_decimal_format (allocation.product_micro, 6, 0);
      g_assert_cmpstr (product, ==, allocations[i].product);
      g_assert_cmpint (allocation.allowances, ==, allocations[i].allowances);
      g_assert_true (allocation.tie == allocations[i].tie);
      g_assert_cmpint (allocation.cars, ==, allocations[i].cars);

      g_assert_true (
          gram_ccts_allocation (&even, allocations[i].cars, baseline, &allocation, &refusal));
      g_assert_cmpint (allocation.allowances, ==, allocations[i].even);
    }
}

/* A10: 999 cars make no participant (art. 32(1)); what does not fit is refused, never wrong. */
static void
test_no_allocation (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const struct
  {
    gint64 cars;
    gint64 baseline;
    const char *id;
    const char *article;
  } rows[] = {
    { 999, 131000000, "allocation.no-participant", "CCTS art. 32(1)" },
    { 0, 131000000, "allocation.no-participant", "CCTS art. 32(1)" },
    { G_MAXINT64, 131000000, "allocation.too-large", "CCTS art. 34" },
    { 1000, G_MAXINT64 / 999, "allocation.too-large", "CCTS art. 34" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GramCctsAllocation allocation = { .allowances = -1 };

      g_assert_false (gram_ccts_allocation (rulebook->ccts, rows[i].cars, rows[i].baseline,
                                            &allocation, &refusal));
      g_assert_cmpstr (refusal->id, ==, rows[i].id);
      g_assert_cmpstr (refusal->article, ==, rows[i].article);
      g_assert_cmpint (allocation.allowances, ==, -1);
    }

  g_assert_false (gram_ccts_is_participant (rulebook->ccts, 999));
  g_assert_true (gram_ccts_is_participant (rulebook->ccts, 1000));
}

static const struct
{
  const char *text;
  gint64 micro;
} baselines[] = {
  { "131", 131000000 }, { " 118.437 ", 118437000 },
  { "0", 0 },           { "121.455000", 121455000 },
  { "0.000001", 1 },    { "126.2800009", -1 },
  { "-1", -1 },         { "1e2", -1 },
  { "121,455", -1 },    { "", -1 },
  { NULL, -1 },         { "9999999999999999", -1 },
};

static void
test_baselines (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (baselines); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gint64 micro = -1;
      gboolean read
          = gram_ccts_baseline_parse (rulebook->ccts, baselines[i].text, &micro, &refusal);

      g_assert_true (read == (baselines[i].micro >= 0));
      g_assert_cmpint (micro, ==, baselines[i].micro);
      if (!read)
        g_assert_cmpstr (refusal->id, ==, "baseline.value");
    }
}

static void
test_days (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const struct
  {
    int year;
    const char *first;
    const char *last;
    const char *window_first;
    const char *window_last;
    const char *allocate_by;
    const char *apply_by;
    const char *publish_on;
  } rows[] = {
    { 2024, "2024-01-03", "2024-12-31", "2025-11-01", "2025-12-31", "2025-10-31", "2025-04-30",
      "2026-03-15" },
    { 2025, "2025-01-01", "2025-12-31", "2026-11-01", "2026-12-31", "2026-10-31", "2026-04-30",
      "2027-03-15" },
    { 2030, "2030-01-01", "2030-12-31", "2031-11-01", "2031-12-31", "2031-10-31", "2031-04-30",
      "2032-03-15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int year = rows[i].year;
      GramDateRange range = gram_ccts_year_range (rulebook->ccts, year);
      GramDateRange window = gram_ccts_window (rulebook->ccts, year);
      const struct
      {
        GramDate day;
        const char *expected;
      } days[] = {
        { range.first, rows[i].first },
        { range.last, rows[i].last },
        { window.first, rows[i].window_first },
        { window.last, rows[i].window_last },
        { gram_ccts_last_surrender_day (rulebook->ccts, year), rows[i].window_last },
        { gram_ccts_allocate_by (rulebook->ccts, year), rows[i].allocate_by },
        { gram_ccts_apply_by (rulebook->ccts, year), rows[i].apply_by },
        { gram_ccts_publish_on (rulebook->ccts, year), rows[i].publish_on },
      };

      for (gsize j = 0; j < G_N_ELEMENTS (days); j++)
        {
          g_autofree char *text = gram_date_format (days[j].day);

          g_assert_cmpstr (text, ==, days[j].expected);
        }
    }

  g_assert_false (gram_date_is_valid (gram_ccts_year_range (rulebook->ccts, 2023).first));
  g_assert_false (gram_date_is_valid (gram_ccts_year_range (rulebook->ccts, 2031).last));
}

/* C10 and P12: before, first, last and after; surrender may come early (art. 38(1)). */
static const struct
{
  GramCctsAct act;
  const char *day;
  const char *id;
  const char *article;
} acts[] = {
  { GRAM_CCTS_ACT_TRADE, "2026-10-31", "window.not-open", "CCTS art. 37(1)" },
  { GRAM_CCTS_ACT_TRADE, "2026-11-01", NULL, NULL },
  { GRAM_CCTS_ACT_TRADE, "2026-12-31", NULL, NULL },
  { GRAM_CCTS_ACT_TRADE, "2027-01-01", "window.not-open", "CCTS art. 37(1)" },
  { GRAM_CCTS_ACT_TRADE, "2025-12-01", "window.not-open", "CCTS art. 37(1)" },
  { GRAM_CCTS_ACT_CONVERT, "2026-10-31", "window.not-open", "CCTS art. 35(2)(a)" },
  { GRAM_CCTS_ACT_CONVERT, "2026-11-01", NULL, NULL },
  { GRAM_CCTS_ACT_CONVERT, "2026-12-31", NULL, NULL },
  { GRAM_CCTS_ACT_CONVERT, "2027-01-01", "window.not-open", "CCTS art. 35(2)(a)" },
  { GRAM_CCTS_ACT_CONVERT_TO_CRTS, "2026-10-31", "window.not-open", "CCTS art. 23" },
  { GRAM_CCTS_ACT_CONVERT_TO_CRTS, "2026-12-31", NULL, NULL },
  { GRAM_CCTS_ACT_CONVERT_TO_CRTS, "2027-01-01", "window.not-open", "CCTS art. 23" },
  { GRAM_CCTS_ACT_SURRENDER, "2026-03-01", NULL, NULL },
  { GRAM_CCTS_ACT_SURRENDER, "2026-12-31", NULL, NULL },
  { GRAM_CCTS_ACT_SURRENDER, "2027-01-01", "surrender.too-late", "CCTS art. 38(1)" },
};

static void
test_acts (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean can
          = gram_ccts_check_act (rulebook->ccts, 2025, acts[i].act, day_of (acts[i].day), &refusal);

      g_test_message ("%d on %s", (int)acts[i].act, acts[i].day);
      g_assert_true (can == (acts[i].id == NULL));
      g_assert_cmpstr (can ? NULL : refusal->id, ==, acts[i].id);
      g_assert_cmpstr (can ? NULL : refusal->article, ==, acts[i].article);
    }
}

/* A rulebook may open art. 23 before the window; never after it. */
static void
test_early_conversion (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  GramCctsChoices choices = *rulebook->ccts->choices;
  GramCctsRules rules = *rulebook->ccts;

  choices.to_crts_in_window = FALSE;
  rules.choices = &choices;
  g_assert_true (gram_ccts_check_act (&rules, 2025, GRAM_CCTS_ACT_CONVERT_TO_CRTS,
                                      day_of ("2026-05-01"), NULL));
  g_assert_false (
      gram_ccts_check_act (&rules, 2025, GRAM_CCTS_ACT_CONVERT, day_of ("2026-05-01"), NULL));
  g_assert_false (gram_ccts_check_act (&rules, 2025, GRAM_CCTS_ACT_CONVERT_TO_CRTS,
                                       day_of ("2027-01-01"), NULL));
}

static void
test_no_year (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const gint64 years[] = { 2023, 2031, 0, -1, G_MAXINT64, G_MININT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_false (gram_ccts_check_act (rulebook->ccts, years[i], GRAM_CCTS_ACT_TRADE,
                                           day_of ("2026-11-01"), &refusal));
      g_assert_cmpstr (refusal->id, ==, "year.none");
    }
}

/* The first and the last second of the window, and the ones beside them, in Europe/London (question Q10). */
static const struct
{
  const char *instant;
  gboolean open;
} instants[] = {
  { "2026-10-31T23:59:59Z", FALSE },
  { "2026-11-01T00:00:00Z", TRUE },
  { "2026-12-31T23:59:59Z", TRUE },
  { "2027-01-01T00:00:00Z", FALSE },
};

static void
test_instants (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (instants[i].instant, NULL);
      GramDate today
          = gram_date_from_instant (g_date_time_to_unix_usec (instant), GRAM_ZONE_LONDON);

      g_test_message ("%s", instants[i].instant);
      g_assert_true (gram_ccts_check_act (rulebook->ccts, 2025, GRAM_CCTS_ACT_TRADE, today, NULL)
                     == instants[i].open);
      g_assert_true (gram_ccts_check_act (rulebook->ccts, 2025, GRAM_CCTS_ACT_CONVERT, today, NULL)
                     == instants[i].open);
      g_assert_true (
          gram_ccts_check_act (rulebook->ccts, 2025, GRAM_CCTS_ACT_SURRENDER, today, NULL)
          == (instants[i].open || i == 0));
    }
}

/* Summer time: a car registered at 00:30 in London on 1 July is of 1 July, though it is 30 June in UTC; the year ends in GMT. */
static void
test_summer (void)
{
  g_autoptr (GDateTime) summer = g_date_time_new_from_iso8601 ("2026-06-30T23:30:00Z", NULL);
  GramDate day = gram_date_from_instant (g_date_time_to_unix_usec (summer), GRAM_ZONE_LONDON);
  gint64 first = gram_date_first_instant (gram_date_make (2026, 11, 1), GRAM_ZONE_LONDON);
  gint64 after = gram_date_first_instant (gram_date_make (2027, 1, 1), GRAM_ZONE_LONDON);

  g_assert_cmpint (gram_date_compare (day, gram_date_make (2026, 7, 1)), ==, 0);
  g_assert_cmpint (after - first, ==, 61 * DAY_US);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccts/allocation", test_allocation);
  g_test_add_func ("/ccts/no-allocation", test_no_allocation);
  g_test_add_func ("/ccts/baselines", test_baselines);
  g_test_add_func ("/ccts/days", test_days);
  g_test_add_func ("/ccts/acts", test_acts);
  g_test_add_func ("/ccts/early-conversion", test_early_conversion);
  g_test_add_func ("/ccts/no-year", test_no_year);
  g_test_add_func ("/ccts/instants", test_instants);
  g_test_add_func ("/ccts/summer", test_summer);

  return g_test_run ();
}
