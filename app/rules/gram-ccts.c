/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts.h"

#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>

#define PARTICIPANTS "CCTS art. 32(1)"
#define ALLOCATION "CCTS art. 34"
#define BASELINE "CCTS Sch. 1"
#define PERIOD "CCTS art. 31(1)"
#define SURRENDER "CCTS art. 38(1)"

#define MICRO G_GINT64_CONSTANT (1000000)
/* More than any car emits, g/km; with it, and all cars of the world, allowances can be counted. */
#define MOST_BASELINE 9000

typedef struct
{
  GramCctsAct act;
  const char *article;
  char *(*say_early) (int year, const char *first);
  char *(*say_late) (int year, const char *last);
} Timing;

static char *
say_trade_early (int year, const char *first)
{
  /* Translators: %d is a year, %s a day */
  return g_strdup_printf (_ ("Allowances of %d are traded from %s on; the trading window is not "
                             "open yet"),
                          year, first);
}

static char *
say_trade_late (int year, const char *last)
{
  /* Translators: %d is a year, %s a day */
  return g_strdup_printf (_ ("The trading window for %d closed at the end of %s; nothing of that "
                             "year is traded any more"),
                          year, last);
}

static char *
say_convert_early (int year, const char *first)
{
  /* Translators: %d is a year, %s a day */
  return g_strdup_printf (_ ("A conversion for %d can be asked for from %s on; the trading window "
                             "is not open yet"),
                          year, first);
}

static char *
say_convert_late (int year, const char *last)
{
  /* Translators: %d is a year, %s a day */
  return g_strdup_printf (_ ("The trading window for %d closed at the end of %s; nothing is "
                             "converted for that year any more"),
                          year, last);
}

/* What each act needs the trading window for, and what is said outside of it. */
static const Timing timings[] = {
  { GRAM_CCTS_ACT_TRADE, "CCTS art. 37(1)", say_trade_early, say_trade_late },
  { GRAM_CCTS_ACT_CONVERT, "CCTS art. 35(2)(a)", say_convert_early, say_convert_late },
  { GRAM_CCTS_ACT_CONVERT_TO_CRTS, "CCTS art. 23", say_convert_early, say_convert_late },
};

gboolean
gram_ccts_is_participant (const GramCctsRules *rules, gint64 cars)
{
  g_return_val_if_fail (rules != NULL, FALSE);

  return cars > rules->participant_threshold;
}

gboolean
gram_ccts_baseline_parse (const GramCctsRules *rules,
                          const char *text,
                          gint64 *baseline_micro,
                          GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;
  gint64 value;
  gint64 micro;

  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (baseline_micro != NULL, FALSE);

  if (!gram_decimal_parse (text, rules->baseline_decimals, &value, &error))
    return gram_refuse (refusal, "baseline.value", BASELINE,
                        /* Translators: %s says what is wrong with a number */
                        _ ("Baseline: %s"), error->message);
  if (value < 0)
    return gram_refuse (refusal, "baseline.value", BASELINE,
                        _ ("A baseline is not negative; write it without a sign"));
  if (!gram_decimal_rescale (value, rules->baseline_decimals, GRAM_DECIMAL_SCALE_CO2,
                             GRAM_ROUND_TRUNCATE, &micro)
      || micro > MOST_BASELINE * MICRO)
    return gram_refuse (refusal, "baseline.value", BASELINE,
                        _ ("The baseline is too large to be true; write it in g/km"));

  *baseline_micro = micro;
  return TRUE;
}

gboolean
gram_ccts_allocation (const GramCctsRules *rules,
                      gint64 cars,
                      gint64 baseline_micro,
                      GramCctsAllocation *allocation,
                      GramRefusal **refusal)
{
  gint64 product;
  gint64 allowances;

  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (baseline_micro >= 0, FALSE);
  g_return_val_if_fail (allocation != NULL, FALSE);

  if (!gram_ccts_is_participant (rules, cars))
    return gram_refuse (refusal, "allocation.no-participant", PARTICIPANTS,
                        /* Translators: %d is a number of cars */
                        _ ("Only the manufacturer of more than %d NZE cars of a year, or a pool "
                           "that was granted, takes part; nothing is allocated"),
                        rules->participant_threshold);
  if (!gram_decimal_multiply (cars, baseline_micro, &product)
      || !gram_decimal_rescale (product, GRAM_DECIMAL_SCALE_CO2, 0, rules->allocation_rounding,
                                &allowances))
    return gram_refuse (refusal, "allocation.too-large", ALLOCATION,
                        _ ("The number of cars or the baseline is too large to be true; correct it "
                           "first"));

  *allocation = (GramCctsAllocation){
    .cars = cars,
    .baseline_micro = baseline_micro,
    .product_micro = product,
    .allowances = allowances,
    .tie = product % MICRO == MICRO / 2,
  };
  return TRUE;
}

