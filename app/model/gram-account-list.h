/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-item.h"
#include "gram-paged-list.h"
#include "gram-queries-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_LIST (gram_account_list_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountList, gram_account_list, GRAM, ACCOUNT_LIST, GramPagedList)

/**
 * GramAccountList:
 *
 * A #GramPagedList of #GramAccountItem: the accounts of a registry, for the administrator's side all, for others those
 * that they are members of. How many there are of each kind and state, gram_session_account_counts_async() says.
 */

/**
 * gram_account_list_new:
 * @session: a session
 *
 * Makes a list that is empty until gram_account_list_set_query(), and follows the session's `changed`.
 *
 * Returns: (transfer full): the list
 */
GramAccountList *gram_account_list_new (GramSession *session);

/**
 * gram_account_list_set_query:
 * @self: a list
 * @query: (nullable): search, kinds, charge schemes, states, order; copied; %NULL for an empty list
 *
 * Shows what @query finds.
 */
void gram_account_list_set_query (GramAccountList *self, const GramAccountQuery *query);

G_END_DECLS
