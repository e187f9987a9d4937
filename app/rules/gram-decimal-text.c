/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decimal.h"

#include "gram-decimal-private.h"
#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* U+00A0, U+2009, U+202F and U+2019 stand between thousands in one country or another. */
static const char *const grouping_signs[]
    = { " ", ",", ".", "'", "_", "\u00a0", "\u2009", "\u202f", "\u2019" };

/* Sets the error that belongs to @code, and answers FALSE. */
static gboolean
fail (GError **error, int code, guint scale, const char *text, const char *end)
{
  g_autofree char *excerpt = NULL;

  if (error == NULL)
    return FALSE;

  excerpt = _gram_excerpt (text, end - text);
  switch (code)
    {
    case GRAM_RULES_ERROR_DECIMAL_SIGN:
      g_set_error (error, GRAM_RULES_ERROR, code, _ ("“%s” has a sign where none may stand."),
                   excerpt);
      break;

    case GRAM_RULES_ERROR_DECIMAL_GROUPING:
      g_set_error (error, GRAM_RULES_ERROR, code,
                   _ ("“%s” has grouped thousands, or another decimal separator than was chosen."),
                   excerpt);
      break;

    case GRAM_RULES_ERROR_DECIMAL_EXPONENT:
      g_set_error (error, GRAM_RULES_ERROR, code, _ ("“%s” has an exponent."), excerpt);
      break;

    case GRAM_RULES_ERROR_DECIMAL_PRECISION:
      g_set_error (error, GRAM_RULES_ERROR, code,
                   ngettext ("“%s” has more than %u decimal.", "“%s” has more than %u decimals.",
                             scale),
                   excerpt, scale);
      break;

    case GRAM_RULES_ERROR_DECIMAL_OVERFLOW:
      g_set_error (error, GRAM_RULES_ERROR, code, _ ("“%s” is too large."), excerpt);
      break;

    default:
      g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_DECIMAL_FORM,
                   _ ("“%s” is not a decimal number."), excerpt);
      break;
    }

  return FALSE;
}

/* What is wrong at @at, where a number should go on or end. Only asked when it is wrong. */
static int
problem_at (const char *text, const char *at, const char *end)
{
  if (at < end && (*at == '+' || *at == '-'))
    return GRAM_RULES_ERROR_DECIMAL_SIGN;
  if (at == end || at == text || !g_ascii_isdigit (at[-1]))
    return GRAM_RULES_ERROR_DECIMAL_FORM;
  if ((*at == 'e' || *at == 'E') && at + 1 < end
      && (g_ascii_isdigit (at[1]) || at[1] == '+' || at[1] == '-'))
    return GRAM_RULES_ERROR_DECIMAL_EXPONENT;

  for (gsize i = 0; i < G_N_ELEMENTS (grouping_signs); i++)
    {
      gsize n = strlen (grouping_signs[i]);

      if ((gsize)(end - at) > n && memcmp (at, grouping_signs[i], n) == 0
          && g_ascii_isdigit (at[n]))
        return GRAM_RULES_ERROR_DECIMAL_GROUPING;
    }

  return GRAM_RULES_ERROR_DECIMAL_FORM;
}

static gboolean
append_digit (guint64 *magnitude, char digit)
{
  return !__builtin_mul_overflow (*magnitude, (guint64)10, magnitude)
         && !__builtin_add_overflow (*magnitude, (guint64)(digit - '0'), magnitude);
}

/* Reads digits, at most @most of them into @magnitude; surplus ones have to be 0. Returns an error code, or -1. */
static int
read_digits (const char **at, const char *end, guint most, guint64 *magnitude, guint *n_read)
{
  guint n = 0;

  for (; *at < end && g_ascii_isdigit (**at); (*at)++)
    {
      if (n == most && **at != '0')
        return GRAM_RULES_ERROR_DECIMAL_PRECISION;
      if (n < most && !append_digit (magnitude, **at))
        return GRAM_RULES_ERROR_DECIMAL_OVERFLOW;
      if (n < most)
        n++;
    }

  *n_read = n;
  return -1;
}

static gboolean
sign_magnitude (guint64 magnitude, gboolean negative, gint64 *value)
{
  if (magnitude <= (guint64)G_MAXINT64)
    *value = negative ? -(gint64)magnitude : (gint64)magnitude;
  else if (negative && magnitude == (guint64)G_MAXINT64 + 1)
    *value = G_MININT64;
  else
    return FALSE;

  return TRUE;
}

/* Reads a number that fills the bytes from @text to @end. Returns an error code, or -1. */
static int
read_number (const char *text, const char *end, char separator, guint scale, gint64 *value)
{
  const char *at = text;
  gboolean negative = *at == '-';
  guint64 magnitude = 0;
  guint n = 0;
  int problem;

  if (negative)
    at++;
  if (at == end || !g_ascii_isdigit (*at))
    return problem_at (text, at, end);
  problem = read_digits (&at, end, G_MAXUINT, &magnitude, &n);
  if (problem >= 0)
    return problem;

  n = 0;
  if (at < end && *at == separator)
    {
      at++;
      if (at == end || !g_ascii_isdigit (*at))
        return problem_at (text, at, end);
      problem = read_digits (&at, end, scale, &magnitude, &n);
      if (problem >= 0)
        return problem;
    }
  if (at != end)
    return problem_at (text, at, end);

  if (__builtin_mul_overflow (magnitude, (guint64)_gram_decimal_power (scale - n), &magnitude)
      || !sign_magnitude (magnitude, negative, value))
    return GRAM_RULES_ERROR_DECIMAL_OVERFLOW;

  return -1;
}

