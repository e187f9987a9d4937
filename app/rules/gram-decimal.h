/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-rules-error.h"

G_BEGIN_DECLS

/*
 * Decimals as scaled integers. A quantity is a gint64 and a scale known from its kind: emissions have scale 6
 * (millionths of g/km), money and NZ credits scale 2, CRTS units scale 1. Nothing here rounds unless it is told how, and
 * nothing overflows silently. No function of this file touches a floating-point number or the locale.
 */

/**
 * GRAM_DECIMAL_MAX_SCALE:
 *
 * The largest scale.
 */
#define GRAM_DECIMAL_MAX_SCALE 12

/**
 * GRAM_DECIMAL_SCALE_CO2:
 *
 * Scale of emissions, savings, targets, slopes and baselines: millionths.
 */
#define GRAM_DECIMAL_SCALE_CO2 6

/**
 * GRAM_DECIMAL_SCALE_MONEY:
 *
 * Scale of money (cents, pence) and of NZ credits and charges (hundredths of a gram).
 */
#define GRAM_DECIMAL_SCALE_MONEY 2

/**
 * GRAM_DECIMAL_BUFFER:
 *
 * Room that gram_decimal_print() needs for any value of any scale, with its final NUL.
 */
#define GRAM_DECIMAL_BUFFER 40

/**
 * GramRounding:
 * @GRAM_ROUND_HALF_UP: to the nearest; a tie goes away from zero (2.5 → 3, -2.5 → -3)
 * @GRAM_ROUND_HALF_EVEN: to the nearest; a tie goes to the even neighbour (2.5 → 2, 3.5 → 4)
 * @GRAM_ROUND_TRUNCATE: towards zero
 *
 * The named roundings, called where the law rounds. Vocabulary `rounding` of gram_word_for().
 */
typedef enum
{
  GRAM_ROUND_HALF_UP = 1,
  GRAM_ROUND_HALF_EVEN,
  GRAM_ROUND_TRUNCATE,
} GramRounding;

/**
 * gram_decimal_parse:
 * @text: (nullable): a number with `.` as its separator: `12`, `-0.5`, `131.2345`; blanks around it are ignored
 * @scale: number of decimals that are kept, at most %GRAM_DECIMAL_MAX_SCALE
 * @value: (out): the number times 10^@scale
 * @error: return location
 *
 * Reads a decimal exactly. Refused are: nothing at all, `.5` and `5.`, a sign `+`, two signs, a sign without a digit,
 * grouped thousands, an exponent, anything else behind the number, more decimals than @scale unless the surplus ones are
 * zero, and what does not fit. `-0` is 0. Does not allocate unless it fails.
 *
 * Returns: %FALSE with a %GRAM_RULES_ERROR if @text is not such a number; @value is then untouched
 */
gboolean gram_decimal_parse (const char *text, guint scale, gint64 *value, GError **error);

/**
 * gram_decimal_parse_with:
 * @text: (nullable): a number; need not end in NUL when @length is given
 * @length: bytes of @text, or -1
 * @separator: the decimal separator, `.` or `,`, chosen by a person for the whole file and never guessed
 * @scale: number of decimals that are kept
 * @value: (out): the number times 10^@scale
 * @error: return location
 *
 * As gram_decimal_parse(), for files that write `131,5`. The other separator is refused as grouping.
 *
 * Returns: %FALSE with a %GRAM_RULES_ERROR if @text is not such a number
 */
gboolean gram_decimal_parse_with (const char *text,
                                  gssize length,
                                  char separator,
                                  guint scale,
                                  gint64 *value,
                                  GError **error);

/**
 * gram_decimal_print:
 * @buffer: (out caller-allocates): room for %GRAM_DECIMAL_BUFFER bytes
 * @value: a number times 10^@scale
 * @scale: its scale
 * @min_decimals: print at least so many decimals, at most @scale
 *
 * Prints a decimal exactly, with `.`, without grouping and without an allocation: @min_decimals decimals, and more only
 * where they are not zero. 0 gives the shortest text, @scale a fixed number of decimals. gram_decimal_parse() reads it
 * back to the same value.
 *
 * Returns: (transfer none): @buffer
 */
