/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs-credits.h"
#include "gram-ccs-words.h"

G_BEGIN_DECLS

/*
 * What is owed and what settles it (LTA 1998 s 177, s 182; CCS facts §5, §6). Grams and credits are hundredths of a gram, money NZ
 * cents, the rate NZ cents for each gram.
 */

/**
 * GramCcsCharge:
 * @grams: grams that were charged; 0: payable in money alone
 * @grams_back: of them: taken back by corrections
 * @amount: amount that was charged
 * @amount_back: of it: taken back by corrections
 * @rate: NZ cents for each gram
 * @credits: credits that are set against it
 * @carried: cents of it that are borrowed, so that the next year settles them
 * @money: cents that money settles: payments, what stood in favour, and what was paid before
 *
 * A charge and what settles it. Fill it from the charge and the sums of its settlements.
 */
typedef struct
{
  gint64 grams;
  gint64 grams_back;
  gint64 amount;
  gint64 amount_back;
  gint64 rate;
  gint64 credits;
  gint64 carried;
  gint64 money;
} GramCcsCharge;

/**
 * GramCcsTakeBack:
 * @dropped: cents that were not settled and are not owed any more
 * @carried_back: cents that need not be carried any more
 * @money_back: cents that were paid and now stand in favour
 * @credits_back: credits that return to the holding, newest year of origin first: gram_ccs_credits_give_back()
 * @credit_value_back: cents that credits discharge less than before; below 0 if, by the rounding of amounts, more
 *
 * What a correction gives back. Always @dropped + @carried_back + @money_back + @credit_value_back is the amount taken back.
 */
typedef struct
{
  gint64 dropped;
  gint64 carried_back;
  gint64 money_back;
  gint64 credits_back;
  gint64 credit_value_back;
} GramCcsTakeBack;

/**
 * GramCcsOffset:
 * @charge: index of the charge
 * @year: year of origin of the credits
 * @credits: how many are set off
 * @value: cents that they discharge
 *
 * Credits of one year set against one charge.
 */
typedef struct
{
  gsize charge;
  int year;
  gint64 credits;
  gint64 value;
} GramCcsOffset;

/**
 * GramCcsOffsetWish:
 * @use: which credits
 * @chosen: (array length=n_chosen) (nullable): what a person chose, with %GRAM_CREDIT_USE_CHOSEN
 * @n_chosen: how many
 * @at_most: with %GRAM_CREDIT_USE_OLDEST: so many in all, 0 for as many as clear the charges
 * @needed: refuse if nothing at all can be set off; else that is an answer, too
 *
 * How somebody wants to pay with credits.
 */
typedef struct
{
  GramCreditUse use;
  const GramCcsCredits *chosen;
  gsize n_chosen;
  gint64 at_most;
  gboolean needed;
} GramCcsOffsetWish;

/**
 * gram_ccs_charge_check:
 * @rules: rules of the Clean Car Standard
 * @charge: a charge
 * @refusal: (out) (optional): `charge.figures`
 *
 * Nothing below 0, nothing taken back or set off beyond what was charged, and amounts that fit. The other functions rest on it.
 *
 * Returns: %TRUE if the figures of @charge go together
 */
gboolean gram_ccs_charge_check (const GramCcsRules *rules,
                                const GramCcsCharge *charge,
                                GramRefusal **refusal);

/**
 * gram_ccs_charge_rest:
 * @rules: rules of the Clean Car Standard
 * @charge: a charge
 * @credits: credits set against it in all
 *
 * What money has to settle. With effective grams G and effective amount A it is 0 once @credits ≥ G, else
 * A − (amt (G) − amt (G − @credits)), where amt is grams × rate rounded to the cent (CCS facts §6, §15 rows 19 and 21). It never
 * grows with @credits and is never below 0. The last hundredth of a gram discharges what is left.
 *
 * Returns: NZ cents
 */
gint64
gram_ccs_charge_rest (const GramCcsRules *rules, const GramCcsCharge *charge, gint64 credits);

/**
 * gram_ccs_charge_outstanding:
 * @rules: rules of the Clean Car Standard
 * @charge: a charge
 *
 * Returns: NZ cents that nothing settles yet
 */
