/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-item.h"
#include "gram-paged-list.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CASE_LIST (gram_case_list_get_type ())
G_DECLARE_FINAL_TYPE (GramCaseList, gram_case_list, GRAM, CASE_LIST, GramPagedList)

/**
 * GramCaseList:
 *
 * A #GramPagedList of #GramCaseItem: for the administrator's side the queue of all accounts, for others the cases of the
 * accounts that they are members of. How many there are of each kind and state, gram_session_case_counts_async() says.
 */

/**
 * gram_case_list_new:
 * @session: a session
 *
 * Makes a list that is empty until gram_case_list_set_query(), and follows the session's `changed`.
 *
 * Returns: (transfer full): the list
 */
GramCaseList *gram_case_list_new (GramSession *session);

/**
 * gram_case_list_set_query:
 * @self: a list
 * @query: (nullable): account, kinds, states, claimant, due, search, order; copied; %NULL for an empty list
 *
 * Shows what @query finds.
 */
void gram_case_list_set_query (GramCaseList *self, const GramCaseQuery *query);

/**
 * gram_case_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the query
 */
const GramCaseQuery *gram_case_list_get_query (GramCaseList *self);

G_END_DECLS
