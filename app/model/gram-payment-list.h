/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-paged-list.h"
#include "gram-payment-item.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PAYMENT_LIST (gram_payment_list_get_type ())
G_DECLARE_FINAL_TYPE (GramPaymentList, gram_payment_list, GRAM, PAYMENT_LIST, GramPagedList)

/**
 * GramPaymentList:
 *
 * A #GramPagedList of #GramPaymentItem: for the administrator's side money of all accounts, for others that of the accounts
 * that they are members of.
 */

/**
 * gram_payment_list_new:
 * @session: a session
 *
 * Makes a list that is empty until gram_payment_list_set_query(), and follows the session's `changed`.
 *
 * Returns: (transfer full): the list
 */
GramPaymentList *gram_payment_list_new (GramSession *session);

/**
 * gram_payment_list_set_query:
 * @self: a list
 * @query: (nullable): account, kinds, search, order; copied; %NULL for an empty list
 *
 * Shows what @query finds.
 */
void gram_payment_list_set_query (GramPaymentList *self, const GramPaymentQuery *query);

G_END_DECLS
