/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decimal.h"

#include <string.h>

#define ROUNDS 20000

/* Any 64 bits, with as many leading zeros as chance has it, so that small numbers occur as often as large ones. */
static gint64
any_int64 (void)
{
  guint64 bits = (guint64)(guint32)g_test_rand_int () << 32 | (guint32)g_test_rand_int ();
  guint64 magnitude = bits >> g_test_rand_int_range (0, 64);

  if (magnitude > (guint64)G_MAXINT64)
    magnitude = (guint64)G_MAXINT64;

  return g_test_rand_bit () ? -(gint64)magnitude : (gint64)magnitude;
}

/* What is printed reads back to the same value, with any number of decimals, and to no other scale by accident. */
static void
test_print_parse (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      guint scale = (guint)g_test_rand_int_range (0, GRAM_DECIMAL_MAX_SCALE + 1);
      guint decimals = (guint)g_test_rand_int_range (0, (int)scale + 1);
      gint64 value = any_int64 ();
      char buffer[GRAM_DECIMAL_BUFFER];
      gint64 again = 0;
      g_autoptr (GError) error = NULL;

      gram_decimal_print (buffer, value, scale, decimals);
      g_assert_true (gram_decimal_parse (buffer, scale, &again, &error));
      g_assert_no_error (error);
      g_assert_cmpint (again, ==, value);
    }
}

/* A text in its shortest form prints back to itself. */
static void
test_parse_print (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d.%03d1", g_test_rand_int_range (0, G_MAXINT),
                                               g_test_rand_int_range (0, 1000));
      char buffer[GRAM_DECIMAL_BUFFER];
      gint64 value;

      g_assert_true (gram_decimal_parse (text, 6, &value, NULL));
      g_assert_cmpstr (gram_decimal_print (buffer, value, 6, 0), ==, text);
    }
}

/* Bytes of any kind never crash the reader, and what it takes is a number. */
static void
test_parse_noise (void)
{
  static const char alphabet[] = "0123456789..,,--+eE '\t\xc2\xa0\xff";

  for (int i = 0; i < ROUNDS; i++)
    {
      char text[24] = { 0 };
      int length = g_test_rand_int_range (0, (int)sizeof text);
      gint64 value = 0;
      g_autoptr (GError) error = NULL;

      for (int j = 0; j < length; j++)
        text[j] = alphabet[g_test_rand_int_range (0, (int)sizeof alphabet - 1)];

      if (gram_decimal_parse_with (text, length, g_test_rand_bit () ? '.' : ',', 6, &value, &error))
        {
          g_assert_no_error (error);
          g_assert_null (strpbrk (text, "+eE'\xc2\xff"));
        }
      else
        g_assert_error (error, GRAM_RULES_ERROR, error->code);
    }
}

/* A rounded quotient is never further than half a unit from the exact one, a truncated one never further from 0. */
static void
test_rounding_bounds (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 dividend = any_int64 () / 4;
      gint64 divisor = any_int64 () / 4;
      gint64 quotients[3];
      __extension__ __int128 rest;

      if (divisor == 0)
        divisor = 1;
      for (int rounding = GRAM_ROUND_HALF_UP; rounding <= GRAM_ROUND_TRUNCATE; rounding++)
        {
          gint64 *quotient = &quotients[rounding - 1];

          g_assert_true (gram_decimal_divide (dividend, divisor, (GramRounding)rounding, quotient));
          rest = (__extension__ (__int128) dividend)
                 - (__extension__ (__int128) * quotient) * divisor;
          rest = rest < 0 ? -rest : rest;
          if (rounding == GRAM_ROUND_TRUNCATE)
            g_assert_true (rest < (divisor < 0 ? -divisor : divisor));
          else
            g_assert_true (rest * 2 <= (divisor < 0 ? -divisor : divisor));
        }

      g_assert_cmpint (ABS (quotients[2]), <=, ABS (quotients[0]));
      g_assert_cmpint (ABS (quotients[1]), <=, ABS (quotients[0]));
      g_assert_cmpint (ABS (quotients[0] - quotients[1]), <=, 1);
    }
}

/* Rounding is symmetric: the law treats a credit and a charge alike. */
static void
test_rounding_symmetry (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 value = any_int64 ();
      GramRounding rounding
          = (GramRounding)g_test_rand_int_range (GRAM_ROUND_HALF_UP, GRAM_ROUND_TRUNCATE + 1);
      gint64 plus;
      gint64 minus;

      g_assert_true (gram_decimal_rescale (value, 6, 2, rounding, &plus));
      g_assert_true (gram_decimal_rescale (-value, 6, 2, rounding, &minus));
      g_assert_cmpint (plus, ==, -minus);
    }
}

/* Widening the scale and narrowing it again changes nothing, however it is rounded. */
static void
test_rescale_inverse (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 value = any_int64 ();
      gint64 wide;
      gint64 back;

      if (!gram_decimal_rescale (value, 2, 6, GRAM_ROUND_HALF_UP, &wide))
        continue;
      g_assert_true (gram_decimal_rescale (wide, 6, 2, GRAM_ROUND_HALF_EVEN, &back));
      g_assert_cmpint (back, ==, value);
    }
}

/* The checked operations agree with arithmetic of 128 bits: right, or refused. */
static void
test_arithmetic (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 a = any_int64 ();
      gint64 b = any_int64 ();
      gint64 result = 4711;
      __extension__ __int128 exact = (__int128)a + b;

      g_assert_true (gram_decimal_add (a, b, &result)
                     == (exact >= G_MININT64 && exact <= G_MAXINT64));
      g_assert_true (result == 4711 || result == exact);

      result = 4711;
      exact = (__extension__ (__int128) a) * b;
      g_assert_true (gram_decimal_multiply (a, b, &result)
                     == (exact >= G_MININT64 && exact <= G_MAXINT64));
      g_assert_true (result == 4711 || result == exact);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/properties/print-parse", test_print_parse);
  g_test_add_func ("/decimal/properties/parse-print", test_parse_print);
  g_test_add_func ("/decimal/properties/parse-noise", test_parse_noise);
  g_test_add_func ("/decimal/properties/rounding-bounds", test_rounding_bounds);
  g_test_add_func ("/decimal/properties/rounding-symmetry", test_rounding_symmetry);
  g_test_add_func ("/decimal/properties/rescale-inverse", test_rescale_inverse);
  g_test_add_func ("/decimal/properties/arithmetic", test_arithmetic);

  return g_test_run ();
}
