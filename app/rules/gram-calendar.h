/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-rules-error.h"
#include "gram-words.h"

G_BEGIN_DECLS

/**
 * GramDate:
 * @year: 1 to 9999, 0 in %GRAM_DATE_NONE
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * A day of the calendar, without a clock and without a zone. Passed by value. In the database it is ISO text.
 */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
} GramDate;

/**
 * GRAM_DATE_NONE:
 *
 * No date.
 */
#define GRAM_DATE_NONE ((GramDate){ 0 })

/**
 * GRAM_DATE_BUFFER:
 *
 * Room for an ISO date and its final NUL.
 */
#define GRAM_DATE_BUFFER 11

/**
 * GramDateOrder:
 * @GRAM_DATE_ISO: `2026-02-14`
 * @GRAM_DATE_DAY_MONTH_YEAR: `14/02/2026`, `14.2.2026`, `14-02-2026`
 * @GRAM_DATE_MONTH_DAY_YEAR: `02/14/2026`
 *
 * How a file writes its dates. A person chooses it for the whole file; it is never guessed. Vocabulary `date-order`.
 */
typedef enum
{
  GRAM_DATE_ISO = 1,
  GRAM_DATE_DAY_MONTH_YEAR,
  GRAM_DATE_MONTH_DAY_YEAR,
} GramDateOrder;

/**
 * GramZone:
 * @GRAM_ZONE_UTC: UTC
 * @GRAM_ZONE_AUCKLAND: Pacific/Auckland, the zone of the Clean Car Standard
 * @GRAM_ZONE_LONDON: Europe/London, the zone of the CCTS
 *
 * The zones in which the schemes count their days.
 */
typedef enum
{
  GRAM_ZONE_UTC = 1,
  GRAM_ZONE_AUCKLAND,
  GRAM_ZONE_LONDON,
} GramZone;

/**
 * GramDateRange:
 * @first: first day
 * @last: last day, included
 *
 * Days from @first to the end of @last.
 */
typedef struct
{
  GramDate first;
  GramDate last;
} GramDateRange;

/**
 * GramYearWindow:
 * @years_after: in which year after the scheme year it lies
 * @first_month: month of its first day
 * @first_day: day of its first day
 * @last_month: month of its last day
 * @last_day: day of its last day
 *
 * A window that each scheme year has, as the rulebook states it: the trading window of the CCTS is 1 November to
 * 31 December of the year following the scheme year.
 */
typedef struct
{
  guint8 years_after;
  guint8 first_month;
  guint8 first_day;
  guint8 last_month;
  guint8 last_day;
} GramYearWindow;

/**
 * gram_date_make:
 * @year: year
 * @month: month
 * @day: day
 *
 * Makes a date from figures that are known to be one.
 *
 * Returns: the date; %GRAM_DATE_NONE if there is no such day
 */
GramDate gram_date_make (int year, int month, int day);

/**
 * gram_date_is_valid:
 * @date: a date
 *
 * Returns: %TRUE if there is such a day; %FALSE for %GRAM_DATE_NONE
 */
gboolean gram_date_is_valid (GramDate date);

/**
 * gram_date_parse:
 * @text: (nullable): a date; blanks around it are ignored
 * @order: how it is written
 * @date: (out): the date
 * @error: return location
 *
 * Reads a date. ISO is strict: four, two and two digits and `-`. The other two orders take one or two digits for day and
 * month, four for the year, and one of `/`, `.`, `-` twice. A time behind the date is refused.
 * Does not allocate unless it fails.
 *
 * Returns: %FALSE with a %GRAM_RULES_ERROR if @text is not such a date; @date is then untouched
 */
gboolean gram_date_parse (const char *text, GramDateOrder order, GramDate *date, GError **error);

/**
 * gram_date_print:
 * @buffer: (out caller-allocates): room for %GRAM_DATE_BUFFER bytes
 * @date: a date
 *
 * Prints a date as ISO text without an allocation; %GRAM_DATE_NONE gives the empty text.
 *
 * Returns: (transfer none): @buffer
 */
const char *gram_date_print (char buffer[GRAM_DATE_BUFFER], GramDate date);

/**
 * gram_date_format:
 * @date: a date
 *
 * Returns: (transfer full): the date as ISO text, empty for %GRAM_DATE_NONE
 */
