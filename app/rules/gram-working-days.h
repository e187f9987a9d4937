/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-provenance.h"

G_BEGIN_DECLS

/*
 * Working days of a scheme's country: Monday to Friday without the days that the rulebook lists as holidays. Years that it
 * does not list have no holidays here; gram_holidays_cover() tells, so that the screen can say so.
 */

/**
 * GramHoliday:
 * @day: the day
 * @name: what is kept on it, as the source has it
 *
 * One holiday.
 */
typedef struct
{
  GramDate day;
  char *name;
} GramHoliday;

/**
 * GramHolidayYear:
 * @year: the calendar year
 * @days: (array length=n_days): its holidays, ascending
 * @n_days: how many
 * @provenance: where they are from
 *
 * The holidays of a year.
 */
typedef struct
{
  int year;
  GramHoliday *days;
  guint n_days;
  GramProvenance provenance;
} GramHolidayYear;

/**
 * GramHolidays:
 * @years: (array length=n_years): the years that are listed, ascending, without gaps
 * @n_years: how many; 0 if none are known
 *
 * The holidays of a rulebook.
 */
typedef struct
{
  GramHolidayYear *years;
  guint n_years;
} GramHolidays;

/**
 * gram_holiday_find:
 * @holidays: (nullable): holidays
 * @day: a valid day
 *
 * Returns: (transfer none) (nullable): the holiday that @day is, %NULL if it is none
 */
const GramHoliday *gram_holiday_find (const GramHolidays *holidays, GramDate day);

/**
 * gram_holidays_cover:
 * @holidays: (nullable): holidays
 * @first: a valid day
 * @last: a valid day
 *
 * Returns: %TRUE if every year from that of the earlier to that of the later day is listed; otherwise only weekends were
 *   left out in the others, and whoever shows such a day says so
 */
gboolean gram_holidays_cover (const GramHolidays *holidays, GramDate first, GramDate last);

/**
 * gram_is_working_day:
 * @holidays: (nullable): holidays
 * @day: a valid day
 *
 * Returns: %TRUE if @day is neither a Saturday nor a Sunday nor a holiday
 */
gboolean gram_is_working_day (const GramHolidays *holidays, GramDate day);

/**
 * gram_add_working_days:
 * @holidays: (nullable): holidays
 * @day: a valid day, day 0 whether or not it is a working day
 * @n: working days to go on, or back if negative
 *
 * The @n-th working day after @day (before it, if negative). 0 gives @day itself if it is a working day, otherwise the next
 * one. Beyond the calendar it is its last day.
 *
 * Returns: a working day
 */
GramDate gram_add_working_days (const GramHolidays *holidays, GramDate day, int n);

/**
 * gram_working_days_between:
 * @holidays: (nullable): holidays
 * @from: a valid day, not counted
 * @to: a valid day, counted if it is a working day
 *
 * How many working days have passed: gram_add_working_days (@from, n) is n working days after @from. Ageing of a case is
 * this from the day on which it was opened.
 *
 * Returns: working days from @from to @to; negative if @to is before @from
 */
gint64 gram_working_days_between (const GramHolidays *holidays, GramDate from, GramDate to);

G_END_DECLS
