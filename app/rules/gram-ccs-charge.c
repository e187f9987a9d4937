/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-charge.h"

#include "gram-ccs.h"

#include <glib/gi18n-lib.h>

#define CHARGE "LTA 1998 s 177, s 182"
#define CORRECTION "CCS facts §9.4; LTA 1998 s 177, s 182"

static gint64
effective_grams (const GramCcsCharge *charge)
{
  return charge->grams - charge->grams_back;
}

static gint64
effective_amount (const GramCcsCharge *charge)
{
  return charge->amount - charge->amount_back;
}

/* What somebody paid, or carries, in cents. */
static gint64
paid (const GramCcsCharge *charge)
{
  return charge->money + charge->carried;
}

/* gram_ccs_charge_check() has seen to it that this fits. */
static gint64
amount_of (const GramCcsRules *rules, gint64 grams, gint64 rate)
{
  gint64 cents = 0;

  return gram_ccs_amount (rules, MAX (grams, 0), rate, &cents) ? cents : G_MAXINT64 / 4;
}

/* 0 ≤ @part ≤ @whole, and far enough from the limits that sums of a few of them fit. */
static gboolean
is_part (gint64 part, gint64 whole)
{
  return part >= 0 && part <= whole && whole < G_MAXINT64 / 4;
}

gboolean
gram_ccs_charge_check (const GramCcsRules *rules,
                       const GramCcsCharge *charge,
                       GramRefusal **refusal)
{
  gint64 cents;

  g_return_val_if_fail (rules != NULL && charge != NULL, FALSE);

  if (is_part (charge->grams_back, charge->grams) && is_part (charge->amount_back, charge->amount)
      && is_part (charge->credits, effective_grams (charge))
      && is_part (charge->carried, effective_amount (charge))
      && is_part (charge->money, effective_amount (charge) - charge->carried) && charge->rate >= 0
      && gram_ccs_amount (rules, charge->grams, charge->rate, &cents) && is_part (0, cents))
    return TRUE;

  return gram_refuse (
      refusal, "charge.figures", CHARGE,
      _ ("The figures of this charge do not go together; let the registry be verified"));
}

gint64
gram_ccs_charge_rest (const GramCcsRules *rules, const GramCcsCharge *charge, gint64 credits)
{
  gint64 grams;
  gint64 discharged;

  g_return_val_if_fail (rules != NULL && charge != NULL, 0);

  grams = effective_grams (charge);
  if (charge->grams == 0)
    return effective_amount (charge);
  if (credits >= grams)
    return 0;

  discharged = amount_of (rules, grams, charge->rate)
               - amount_of (rules, grams - MAX (credits, 0), charge->rate);
  return MAX (0, effective_amount (charge) - discharged);
}

static gint64
outstanding_with (const GramCcsRules *rules, const GramCcsCharge *charge, gint64 credits)
{
  return MAX (0, gram_ccs_charge_rest (rules, charge, credits) - paid (charge));
}

gint64
gram_ccs_charge_outstanding (const GramCcsRules *rules, const GramCcsCharge *charge)
{
  g_return_val_if_fail (rules != NULL && charge != NULL, 0);

  return outstanding_with (rules, charge, charge->credits);
}

/* The rest never grows with the credits, so that the fewest that clear it can be halved for. */
gint64
gram_ccs_charge_credits_to_clear (const GramCcsRules *rules, const GramCcsCharge *charge)
{
  gint64 low;
  gint64 high;

  g_return_val_if_fail (rules != NULL && charge != NULL, 0);

  low = charge->credits;
  high = effective_grams (charge);
  if (outstanding_with (rules, charge, low) == 0 || outstanding_with (rules, charge, high) > 0)
    return 0;
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (outstanding_with (rules, charge, middle) == 0)
        high = middle;
      else
        low = middle;
    }

  return high - charge->credits;
}

gint64
gram_ccs_charge_value_of (const GramCcsRules *rules, const GramCcsCharge *charge, gint64 credits)
{
  g_return_val_if_fail (rules != NULL && charge != NULL, 0);
  g_return_val_if_fail (credits >= 0, 0);

  return outstanding_with (rules, charge, charge->credits)
         - outstanding_with (rules, charge, charge->credits + credits);
}

/* Money goes back as far as it is not needed any more, but never beyond what the correction takes off. */
static gint64
paid_back (const GramCcsRules *rules, const GramCcsCharge *after, gint64 taken)
{
  gint64 surplus = paid (after) - gram_ccs_charge_rest (rules, after, after->credits);

  return CLAMP (surplus, 0, CLAMP (taken, 0, paid (after)));
}

gboolean
gram_ccs_charge_take_back (const GramCcsRules *rules,
                           GramCcsCharge *charge,
                           gint64 grams,
                           gint64 amount,
                           GramCcsTakeBack *back,
                           GramRefusal **refusal)
{
  GramCcsCharge after;
  gint64 returned;

  g_return_val_if_fail (rules != NULL && charge != NULL && back != NULL, FALSE);

  if (grams < 0 || amount < 0 || grams > effective_grams (charge)
      || amount > effective_amount (charge))
    return gram_refuse (
        refusal, "charge.take-back", CORRECTION,
        _ ("More would be taken back than is left of the charge; let the registry be verified"));

  after = *charge;
  after.grams_back += grams;
  after.amount_back += amount;
  after.credits = MIN (charge->credits, effective_grams (&after));
  *back = (GramCcsTakeBack){ .credits_back = charge->credits - after.credits };
  back->dropped
      = gram_ccs_charge_outstanding (rules, charge) - gram_ccs_charge_outstanding (rules, &after);
  returned = paid_back (rules, &after, amount - back->dropped);
  back->carried_back = MIN (returned, charge->carried);
  back->money_back = returned - back->carried_back;
  after.carried -= back->carried_back;
  after.money -= back->money_back;
  back->credit_value_back = amount - back->dropped - returned;

  *charge = after;
  return TRUE;
}

