/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decimal.h"

#include <string.h>

static const struct
{
  const char *text;
  guint scale;
  gint64 value;
} good[] = {
  { "0", 0, 0 },
  { "0", 6, 0 },
  { "-0", 6, 0 },
  { "-0.00", 2, 0 },
  { "12", 2, 1200 },
  { "-0.5", 1, -5 },
  { "131.2345", 6, 131234500 },
  { "0.0343", 6, 34300 },
  { "118.437000000", 3, 118437 },
  { "007.50", 2, 750 },
  { "  42\t", 0, 42 },
  { "9223372036854775807", 0, G_MAXINT64 },
  { "-9223372036854775808", 0, G_MININT64 },
  { "9223372036854.775807", 6, G_MAXINT64 },
  { "-9223372036854.775808", 6, G_MININT64 },
  { "9223372.036854775807", 12, G_MAXINT64 },
  { "0.000000000001", 12, 1 },
  { "1.00000000000000000000000000000000000000000000000000", 2, 100 },
};

static const struct
{
  const char *text;
  guint scale;
  GramRulesError code;
} bad[] = {
  { NULL, 2, GRAM_RULES_ERROR_EMPTY },
  { "", 2, GRAM_RULES_ERROR_EMPTY },
  { "  \t ", 2, GRAM_RULES_ERROR_EMPTY },
  { "abc", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { ".5", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "5.", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "-", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "-.5", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "1 g", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "0x10", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "1 ,", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "nan", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "inf", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "\u0661\u0662", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "12e", 2, GRAM_RULES_ERROR_DECIMAL_FORM },
  { "+5", 2, GRAM_RULES_ERROR_DECIMAL_SIGN },
  { "--5", 2, GRAM_RULES_ERROR_DECIMAL_SIGN },
  { "-+5", 2, GRAM_RULES_ERROR_DECIMAL_SIGN },
  { "5-", 2, GRAM_RULES_ERROR_DECIMAL_SIGN },
  { "1.-5", 2, GRAM_RULES_ERROR_DECIMAL_SIGN },
  { "1,234", 2, GRAM_RULES_ERROR_DECIMAL_GROUPING },
  { "1,234.50", 2, GRAM_RULES_ERROR_DECIMAL_GROUPING },
  { "1 234", 2, GRAM_RULES_ERROR_DECIMAL_GROUPING },
  { "1.234.567", 6, GRAM_RULES_ERROR_DECIMAL_GROUPING },
  { "1'234", 2, GRAM_RULES_ERROR_DECIMAL_GROUPING },
  { "1\u202f234", 2, GRAM_RULES_ERROR_DECIMAL_GROUPING },
  { "131,5", 2, GRAM_RULES_ERROR_DECIMAL_GROUPING },
  { "1.2E5", 2, GRAM_RULES_ERROR_DECIMAL_EXPONENT },
  { "1e-3", 6, GRAM_RULES_ERROR_DECIMAL_EXPONENT },
  { "0.001", 2, GRAM_RULES_ERROR_DECIMAL_PRECISION },
  { "1.5", 0, GRAM_RULES_ERROR_DECIMAL_PRECISION },
  { "1.00000000000000000000000000000000000000000000000001", 2, GRAM_RULES_ERROR_DECIMAL_PRECISION },
  { "9223372036854775808", 0, GRAM_RULES_ERROR_DECIMAL_OVERFLOW },
  { "-9223372036854775809", 0, GRAM_RULES_ERROR_DECIMAL_OVERFLOW },
  { "9223372036854.775808", 6, GRAM_RULES_ERROR_DECIMAL_OVERFLOW },
  { "92233720368547758079", 0, GRAM_RULES_ERROR_DECIMAL_OVERFLOW },
  { "18446744073709551616", 0, GRAM_RULES_ERROR_DECIMAL_OVERFLOW },
  { "10000000", 12, GRAM_RULES_ERROR_DECIMAL_OVERFLOW },
};

static void
test_parse_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 4711;

      g_test_message ("%s", good[i].text);
      g_assert_true (gram_decimal_parse (good[i].text, good[i].scale, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, good[i].value);
    }
}

static void
test_parse_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 4711;

      g_test_message ("%s", bad[i].text);
      g_assert_false (gram_decimal_parse (bad[i].text, bad[i].scale, &value, &error));
      g_assert_error (error, GRAM_RULES_ERROR, (int)bad[i].code);
      g_assert_cmpint (value, ==, 4711);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_false (gram_decimal_parse (bad[i].text, bad[i].scale, &value, NULL));
    }
}

