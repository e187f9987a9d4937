/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-working-days.h"

#include "gram-rules-private.h"

#define DAYS_A_WEEK 7
#define WORKING_DAYS_A_WEEK 5

/* A Monday, from which weekdays are counted. */
#define A_MONDAY ((GramDate){ 2024, 1, 1 })

/* 0 for Monday to 6 for Sunday. */
static int
weekday (GramDate day)
{
  gint64 days = gram_date_days_between (A_MONDAY, day) % DAYS_A_WEEK;

  return (int)(days < 0 ? days + DAYS_A_WEEK : days);
}

static const GramHolidayYear *
find_year (const GramHolidays *holidays, int year)
{
  for (guint i = 0; holidays != NULL && i < holidays->n_years; i++)
    if (holidays->years[i].year == year)
      return &holidays->years[i];

  return NULL;
}

const GramHoliday *
gram_holiday_find (const GramHolidays *holidays, GramDate day)
{
  const GramHolidayYear *year = find_year (holidays, day.year);

  for (guint i = 0; year != NULL && i < year->n_days; i++)
    if (gram_date_compare (year->days[i].day, day) == 0)
      return &year->days[i];

  return NULL;
}

gboolean
gram_holidays_cover (const GramHolidays *holidays, GramDate first, GramDate last)
{
  int from = MIN (first.year, last.year);
  int to = MAX (first.year, last.year);

  if (holidays == NULL || holidays->n_years == 0)
    return FALSE;

  /* There are no gaps. */
  return from >= holidays->years[0].year && to <= holidays->years[holidays->n_years - 1].year;
}

gboolean
gram_is_working_day (const GramHolidays *holidays, GramDate day)
{
  g_return_val_if_fail (gram_date_is_valid (day), FALSE);

  return weekday (day) < WORKING_DAYS_A_WEEK && gram_holiday_find (holidays, day) == NULL;
}

GramDate
gram_add_working_days (const GramHolidays *holidays, GramDate day, int n)
{
  int step = n < 0 ? -1 : 1;
  int left = ABS (n);
  GramDate next;

  g_return_val_if_fail (gram_date_is_valid (day), GRAM_DATE_NONE);

  if (n == 0 && gram_is_working_day (holidays, day))
    return day;

  for (left = MAX (left, 1); left > 0 && gram_date_add_days (day, step, &next); day = next)
    if (gram_is_working_day (holidays, next))
      left--;

  return day;
}

/* Monday to Friday among the days after @from to @to, without walking. */
static gint64
weekdays_between (GramDate from, GramDate to)
{
  gint64 days = gram_date_days_between (from, to);
  gint64 n = days / DAYS_A_WEEK * WORKING_DAYS_A_WEEK;
  int at = weekday (from);

  for (gint64 rest = days % DAYS_A_WEEK; rest > 0; rest--)
    {
      at = (at + 1) % DAYS_A_WEEK;
      if (at < WORKING_DAYS_A_WEEK)
        n++;
    }

  return n;
}

gint64
gram_working_days_between (const GramHolidays *holidays, GramDate from, GramDate to)
{
  gint64 n;

  g_return_val_if_fail (gram_date_is_valid (from) && gram_date_is_valid (to), 0);

  if (gram_date_compare (to, from) < 0)
    return -gram_working_days_between (holidays, to, from);

  n = weekdays_between (from, to);
  for (guint i = 0; holidays != NULL && i < holidays->n_years; i++)
    {
      const GramHolidayYear *year = &holidays->years[i];

      for (guint j = 0; j < year->n_days; j++)
        {
          GramDate day = year->days[j].day;

          if (weekday (day) < WORKING_DAYS_A_WEEK && gram_date_compare (day, from) > 0
              && gram_date_compare (day, to) <= 0)
            n--;
        }
    }

  return n;
}
