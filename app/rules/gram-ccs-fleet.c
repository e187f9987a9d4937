/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-fleet.h"

#include "gram-ccs.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

#define AVERAGE "LTA 1998 s 177, s 182"
#define MICRO_PER_HUNDREDTH 10000
/* No fleet has more grams than this, and sums of a few such figures still fit. */
#define TOO_LARGE (G_MAXINT64 / 4)

static gboolean
refuse_too_large (GramRefusal **refusal)
{
  return gram_refuse (
      refusal, "ccs.figure-too-large", AVERAGE,
      _ ("The figures of this year are too large to be true; correct the vehicles first"));
}

/* What was borrowed is a charge that this year's net is set against, like credits. */
static gboolean
work_out_carried (const GramCcsRules *rules,
                  const GramFleetFacts *facts,
                  GramFleetPosition *position)
{
  const GramCcsCharge carried = {
    .grams = facts->carried.grams,
    .amount = facts->carried.value,
    .rate = facts->carried.rate,
  };

  if (!gram_ccs_charge_check (rules, &carried, NULL))
    return FALSE;

  position->carried_met = CLAMP (facts->net, 0, facts->carried.grams);
  position->carried_rest = facts->carried.grams - position->carried_met;
  position->carried_amount = gram_ccs_charge_rest (rules, &carried, position->carried_met);
  return TRUE;
}

gboolean
gram_fleet_position (const GramRulebook *rulebook,
                     const GramFleetFacts *facts,
                     GramFleetPosition *position,
                     GramRefusal **refusal)
{
  GramFleetPosition worked = { 0 };

  g_return_val_if_fail (rulebook != NULL && rulebook->ccs != NULL, FALSE);
  g_return_val_if_fail (facts != NULL && position != NULL, FALSE);
  g_return_val_if_fail (facts->vehicles >= 0, FALSE);

  if (!gram_rulebook_ccs_rate (rulebook, facts->year, facts->kind, TRUE, &worked.rate))
    return gram_refuse (refusal, "ccs.year-unknown", AVERAGE,
                        _ ("The rulebook %s has no rates for %d; ask for one that has"),
                        rulebook->version, facts->year);
  if (facts->net < -TOO_LARGE || facts->net > TOO_LARGE
      || !work_out_carried (rulebook->ccs, facts, &worked))
    return refuse_too_large (refusal);

  worked.net = facts->net;
  worked.credits = MAX (facts->net, 0) - worked.carried_met;
  worked.grams = MAX (-facts->net, 0);
  worked.verified = gram_rulebook_ccs_year (rulebook, facts->year)->rates.provenance.verified;
  if (!gram_ccs_amount (rulebook->ccs, worked.grams, worked.rate, &worked.amount)
      || worked.amount > TOO_LARGE
      || (facts->vehicles > 0
          && !gram_decimal_multiply_divide (facts->net, MICRO_PER_HUNDREDTH, facts->vehicles,
                                            GRAM_ROUND_HALF_UP, &worked.average_micro)))
    return refuse_too_large (refusal);

  *position = worked;
  return TRUE;
}

/* How a figure grew or fell. */
static void
move (gint64 before, gint64 now, gint64 *more, gint64 *less)
{
  *more = MAX (now - before, 0);
  *less = MAX (before - now, 0);
}

void
gram_fleet_difference (const GramFleetPosition *before,
                       const GramFleetPosition *now,
                       GramFleetDifference *difference)
{
  static const GramFleetPosition nothing = { 0 };
  const GramFleetPosition *old = before != NULL ? before : &nothing;
  GramFleetDifference *d = difference;

  g_return_if_fail (now != NULL && difference != NULL);

  *d = (GramFleetDifference){ 0 };
  move (old->credits, now->credits, &d->credits_new, &d->credits_back);
  move (old->grams, now->grams, &d->grams_new, &d->grams_back);
  move (old->amount, now->amount, &d->amount_new, &d->amount_back);
  move (old->carried_rest, now->carried_rest, &d->carried_grams_new, &d->carried_grams_back);
  move (old->carried_amount, now->carried_amount, &d->carried_amount_new, &d->carried_amount_back);
  d->changes = old->credits != now->credits || old->grams != now->grams
               || old->amount != now->amount || old->carried_met != now->carried_met
               || old->carried_rest != now->carried_rest
               || old->carried_amount != now->carried_amount;
}

