/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-waiting-forecast.h"

#include "gram-decimal.h"

/* Adds a group if all of it fits. */
static gboolean
add_figure (GramWaitingSums *self, const GramWaitingGroup *group, const GramCcsFigure *figure)
{
  GramWaitingSums sums = *self;
  gint64 *grams = figure->difference > 0 ? &sums.credit : &sums.excess;
  gint64 cars;
  gint64 more;
  gint64 amount;

  if (!gram_decimal_multiply (group->records, group->units, &cars)
      || !gram_decimal_multiply (ABS (figure->difference), cars, &more)
      || !gram_decimal_multiply (figure->amount_cents, cars, &amount)
      || !gram_decimal_add (*grams, more, grams)
      || !gram_decimal_add (sums.amount, amount, &sums.amount))
    return FALSE;
  sums.records += group->records;
  sums.credit_records += figure->difference > 0 ? group->records : 0;
  sums.charge_records += figure->difference < 0 ? group->records : 0;
  *self = sums;
  return TRUE;
}

void
gram_waiting_sums_init (GramWaitingSums *self,
                        const GArray *groups,
                        const GramRulebook *rulebook,
                        GramAccountKind kind,
                        gboolean fleet_average,
                        int year)
{
  g_return_if_fail (self != NULL && groups != NULL && rulebook != NULL);

  *self = (GramWaitingSums){ 0 };
  for (guint i = 0; i < groups->len; i++)
    {
      const GramWaitingGroup *group = &g_array_index (groups, GramWaitingGroup, i);
      const GramCcsFacts facts = {
        .year = year,
        .kind = kind,
        .fleet_average = fleet_average,
        .type = group->type,
        .mass_kg = group->mass_kg,
        .co2_micro = group->co2_micro,
      };
      g_autoptr (GramRefusal) no = NULL;
      GramCcsFigure figure;

      if (gram_ccs_figure (rulebook, &facts, &figure, &no) && add_figure (self, group, &figure))
        continue;
      self->unknown += group->records;
      /* What vehicles lack is told by their list; that the year has no figures is told here. */
      if (no != NULL && self->refusal == NULL && g_str_has_prefix (no->id, "ccs."))
        self->refusal = g_steal_pointer (&no);
    }
}

void
gram_waiting_sums_clear (GramWaitingSums *self)
{
  g_clear_pointer (&self->refusal, gram_refusal_free);
}
