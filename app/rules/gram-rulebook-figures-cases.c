/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-figures-private.h"

#include <glib/gi18n-lib.h>

static const char *
working_days (int n)
{
  return g_dngettext (GETTEXT_PACKAGE, "working day", "working days", (gulong)n);
}

static void
add_working_days (const GramFigureGroup *group, const char *name, const char *title, int days)
{
  _gram_figure_add_amount (group, name, title, days, 0, working_days (days));
}

static void
add_due (GPtrArray *figures, const GramCaseRules *rules)
{
  GramFigureGroup due
      = { figures, "cases.due", _ ("A case is to be decided within"), &rules->due_provenance };
  GramFigureGroup answer = { figures, "cases.answer", _ ("Cases"), &rules->answer_provenance };
  GramFigureGroup reminder = { figures, "cases.reminder", _ ("Cases"), &rules->remind_provenance };
  guint kinds = gram_case_kinds_of (rules->scheme);

  for (guint i = 0; i < GRAM_CASE_KIND_N; i++)
    {
      GramCaseKind kind = (GramCaseKind)(1u << i);

      if ((kinds & (guint)kind) != 0)
        add_working_days (&due, gram_word_for ("case-kind", (int)kind), gram_case_kind_title (kind),
                          rules->due_days[i]);
    }
  add_working_days (&answer, "working_days", _ ("Time for the holder’s answer to a question"),
                    rules->answer_days);
  add_working_days (&reminder, "working_days_before", _ ("Reminder before a case is due"),
                    rules->remind_days);
}

static void
add_attachments (GPtrArray *figures, const GramCaseRules *rules)
{
  GramFigureGroup group
      = { figures, "cases.attachments", _ ("Cases"), &rules->attachment_provenance };
  g_autofree char *size
      = g_format_size_full ((guint64)rules->attachment_limit, G_FORMAT_SIZE_IEC_UNITS);

  _gram_figure_add_text (&group, "max_bytes", _ ("Largest attachment"), size);
}

/* Which years are listed, and what that means for the others. */
static void
add_listed (GPtrArray *figures, const GramCaseRules *rules)
{
  const GramHolidays *holidays = &rules->holidays;
  const GramProvenance *provenance
      = holidays->n_years > 0 ? &holidays->years[0].provenance : &rules->due_provenance;
  GramFigureGroup group = { figures, "cases.holidays", _ ("Holidays"), provenance };
  g_autofree char *text = NULL;

  if (holidays->n_years > 0)
    /* Translators: both %d are years */
    text = g_strdup_printf (_ ("%d to %d; in other years only weekends are left out"),
                            holidays->years[0].year, holidays->years[holidays->n_years - 1].year);
  else
    text = g_strdup (_ ("none; only weekends are left out"));
  _gram_figure_add_text (&group, "listed", _ ("Listed years"), text);
}

/* A year in one figure, its days as the JSON text writes them: they have one source, and are read together. */
static void
add_holidays (GPtrArray *figures, const GramHolidays *holidays)
{
  for (guint i = 0; i < holidays->n_years; i++)
    {
      const GramHolidayYear *year = &holidays->years[i];
      g_autofree char *path = g_strdup_printf ("cases.holidays[%d]", year->year);
      g_autofree char *title = g_strdup_printf ("%d", year->year);
      g_autoptr (GString) days = g_string_new (NULL);
      GramFigureGroup group = { figures, path, _ ("Holidays"), &year->provenance };

      for (guint j = 0; j < year->n_days; j++)
        g_string_append_printf (days, "%s%02u-%02u %s", j > 0 ? "; " : "", year->days[j].day.month,
                                year->days[j].day.day, year->days[j].name);
      _gram_figure_add_text (&group, "days", title, days->str);
    }
}

void
_gram_figures_add_cases (GPtrArray *figures, const GramCaseRules *rules)
{
  guint first = figures->len;

  add_due (figures, rules);
  add_attachments (figures, rules);
  add_listed (figures, rules);
  add_holidays (figures, &rules->holidays);
  if (rules->built_in)
    _gram_figures_translate_sources (figures, first);
}
