/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-calendar.h"

static GramDate
date (const char *text)
{
  g_autoptr (GError) error = NULL;
  GramDate result = GRAM_DATE_NONE;

  gram_date_parse (text, GRAM_DATE_ISO, &result, &error);
  g_assert_no_error (error);

  return result;
}

static void
assert_date (GramDate actual, const char *expected)
{
  char buffer[GRAM_DATE_BUFFER];

  g_assert_cmpstr (gram_date_print (buffer, actual), ==, expected);
}

static const struct
{
  const char *text;
  GramDateOrder order;
  const char *iso;
} good[] = {
  { "2026-02-14", GRAM_DATE_ISO, "2026-02-14" },
  { " 2026-02-14\t", GRAM_DATE_ISO, "2026-02-14" },
  { "2024-02-29", GRAM_DATE_ISO, "2024-02-29" },
  { "2000-02-29", GRAM_DATE_ISO, "2000-02-29" },
  { "0001-01-01", GRAM_DATE_ISO, "0001-01-01" },
  { "9999-12-31", GRAM_DATE_ISO, "9999-12-31" },
  { "14/02/2026", GRAM_DATE_DAY_MONTH_YEAR, "2026-02-14" },
  { "4/2/2026", GRAM_DATE_DAY_MONTH_YEAR, "2026-02-04" },
  { "14.02.2026", GRAM_DATE_DAY_MONTH_YEAR, "2026-02-14" },
  { "14-2-2026", GRAM_DATE_DAY_MONTH_YEAR, "2026-02-14" },
  { "02/14/2026", GRAM_DATE_MONTH_DAY_YEAR, "2026-02-14" },
  { "2/4/2026", GRAM_DATE_MONTH_DAY_YEAR, "2026-02-04" },
};

static const struct
{
  const char *text;
  GramDateOrder order;
  GramRulesError code;
} bad[] = {
  { NULL, GRAM_DATE_ISO, GRAM_RULES_ERROR_EMPTY },
  { " ", GRAM_DATE_ISO, GRAM_RULES_ERROR_EMPTY },
  { "2026-2-14", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_FORM },
  { "2026/02/14", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_FORM },
  { "14/02/2026", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_FORM },
  { "2026-02-14T00:00", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_FORM },
  { "20260214", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_FORM },
  { "+026-02-14", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_FORM },
  { "2026-02-", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_FORM },
  { "2026-02-30", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_IMPOSSIBLE },
  { "2025-02-29", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_IMPOSSIBLE },
  { "1900-02-29", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_IMPOSSIBLE },
  { "2026-13-01", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_IMPOSSIBLE },
  { "2026-00-01", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_IMPOSSIBLE },
  { "2026-04-31", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_IMPOSSIBLE },
  { "0000-01-01", GRAM_DATE_ISO, GRAM_RULES_ERROR_DATE_IMPOSSIBLE },
  { "14/02/26", GRAM_DATE_DAY_MONTH_YEAR, GRAM_RULES_ERROR_DATE_FORM },
  { "14/02.2026", GRAM_DATE_DAY_MONTH_YEAR, GRAM_RULES_ERROR_DATE_FORM },
  { "2026-02-14", GRAM_DATE_DAY_MONTH_YEAR, GRAM_RULES_ERROR_DATE_FORM },
  /* What would be a date in the other order is never read that way. */
  { "02/14/2026", GRAM_DATE_DAY_MONTH_YEAR, GRAM_RULES_ERROR_DATE_IMPOSSIBLE },
  { "14/02/2026", GRAM_DATE_MONTH_DAY_YEAR, GRAM_RULES_ERROR_DATE_IMPOSSIBLE },
  { "14 Feb 2026", GRAM_DATE_DAY_MONTH_YEAR, GRAM_RULES_ERROR_DATE_FORM },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      GramDate result = GRAM_DATE_NONE;

      g_assert_true (gram_date_parse (good[i].text, good[i].order, &result, &error));
      g_assert_no_error (error);
      assert_date (result, good[i].iso);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      GramDate result = GRAM_DATE_NONE;

      g_test_message ("%s", bad[i].text);
      g_assert_false (gram_date_parse (bad[i].text, bad[i].order, &result, &error));
      g_assert_error (error, GRAM_RULES_ERROR, (int)bad[i].code);
      assert_date (result, "");
    }
}

static void
test_format (void)
{
  g_autofree char *words = gram_date_format_for_people (date ("2026-02-04"));
  g_autofree char *none = gram_date_format (GRAM_DATE_NONE);

  g_assert_cmpstr (words, ==, "4 February 2026");
  g_assert_cmpstr (none, ==, "");
}

/* Days to pay after a payment notice, art. 39(5)(b); the day of giving is day 0 (vets-order §11, “Dates”). */
static const struct
{
  const char *given;
  gint64 days;
  const char *due;
} sums[] = {
  { "2026-01-15", 30, "2026-02-14" },      { "2026-01-31", 30, "2026-03-02" },
  { "2028-01-31", 30, "2028-03-01" },      { "2026-12-02", 30, "2027-01-01" },
  { "2026-01-01", 0, "2026-01-01" },       { "2026-01-01", -1, "2025-12-31" },
  { "2024-02-28", 1, "2024-02-29" },       { "2024-02-28", 2, "2024-03-01" },
  { "2100-02-28", 1, "2100-03-01" },       { "1970-01-01", 20000, "2024-10-04" },
  { "0001-01-01", 3652058, "9999-12-31" },
};

