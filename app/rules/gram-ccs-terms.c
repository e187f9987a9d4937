/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-terms.h"

#include "gram-ccs-terms-private.h"

#include <glib/gi18n-lib.h>

/* Shown, translated, as the source of every figure that no rulebook gave. */
#define BUILT_IN { FALSE, (char *)N_ ("built into Gram: the rulebook has no section “terms”") }

#define EXCLUSION(word, title) { (char *)(word), (char *)(title), BUILT_IN }

/* The titles are those of the shipped rulebook, so that they are translated there, too. */
static const GramCcsExclusion exclusions[] = {
  EXCLUSION ("motorcycle", N_ ("Motorcycle or moped")),
  EXCLUSION ("temporary-import", N_ ("Temporary import")),
  EXCLUSION ("no-entry-certification", N_ ("Needs no entry certification")),
  EXCLUSION ("motorsport", N_ ("Motorsport vehicle")),
  EXCLUSION ("scratch-built", N_ ("Scratch-built vehicle")),
  EXCLUSION ("special-interest", N_ ("Special interest vehicle")),
  EXCLUSION ("over-40-years", N_ ("More than 40 years old")),
  EXCLUSION ("disability", N_ ("Carries a person seated in a wheelchair")),
};

static const GramCcsTerms defaults = {
  .built_in = TRUE,
  .payg_due_days = 0,
  .payg_provenance = BUILT_IN,
  .overdue_interest = 0,
  .remind_days = 14,
  .overdue_provenance = BUILT_IN,
  .borrowing_times = 1,
  .borrowing_years = 1,
  .borrowing_provenance = BUILT_IN,
  .whole_credits = TRUE,
  .transfer_lapse_days = 14,
  .offer_provenance = BUILT_IN,
  .warn_days = { 90, 30 },
  .n_warn_days = 2,
  .warn_provenance = BUILT_IN,
  .forecast_month = 10,
  .forecast_day = 1,
  .forecast_provenance = BUILT_IN,
  .exclusions = (GramCcsExclusion *)exclusions,
  .n_exclusions = G_N_ELEMENTS (exclusions),
  .admin_fee_cents = 1953,
  .admin_fee_tax = 1500,
  .admin_fee_provenance = BUILT_IN,
};

/* Every provenance of the settings, to be copied and freed. */
static const gsize provenances[] = {
  G_STRUCT_OFFSET (GramCcsTerms, payg_provenance),
  G_STRUCT_OFFSET (GramCcsTerms, overdue_provenance),
  G_STRUCT_OFFSET (GramCcsTerms, borrowing_provenance),
  G_STRUCT_OFFSET (GramCcsTerms, offer_provenance),
  G_STRUCT_OFFSET (GramCcsTerms, warn_provenance),
  G_STRUCT_OFFSET (GramCcsTerms, forecast_provenance),
  G_STRUCT_OFFSET (GramCcsTerms, admin_fee_provenance),
};

const GramCcsTerms *
gram_ccs_terms_default (void)
{
  return &defaults;
}

GramCcsTerms *
_gram_ccs_terms_copy_default (void)
{
  GramCcsTerms *copy = g_memdup2 (&defaults, sizeof *copy);

  for (gsize i = 0; i < G_N_ELEMENTS (provenances); i++)
    {
      GramProvenance *provenance = G_STRUCT_MEMBER_P (copy, provenances[i]);

      provenance->source = g_strdup (provenance->source);
    }
  copy->exclusions = g_memdup2 (exclusions, sizeof exclusions);
  for (guint i = 0; i < copy->n_exclusions; i++)
    {
      GramCcsExclusion *exclusion = &copy->exclusions[i];

      exclusion->word = g_strdup (exclusion->word);
      exclusion->title = g_strdup (exclusion->title);
      exclusion->provenance.source = g_strdup (exclusion->provenance.source);
    }

  return copy;
}

void
_gram_ccs_terms_free (GramCcsTerms *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (provenances); i++)
    g_free (G_STRUCT_MEMBER (GramProvenance, self, provenances[i]).source);
  for (guint i = 0; i < self->n_exclusions; i++)
    {
      g_free (self->exclusions[i].word);
      g_free (self->exclusions[i].title);
      g_free (self->exclusions[i].provenance.source);
    }
  g_free (self->exclusions);
  g_free (self);
}
