/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-activity.h"

#include "gram-ccts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEASURING "CCTS art. 36"
#define REDUCTION "CCTS art. 36(3)"

struct _GramCctsSavingsOff
{
  const GramCctsRules *rules;
  int year;
  GHashTable *codes;
};

struct _GramCctsMeasurer
{
  const GramCctsSavingsOff *off;
  GramCctsActivity sums;
  gboolean too_large;
};

/* The sums of the totals, to be added one by one. */
static const gsize sums[] = {
  G_STRUCT_OFFSET (GramCctsTotals, records),
  G_STRUCT_OFFSET (GramCctsTotals, cars),
  G_STRUCT_OFFSET (GramCctsTotals, cars_unknown),
  G_STRUCT_OFFSET (GramCctsTotals, cars_zero_emission),
  G_STRUCT_OFFSET (GramCctsTotals, co2_micro),
  G_STRUCT_OFFSET (GramCctsTotals, saving_micro),
  G_STRUCT_OFFSET (GramCctsTotals, saving_corrected_micro),
};

/* `e13`: who approved it. It is no code where a number follows that is one. */
static gboolean
is_authority (const char *token, const char *next)
{
  const char *digits = token + 1;

  return token[0] == 'e' && *digits != '\0' && strlen (digits) <= 2
         && strspn (digits, "0123456789") == strlen (digits) && next != NULL
         && strspn (next, "0123456789") == strlen (next);
}

/* The codes of a car in small letters, without authorities and without empty ones. */
static GPtrArray *
split_codes (const char *text)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = g_utf8_strdown (text != NULL ? text : "", -1);
  g_auto (GStrv) tokens = g_strsplit_set (folded, " \t,;", -1);
  g_autoptr (GPtrArray) full = g_ptr_array_new ();

  for (char **token = tokens; *token != NULL; token++)
    if (**token != '\0')
      g_ptr_array_add (full, *token);
  for (guint i = 0; i < full->len; i++)
    {
      const char *next = i + 1 < full->len ? full->pdata[i + 1] : NULL;

      if (!is_authority (full->pdata[i], next))
        g_ptr_array_add (codes, g_strdup (full->pdata[i]));
    }

  return codes;
}

char *
gram_ccts_eco_code_normalise (const char *text)
{
  g_autoptr (GPtrArray) codes = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  codes = split_codes (text);
  return codes->len == 1 ? g_strdup (codes->pdata[0]) : NULL;
}

gboolean
gram_ccts_notice_bites (const GramCctsRules *rules, GramDate given_on, int year)
{
  int given_year;

  g_return_val_if_fail (rules != NULL, FALSE);

  if (!gram_date_range_contains (rules->period, given_on))
    return FALSE;

  given_year = gram_date_scheme_year (given_on);
  return year > given_year && year <= given_year + rules->choices->notice_years;
}

GramCctsSavingsOff *
gram_ccts_savings_off_new (const GramCctsRules *rules, int year)
{
  GramCctsSavingsOff *self;

  g_return_val_if_fail (rules != NULL, NULL);

  self = g_new0 (GramCctsSavingsOff, 1);
  self->rules = rules;
  self->year = year;
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
gram_ccts_savings_off_free (GramCctsSavingsOff *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->codes);
  g_free (self);
}

gboolean
gram_ccts_savings_off_add (GramCctsSavingsOff *self, const char *code, GramDate given_on)
{
  g_autofree char *normal = gram_ccts_eco_code_normalise (code);

  g_return_val_if_fail (self != NULL, FALSE);

  if (normal == NULL || !gram_ccts_notice_bites (self->rules, given_on, self->year))
    return FALSE;

  g_hash_table_add (self->codes, g_steal_pointer (&normal));
  return TRUE;
}

gboolean
gram_ccts_savings_off_match (const GramCctsSavingsOff *self,
                             const char *eco_codes,
                             gboolean *partly)
{
  g_autoptr (GPtrArray) codes = NULL;
  guint n_off = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (partly != NULL)
    *partly = FALSE;
  if (eco_codes == NULL || *eco_codes == '\0' || g_hash_table_size (self->codes) == 0)
    return FALSE;

  codes = split_codes (eco_codes);
  for (guint i = 0; i < codes->len; i++)
    n_off += g_hash_table_contains (self->codes, codes->pdata[i]) ? 1 : 0;
  if (partly != NULL)
    *partly = n_off > 0 && n_off < codes->len;

  return n_off > 0;
}