gboolean
gram_ccts_year_check (const GramCctsRules *rules, gint64 year, GramRefusal **refusal)
{
  g_return_val_if_fail (rules != NULL, FALSE);

  if (year >= rules->period.first.year && year <= rules->period.last.year)
    return TRUE;

  return gram_refuse (refusal, "year.none", PERIOD,
                      /* Translators: both %d are years */
                      _ ("The scheme years are %d to %d; choose one of them"),
                      rules->period.first.year, rules->period.last.year);
}

GramDateRange
gram_ccts_year_range (const GramCctsRules *rules, int year)
{
  GramDateRange range = { GRAM_DATE_NONE, GRAM_DATE_NONE };
  GramDate first;
  GramDate last;

  g_return_val_if_fail (rules != NULL, range);

  if (!gram_ccts_year_check (rules, year, NULL))
    return range;

  first = gram_date_make (year, 1, 1);
  last = gram_date_make (year, 12, 31);
  range.first = gram_date_compare (first, rules->period.first) < 0 ? rules->period.first : first;
  range.last = gram_date_compare (last, rules->period.last) > 0 ? rules->period.last : last;
  return range;
}

GramDateRange
gram_ccts_window (const GramCctsRules *rules, int year)
{
  GramDateRange none = { GRAM_DATE_NONE, GRAM_DATE_NONE };

  g_return_val_if_fail (rules != NULL, none);

  return gram_year_window_range (&rules->trading_window, year);
}

GramDate
gram_ccts_last_surrender_day (const GramCctsRules *rules, int year)
{
  return gram_ccts_window (rules, year).last;
}

static gboolean
refuse_late_surrender (const GramCctsRules *rules, int year, GramRefusal **refusal)
{
  g_autofree char *day = gram_date_format_for_people (gram_ccts_last_surrender_day (rules, year));

  return gram_refuse (refusal, "surrender.too-late", SURRENDER,
                      /* Translators: %d is a year, %s a day */
                      _ ("Allowances of %d were to be surrendered by the end of %s; what is not "
                         "accounted for has to be paid"),
                      year, day);
}

static gboolean
check_window (const GramCctsRules *rules,
              int year,
              const Timing *timing,
              GramDate today,
              GramRefusal **refusal)
{
  GramDateRange window = gram_ccts_window (rules, year);
  gboolean early = gram_date_compare (today, window.first) < 0;
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;

  if (gram_date_range_contains (window, today))
    return TRUE;
  if (early && timing->act == GRAM_CCTS_ACT_CONVERT_TO_CRTS && !rules->choices->to_crts_in_window)
    return TRUE;

  day = gram_date_format_for_people (early ? window.first : window.last);
  sentence = early ? timing->say_early (year, day) : timing->say_late (year, day);
  return gram_refuse (refusal, "window.not-open", timing->article, "%s", sentence);
}

gboolean
gram_ccts_check_act (const GramCctsRules *rules,
                     gint64 year,
                     GramCctsAct act,
                     GramDate today,
                     GramRefusal **refusal)
{
  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (gram_date_is_valid (today), FALSE);

  if (!gram_ccts_year_check (rules, year, refusal))
    return FALSE;
  if (act == GRAM_CCTS_ACT_SURRENDER)
    return gram_date_compare (today, gram_ccts_last_surrender_day (rules, (int)year)) <= 0
           || refuse_late_surrender (rules, (int)year, refusal);

  for (gsize i = 0; i < G_N_ELEMENTS (timings); i++)
    if (timings[i].act == act)
      return check_window (rules, (int)year, &timings[i], today, refusal);

  g_return_val_if_reached (FALSE);
}

GramDate
gram_ccts_allocate_by (const GramCctsRules *rules, int year)
{
  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  return gram_year_day_of (&rules->choices->allocate_by, year);
}

GramDate
gram_ccts_publish_on (const GramCctsRules *rules, int year)
{
  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  return gram_year_day_of (&rules->choices->publish_on, year);
}

GramDate
gram_ccts_apply_by (const GramCctsRules *rules, int year)
{
  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  return gram_year_day_of (&rules->choices->apply_by, year);
}