gboolean
gram_decimal_parse_with (const char *text,
                         gssize length,
                         char separator,
                         guint scale,
                         gint64 *value,
                         GError **error)
{
  const char *end;
  int problem;

  g_return_val_if_fail (separator == '.' || separator == ',', FALSE);
  g_return_val_if_fail (scale <= GRAM_DECIMAL_MAX_SCALE, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (text == NULL)
    {
      text = "";
      length = 0;
    }
  end = text + (length < 0 ? strlen (text) : (gsize)length);
  while (text < end && _gram_is_blank (*text))
    text++;
  while (end > text && _gram_is_blank (end[-1]))
    end--;

  if (text == end)
    {
      g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_EMPTY,
                           _ ("A number is missing."));
      return FALSE;
    }

  problem = read_number (text, end, separator, scale, value);
  if (problem >= 0)
    return fail (error, problem, scale, text, end);

  return TRUE;
}

gboolean
gram_decimal_parse (const char *text, guint scale, gint64 *value, GError **error)
{
  return gram_decimal_parse_with (text, -1, '.', scale, value, error);
}

/* Writes the digits of @number so that they end before @end; at least @width of them. */
static char *
digits_before (char *end, guint64 number, guint width)
{
  guint n = 0;

  while (number > 0 || n < width)
    {
      *--end = (char)('0' + (int)(number % 10));
      number /= 10;
      n++;
    }

  return end;
}

/* Splits a number into its whole part and the decimals to print, which it counts. */
static guint
split (gint64 value, guint scale, guint min_decimals, guint64 *whole, guint64 *fraction)
{
  guint64 magnitude = value < 0 ? 0 - (guint64)value : (guint64)value;
  guint64 unit = (guint64)_gram_decimal_power (scale);
  guint decimals = scale;

  *whole = magnitude / unit;
  *fraction = magnitude % unit;
  while (decimals > min_decimals && *fraction % 10 == 0)
    {
      *fraction /= 10;
      decimals--;
    }

  return decimals;
}

const char *
gram_decimal_print (char buffer[GRAM_DECIMAL_BUFFER], gint64 value, guint scale, guint min_decimals)
{
  char *end = buffer + GRAM_DECIMAL_BUFFER - 1;
  char *at = end;
  guint64 whole;
  guint64 fraction;
  guint decimals;

  g_return_val_if_fail (scale <= GRAM_DECIMAL_MAX_SCALE, "");
  g_return_val_if_fail (min_decimals <= scale, "");

  decimals = split (value, scale, min_decimals, &whole, &fraction);
  *end = '\0';
  if (decimals > 0)
    {
      at = digits_before (at, fraction, decimals);
      *--at = '.';
    }
  at = digits_before (at, whole, 1);
  if (value < 0)
    *--at = '-';

  memmove (buffer, at, (gsize)(end - at) + 1);
  return buffer;
}

char *
gram_decimal_format (gint64 value, guint scale, guint min_decimals)
{
  char buffer[GRAM_DECIMAL_BUFFER];

  return g_strdup (gram_decimal_print (buffer, value, scale, min_decimals));
}

char *
gram_decimal_format_for_people (gint64 value,
                                guint scale,
                                guint min_decimals,
                                const char *separator,
                                const char *grouping)
{
  char buffer[GRAM_DECIMAL_BUFFER];
  const char *at = gram_decimal_print (buffer, value, scale, min_decimals);
  gsize whole;
  GString *text;

  g_return_val_if_fail (separator != NULL, NULL);

  text = g_string_new (NULL);
  if (*at == '-')
    {
      g_string_append (text, "\u2212");
      at++;
    }

  whole = strcspn (at, ".");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0 && grouping != NULL)
        g_string_append (text, grouping);
      g_string_append_c (text, at[i]);
    }
  if (at[whole] == '.')
    {
      g_string_append (text, separator);
      g_string_append (text, at + whole + 1);
    }

  return g_string_free_and_steal (text);
}

/* What a locale has may be empty or in another character set. */
static const char *
of_locale (const char *text, const char *otherwise)
{
  return text != NULL && *text != '\0' && g_utf8_validate (text, -1, NULL) ? text : otherwise;
}

char *
gram_decimal_format_in_locale (gint64 value, guint scale, guint min_decimals)
{
  const struct lconv *locale = localeconv ();

  return gram_decimal_format_for_people (value, scale, min_decimals,
                                         of_locale (locale->decimal_point, "."),
                                         of_locale (locale->thousands_sep, "\u202f"));
}