char *gram_date_format (GramDate date);

/**
 * gram_date_format_for_people:
 * @date: a valid date
 *
 * The date in words of the reader's language, for example “14 February 2026”, for sentences and screens.
 *
 * Returns: (transfer full): the text
 */
char *gram_date_format_for_people (GramDate date);

/**
 * gram_date_compare:
 * @a: a date
 * @b: a date
 *
 * Returns: less than, equal to or more than 0, as @a is before, the same as or after @b; %GRAM_DATE_NONE is before all
 */
int gram_date_compare (GramDate a, GramDate b);

/**
 * gram_date_is_leap_year:
 * @year: a year
 *
 * Returns: %TRUE if @year has a 29 February
 */
gboolean gram_date_is_leap_year (int year);

/**
 * gram_date_days_in_month:
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: 28 to 31, or 0 if there is no such month
 */
int gram_date_days_in_month (int year, int month);

/**
 * gram_date_add_days:
 * @date: a valid date
 * @days: days to go forward, or back if negative
 * @result: (out): the day
 *
 * Adds days. The day of @date is day 0: a notice given on 15 January with 30 days to pay is due on 14 February.
 *
 * Returns: %FALSE if the day lies outside the years 1 to 9999
 */
gboolean
gram_date_add_days (GramDate date, gint64 days, GramDate *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gram_date_days_between:
 * @from: a valid date
 * @to: a valid date
 *
 * Returns: days from @from to @to; negative if @to is before @from
 */
gint64 gram_date_days_between (GramDate from, GramDate to);

/**
 * gram_date_from_instant:
 * @utc_us: an instant, UTC microseconds since 1970
 * @zone: the zone whose calendar counts
 *
 * The local day at an instant. The zone's rules come from the time zone database; where a machine has none, from the
 * rules in force since 2007 (Auckland) and 1996 (London).
 *
 * Returns: the day; %GRAM_DATE_NONE outside the years 1 to 9999
 */
GramDate gram_date_from_instant (gint64 utc_us, GramZone zone);

/**
 * gram_date_first_instant:
 * @date: a valid date
 * @zone: a zone
 *
 * The instant at which a local day begins: midnight there, also on a day of 23 or 25 hours.
 *
 * Returns: UTC microseconds
 */
gint64 gram_date_first_instant (GramDate date, GramZone zone);

/**
 * gram_instant_format:
 * @utc_us: an instant, UTC microseconds
 *
 * Returns: (transfer full): the instant for JSON and CSV, `2026-11-22T02:25:13Z`; fractions of a second are cut off
 */
char *gram_instant_format (gint64 utc_us);

/**
 * gram_zone_of_scheme:
 * @scheme: a scheme
 *
 * Returns: the zone in which @scheme counts its days
 */
GramZone gram_zone_of_scheme (GramScheme scheme);

/**
 * gram_zone_name:
 * @zone: a zone
 *
 * Returns: (transfer none): its name in the time zone database, for example `Pacific/Auckland`
 */
const char *gram_zone_name (GramZone zone);

/**
 * gram_date_scheme_year:
 * @date: a valid date, in the scheme's own zone
 *
 * The scheme year (CCS: obligation year) that a day lies in. Both schemes count calendar years. Whether the scheme ran
 * on that day is the rulebook's to say: gram_rulebook_scheme_year().
 *
 * Returns: the year
 */
int gram_date_scheme_year (GramDate date);

/**
 * gram_date_range_contains:
 * @range: days
 * @date: a date
 *
 * Returns: %TRUE if @date is one of them
 */
gboolean gram_date_range_contains (GramDateRange range, GramDate date);

/**
 * gram_year_window_range:
 * @window: a window of the rulebook
 * @scheme_year: a scheme year
 *
 * The days of the window that belongs to a scheme year: for 2024 the trading window is 1 November to 31 December 2025.
 *
 * Returns: the days
 */
GramDateRange gram_year_window_range (const GramYearWindow *window, int scheme_year);

/**
 * gram_year_window_contains:
 * @window: a window of the rulebook
 * @scheme_year: a scheme year
 * @today: a day in the scheme's own zone
 *
 * Returns: %TRUE if the window of @scheme_year is open on @today
 */
gboolean gram_year_window_contains (const GramYearWindow *window, int scheme_year, GramDate today);

G_END_DECLS