static void
test_parse_separated (void)
{
  static const char cells[] = "131,5;7";
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  g_assert_true (gram_decimal_parse_with (cells, 5, ',', 6, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpint (value, ==, 131500000);
  g_assert_true (gram_decimal_parse_with (cells + 6, 1, ',', 0, &value, &error));
  g_assert_cmpint (value, ==, 7);

  g_assert_false (gram_decimal_parse_with ("131.5", -1, ',', 6, &value, &error));
  g_assert_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_DECIMAL_GROUPING);
  g_clear_error (&error);
  g_assert_false (gram_decimal_parse_with ("1.234,5", -1, ',', 6, &value, &error));
  g_assert_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_DECIMAL_GROUPING);
}

static void
test_messages (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *endless = g_strnfill (100000, '9');
  gint64 value;

  g_assert_false (gram_decimal_parse (endless, 2, &value, &error));
  g_assert_cmpuint (g_utf8_strlen (error->message, -1), <, 100);
  g_clear_error (&error);

  g_assert_false (gram_decimal_parse ("0.001", 2, &value, &error));
  g_assert_cmpstr (error->message, ==, "“0.001” has more than 2 decimals.");
  g_clear_error (&error);

  g_assert_false (gram_decimal_parse ("1\xff", 2, &value, &error));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  for (int code = GRAM_RULES_ERROR_EMPTY; code <= GRAM_RULES_ERROR_RULEBOOK_VALUE; code++)
    {
      g_assert_nonnull (strchr (gram_rules_error_word (code), '.'));
      g_assert_cmpstr (gram_rules_error_suggestion (code), !=, "");
    }
}

static const struct
{
  gint64 value;
  guint scale;
  guint min_decimals;
  const char *text;
  const char *people;
} printed[] = {
  { 0, 0, 0, "0", "0" },
  { 0, 2, 2, "0.00", "0,00" },
  { -5, 2, 2, "-0.05", "\u22120,05" },
  { 131234500, 6, 0, "131.2345", "131,2345" },
  { 131234500, 6, 2, "131.2345", "131,2345" },
  { 131000000, 6, 0, "131", "131" },
  { 131000000, 6, 1, "131.0", "131,0" },
  { 102600, 2, 2, "1026.00", "1.026,00" },
  { 278765560, 2, 2, "2787655.60", "2.787.655,60" },
  { 999, 0, 0, "999", "999" },
  { -1000, 0, 0, "-1000", "\u22121.000" },
  { G_MAXINT64, 0, 0, "9223372036854775807", "9.223.372.036.854.775.807" },
  { G_MININT64, 0, 0, "-9223372036854775808", "\u22129.223.372.036.854.775.808" },
  { G_MININT64, 12, 12, "-9223372.036854775808", "\u22129.223.372,036854775808" },
};

static void
test_print (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      g_autofree char *text
          = gram_decimal_format (printed[i].value, printed[i].scale, printed[i].min_decimals);
      g_autofree char *people = gram_decimal_format_for_people (printed[i].value, printed[i].scale,
                                                                printed[i].min_decimals, ",", ".");

      g_assert_cmpstr (text, ==, printed[i].text);
      g_assert_cmpstr (people, ==, printed[i].people);
    }
}

static const struct
{
  gint64 dividend;
  gint64 divisor;
  gint64 half_up;
  gint64 half_even;
  gint64 truncate;
} divisions[] = {
  { 0, 7, 0, 0, 0 },
  { 5, 2, 3, 2, 2 },
  { 7, 2, 4, 4, 3 },
  { -5, 2, -3, -2, -2 },
  { -7, 2, -4, -4, -3 },
  { 5, -2, -3, -2, -2 },
  { -5, -2, 3, 2, 2 },
  { 1, 3, 0, 0, 0 },
  { 2, 3, 1, 1, 0 },
  { -2, 3, -1, -1, 0 },
  { 1, 2, 1, 0, 0 },
  { 3, 2, 2, 2, 1 },
  { G_MAXINT64, 2, G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 },
  { G_MAXINT64, G_MAXINT64, 1, 1, 1 },
  { G_MININT64, G_MININT64, 1, 1, 1 },
  { 1, G_MININT64, 0, 0, 0 },
};

