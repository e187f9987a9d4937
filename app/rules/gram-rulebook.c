/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook.h"

#include "gram-account-rules-private.h"
#include "gram-case-rules-private.h"
#include "gram-ccs-terms-private.h"
#include "gram-ccts-choices-private.h"
#include "gram-rulebook-private.h"

static void
gram_ccs_rules_free (GramCcsRules *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_years; i++)
    {
      g_free (self->years[i].type_a.provenance.source);
      g_free (self->years[i].type_b.provenance.source);
      g_free (self->years[i].rates.provenance.source);
    }
  g_free (self->years);
  g_free (self->rounding_provenance.source);
  g_free (self->credit_provenance.source);
  g_free (self->transfer_provenance.source);
  g_free (self->fleet_provenance.source);
  g_free (self->ready_provenance.source);
  _gram_ccs_terms_free (self->terms);
  g_free (self);
}

static void
gram_ccts_rules_free (GramCctsRules *self)
{
  if (self == NULL)
    return;

  g_free (self->period_provenance.source);
  g_free (self->window_provenance.source);
  g_free (self->participant_provenance.source);
  g_free (self->allocation_provenance.source);
  g_free (self->activity_provenance.source);
  g_free (self->conversion_provenance.source);
  g_free (self->payment_provenance.source);
  g_free (self->crts_provenance.source);
  g_free (self->ready_provenance.source);
  g_free (self->crts_caps);
  _gram_ccts_choices_free (self->choices);
  g_free (self);
}

static void
gram_rulebook_clear (gpointer data)
{
  GramRulebook *self = data;

  g_free (self->version);
  g_free (self->source);
  gram_ccs_rules_free (self->ccs);
  gram_ccts_rules_free (self->ccts);
  _gram_account_rules_free (self->accounts);
  _gram_case_rules_free (self->cases);
}

GramRulebook *
_gram_rulebook_new (void)
{
  return g_atomic_rc_box_new0 (GramRulebook);
}

GramRulebook *
gram_rulebook_ref (GramRulebook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
gram_rulebook_unref (GramRulebook *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, gram_rulebook_clear);
}

const GramCcsYear *
gram_rulebook_ccs_year (const GramRulebook *self, int year)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->ccs != NULL, NULL);

  for (guint i = 0; i < self->ccs->n_years; i++)
    if (self->ccs->years[i].year == year)
      return &self->ccs->years[i];

  return NULL;
}

const GramCcsTarget *
gram_rulebook_ccs_target (const GramRulebook *self, int year, char type)
{
  const GramCcsYear *found = gram_rulebook_ccs_year (self, year);

  if (found == NULL)
    return NULL;
  if (type == 'A')
    return &found->type_a;

  return type == 'B' ? &found->type_b : NULL;
}

gboolean
gram_rulebook_ccs_rate (const GramRulebook *self,
                        int year,
                        GramAccountKind kind,
                        gboolean fleet_average,
                        gint64 *cents)
{
  const GramCcsYear *found = gram_rulebook_ccs_year (self, year);
  gboolean is_new = kind == GRAM_ACCOUNT_CCS_NEW;

  g_return_val_if_fail (cents != NULL, FALSE);
  g_return_val_if_fail (gram_account_kind_scheme (kind) == GRAM_SCHEME_CCS, FALSE);

  if (found == NULL)
    return FALSE;

  if (fleet_average)
    *cents = is_new ? found->rates.fleet_average_new : found->rates.fleet_average_used;
  else
    *cents = is_new ? found->rates.payg_new : found->rates.payg_used;

  return TRUE;
}

gboolean
gram_rulebook_scheme_year (const GramRulebook *self, GramDate date, int *year)
{
  int found;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!gram_date_is_valid (date))
    return FALSE;

  found = gram_date_scheme_year (date);
  switch (self->scheme)
    {
    case GRAM_SCHEME_CCS:
      if (gram_rulebook_ccs_year (self, found) == NULL)
        return FALSE;
      break;

    case GRAM_SCHEME_CCTS:
      if (!gram_date_range_contains (self->ccts->period, date))
        return FALSE;
      break;

    default:
      g_assert_not_reached ();
    }

  if (year != NULL)
    *year = found;

  return TRUE;
}

gboolean
gram_rulebook_trading_year (const GramRulebook *self, GramDate today, int *year)
{
  int scheme_year;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->ccts != NULL, FALSE);

  scheme_year = today.year - self->ccts->trading_window.years_after;
  if (scheme_year < self->ccts->period.first.year || scheme_year > self->ccts->period.last.year
      || !gram_year_window_contains (&self->ccts->trading_window, scheme_year, today))
    return FALSE;

  if (year != NULL)
    *year = scheme_year;

  return TRUE;
}

int
gram_rulebook_ready_warning_days (const GramRulebook *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scheme == GRAM_SCHEME_CCS ? self->ccs->ready_warning_days
                                         : self->ccts->ready_warning_days;
}
