/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * Surrender and payment (articles 38 and 39). Activity and shortfall are thousandths, allowances whole, money pence.
 */

/**
 * gram_ccts_surrender_limit:
 * @rules: the rules
 * @activity: activity, thousandths
 *
 * Allowances that account for an activity: it rounded up, as one allowance may cover a part of a unit (question Q3).
 *
 * Returns: the number, whole
 */
gint64 gram_ccts_surrender_limit (const GramCctsRules *rules, gint64 activity);

/**
 * gram_ccts_surrender_check:
 * @rules: the rules
 * @activity: activity, thousandths
 * @surrendered: allowances surrendered already
 * @available: allowances that are held and not reserved
 * @quantity: allowances to surrender
 * @refusal: (out) (optional): `surrender.quantity`, `surrender.not-available`, `surrender.beyond-activity` (question Q11)
 *
 * Time is gram_ccts_check_act().
 *
 * Returns: %TRUE if @quantity can be surrendered
 */
gboolean gram_ccts_surrender_check (const GramCctsRules *rules,
                                    gint64 activity,
                                    gint64 surrendered,
                                    gint64 available,
                                    gint64 quantity,
                                    GramRefusal **refusal);

/**
 * gram_ccts_shortfall:
 * @activity: activity, thousandths
 * @surrendered: allowances surrendered, whole
 *
 * Returns: activity that is not accounted for, thousandths; never below 0 (art. 39(1))
 */
gint64 gram_ccts_shortfall (gint64 activity, gint64 surrendered);

/**
 * gram_ccts_payment:
 * @rules: the rules
 * @shortfall: shortfall, thousandths
 * @pence: (out): the payment, pence
 * @refusal: (out) (optional): `payment.too-large`
 *
 * £86 for each unit, fractions included, rounded to the penny once (art. 39(2)–(3)).
 *
 * Returns: %FALSE with a refusal if the amount does not fit
 */
gboolean gram_ccts_payment (const GramCctsRules *rules,
                            gint64 shortfall,
                            gint64 *pence,
                            GramRefusal **refusal);

G_END_DECLS
