/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-paged-list.h"
#include "gram-person-item.h"
#include "gram-queries-people.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PERSON_LIST (gram_person_list_get_type ())
G_DECLARE_FINAL_TYPE (GramPersonList, gram_person_list, GRAM, PERSON_LIST, GramPagedList)

/**
 * GramPersonList:
 *
 * A #GramPagedList of #GramPersonItem: the persons of a registry, for the administrator's side.
 */

/**
 * gram_person_list_new:
 * @session: a session
 *
 * Makes a list that is empty until gram_person_list_set_query(), and follows the session's `changed`.
 *
 * Returns: (transfer full): the list
 */
GramPersonList *gram_person_list_new (GramSession *session);

/**
 * gram_person_list_set_query:
 * @self: a list
 * @query: (nullable): search, roles, whether active, order; copied; %NULL for an empty list
 *
 * Shows what @query finds.
 */
void gram_person_list_set_query (GramPersonList *self, const GramPersonQuery *query);

G_END_DECLS