gboolean
gram_ccts_totals_add (GramCctsTotals *self, const GramCctsTotals *other)
{
  GramCctsTotals sum;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    if (!gram_decimal_add (G_STRUCT_MEMBER (gint64, self, sums[i]),
                           G_STRUCT_MEMBER (gint64, other, sums[i]),
                           G_STRUCT_MEMBER_P (&sum, sums[i])))
      return FALSE;

  *self = sum;
  return TRUE;
}

GramCctsMeasurer *
gram_ccts_measurer_new (const GramCctsSavingsOff *off)
{
  GramCctsMeasurer *self;

  g_return_val_if_fail (off != NULL, NULL);

  self = g_new0 (GramCctsMeasurer, 1);
  self->off = off;

  return self;
}

void
gram_ccts_measurer_free (GramCctsMeasurer *self)
{
  g_free (self);
}

/* What a notice takes away from the savings of a row: those that would have been taken off. */
static gboolean
add_off (GramCctsMeasurer *self, const GramCctsTotals *totals, gboolean partly)
{
  GramCctsActivity *a = &self->sums;
  gint64 off = totals->saving_micro;

  if (self->off->rules->reduce_corrected
      && !gram_decimal_add (off, totals->saving_corrected_micro, &off))
    return FALSE;
  if (off == 0)
    return TRUE;

  return gram_decimal_add (a->saving_off_micro, off, &a->saving_off_micro)
         && gram_decimal_add (a->cars_off, totals->cars, &a->cars_off)
         && (!partly || gram_decimal_add (a->cars_partly_off, totals->cars, &a->cars_partly_off));
}

void
gram_ccts_measurer_add (GramCctsMeasurer *self, const char *eco_codes, const GramCctsTotals *totals)
{
  gboolean partly;

  g_return_if_fail (self != NULL);
  g_return_if_fail (totals != NULL);

  if (!gram_ccts_totals_add (&self->sums.totals, totals))
    self->too_large = TRUE;
  else if (gram_ccts_savings_off_match (self->off, eco_codes, &partly)
           && !add_off (self, totals, partly))
    self->too_large = TRUE;
}

/* Savings of corrected cars count only where the rulebook says so: question Q4. */
static gboolean
take_savings (const GramCctsRules *rules, GramCctsActivity *a)
{
  gint64 savings = a->totals.saving_micro;

  a->saving_kept_corrected_micro = rules->reduce_corrected ? 0 : a->totals.saving_corrected_micro;
  if (rules->reduce_corrected
      && !gram_decimal_add (savings, a->totals.saving_corrected_micro, &savings))
    return FALSE;

  return gram_decimal_subtract (savings, a->saving_off_micro, &a->saving_taken_micro)
         && gram_decimal_subtract (a->totals.co2_micro, a->saving_taken_micro, &a->exact_micro);
}

/* The decimals that the rulebook has, in thousandths: art. 36(4). */
static gboolean
cut (const GramCctsRules *rules, GramCctsActivity *a)
{
  gint64 shown;

  return gram_decimal_rescale (a->exact_micro, GRAM_DECIMAL_SCALE_CO2, rules->activity_decimals,
                               rules->activity_rounding, &shown)
         && gram_decimal_rescale (shown, rules->activity_decimals, GRAM_CCTS_SCALE_ACTIVITY,
                                  GRAM_ROUND_TRUNCATE, &a->activity);
}

gboolean
gram_ccts_measurer_end (const GramCctsMeasurer *self,
                        GramCctsActivity *activity,
                        GramRefusal **refusal)
{
  GramCctsActivity a;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (activity != NULL, FALSE);

  a = self->sums;
  if (self->too_large || !take_savings (self->off->rules, &a) || !cut (self->off->rules, &a))
    return gram_refuse (refusal, "activity.too-large", MEASURING,
                        _ ("The sum of the CO₂ values is too large to be true; correct the "
                           "vehicles first"));
  if (a.exact_micro < 0)
    return gram_refuse (refusal, "activity.negative", REDUCTION,
                        _ ("The savings of eco-innovations are larger than the emissions; correct "
                           "the vehicles first"));

  *activity = a;
  return TRUE;
}
