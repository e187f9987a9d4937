/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-charges.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CREDIT_CHOOSER (gram_credit_chooser_get_type ())
G_DECLARE_FINAL_TYPE (GramCreditChooser,
                      gram_credit_chooser,
                      GRAM,
                      CREDIT_CHOOSER,
                      AdwPreferencesGroup)

/**
 * GramCreditWay:
 * @GRAM_CREDIT_WAY_NONE: no credits: with money
 * @GRAM_CREDIT_WAY_OLDEST: credits, those of the oldest year of origin first
 * @GRAM_CREDIT_WAY_CHOSEN: so many credits of each year
 * @GRAM_CREDIT_N_WAYS: how many
 *
 * What charges are paid with: words of the argument `credits`.
 */
typedef enum
{
  GRAM_CREDIT_WAY_NONE,
  GRAM_CREDIT_WAY_OLDEST,
  GRAM_CREDIT_WAY_CHOSEN,
  GRAM_CREDIT_N_WAYS,
} GramCreditWay;

/**
 * gram_credit_chooser_new:
 * @with_money: paying without credits is one of the ways
 *
 * Lets a person choose what charges are paid with: money, credits with those of the oldest year first, or so many credits of
 * each year. It knows nothing of amounts of money: whoever shows it asks for the bill each time it changes, and tells it
 * what credits there are.
 *
 * Signal `changed ()`: a person chose something else.
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *gram_credit_chooser_new (gboolean with_money);

/**
 * gram_credit_chooser_set_with_money:
 * @self: a chooser
 * @with_money: paying without credits is one of the ways
 *
 * Offers it, or takes it away; it is then credits, the oldest first.
 */
void gram_credit_chooser_set_with_money (GramCreditChooser *self, gboolean with_money);

/**
 * gram_credit_chooser_set_balances:
 * @self: a chooser
 * @balances: (element-type GramChargeBalance): credits that could be used, the oldest first
 * @refusal: (nullable): why the person cannot pay with credits
 *
 * Shows what there is. Credits that a person cannot use stay visible, with the reason. A way that is chosen stays chosen
 * as long as it can be.
 */
void gram_credit_chooser_set_balances (GramCreditChooser *self,
                                       const GPtrArray *balances,
                                       const GramRefusal *refusal);

/**
 * gram_credit_chooser_get_way:
 * @self: a chooser
 *
 * Returns: what is chosen
 */
GramCreditWay gram_credit_chooser_get_way (GramCreditChooser *self);

/**
 * gram_credit_chooser_add_arguments:
 * @self: a chooser
 * @arguments: arguments of a command
 *
 * Adds `credits` and, if they are chosen one by one, `credit-years`: years without an amount are left out. Where money is a
 * way, no amount at all is no credits.
 */
void gram_credit_chooser_add_arguments (GramCreditChooser *self, GVariantDict *arguments);

/**
 * gram_credit_chooser_refuse:
 * @self: a chooser
 * @refusal: (nullable): why what was chosen will not do
 *
 * Says so below the year that was edited last, if any was; %NULL takes it away.
 */
void gram_credit_chooser_refuse (GramCreditChooser *self, const GramRefusal *refusal);

G_END_DECLS
