/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-person-table.h"

G_BEGIN_DECLS

/**
 * GramPersonActive:
 * @GRAM_PERSON_ANY: active or removed
 * @GRAM_PERSON_ACTIVE: may sign in
 * @GRAM_PERSON_REMOVED: removed
 *
 * Which persons a list shows.
 */
typedef enum
{
  GRAM_PERSON_ANY,
  GRAM_PERSON_ACTIVE,
  GRAM_PERSON_REMOVED,
} GramPersonActive;

/**
 * GramPersonOrder:
 * @GRAM_PERSON_ORDER_NAME: by name, then e-mail
 * @GRAM_PERSON_ORDER_EMAIL: by e-mail
 * @GRAM_PERSON_ORDER_NEWEST: the newest first (descending: the oldest first)
 *
 * The closed set of orders of persons.
 */
typedef enum
{
  GRAM_PERSON_ORDER_NAME,
  GRAM_PERSON_ORDER_EMAIL,
  GRAM_PERSON_ORDER_NEWEST,
} GramPersonOrder;

/**
 * GramPersonQuery:
 * @search: (nullable): words typed; each has to occur in name or e-mail; case and accents do not matter
 * @roles: bit set of #GramRole; 0 means all
 * @active: active, removed or any
 * @order: order
 * @descending: the other way round
 *
 * A filter and an order of persons. Strings are owned by the query.
 */
typedef struct
{
  char *search;
  guint roles;
  GramPersonActive active;
  GramPersonOrder order;
  gboolean descending;
} GramPersonQuery;

/**
 * gram_person_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy
 */
GramPersonQuery *gram_person_query_copy (const GramPersonQuery *self);

/**
 * gram_person_query_free:
 * @self: (nullable): a query
 *
 * Frees a query.
 */
void gram_person_query_free (GramPersonQuery *self);

/**
 * gram_person_table_ids:
 * @store: a store
 * @query: filter and order
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Ids of the persons that match, in order.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids
 */
GArray *
gram_person_table_ids (GramStore *store, const GramPersonQuery *query, guint limit, GError **error);

/**
 * gram_person_table_page:
 * @store: a store
 * @ids: ids of persons
 * @n_ids: how many, at most 1000
 * @error: return location
 *
 * Records by id, in the order of @ids, without secrets (password, code); one that is not there is left out.
 *
 * Returns: (transfer full) (element-type GramPersonRecord) (nullable): the records
 */
GPtrArray *
gram_person_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error);

/**
 * GRAM_ROLES:
 *
 * How many flags #GramRole has.
 */
#define GRAM_ROLES 5

/**
 * GramPersonCounts:
 * @cells: persons by place of the flag of #GramRole (administrator is 0, officer is 4) and whether they are active
 *
 * What the chips of the list count.
 */
typedef struct
{
  gint64 cells[GRAM_ROLES][2];
} GramPersonCounts;

/**
 * gram_person_table_counts:
 * @store: a store
 * @query: (nullable): a filter of which only @search counts; %NULL all persons
 * @counts: (out): persons by role and activity
 * @error: return location
 *
 * Counts the persons that match.
 *
 * Returns: %FALSE on error
 */
gboolean gram_person_table_counts (GramStore *store,
                                   const GramPersonQuery *query,
                                   GramPersonCounts *counts,
                                   GError **error);

/**
 * gram_person_counts_select:
 * @counts: counts
 * @roles: as in #GramPersonQuery
 * @active: as in #GramPersonQuery
 *
 * Returns: persons that a list filtered by @roles and @active shows
 */
gint64
gram_person_counts_select (const GramPersonCounts *counts, guint roles, GramPersonActive active);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPersonQuery, gram_person_query_free)

G_END_DECLS