const char *gram_decimal_print (char buffer[GRAM_DECIMAL_BUFFER],
                                gint64 value,
                                guint scale,
                                guint min_decimals);

/**
 * gram_decimal_format:
 * @value: a number times 10^@scale
 * @scale: its scale
 * @min_decimals: print at least so many decimals, at most @scale
 *
 * As gram_decimal_print(), into a new string.
 *
 * Returns: (transfer full): the text
 */
char *gram_decimal_format (gint64 value, guint scale, guint min_decimals);

/**
 * gram_decimal_format_for_people:
 * @value: a number times 10^@scale
 * @scale: its scale
 * @min_decimals: print at least so many decimals, at most @scale
 * @separator: the decimal separator of the reader's locale, for example `,`
 * @grouping: (nullable): what stands between thousands, for example a narrow space; %NULL or empty: nothing
 *
 * As gram_decimal_format(), with the reader's separators and a true minus sign (U+2212). For screens and papers only;
 * files and JSON take gram_decimal_format().
 *
 * Returns: (transfer full): the text
 */
char *gram_decimal_format_for_people (gint64 value,
                                      guint scale,
                                      guint min_decimals,
                                      const char *separator,
                                      const char *grouping);

/**
 * gram_decimal_format_in_locale:
 * @value: a number times 10^@scale
 * @scale: its scale
 * @min_decimals: print at least so many decimals, at most @scale
 *
 * gram_decimal_format_for_people() with the separators of the locale in use. The C locale has no grouping; a thin space is
 * what the SI wants.
 *
 * Returns: (transfer full): the text
 */
char *gram_decimal_format_in_locale (gint64 value, guint scale, guint min_decimals);

/**
 * gram_decimal_rescale:
 * @value: a number times 10^@from
 * @from: its scale
 * @to: the scale wanted
 * @rounding: how to round when @to is smaller
 * @result: (out): the number times 10^@to
 *
 * Changes the scale of a number.
 *
 * Returns: %FALSE if the result does not fit; @result is then untouched
 */
gboolean
gram_decimal_rescale (gint64 value, guint from, guint to, GramRounding rounding, gint64 *result)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gram_decimal_divide:
 * @dividend: a number
 * @divisor: what to divide it by, not 0
 * @rounding: how to round
 * @result: (out): the quotient
 *
 * Divides and rounds.
 *
 * Returns: %FALSE if the result does not fit (only %G_MININT64 by -1)
 */
gboolean
gram_decimal_divide (gint64 dividend, gint64 divisor, GramRounding rounding, gint64 *result)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gram_decimal_add:
 * @a: a number
 * @b: a number of the same scale
 * @result: (out): their sum; may be the place of @a or @b
 *
 * Returns: %FALSE if the sum does not fit; @result is then untouched
 */
gboolean gram_decimal_add (gint64 a, gint64 b, gint64 *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gram_decimal_subtract:
 * @a: a number
 * @b: a number of the same scale
 * @result: (out): @a - @b
 *
 * Returns: %FALSE if the difference does not fit; @result is then untouched
 */
gboolean gram_decimal_subtract (gint64 a, gint64 b, gint64 *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gram_decimal_multiply:
 * @a: a number
 * @b: a number; the scale of the result is the sum of the two scales
 * @result: (out): @a × @b
 *
 * Returns: %FALSE if the product does not fit; @result is then untouched
 */
gboolean gram_decimal_multiply (gint64 a, gint64 b, gint64 *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gram_decimal_multiply_divide:
 * @a: a number
 * @b: a number
 * @divisor: what to divide the product by, not 0
 * @rounding: how to round, once, at the end
 * @result: (out): @a × @b ÷ @divisor
 *
 * Multiplies and divides with a product of 128 bits between, so that only the result has to fit.
 *
 * Returns: %FALSE if the result does not fit; @result is then untouched
 */
gboolean gram_decimal_multiply_divide (gint64 a,
                                       gint64 b,
                                       gint64 divisor,
                                       GramRounding rounding,
                                       gint64 *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
