/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-json-reader.h"

#include <glib/gi18n-lib.h>

#define MAX_MASS_KG 100000
#define MAX_RATIO 1000000
#define SCALE_CO2 GRAM_DECIMAL_SCALE_CO2
#define SCALE_MONEY GRAM_DECIMAL_SCALE_MONEY

/* A target line: mean weight and slope are both published, or neither; a slope of 0 needs no mean weight. */
static void
read_target (GramRulebookSection *targets, const char *type, GramCcsTarget *target)
{
  GramRulebookSection self = _gram_rulebook_section_object (targets, type);
  gboolean no_mean = _gram_rulebook_section_is_null (&self, "mean_weight");
  gboolean no_slope = _gram_rulebook_section_is_null (&self, "slope");

  target->target_micro = _gram_rulebook_section_decimal (&self, "target", SCALE_CO2);
  if (!no_mean)
    target->mean_weight_kg = _gram_rulebook_section_int (&self, "mean_weight", 1, MAX_MASS_KG);
  if (!no_slope)
    target->slope_micro = _gram_rulebook_section_decimal (&self, "slope", SCALE_CO2);
  target->has_weights = !no_slope;

  if (no_slope && !no_mean)
    _gram_rulebook_section_fail (&self, "slope", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                 _ ("is missing, while a mean weight is given"));
  if (!no_slope && no_mean && target->slope_micro != 0)
    _gram_rulebook_section_fail (&self, "mean_weight", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                 _ ("is missing, while a slope is given"));

  target->provenance = _gram_rulebook_section_provenance (&self);
  _gram_rulebook_section_close (&self);
}

static void
read_rates (GramRulebookSection *year, GramCcsRates *rates)
{
  GramRulebookSection self = _gram_rulebook_section_object (year, "rates");

  rates->payg_used = _gram_rulebook_section_decimal (&self, "payg_used", SCALE_MONEY);
  rates->payg_new = _gram_rulebook_section_decimal (&self, "payg_new", SCALE_MONEY);
  rates->fleet_average_used
      = _gram_rulebook_section_decimal (&self, "fleet_average_used", SCALE_MONEY);
  rates->fleet_average_new
      = _gram_rulebook_section_decimal (&self, "fleet_average_new", SCALE_MONEY);
  rates->provenance = _gram_rulebook_section_provenance (&self);
  _gram_rulebook_section_close (&self);
}

static void
read_ccs_year (GramRulebookSection *self, GramCcsYear *year)
{
  GramRulebookSection targets;

  year->year = _gram_rulebook_section_int (self, "year", GRAM_RULEBOOK_FIRST_YEAR,
                                           GRAM_RULEBOOK_LAST_YEAR);
  targets = _gram_rulebook_section_object (self, "targets");
  read_target (&targets, "A", &year->type_a);
  read_target (&targets, "B", &year->type_b);
  _gram_rulebook_section_close (&targets);
  read_rates (self, &year->rates);
}

static void
read_ccs_years (GramRulebookSection *self, GramCcsRules *rules)
{
  JsonArray *array = _gram_rulebook_section_array (self, "years");

  rules->n_years = _gram_rulebook_section_count (self, "years", array, 1);
  rules->years = g_new0 (GramCcsYear, rules->n_years);
  for (guint i = 0; i < rules->n_years; i++)
    {
      GramRulebookSection year = _gram_rulebook_section_element (self, "years", array, i);

      read_ccs_year (&year, &rules->years[i]);
      if (i > 0 && rules->years[i].year != rules->years[i - 1].year + 1)
        _gram_rulebook_section_fail (&year, "year", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                     _ ("does not follow the year before it"));
      _gram_rulebook_section_close (&year);
    }
}

static void
read_ccs_settings (GramRulebookSection *self, GramCcsRules *rules)
{
  GramRulebookSection rounding = _gram_rulebook_section_object (self, "rounding");
  GramRulebookSection credits = _gram_rulebook_section_object (self, "credits");
  GramRulebookSection transfers = _gram_rulebook_section_object (self, "transfers");
  GramRulebookSection fleet = _gram_rulebook_section_object (self, "fleet_average");

  rules->target_decimals = (guint)_gram_rulebook_section_int (&rounding, "target_decimals", 0, 2);
  rules->target_rounding = _gram_rulebook_section_word (&rounding, "target", "rounding");
  rules->money_rounding = _gram_rulebook_section_word (&rounding, "money", "rounding");
  rules->rounding_provenance = _gram_rulebook_section_provenance (&rounding);
  _gram_rulebook_section_close (&rounding);

  rules->credit_life_years = _gram_rulebook_section_int (&credits, "life_years", 0, 100);
  rules->credit_lapse_floor = _gram_rulebook_section_date (&credits, "never_before");
  rules->credit_provenance = _gram_rulebook_section_provenance (&credits);
  _gram_rulebook_section_close (&credits);

  rules->used_per_new = _gram_rulebook_section_int (&transfers, "used_per_new", 1, MAX_RATIO);
  rules->transfer_provenance = _gram_rulebook_section_provenance (&transfers);
  _gram_rulebook_section_close (&transfers);

  _gram_rulebook_section_month_day (&fleet, "settled_by", &rules->fleet_settlement_month,
                                    &rules->fleet_settlement_day);
  rules->fleet_provenance = _gram_rulebook_section_provenance (&fleet);
  _gram_rulebook_section_close (&fleet);
}

GramCcsRules *
_gram_rulebook_read_ccs (GramRulebookSection *self)
{
  GramCcsRules *rules = g_new0 (GramCcsRules, 1);

  read_ccs_years (self, rules);
  rules->missing_weights = _gram_rulebook_section_word (self, "missing_weights", "missing-weights");
  read_ccs_settings (self, rules);
  rules->ready_warning_days = _gram_rulebook_section_ready (self, &rules->ready_provenance);
  rules->terms = _gram_rulebook_read_terms (self);

  return rules;
}
