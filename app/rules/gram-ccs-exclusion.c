/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-exclusion.h"

#include <glib/gi18n-lib.h>

#define OUTSIDE "CCS facts §2"

const GramCcsExclusion *
gram_ccs_exclusion_find (const GramCcsRules *rules, const char *word)
{
  g_return_val_if_fail (rules != NULL, NULL);

  for (guint i = 0; word != NULL && i < rules->terms->n_exclusions; i++)
    if (g_str_equal (rules->terms->exclusions[i].word, word))
      return &rules->terms->exclusions[i];

  return NULL;
}

const char *
gram_ccs_exclusion_title (const GramCcsRules *rules, const char *word)
{
  const GramCcsExclusion *exclusion = rules != NULL ? gram_ccs_exclusion_find (rules, word) : NULL;

  return exclusion != NULL ? _ (exclusion->title) : word;
}

gboolean
gram_ccs_exclusion_check (const GramCcsRules *rules, const char *word, GramRefusal **refusal)
{
  g_autoptr (GString) words = g_string_new ("");

  g_return_val_if_fail (rules != NULL, FALSE);

  if (word == NULL || *word == '\0' || gram_ccs_exclusion_find (rules, word) != NULL)
    return TRUE;

  for (guint i = 0; i < rules->terms->n_exclusions; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", rules->terms->exclusions[i].word);
  return gram_refuse (refusal, "vehicle.excluded", OUTSIDE,
                      _ ("“%s” is no reason for a vehicle to be outside the standard; the rulebook "
                         "has: %s"),
                      word, words->str);
}

/* Where the type of a vehicle is from: CCS facts §1. */
static const struct
{
  const char *vehicle_class;
  const char *sentence;
} classes[] = {
  { "MA", N_ ("Type A: class MA is a passenger car") },
  { "MB", N_ ("Type A: class MB is a forward control passenger vehicle") },
  { "MC", N_ ("Type A: class MC is an off-road passenger vehicle") },
  { "NA", N_ ("Type B: class NA is a light goods vehicle") },
  { "MD1", N_ ("Type B: class MD1 is a light omnibus") },
};

char *
gram_ccs_type_reason (const char *vehicle_class, char type)
{
  for (gsize i = 0; vehicle_class != NULL && i < G_N_ELEMENTS (classes); i++)
    if (g_ascii_strcasecmp (classes[i].vehicle_class, vehicle_class) == 0
        && gram_ccs_type_of_class (vehicle_class) == type)
      return g_strdup (_ (classes[i].sentence));

  if (type != 'A' && type != 'B')
    return g_strdup (_ ("The class tells no type: MA, MB and MC are type A, NA and MD1 type B"));
  if (vehicle_class == NULL || *vehicle_class == '\0')
    /* Translators: %c is A or B */
    return g_strdup_printf (_ ("Type %c as the register has it; the class is not known"), type);
  /* Translators: %c is A or B, %s a class of vehicles such as MA */
  return g_strdup_printf (_ ("Type %c as the register has it; class %s does not tell it"), type,
                          vehicle_class);
}

int
gram_ccs_forecast_next (const GramCcsRules *rules, GramDate today)
{
  GramDate from;

  g_return_val_if_fail (rules != NULL, 0);

  from = gram_date_make (today.year, rules->terms->forecast_month, rules->terms->forecast_day);
  return gram_date_compare (today, from) >= 0 ? gram_date_scheme_year (today) + 1 : 0;
}

void
gram_ccs_forecast (const GramRulebook *rulebook,
                   const GramCcsFacts *facts,
                   gboolean fleet_average_next,
                   GramDate today,
                   GramCcsForecast *forecast)
{
  GramCcsFacts taken;

  g_return_if_fail (rulebook != NULL && rulebook->ccs != NULL);
  g_return_if_fail (facts != NULL && forecast != NULL);

  *forecast = (GramCcsForecast){ 0 };
  taken = *facts;
  taken.year = gram_date_scheme_year (today);
  forecast->has_now = gram_ccs_figure (rulebook, &taken, &forecast->now, &forecast->why_not_now);

  taken.year = gram_ccs_forecast_next (rulebook->ccs, today);
  taken.fleet_average = fleet_average_next;
  if (taken.year != 0)
    forecast->has_next
        = gram_ccs_figure (rulebook, &taken, &forecast->next, &forecast->why_not_next);
}

void
gram_ccs_forecast_clear (GramCcsForecast *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->why_not_now, gram_refusal_free);
  g_clear_pointer (&self->why_not_next, gram_refusal_free);
}

gint64
gram_ccs_admin_fee (const GramCcsRules *rules)
{
  gint64 cents = 0;

  g_return_val_if_fail (rules != NULL, 0);

  /* The tax is a share in hundredths of a percent. */
  if (!gram_decimal_multiply_divide (rules->terms->admin_fee_cents,
                                     10000 + rules->terms->admin_fee_tax, 10000,
                                     rules->money_rounding, &cents))
    return 0;
  return cents;
}
