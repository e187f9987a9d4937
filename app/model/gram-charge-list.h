/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-item.h"
#include "gram-paged-list.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CHARGE_LIST (gram_charge_list_get_type ())
G_DECLARE_FINAL_TYPE (GramChargeList, gram_charge_list, GRAM, CHARGE_LIST, GramPagedList)

/**
 * GramChargeList:
 *
 * A #GramPagedList of #GramChargeItem: for the administrator's side the charges of all accounts, for others those of the
 * accounts that they are members of. How many there are in each state, gram_session_charge_counts_async() says.
 */

/**
 * gram_charge_list_new:
 * @session: a session
 *
 * Makes a list that is empty until gram_charge_list_set_query(), and follows the session's `changed`.
 *
 * Returns: (transfer full): the list
 */
GramChargeList *gram_charge_list_new (GramSession *session);

/**
 * gram_charge_list_set_query:
 * @self: a list
 * @query: (nullable): account, kinds, states, search, order; copied; %NULL for an empty list
 *
 * Shows what @query finds.
 */
void gram_charge_list_set_query (GramChargeList *self, const GramChargeQuery *query);

G_END_DECLS