static void
test_add_days (void)
{
  GramDate result = date ("2026-01-01");

  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_assert_true (gram_date_add_days (date (sums[i].given), sums[i].days, &result));
      assert_date (result, sums[i].due);
      g_assert_cmpint (gram_date_days_between (date (sums[i].given), date (sums[i].due)), ==,
                       sums[i].days);
    }

  result = date ("2026-01-01");
  g_assert_false (gram_date_add_days (date ("9999-12-31"), 1, &result));
  g_assert_false (gram_date_add_days (date ("0001-01-01"), -1, &result));
  g_assert_false (gram_date_add_days (date ("2026-01-01"), G_MAXINT64, &result));
  g_assert_false (gram_date_add_days (date ("2026-01-01"), G_MININT64, &result));
  assert_date (result, "2026-01-01");
}

/* Every day of the calendar follows the one before it, as a plain count of months and days has it. */
static void
test_every_day (void)
{
  GramDate day = date ("0001-01-01");
  gint64 n = 0;

  for (int year = 1; year <= 9999; year++)
    for (int month = 1; month <= 12; month++)
      for (int d = 1; d <= gram_date_days_in_month (year, month); d++, n++)
        {
          GramDate made = gram_date_make (year, month, d);

          if (gram_date_compare (day, made) != 0)
            g_error ("day %" G_GINT64_FORMAT " is %d-%d-%d", n, day.year, day.month, day.day);
          if (year < 9999 || month < 12 || d < 31)
            g_assert_true (gram_date_add_days (day, 1, &day));
        }

  g_assert_cmpint (n, ==, 3652059);
}

static void
test_add_days_inverse (void)
{
  for (int i = 0; i < 20000; i++)
    {
      GramDate from = gram_date_make (g_test_rand_int_range (1, 10000),
                                      g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
      gint64 days = g_test_rand_int_range (-4000000, 4000000);
      GramDate to;
      GramDate back;

      if (!gram_date_add_days (from, days, &to))
        continue;
      g_assert_true (gram_date_is_valid (to));
      g_assert_cmpint (gram_date_days_between (from, to), ==, days);
      g_assert_true (gram_date_add_days (to, -days, &back));
      g_assert_cmpint (gram_date_compare (from, back), ==, 0);
      g_assert_true ((gram_date_compare (from, to) < 0) == (days > 0));
    }
}

static void
test_leap_years (void)
{
  static const struct
  {
    int year;
    gboolean leap;
  } years[] = { { 2023, FALSE }, { 2024, TRUE }, { 2028, TRUE },
                { 1900, FALSE }, { 2000, TRUE }, { 2100, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_assert_cmpint (gram_date_is_leap_year (years[i].year), ==, years[i].leap);
      g_assert_cmpint (gram_date_days_in_month (years[i].year, 2), ==, years[i].leap ? 29 : 28);
    }
  g_assert_cmpint (gram_date_days_in_month (2026, 0), ==, 0);
  g_assert_cmpint (gram_date_days_in_month (2026, 13), ==, 0);
}

/* Art. 35(2)(a), art. 37(1), C10: requests dated 31 October, 1 November, 31 December, 1 January. */
static const struct
{
  const char *today;
  int scheme_year;
  gboolean open;
} window_days[] = {
  { "2025-10-31", 2024, FALSE }, { "2025-11-01", 2024, TRUE },  { "2025-12-31", 2024, TRUE },
  { "2026-01-01", 2024, FALSE }, { "2025-11-15", 2025, FALSE }, { "2024-11-15", 2024, FALSE },
  { "2026-11-01", 2025, TRUE },
};

static void
test_window (void)
{
  static const GramYearWindow window = { 1, 11, 1, 12, 31 };

  for (gsize i = 0; i < G_N_ELEMENTS (window_days); i++)
    g_assert_cmpint (gram_year_window_contains (&window, window_days[i].scheme_year,
                                                date (window_days[i].today)),
                     ==, window_days[i].open);

  assert_date (gram_year_window_range (&window, 2024).first, "2025-11-01");
  assert_date (gram_year_window_range (&window, 2024).last, "2025-12-31");
  g_assert_false (gram_year_window_contains (&window, 2024, GRAM_DATE_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/parse", test_parse);
  g_test_add_func ("/calendar/format", test_format);
  g_test_add_func ("/calendar/add-days", test_add_days);
  g_test_add_func ("/calendar/every-day", test_every_day);
  g_test_add_func ("/calendar/add-days-inverse", test_add_days_inverse);
  g_test_add_func ("/calendar/leap-years", test_leap_years);
  g_test_add_func ("/calendar/window", test_window);

  return g_test_run ();
}