gint64 gram_ccs_charge_outstanding (const GramCcsRules *rules, const GramCcsCharge *charge);

/**
 * gram_ccs_charge_credits_to_clear:
 * @rules: rules of the Clean Car Standard
 * @charge: a charge
 *
 * Returns: the fewest further credits that leave nothing outstanding, hundredths; 0 if nothing is, or if it is payable in money alone
 */
gint64 gram_ccs_charge_credits_to_clear (const GramCcsRules *rules, const GramCcsCharge *charge);

/**
 * gram_ccs_charge_value_of:
 * @rules: rules of the Clean Car Standard
 * @charge: a charge
 * @credits: further credits
 *
 * Returns: NZ cents that setting @credits more against @charge discharges
 */
gint64
gram_ccs_charge_value_of (const GramCcsRules *rules, const GramCcsCharge *charge, gint64 credits);

/**
 * gram_ccs_charge_take_back:
 * @rules: rules of the Clean Car Standard
 * @charge: (inout): a charge; afterwards as it stands
 * @grams: grams that are not owed any more
 * @amount: cents that are not owed any more
 * @back: (out caller-allocates): what that gives back
 * @refusal: (out) (optional): `charge.take-back`: more than is left of the charge
 *
 * A proven error is corrected, to the cent. What settled the charge and is too much now comes back in the opposite order of the
 * settling: what nothing settled is dropped, then what is carried, then money, then credits.
 *
 * Returns: %FALSE if refused; @charge is then untouched
 */
gboolean gram_ccs_charge_take_back (const GramCcsRules *rules,
                                    GramCcsCharge *charge,
                                    gint64 grams,
                                    gint64 amount,
                                    GramCcsTakeBack *back,
                                    GramRefusal **refusal);

/**
 * gram_ccs_offset_plan:
 * @rules: rules of the Clean Car Standard
 * @charges: (array length=n_charges): the charges, in the order in which they are settled
 * @n_charges: how many
 * @holdings: (array length=n_holdings): what the account holds, not reserved
 * @n_holdings: how many
 * @wish: how somebody wants to pay
 * @today: today
 * @refusal: (out) (optional): as gram_ccs_credits_pick(), with `credits.too-many` for more than clears the charges; if @wish needs it
 *   `charge.nothing-outstanding`, `charge.money-only`, `credits.none`
 *
 * Sets credits off, never beyond what is outstanding (LTA 1998 s 177, s 182).
 *
 * Returns: (transfer full) (nullable) (element-type GramCcsOffset): the lines by charge and year, or %NULL with a refusal
 */
GArray *gram_ccs_offset_plan (const GramCcsRules *rules,
                              const GramCcsCharge *charges,
                              gsize n_charges,
                              const GramCcsCredits *holdings,
                              gsize n_holdings,
                              const GramCcsOffsetWish *wish,
                              GramDate today,
                              GramRefusal **refusal);

/**
 * gram_ccs_charge_due_on:
 * @rules: rules of the Clean Car Standard
 * @kind: what the charge is of
 * @year: its obligation year; of a carried one the year that settled it
 * @arisen_on: day on which it arises
 *
 * The last day to pay: Pay As You Go and corrections as the rulebook says, at once by default; Fleet Average on the deadline of the
 * following year, or on @arisen_on if that is later (CCS facts §5).
 *
 * Returns: the day
 */
GramDate gram_ccs_charge_due_on (const GramCcsRules *rules,
                                 GramChargeKind kind,
                                 int year,
                                 GramDate arisen_on);

/**
 * gram_ccs_charge_state:
 * @outstanding: NZ cents
 * @due_on: the last day to pay
 * @today: today
 *
 * Returns: where the charge stands
 */
GramChargeState gram_ccs_charge_state (gint64 outstanding, GramDate due_on, GramDate today);

/**
 * gram_ccs_charge_overdue_days:
 * @outstanding: NZ cents
 * @due_on: the last day to pay
 * @today: today
 *
 * Returns: days since the last day to pay, 0 unless something is overdue
 */
gint64 gram_ccs_charge_overdue_days (gint64 outstanding, GramDate due_on, GramDate today);

G_END_DECLS
