/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-allowance-chart.h"

#include "gram-allowance-texts.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

#define THOUSANDTHS 1000

/* A mark a quarter, from the scheme year to the end of the year after it. */
#define N_MARKS 9
#define MONTHS_A_MARK 3

static int
day_number (GramDate date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay)date.day, (GDateMonth)date.month, (GDateYear)date.year);
  return (int)g_date_get_julian (&day);
}

static GArray *
make_points (GArray *days)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (GramStepPoint), days->len);

  for (guint i = 0; i < days->len; i++)
    {
      const GramAllowanceDay *day = &g_array_index (days, GramAllowanceDay, i);
      GramStepPoint point = {
        day_number (day->on),
        { (day->activity + THOUSANDTHS - 1) / THOUSANDTHS, day->allowances },
      };

      g_array_append_val (points, point);
    }
  return points;
}

static char *
make_summary (const GramAllowanceYear *year, const GramStepPoint *last)
{
  g_autofree char *activity = gram_format_count (last->values[0]);
  g_autofree char *allowances = gram_format_count (last->values[1]);

  /* Translators: a year, two numbers */
  return g_strdup_printf (_ ("Scheme year %d: activity %s against %s allowances"), year->year,
                          activity, allowances);
}

gboolean
gram_allowance_chart_fill (GramStepChart *chart, const GramAllowanceYear *year, GArray *days)
{
  g_autoptr (GArray) points = NULL;
  g_autofree char *summary = NULL;
  GramStepMark marks[N_MARKS];
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (GRAM_IS_STEP_CHART (chart), FALSE);
  g_return_val_if_fail (year != NULL && days != NULL, FALSE);

  if (days->len == 0)
    return FALSE;

  for (int i = 0; i < N_MARKS; i++)
    {
      int month = i * MONTHS_A_MARK;
      GramDate at = gram_date_make (year->year + month / 12, month % 12 + 1, 1);
      char *label = gram_format_month (at.year * 100 + at.month, TRUE);

      g_ptr_array_add (labels, label);
      marks[i] = (GramStepMark){ day_number (at), label };
    }
  points = make_points (days);
  summary = make_summary (year, &g_array_index (points, GramStepPoint, points->len - 1));
  gram_step_chart_set_names (chart, _ ("Activity"), _ ("Allowances"));
  gram_step_chart_set_points (chart, points, day_number (gram_date_make (year->year, 1, 1)),
                              day_number (year->surrender_by) + 1, marks, N_MARKS, summary);
  return TRUE;
}
