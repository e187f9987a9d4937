/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decimal.h"

#include "gram-decimal-private.h"

/* The product of two quantities: wider than any of them, never stored. */
__extension__ typedef __int128 GramWide;

static const gint64 powers[GRAM_DECIMAL_MAX_SCALE + 1] = {
  G_GINT64_CONSTANT (1),
  G_GINT64_CONSTANT (10),
  G_GINT64_CONSTANT (100),
  G_GINT64_CONSTANT (1000),
  G_GINT64_CONSTANT (10000),
  G_GINT64_CONSTANT (100000),
  G_GINT64_CONSTANT (1000000),
  G_GINT64_CONSTANT (10000000),
  G_GINT64_CONSTANT (100000000),
  G_GINT64_CONSTANT (1000000000),
  G_GINT64_CONSTANT (10000000000),
  G_GINT64_CONSTANT (100000000000),
  G_GINT64_CONSTANT (1000000000000),
};

gint64
_gram_decimal_power (guint exponent)
{
  g_return_val_if_fail (exponent <= GRAM_DECIMAL_MAX_SCALE, 1);

  return powers[exponent];
}

static GramWide
wide_abs (GramWide value)
{
  return value < 0 ? -value : value;
}

static GramWide
divide_rounded (GramWide dividend, gint64 divisor, GramRounding rounding)
{
  GramWide quotient = dividend / divisor;
  GramWide twice_rest = wide_abs (dividend % divisor) * 2;
  GramWide size = wide_abs (divisor);
  int away = (dividend < 0) == (divisor < 0) ? 1 : -1;

  switch (rounding)
    {
    case GRAM_ROUND_TRUNCATE:
      return quotient;

    case GRAM_ROUND_HALF_UP:
      return twice_rest >= size ? quotient + away : quotient;

    case GRAM_ROUND_HALF_EVEN:
      if (twice_rest > size || (twice_rest == size && quotient % 2 != 0))
        return quotient + away;
      return quotient;

    default:
      g_assert_not_reached ();
    }
}

static gboolean
narrow (GramWide value, gint64 *result)
{
  if (value < G_MININT64 || value > G_MAXINT64)
    return FALSE;

  *result = (gint64)value;
  return TRUE;
}

gboolean
gram_decimal_rescale (gint64 value, guint from, guint to, GramRounding rounding, gint64 *result)
{
  g_return_val_if_fail (from <= GRAM_DECIMAL_MAX_SCALE, FALSE);
  g_return_val_if_fail (to <= GRAM_DECIMAL_MAX_SCALE, FALSE);

  if (to >= from)
    return gram_decimal_multiply (value, powers[to - from], result);

  return gram_decimal_divide (value, powers[from - to], rounding, result);
}

gboolean
gram_decimal_divide (gint64 dividend, gint64 divisor, GramRounding rounding, gint64 *result)
{
  return gram_decimal_multiply_divide (dividend, 1, divisor, rounding, result);
}

gboolean
gram_decimal_add (gint64 a, gint64 b, gint64 *result)
{
  gint64 sum;

  g_return_val_if_fail (result != NULL, FALSE);

  if (__builtin_add_overflow (a, b, &sum))
    return FALSE;

  *result = sum;
  return TRUE;
}

gboolean
gram_decimal_subtract (gint64 a, gint64 b, gint64 *result)
{
  gint64 difference;

  g_return_val_if_fail (result != NULL, FALSE);

  if (__builtin_sub_overflow (a, b, &difference))
    return FALSE;

  *result = difference;
  return TRUE;
}

gboolean
gram_decimal_multiply (gint64 a, gint64 b, gint64 *result)
{
  gint64 product;

  g_return_val_if_fail (result != NULL, FALSE);

  if (__builtin_mul_overflow (a, b, &product))
    return FALSE;

  *result = product;
  return TRUE;
}

gboolean
gram_decimal_multiply_divide (gint64 a,
                              gint64 b,
                              gint64 divisor,
                              GramRounding rounding,
                              gint64 *result)
{
  g_return_val_if_fail (divisor != 0, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  return narrow (divide_rounded ((GramWide)a * b, divisor, rounding), result);
}
