/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-formats.h"
#include "gram-test-gtk.h"
#include "gram-vehicle-record.h"

#include <locale.h>

/* The test runs in C.UTF-8, whose grouping is ours: a narrow space. */
#define GAP "\u202f"

static void
test_count (void)
{
  static const struct
  {
    gint64 count;
    const char *text;
  } rows[] = {
    { 0, "0" },   { 999, "999" }, { 1000, "1" GAP "000" }, { 1234567, "1" GAP "234" GAP "567" },
    { -5, "−5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = gram_format_count (rows[i].count);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_grams (void)
{
  static const struct
  {
    gint64 micro;
    guint decimals;
    const char *text;
  } rows[] = {
    { 131449999, 1, "131.4" },
    { 131450000, 1, "131.5" },
    { 0, 1, "0.0" },
    { G_GINT64_CONSTANT (535152400000), 0, "535" GAP "152" },
    { GRAM_CO2_UNKNOWN, 1, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = gram_format_grams (rows[i].micro, rows[i].decimals);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_texts (void)
{
  g_autofree char *co2 = gram_format_co2 (131450000);
  g_autofree char *unknown = gram_format_co2 (GRAM_CO2_UNKNOWN);
  g_autofree char *dollars = gram_format_money (120450, "NZD");
  g_autofree char *pounds = gram_format_money (-5, "GBP");
  g_autofree char *number = gram_format_account_number ("10000015");
  g_autofree char *odd = gram_format_account_number ("17");
  g_autofree char *date = gram_format_date ("2026-02-14");
  g_autofree char *no_date = gram_format_date (NULL);
  g_autofree char *bad_date = gram_format_date ("2026-02-30");
  g_autofree char *month = gram_format_month (202602, TRUE);
  g_autofree char *no_month = gram_format_month (0, TRUE);

  g_assert_cmpstr (co2, ==, "131.45 g/km");
  g_assert_cmpstr (unknown, ==, "–");
  g_assert_cmpstr (dollars, ==, "NZ$1" GAP "204.50");
  g_assert_cmpstr (pounds, ==, "−£0.05");
  g_assert_cmpstr (number, ==, "1000\u00a00015");
  g_assert_cmpstr (odd, ==, "17");
  g_assert_cmpstr (date, ==, "14 February 2026");
  g_assert_cmpstr (no_date, ==, "–");
  g_assert_cmpstr (bad_date, ==, "–");
  g_assert_cmpstr (month, ==, "February 2026");
  g_assert_cmpstr (no_month, ==, "No date");
}

/* What stands in a field has no groups, and the decimal separator of the reader. */
static void
test_to_edit (void)
{
  g_autofree char *point = gram_format_to_edit (120450, 2, 2);
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autofree char *comma = NULL;

  g_assert_cmpstr (point, ==, "1204.50");
  g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
  comma = gram_format_to_edit (120450, 2, 2);
  g_assert_nonnull (setlocale (LC_NUMERIC, before));
  g_assert_cmpstr (comma, ==, "1204,50");
}

static void
test_instants (void)
{
  /* 2026-11-22T02:25:13Z; the test's zone is UTC. */
  g_autofree char *day = gram_format_day_of_instant (G_GINT64_CONSTANT (1795314313000000));
  g_autofree char *time = gram_format_time_of_instant (G_GINT64_CONSTANT (1795314313000000));

  g_assert_cmpstr (day, ==, "22 November 2026");
  g_assert_cmpstr (time, ==, "02:25");
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/formats/count", test_count);
  g_test_add_func ("/formats/grams", test_grams);
  g_test_add_func ("/formats/texts", test_texts);
  g_test_add_func ("/formats/to-edit", test_to_edit);
  g_test_add_func ("/formats/instants", test_instants);

  return g_test_run ();
}
