/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-rules-private.h"
#include "gram-rulebook-json-reader.h"

#include <glib/gi18n-lib.h>

#define MAX_DAYS 3650

static void
read_due (GramRulebookSection *self, GramCaseRules *rules)
{
  GramRulebookSection due = _gram_rulebook_section_object (self, "due");
  guint kinds = gram_case_kinds_of (rules->scheme);

  for (guint i = 0; i < GRAM_CASE_KIND_N; i++)
    if ((kinds & (1u << i)) != 0)
      rules->due_days[i]
          = _gram_rulebook_section_int (&due, gram_word_for ("case-kind", (int)(1u << i)), 1,
                                        MAX_DAYS);
  rules->due_provenance = _gram_rulebook_section_provenance (&due);
  _gram_rulebook_section_close (&due);
}

static void
read_holiday (GramRulebookSection *self, const GramHolidayYear *year, guint i)
{
  GramHoliday *holiday = &year->days[i];

  holiday->day = _gram_rulebook_section_date (self, "on");
  holiday->name = g_strdup (_gram_rulebook_section_string (self, "name"));
  if (holiday->day.year != year->year)
    _gram_rulebook_section_fail (self, "on", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                 _ ("is not in the year of the list"));
  else if (i > 0 && gram_date_compare (holiday->day, year->days[i - 1].day) <= 0)
    _gram_rulebook_section_fail (self, "on", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                 _ ("does not come after the day before it"));
}

static void
read_holiday_year (GramRulebookSection *self, GramHolidayYear *year)
{
  JsonArray *array = _gram_rulebook_section_array (self, "days");

  year->year = _gram_rulebook_section_int (self, "year", GRAM_RULEBOOK_FIRST_YEAR,
                                           GRAM_RULEBOOK_LAST_YEAR);
  year->n_days = _gram_rulebook_section_count (self, "days", array, 1);
  year->days = g_new0 (GramHoliday, year->n_days);
  for (guint i = 0; i < year->n_days; i++)
    {
      GramRulebookSection day = _gram_rulebook_section_element (self, "days", array, i);

      read_holiday (&day, year, i);
      _gram_rulebook_section_close (&day);
    }
  year->provenance = _gram_rulebook_section_provenance (self);
}

static void
read_holidays (GramRulebookSection *self, GramHolidays *holidays)
{
  JsonArray *array = _gram_rulebook_section_array (self, "holidays");

  holidays->n_years = _gram_rulebook_section_count (self, "holidays", array, 0);
  holidays->years = g_new0 (GramHolidayYear, holidays->n_years);
  for (guint i = 0; i < holidays->n_years; i++)
    {
      GramRulebookSection year = _gram_rulebook_section_element (self, "holidays", array, i);

      read_holiday_year (&year, &holidays->years[i]);
      if (i > 0 && holidays->years[i].year != holidays->years[i - 1].year + 1)
        _gram_rulebook_section_fail (&year, "year", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                     _ ("does not follow the year before it"));
      _gram_rulebook_section_close (&year);
    }
}

GramCaseRules *
_gram_rulebook_read_cases (GramRulebookSection *self, GramScheme scheme)
{
  GramRulebookSection section;
  GramCaseRules *rules;

  if (!_gram_rulebook_section_has (self, "cases"))
    return _gram_case_rules_copy_default (scheme);

  rules = _gram_case_rules_new (scheme);
  section = _gram_rulebook_section_object (self, "cases");
  read_due (&section, rules);
  rules->answer_days = _gram_rulebook_section_number (&section, "answer", "working_days", MAX_DAYS,
                                                      &rules->answer_provenance);
  rules->remind_days = _gram_rulebook_section_number (&section, "reminder", "working_days_before",
                                                      MAX_DAYS, &rules->remind_provenance);
  rules->attachment_limit
      = _gram_rulebook_section_number (&section, "attachments", "max_bytes",
                                       (int)GRAM_ATTACHMENT_LIMIT, &rules->attachment_provenance);
  read_holidays (&section, &rules->holidays);
  _gram_rulebook_section_close (&section);

  return rules;
}
