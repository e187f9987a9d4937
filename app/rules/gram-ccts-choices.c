/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-choices.h"

#include "gram-ccts-choices-private.h"

#include <glib/gi18n-lib.h>

/* Shown, translated, as the source of every figure that no rulebook gave. */
#define BUILT_IN { FALSE, (char *)N_ ("built into Gram: the rulebook has no section “choices”") }

static const GramCctsChoices defaults = {
  .built_in = TRUE,
  .notice_years = 1,
  .notice_provenance = BUILT_IN,
  .part_units = TRUE,
  .beyond_activity = FALSE,
  .surrender_provenance = BUILT_IN,
  .due_counting = GRAM_DUE_DAY_ZERO,
  .due_provenance = BUILT_IN,
  .price = GRAM_TRADE_PRICE_TOTAL,
  .zero_price = TRUE,
  .trade_provenance = BUILT_IN,
  .to_crts_in_window = TRUE,
  .to_crts_provenance = BUILT_IN,
  .allocate_by = { 1, 10, 31 },
  .apply_by = { 1, 4, 30 },
  .publish_on = { 2, 3, 15 },
  .timetable_provenance = BUILT_IN,
};

/* Every provenance of the settings, to be copied and freed. */
static const gsize provenances[] = {
  G_STRUCT_OFFSET (GramCctsChoices, notice_provenance),
  G_STRUCT_OFFSET (GramCctsChoices, surrender_provenance),
  G_STRUCT_OFFSET (GramCctsChoices, due_provenance),
  G_STRUCT_OFFSET (GramCctsChoices, trade_provenance),
  G_STRUCT_OFFSET (GramCctsChoices, to_crts_provenance),
  G_STRUCT_OFFSET (GramCctsChoices, timetable_provenance),
};

const GramCctsChoices *
gram_ccts_choices_default (void)
{
  return &defaults;
}

GramDate
gram_year_day_of (const GramYearDay *self, int scheme_year)
{
  g_return_val_if_fail (self != NULL, GRAM_DATE_NONE);

  return gram_date_make (scheme_year + self->years_after, self->month, self->day);
}

GramCctsChoices *
_gram_ccts_choices_copy_default (void)
{
  GramCctsChoices *copy = g_memdup2 (&defaults, sizeof *copy);

  for (gsize i = 0; i < G_N_ELEMENTS (provenances); i++)
    {
      GramProvenance *provenance = G_STRUCT_MEMBER_P (copy, provenances[i]);

      provenance->source = g_strdup (provenance->source);
    }

  return copy;
}

void
_gram_ccts_choices_free (GramCctsChoices *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (provenances); i++)
    g_free (G_STRUCT_MEMBER (GramProvenance, self, provenances[i]).source);
  g_free (self);
}