/* What of the credits that are picked goes to each charge, in order. */
static GArray *
spread (const GramCcsRules *rules, const GramCcsCharge *charges, gsize n_charges, GArray *picked)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (GramCcsOffset));
  guint next = 0;

  for (gsize i = 0; i < n_charges; i++)
    {
      GramCcsCharge charge = charges[i];
      gint64 needed = gram_ccs_charge_credits_to_clear (rules, &charge);

      while (needed > 0 && next < picked->len)
        {
          GramCcsCredits *from = &g_array_index (picked, GramCcsCredits, next);
          GramCcsOffset line
              = { .charge = i, .year = from->year, .credits = MIN (needed, from->credits) };

          line.value = gram_ccs_charge_value_of (rules, &charge, line.credits);
          charge.credits += line.credits;
          needed -= line.credits;
          from->credits -= line.credits;
          if (from->credits == 0)
            next++;
          g_array_append_val (lines, line);
        }
    }

  return lines;
}

static gboolean
refuse_nothing (const GramCcsRules *rules,
                const GramCcsCharge *charges,
                gsize n_charges,
                gint64 needed,
                GramRefusal **refusal)
{
  gint64 outstanding = 0;

  for (gsize i = 0; i < n_charges; i++)
    outstanding = MAX (outstanding, gram_ccs_charge_outstanding (rules, &charges[i]));

  if (outstanding == 0)
    return gram_refuse (refusal, "charge.nothing-outstanding", CHARGE,
                        _ ("Nothing is outstanding on these charges; choose others"));
  if (needed == 0)
    return gram_refuse (
        refusal, "charge.money-only", CHARGE,
        _ ("These charges have no grams that credits could be set against; pay them with money"));
  return gram_refuse (refusal, "credits.none", CHARGE,
                      _ ("The account has no credits that could be used; pay with money"));
}

GArray *
gram_ccs_offset_plan (const GramCcsRules *rules,
                      const GramCcsCharge *charges,
                      gsize n_charges,
                      const GramCcsCredits *holdings,
                      gsize n_holdings,
                      const GramCcsOffsetWish *wish,
                      GramDate today,
                      GramRefusal **refusal)
{
  g_autoptr (GArray) picked = NULL;
  GArray *lines;
  gint64 needed = 0;
  gint64 most;

  g_return_val_if_fail (rules != NULL && wish != NULL, NULL);
  g_return_val_if_fail (charges != NULL || n_charges == 0, NULL);

  for (gsize i = 0; i < n_charges; i++)
    if (!gram_ccs_charge_check (rules, &charges[i], refusal))
      return NULL;
    else if (!gram_decimal_add (needed, gram_ccs_charge_credits_to_clear (rules, &charges[i]),
                                &needed))
      needed = G_MAXINT64;

  if (needed == 0 && wish->needed)
    {
      refuse_nothing (rules, charges, n_charges, needed, refusal);
      return NULL;
    }
  most = wish->use == GRAM_CREDIT_USE_OLDEST && wish->at_most > 0 ? MIN (needed, wish->at_most)
                                                                  : needed;
  picked = gram_ccs_credits_pick (rules, holdings, n_holdings, wish->use, wish->chosen,
                                  wish->n_chosen, most, today, refusal);
  if (picked == NULL)
    return NULL;

  lines = spread (rules, charges, n_charges, picked);
  if (lines->len > 0 || !wish->needed)
    return lines;
  g_array_unref (lines);
  refuse_nothing (rules, charges, n_charges, needed, refusal);
  return NULL;
}

GramDate
gram_ccs_charge_due_on (const GramCcsRules *rules,
                        GramChargeKind kind,
                        int year,
                        GramDate arisen_on)
{
  GramDate due = arisen_on;

  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  if (kind == GRAM_CHARGE_FLEET_AVERAGE || kind == GRAM_CHARGE_CARRIED)
    {
      due = gram_date_make (year + 1, rules->fleet_settlement_month, rules->fleet_settlement_day);
      return gram_date_compare (due, arisen_on) < 0 ? arisen_on : due;
    }

  return gram_date_add_days (arisen_on, rules->terms->payg_due_days, &due) ? due : arisen_on;
}

GramChargeState
gram_ccs_charge_state (gint64 outstanding, GramDate due_on, GramDate today)
{
  if (outstanding == 0)
    return GRAM_CHARGE_SETTLED;
  return gram_date_compare (today, due_on) > 0 ? GRAM_CHARGE_OVERDUE : GRAM_CHARGE_DUE;
}

gint64
gram_ccs_charge_overdue_days (gint64 outstanding, GramDate due_on, GramDate today)
{
  return gram_ccs_charge_state (outstanding, due_on, today) == GRAM_CHARGE_OVERDUE
             ? gram_date_days_between (due_on, today)
             : 0;
}