GramFleetState
gram_fleet_year_state (const GramFleetYearFacts *facts, GramDate today)
{
  g_return_val_if_fail (facts != NULL, GRAM_FLEET_GROWING);

  if (gram_date_scheme_year (today) <= facts->year && !facts->early)
    return GRAM_FLEET_GROWING;
  if (!facts->settled)
    return GRAM_FLEET_OVER;

  switch (gram_ccs_charge_state (facts->outstanding, facts->due_on, today))
    {
    case GRAM_CHARGE_OVERDUE:
      return GRAM_FLEET_OVERDUE;
    case GRAM_CHARGE_DUE:
      return GRAM_FLEET_INVOICED;
    case GRAM_CHARGE_SETTLED:
    default:
      return GRAM_FLEET_SETTLED;
    }
}

guint
gram_fleet_year_missing (const GramFleetYearFacts *facts, GramDate today)
{
  GramFleetState state = gram_fleet_year_state (facts, today);
  guint missing = 0;

  g_return_val_if_fail (facts != NULL, 0);

  if (state == GRAM_FLEET_GROWING)
    missing |= GRAM_FLEET_NOT_OVER;
  if (state == GRAM_FLEET_OVER)
    missing |= GRAM_FLEET_NOT_SETTLED;
  if (facts->settled && facts->differs)
    missing |= GRAM_FLEET_CHANGED;
  if ((state & (GRAM_FLEET_INVOICED | GRAM_FLEET_OVERDUE)) != 0)
    missing |= GRAM_FLEET_OUTSTANDING;
  if (facts->borrowing_asked)
    missing |= GRAM_FLEET_BORROWING_ASKED;

  return missing;
}

gboolean
gram_fleet_year_can_settle (const GramFleetYearFacts *facts, GramDate today, GramRefusal **refusal)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  if (gram_fleet_year_state (facts, today) == GRAM_FLEET_GROWING)
    return gram_refuse (refusal, "fleet-year.not-over", AVERAGE,
                        _ ("The obligation year %d runs until 31 December; settle it after that"),
                        facts->year);
  if (facts->settled && !facts->differs)
    return gram_refuse (
        refusal, "fleet-year.unchanged", AVERAGE,
        _ ("The obligation year %d is settled, and nothing has changed since; there "
           "is nothing to post"),
        facts->year);
  return TRUE;
}

static const GramTitle state_titles[] = {
  { GRAM_FLEET_GROWING, NC_ ("fleet average year", "Running") },
  { GRAM_FLEET_OVER, NC_ ("fleet average year", "To Be Settled") },
  { GRAM_FLEET_INVOICED, NC_ ("fleet average year", "Invoiced") },
  { GRAM_FLEET_OVERDUE, NC_ ("fleet average year", "Overdue") },
  { GRAM_FLEET_SETTLED, NC_ ("fleet average year", "Settled") },
};

static const GramTitle need_titles[] = {
  { GRAM_FLEET_NOT_OVER, N_ ("The year runs until 31 December") },
  { GRAM_FLEET_NOT_SETTLED, N_ ("The year waits for the administrator to settle it") },
  { GRAM_FLEET_CHANGED,
    N_ ("Vehicles were accepted or corrected since the year was settled; settle it again") },
  { GRAM_FLEET_OUTSTANDING, N_ ("A charge of the year is outstanding; pay it or set credits off") },
  { GRAM_FLEET_BORROWING_ASKED, N_ ("A borrowing was asked for; it waits for the decision") },
};

const char *
gram_fleet_state_title (GramFleetState state)
{
  return GRAM_TITLE ("fleet average year", state_titles, state);
}

const char *
gram_fleet_need_title (GramFleetNeed need)
{
  return GRAM_TITLE (NULL, need_titles, need);
}