static void
test_divide (void)
{
  gint64 result = 4711;

  for (gsize i = 0; i < G_N_ELEMENTS (divisions); i++)
    {
      g_assert_true (gram_decimal_divide (divisions[i].dividend, divisions[i].divisor,
                                          GRAM_ROUND_HALF_UP, &result));
      g_assert_cmpint (result, ==, divisions[i].half_up);
      g_assert_true (gram_decimal_divide (divisions[i].dividend, divisions[i].divisor,
                                          GRAM_ROUND_HALF_EVEN, &result));
      g_assert_cmpint (result, ==, divisions[i].half_even);
      g_assert_true (gram_decimal_divide (divisions[i].dividend, divisions[i].divisor,
                                          GRAM_ROUND_TRUNCATE, &result));
      g_assert_cmpint (result, ==, divisions[i].truncate);
    }

  result = 4711;
  g_assert_false (gram_decimal_divide (G_MININT64, -1, GRAM_ROUND_HALF_UP, &result));
  g_assert_cmpint (result, ==, 4711);
}

static void
test_arithmetic (void)
{
  gint64 result = 4711;

  g_assert_false (gram_decimal_add (G_MAXINT64, 1, &result));
  g_assert_false (gram_decimal_subtract (G_MININT64, 1, &result));
  g_assert_false (gram_decimal_multiply (G_MAXINT64, 2, &result));
  g_assert_false (gram_decimal_rescale (G_MAXINT64, 0, 1, GRAM_ROUND_HALF_UP, &result));
  g_assert_false (
      gram_decimal_multiply_divide (G_MAXINT64, G_MAXINT64, 1, GRAM_ROUND_HALF_UP, &result));
  g_assert_cmpint (result, ==, 4711);

  g_assert_true (gram_decimal_add (G_MAXINT64, -1, &result));
  g_assert_cmpint (result, ==, G_MAXINT64 - 1);
  g_assert_true (gram_decimal_subtract (1, 3, &result));
  g_assert_cmpint (result, ==, -2);
  g_assert_true (gram_decimal_multiply (-3, 4, &result));
  g_assert_cmpint (result, ==, -12);
  /* Only the result has to fit. */
  g_assert_true (gram_decimal_multiply_divide (G_MAXINT64, G_MAXINT64, G_MAXINT64,
                                               GRAM_ROUND_HALF_UP, &result));
  g_assert_cmpint (result, ==, G_MAXINT64);
  g_assert_true (gram_decimal_multiply_divide (G_MININT64, G_MININT64, G_MININT64,
                                               GRAM_ROUND_HALF_UP, &result));
  g_assert_cmpint (result, ==, G_MININT64);
}

/*
 * Figures of the Order that the roundings were named for (vets-order §11): N × B to a whole number, art. 34(2), with
 * the ties that tell half up from half even, and those that a floating-point number gets wrong (F1).
 */
static const struct
{
  const char *id;
  gint64 n;
  const char *baseline;
  gint64 half_up;
  gint64 half_even;
} allocations[] = {
  { "A1", 1000, "131", 131000, 131000 },
  { "A2", 1000, "118.437", 118437, 118437 },
  { "A3", 2346, "127.85", 299936, 299936 },
  { "A4", 45210, "129.613", 5859804, 5859804 },
  { "A5", 187654, "141.0277", 26464412, 26464412 },
  { "A6", 1001, "123.5", 123624, 123624 },
  { "A7", 1001, "122.5", 122623, 122622 },
  { "A8", 2500, "119.1234", 297809, 297808 },
  { "A9", 1050, "125.75", 132038, 132038 },
  { "F1", 1005, "128.7", 129344, 129344 },
};

static void
test_allocations (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (allocations); i++)
    {
      gint64 baseline;
      gint64 result;

      g_test_message ("%s, art. 34(2)", allocations[i].id);
      g_assert_true (gram_decimal_parse (allocations[i].baseline, 6, &baseline, NULL));
      g_assert_true (gram_decimal_multiply_divide (allocations[i].n, baseline, 1000000,
                                                   GRAM_ROUND_HALF_UP, &result));
      g_assert_cmpint (result, ==, allocations[i].half_up);
      g_assert_true (gram_decimal_multiply_divide (allocations[i].n, baseline, 1000000,
                                                   GRAM_ROUND_HALF_EVEN, &result));
      g_assert_cmpint (result, ==, allocations[i].half_even);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse/good", test_parse_good);
  g_test_add_func ("/decimal/parse/bad", test_parse_bad);
  g_test_add_func ("/decimal/parse/separated", test_parse_separated);
  g_test_add_func ("/decimal/messages", test_messages);
  g_test_add_func ("/decimal/print", test_print);
  g_test_add_func ("/decimal/divide", test_divide);
  g_test_add_func ("/decimal/arithmetic", test_arithmetic);
  g_test_add_func ("/decimal/allocations", test_allocations);

  return g_test_run ();
}
