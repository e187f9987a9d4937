/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-account-query.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_CHIPS (gram_account_chips_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountChips, gram_account_chips, GRAM, ACCOUNT_CHIPS, AdwBin)

/**
 * GramAccountChips:
 *
 * The filters of the list of accounts as chips: kinds, states, and Fleet Average. Each chip tells how many accounts it
 * leads to, given the choice in the other groups. Any set of kinds and states can be shown, so a count elsewhere leads to
 * exactly what it counted.
 *
 * Signal `changed ()`: a person chose something else.
 */

/**
 * gram_account_chips_new:
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_account_chips_new (void);

/**
 * gram_account_chips_get_filter:
 * @self: the chips
 * @kinds: (out): bit set `1 << GramAccountKind`, 0 all
 * @states: (out): #GramAccountState flags, 0 all
 * @charge_schemes: (out): bit set `1 << GramChargeScheme`, 0 all
 *
 * Reads what is chosen.
 */
void gram_account_chips_get_filter (GramAccountChips *self,
                                    guint *kinds,
                                    guint *states,
                                    guint *charge_schemes);

/**
 * gram_account_chips_set_filter:
 * @self: the chips
 * @kinds: bit set `1 << GramAccountKind`, 0 all
 * @states: #GramAccountState flags, 0 all
 * @charge_schemes: bit set `1 << GramChargeScheme`, 0 all
 *
 * Chooses; emits `changed` if it is something else.
 */
void gram_account_chips_set_filter (GramAccountChips *self,
                                    guint kinds,
                                    guint states,
                                    guint charge_schemes);

/**
 * gram_account_chips_set_counts:
 * @self: the chips
 * @all: (nullable): accounts by kind and state, %NULL not known
 * @fleet_average: (nullable): those of them on Fleet Average
 *
 * Takes over what the chips count.
 */
void gram_account_chips_set_counts (GramAccountChips *self,
                                    const GramAccountCounts *all,
                                    const GramAccountCounts *fleet_average);

G_END_DECLS
