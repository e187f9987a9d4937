/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-calendar.h"

#include "gram-calendar-private.h"
#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1
#define LAST_YEAR 9999

/* Days of a cycle of 400 years, and from 1 March of year 0 to 1 January 1970. */
#define DAYS_OF_CYCLE 146097
#define DAYS_TO_EPOCH 719468
#define YEARS_OF_CYCLE 400

gboolean
gram_date_is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
gram_date_days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month < 1 || month > 12)
    return 0;
  if (month == 2 && gram_date_is_leap_year (year))
    return 29;

  return days[month - 1];
}

GramDate
gram_date_make (int year, int month, int day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || day < 1
      || day > gram_date_days_in_month (year, month))
    return GRAM_DATE_NONE;

  return (GramDate){ .year = (gint16)year, .month = (guint8)month, .day = (guint8)day };
}

gboolean
gram_date_is_valid (GramDate date)
{
  return gram_date_make (date.year, date.month, date.day).year != 0;
}

int
gram_date_compare (GramDate a, GramDate b)
{
  if (a.year != b.year)
    return a.year - b.year;
  if (a.month != b.month)
    return a.month - b.month;

  return a.day - b.day;
}

/*
 * Days since 1970 of a date, and back. The year is taken to begin on 1 March, so that the leap day is its last one and
 * the months before it follow one line (153 days in five months).
 */
gint64
_gram_date_to_days (GramDate date)
{
  gint64 year = date.month > 2 ? date.year : date.year - 1;
  gint64 cycle = year / YEARS_OF_CYCLE;
  gint64 year_of_cycle = year % YEARS_OF_CYCLE;
  gint64 month = date.month > 2 ? date.month - 3 : date.month + 9;
  gint64 day_of_year = (153 * month + 2) / 5 + date.day - 1;
  gint64 day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;

  return cycle * DAYS_OF_CYCLE + day_of_cycle - DAYS_TO_EPOCH;
}

GramDate
_gram_date_from_days (gint64 days)
{
  static const GramDate first = { FIRST_YEAR, 1, 1 };
  static const GramDate last = { LAST_YEAR, 12, 31 };
  gint64 shifted;
  gint64 cycle;
  gint64 day_of_cycle;
  gint64 year_of_cycle;
  gint64 day_of_year;
  gint64 month;
  gint64 year;

  if (days < _gram_date_to_days (first) || days > _gram_date_to_days (last))
    return GRAM_DATE_NONE;

  shifted = days + DAYS_TO_EPOCH;
  cycle = shifted / DAYS_OF_CYCLE;
  day_of_cycle = shifted % DAYS_OF_CYCLE;
  year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524
                   - day_of_cycle / (DAYS_OF_CYCLE - 1))
                  / 365;
  day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  month = (5 * day_of_year + 2) / 153;
  year = cycle * YEARS_OF_CYCLE + year_of_cycle + (month >= 10 ? 1 : 0);

  return (GramDate){
    .year = (gint16)year,
    .month = (guint8)(month < 10 ? month + 3 : month - 9),
    .day = (guint8)(day_of_year - (153 * month + 2) / 5 + 1),
  };
}

