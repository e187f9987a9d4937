/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs.h"

#include "gram-vehicle-record.h"

#include <glib/gi18n-lib.h>

#define ARTICLE_TARGET "reg. 10(1)"
#define SHOWN_SCALE GRAM_DECIMAL_SCALE_MONEY

static const struct
{
  const char *vehicle_class;
  char type;
} classes[] = {
  { "MA", 'A' }, { "MB", 'A' }, { "MC", 'A' }, { "NA", 'B' }, { "MD1", 'B' },
};

char
gram_ccs_type_of_class (const char *vehicle_class)
{
  for (gsize i = 0; vehicle_class != NULL && i < G_N_ELEMENTS (classes); i++)
    if (g_ascii_strcasecmp (classes[i].vehicle_class, vehicle_class) == 0)
      return classes[i].type;

  return 0;
}

static gboolean
refuse_too_large (GramRefusal **refusal)
{
  return gram_refuse (refusal, "ccs.figure-too-large", ARTICLE_TARGET,
                      _ ("The weight or the CO₂ value is too large to be true; correct it first"));
}

/* Annual target + slope × (weight − mean weight), exact: reg. 10(1), CCS facts §4.1. */
static gboolean
exact_target (const GramCcsTarget *line, int weight_kg, gint64 *micro)
{
  gint64 adjustment;

  return gram_decimal_multiply (line->slope_micro, (gint64)weight_kg - line->mean_weight_kg,
                                &adjustment)
         && gram_decimal_add (line->target_micro, adjustment, micro);
}

/* To as many decimals as the rulebook says, in hundredths of a gram: CCS facts §6, step 1. */
static gboolean
round_shown (const GramCcsRules *rules, gint64 micro, gint64 *shown)
{
  gint64 rounded;

  return gram_decimal_rescale (micro, GRAM_DECIMAL_SCALE_CO2, rules->target_decimals,
                               rules->target_rounding, &rounded)
         && gram_decimal_rescale (rounded, rules->target_decimals, SHOWN_SCALE, GRAM_ROUND_TRUNCATE,
                                  shown);
}

static gboolean
check_facts (const GramCcsFacts *facts, GramRefusal **refusal)
{
  if (facts->type != 'A' && facts->type != 'B')
    return gram_refuse (
        refusal, "vehicle.incomplete", ARTICLE_TARGET,
        _ ("The target depends on the type of the vehicle, A or B, which is not known"));
  if (facts->mass_kg <= 0)
    return gram_refuse (refusal, "vehicle.incomplete", ARTICLE_TARGET,
                        _ ("The target depends on the weight of the vehicle, which is not known"));
  if (facts->co2_micro < 0)
    return gram_refuse (refusal, "vehicle.incomplete", ARTICLE_TARGET,
                        _ ("The CO₂ value of the vehicle is not known"));

  return TRUE;
}

/* Compares what is shown with what is shown, so that a pocket calculator agrees: CCS facts §6, step 2. */
static gboolean
work_out (const GramRulebook *rulebook,
          const GramCcsTarget *line,
          const GramCcsFacts *facts,
          GramCcsFigure *figure)
{
  const GramCcsRules *rules = rulebook->ccs;

  if (!gram_rulebook_ccs_rate (rulebook, facts->year, facts->kind, facts->fleet_average,
                               &figure->rate_cents))
    return FALSE;
  if (!exact_target (line, figure->weight_taken_kg, &figure->exact_target_micro)
      || !round_shown (rules, MAX (figure->exact_target_micro, 0), &figure->target)
      || !round_shown (rules, facts->co2_micro, &figure->value)
      || !gram_decimal_subtract (figure->target, figure->value, &figure->difference))
    return FALSE;

  figure->credit = MAX (figure->difference, 0);
  figure->charge = MAX (-figure->difference, 0);
  return gram_ccs_amount (rules, figure->charge, figure->rate_cents, &figure->amount_cents);
}

gboolean
gram_ccs_figure (const GramRulebook *rulebook,
                 const GramCcsFacts *facts,
                 GramCcsFigure *figure,
                 GramRefusal **refusal)
{
  const GramCcsYear *year;
  const GramCcsTarget *line;
  GramCcsFigure worked = { 0 };

  g_return_val_if_fail (rulebook != NULL && rulebook->ccs != NULL, FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);
  g_return_val_if_fail (figure != NULL, FALSE);

  if (!check_facts (facts, refusal))
    return FALSE;

  year = gram_rulebook_ccs_year (rulebook, facts->year);
  line = gram_rulebook_ccs_target (rulebook, facts->year, facts->type);
  if (year == NULL || line == NULL)
    return gram_refuse (refusal, "ccs.year-unknown", ARTICLE_TARGET,
                        _ ("The rulebook %s has no targets for %d; ask for one that has"),
                        rulebook->version, facts->year);
  if (!line->has_weights && rulebook->ccs->missing_weights == GRAM_CCS_MISSING_WEIGHTS_REFUSE)
    return gram_refuse (
        refusal, "ccs.weights-unpublished", ARTICLE_TARGET,
        _ ("There is no target: the mean weight and the slope of %d for type %c are not published"),
        facts->year, facts->type);

  worked.year = facts->year;
  worked.annual_target_micro = line->target_micro;
  worked.slope_micro = line->slope_micro;
  worked.mean_weight_kg = line->mean_weight_kg;
  worked.weight_taken_kg = line->has_weights ? facts->mass_kg : line->mean_weight_kg;
  worked.verified = line->provenance.verified && year->rates.provenance.verified;
  if (!work_out (rulebook, line, facts, &worked))
    return refuse_too_large (refusal);

  *figure = worked;
  return TRUE;
}

gboolean
gram_ccs_amount (const GramCcsRules *rules, gint64 grams, gint64 rate_cents, gint64 *cents)
{
  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (grams >= 0, FALSE);

  return gram_decimal_multiply_divide (grams, rate_cents, 100, rules->money_rounding, cents);
}

GramDate
gram_ccs_credit_lapse (const GramCcsRules *rules, int earned_in)
{
  GramDate lapse;

  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  lapse = gram_date_make (earned_in + rules->credit_life_years, 12, 31);
  return gram_date_compare (lapse, rules->credit_lapse_floor) < 0 ? rules->credit_lapse_floor
                                                                  : lapse;
}
