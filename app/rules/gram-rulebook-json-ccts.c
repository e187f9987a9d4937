/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-choices-private.h"
#include "gram-rulebook-json-reader.h"

#include <glib/gi18n-lib.h>

#define MAX_YEARS 10
#define MAX_RATIO 1000000
#define MAX_DAYS 3650
/* Activity is kept in thousandths (art. 36(4)). */
#define MAX_ACTIVITY_DECIMALS 3
#define SCALE_CO2 GRAM_DECIMAL_SCALE_CO2
#define SCALE_MONEY GRAM_DECIMAL_SCALE_MONEY

static void
read_ccts_time (GramRulebookSection *self, GramCctsRules *rules)
{
  GramRulebookSection period = _gram_rulebook_section_object (self, "trading_period");
  GramRulebookSection window = _gram_rulebook_section_object (self, "trading_window");
  GramYearWindow *days = &rules->trading_window;

  rules->period.first = _gram_rulebook_section_date (&period, "first");
  rules->period.last = _gram_rulebook_section_date (&period, "last");
  if (gram_date_compare (rules->period.first, rules->period.last) > 0)
    _gram_rulebook_section_fail (&period, "last", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                 _ ("is before the first day"));
  rules->period_provenance = _gram_rulebook_section_provenance (&period);
  _gram_rulebook_section_close (&period);

  days->years_after = (guint8)_gram_rulebook_section_int (&window, "years_after", 0, 10);
  _gram_rulebook_section_month_day (&window, "first", &days->first_month, &days->first_day);
  _gram_rulebook_section_month_day (&window, "last", &days->last_month, &days->last_day);
  if (days->first_month * 100 + days->first_day > days->last_month * 100 + days->last_day)
    _gram_rulebook_section_fail (&window, "last", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                 _ ("is before the first day"));
  rules->window_provenance = _gram_rulebook_section_provenance (&window);
  _gram_rulebook_section_close (&window);
}

static void
read_ccts_activity (GramRulebookSection *self, GramCctsRules *rules)
{
  GramRulebookSection participant = _gram_rulebook_section_object (self, "participant");
  GramRulebookSection allocation = _gram_rulebook_section_object (self, "allocation");
  GramRulebookSection activity = _gram_rulebook_section_object (self, "activity");

  rules->participant_threshold
      = _gram_rulebook_section_int (&participant, "more_than", 0, MAX_RATIO);
  rules->participant_provenance = _gram_rulebook_section_provenance (&participant);
  _gram_rulebook_section_close (&participant);

  rules->baseline_decimals
      = (guint)_gram_rulebook_section_int (&allocation, "baseline_decimals", 0, SCALE_CO2);
  rules->allocation_rounding = _gram_rulebook_section_word (&allocation, "rounding", "rounding");
  rules->allocation_provenance = _gram_rulebook_section_provenance (&allocation);
  _gram_rulebook_section_close (&allocation);

  rules->activity_decimals
      = (guint)_gram_rulebook_section_int (&activity, "decimals", 0, MAX_ACTIVITY_DECIMALS);
  rules->activity_rounding = _gram_rulebook_section_word (&activity, "rounding", "rounding");
  rules->reduce_corrected = _gram_rulebook_section_boolean (&activity, "reduce_corrected");
  rules->activity_provenance = _gram_rulebook_section_provenance (&activity);
  _gram_rulebook_section_close (&activity);
}

static void
read_ccts_payment (GramRulebookSection *self, GramCctsRules *rules)
{
  GramRulebookSection conversion = _gram_rulebook_section_object (self, "conversion");
  GramRulebookSection payment = _gram_rulebook_section_object (self, "payment");

  rules->allowances_per_crts
      = _gram_rulebook_section_int (&conversion, "allowances_per_crts", 1, MAX_RATIO);
  rules->conversion_provenance = _gram_rulebook_section_provenance (&conversion);
  _gram_rulebook_section_close (&conversion);

  rules->payment_pence = _gram_rulebook_section_decimal (&payment, "per_unit", SCALE_MONEY);
  rules->payment_rounding = _gram_rulebook_section_word (&payment, "rounding", "rounding");
  rules->notice_days = _gram_rulebook_section_int (&payment, "notice_days", 0, MAX_DAYS);
  rules->payment_provenance = _gram_rulebook_section_provenance (&payment);
  _gram_rulebook_section_close (&payment);
}