gboolean
gram_date_add_days (GramDate date, gint64 days, GramDate *result)
{
  gint64 sum;
  GramDate moved;

  g_return_val_if_fail (gram_date_is_valid (date), FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  if (__builtin_add_overflow (_gram_date_to_days (date), days, &sum))
    return FALSE;
  moved = _gram_date_from_days (sum);
  if (moved.year == 0)
    return FALSE;

  *result = moved;
  return TRUE;
}

gint64
gram_date_days_between (GramDate from, GramDate to)
{
  g_return_val_if_fail (gram_date_is_valid (from), 0);
  g_return_val_if_fail (gram_date_is_valid (to), 0);

  return _gram_date_to_days (to) - _gram_date_to_days (from);
}

/* Reads between @min and @max digits; returns -1 if there are not so many. */
static int
read_number (const char **at, const char *end, int min, int max)
{
  int number = 0;
  int n = 0;

  for (; *at < end && n < max && g_ascii_isdigit (**at); (*at)++, n++)
    number = number * 10 + (**at - '0');

  return n >= min ? number : -1;
}

/* Reads the sign between two numbers, one of @allowed. */
static gboolean
read_separator (const char **at, const char *end, const char *allowed, char *separator)
{
  if (*at == end || **at == '\0' || strchr (allowed, **at) == NULL)
    return FALSE;

  *separator = **at;
  (*at)++;
  return TRUE;
}

/* Reads three numbers in @order into year, month and day; they may still be no date. */
static gboolean
read_parts (const char *at, const char *end, GramDateOrder order, int parts[3])
{
  gboolean iso = order == GRAM_DATE_ISO;
  gboolean month_first = order == GRAM_DATE_MONTH_DAY_YEAR;
  const char *allowed = iso ? "-" : "/.-";
  int numbers[3];
  char first = '\0';
  char second = '\0';

  numbers[0] = iso ? read_number (&at, end, 4, 4) : read_number (&at, end, 1, 2);
  if (numbers[0] < 0 || !read_separator (&at, end, allowed, &first))
    return FALSE;
  numbers[1] = read_number (&at, end, iso ? 2 : 1, 2);
  if (numbers[1] < 0 || !read_separator (&at, end, allowed, &second) || first != second)
    return FALSE;
  numbers[2] = iso ? read_number (&at, end, 2, 2) : read_number (&at, end, 4, 4);
  if (numbers[2] < 0 || at != end)
    return FALSE;

  parts[0] = numbers[iso ? 0 : 2];
  parts[1] = numbers[iso || !month_first ? 1 : 0];
  parts[2] = numbers[iso ? 2 : (month_first ? 1 : 0)];
  return TRUE;
}

/* How an order looks, for messages. */
static const char *
describe_order (GramDateOrder order)
{
  switch (order)
    {
    case GRAM_DATE_ISO:
      return _ ("year-month-day, such as 2026-02-14");
    case GRAM_DATE_DAY_MONTH_YEAR:
      return _ ("day/month/year, such as 14/02/2026");
    case GRAM_DATE_MONTH_DAY_YEAR:
      return _ ("month/day/year, such as 02/14/2026");
    default:
      g_assert_not_reached ();
    }
}

gboolean
gram_date_parse (const char *text, GramDateOrder order, GramDate *date, GError **error)
{
  const char *end;
  int parts[3];
  GramDate parsed;

  g_return_val_if_fail (date != NULL, FALSE);

  if (text == NULL)
    text = "";
  while (_gram_is_blank (*text))
    text++;
  end = text + strlen (text);
  while (end > text && _gram_is_blank (end[-1]))
    end--;

  if (text == end)
    {
      g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_EMPTY,
                           _ ("A date is missing."));
      return FALSE;
    }
  if (!read_parts (text, end, order, parts))
    {
      g_autofree char *excerpt = _gram_excerpt (text, end - text);

      /* Translators: the second %s is the form, for example “day/month/year, such as 14/02/2026” */
      g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_DATE_FORM,
                   _ ("“%s” is not a date of the form %s."), excerpt, describe_order (order));
      return FALSE;
    }

  parsed = gram_date_make (parts[0], parts[1], parts[2]);
  if (parsed.year == 0)
    {
      g_autofree char *excerpt = _gram_excerpt (text, end - text);

      /* Translators: a date as it was written, and how it was read, such as “day/month/year” */
      g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_DATE_IMPOSSIBLE,
                   _ ("There is no day “%s” in %s."), excerpt, describe_order (order));
      return FALSE;
    }

  *date = parsed;
  return TRUE;
}

static void
put_digits (char *at, int number, int n)
{
  for (int i = n - 1; i >= 0; i--, number /= 10)
    at[i] = (char)('0' + number % 10);
}

const char *
gram_date_print (char buffer[GRAM_DATE_BUFFER], GramDate date)
{
  if (date.year == 0)
    {
      buffer[0] = '\0';
      return buffer;
    }

  memcpy (buffer, "YYYY-MM-DD", GRAM_DATE_BUFFER);
  put_digits (buffer, date.year, 4);
  put_digits (buffer + 5, date.month, 2);
  put_digits (buffer + 8, date.day, 2);
  return buffer;
}

char *
gram_date_format (GramDate date)
{
  char buffer[GRAM_DATE_BUFFER];

  return g_strdup (gram_date_print (buffer, date));
}

int
gram_date_scheme_year (GramDate date)
{
  return date.year;
}

gboolean
gram_date_range_contains (GramDateRange range, GramDate date)
{
  return gram_date_is_valid (date) && gram_date_compare (range.first, date) <= 0
         && gram_date_compare (date, range.last) <= 0;
}

GramDateRange
gram_year_window_range (const GramYearWindow *window, int scheme_year)
{
  GramDateRange range = { 0 };
  int year;

  g_return_val_if_fail (window != NULL, range);

  year = scheme_year + window->years_after;
  range.first = gram_date_make (year, window->first_month, window->first_day);
  range.last = gram_date_make (year, window->last_month, window->last_day);

  return range;
}

gboolean
gram_year_window_contains (const GramYearWindow *window, int scheme_year, GramDate today)
{
  return gram_date_range_contains (gram_year_window_range (window, scheme_year), today);
}