static void
read_ccts_crts (GramRulebookSection *self, GramCctsRules *rules)
{
  GramRulebookSection crts = _gram_rulebook_section_object (self, "conversion_to_crts");
  JsonArray *array = _gram_rulebook_section_array (&crts, "caps");

  rules->allowances_per_crts_credit
      = _gram_rulebook_section_int (&crts, "allowances_per_credit", 1, MAX_RATIO);
  rules->n_crts_caps = _gram_rulebook_section_count (&crts, "caps", array, 0);
  rules->crts_caps = g_new0 (GramCctsCap, rules->n_crts_caps);
  for (guint i = 0; i < rules->n_crts_caps; i++)
    {
      GramRulebookSection cap = _gram_rulebook_section_element (&crts, "caps", array, i);

      rules->crts_caps[i].year = _gram_rulebook_section_int (&cap, "year", GRAM_RULEBOOK_FIRST_YEAR,
                                                             GRAM_RULEBOOK_LAST_YEAR);
      rules->crts_caps[i].share_micro = _gram_rulebook_section_decimal (&cap, "share", SCALE_CO2);
      _gram_rulebook_section_close (&cap);
    }
  rules->crts_provenance = _gram_rulebook_section_provenance (&crts);
  _gram_rulebook_section_close (&crts);
}

static void
read_year_day (GramRulebookSection *self, const char *name, GramYearDay *day)
{
  GramRulebookSection section = _gram_rulebook_section_object (self, name);

  day->years_after = (guint8)_gram_rulebook_section_int (&section, "years_after", 0, MAX_YEARS);
  _gram_rulebook_section_month_day (&section, "on", &day->month, &day->day);
  _gram_rulebook_section_close (&section);
}

static void
read_choices_of_time (GramRulebookSection *self, GramCctsChoices *choices)
{
  GramRulebookSection due = _gram_rulebook_section_object (self, "due");
  GramRulebookSection to_crts = _gram_rulebook_section_object (self, "to_crts");
  GramRulebookSection timetable = _gram_rulebook_section_object (self, "timetable");

  choices->due_counting = _gram_rulebook_section_word (&due, "counting", "due-counting");
  choices->due_provenance = _gram_rulebook_section_provenance (&due);
  _gram_rulebook_section_close (&due);

  choices->to_crts_in_window = _gram_rulebook_section_boolean (&to_crts, "in_window");
  choices->to_crts_provenance = _gram_rulebook_section_provenance (&to_crts);
  _gram_rulebook_section_close (&to_crts);

  read_year_day (&timetable, "allocate_by", &choices->allocate_by);
  read_year_day (&timetable, "apply_by", &choices->apply_by);
  read_year_day (&timetable, "publish_on", &choices->publish_on);
  choices->timetable_provenance = _gram_rulebook_section_provenance (&timetable);
  _gram_rulebook_section_close (&timetable);
}

static void
read_choices_of_trade (GramRulebookSection *self, GramCctsChoices *choices)
{
  GramRulebookSection surrender = _gram_rulebook_section_object (self, "surrender");
  GramRulebookSection trade = _gram_rulebook_section_object (self, "trade");

  choices->notice_years = _gram_rulebook_section_number (self, "eco_notice", "scheme_years",
                                                         MAX_YEARS, &choices->notice_provenance);

  choices->part_units = _gram_rulebook_section_boolean (&surrender, "part_units");
  choices->beyond_activity = _gram_rulebook_section_boolean (&surrender, "beyond_activity");
  choices->surrender_provenance = _gram_rulebook_section_provenance (&surrender);
  _gram_rulebook_section_close (&surrender);

  choices->price = _gram_rulebook_section_word (&trade, "price", "trade-price");
  choices->zero_price = _gram_rulebook_section_boolean (&trade, "zero_price");
  choices->trade_provenance = _gram_rulebook_section_provenance (&trade);
  _gram_rulebook_section_close (&trade);
}

/* Rulebooks of 2026-12 and before have none; they get the built-in settings. */
static GramCctsChoices *
read_choices (GramRulebookSection *self)
{
  GramRulebookSection section;
  GramCctsChoices *choices;

  if (!_gram_rulebook_section_has (self, "choices"))
    return _gram_ccts_choices_copy_default ();

  choices = g_new0 (GramCctsChoices, 1);
  section = _gram_rulebook_section_object (self, "choices");
  read_choices_of_trade (&section, choices);
  read_choices_of_time (&section, choices);
  _gram_rulebook_section_close (&section);

  return choices;
}

GramCctsRules *
_gram_rulebook_read_ccts (GramRulebookSection *self)
{
  GramCctsRules *rules = g_new0 (GramCctsRules, 1);

  read_ccts_time (self, rules);
  read_ccts_activity (self, rules);
  read_ccts_payment (self, rules);
  read_ccts_crts (self, rules);
  rules->ready_warning_days = _gram_rulebook_section_ready (self, &rules->ready_provenance);
  rules->choices = read_choices (self);

  return rules;
}
