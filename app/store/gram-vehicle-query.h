/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-sql-private.h"
#include "gram-vehicle-search.h"
#include "gram-vehicle-table.h"

G_BEGIN_DECLS

/* The SELECTs of the lists, for the functions of gram-vehicle-table.h and for the test that pins their plans. */

typedef enum
{
  /* $1 account, $2 bits of statuses, $3 bits of attentions, $4 limit: ids in order, from the order's index alone */
  GRAM_VEHICLE_WALK,
  /* the same and $5 … the search: ids in order and whether the row matches, from the order's index and the row */
  GRAM_VEHICLE_WALK_AND_CHECK,
  /* the same and $5 a list of ids, $6 … the search if there is one: those of the list that match, sorted */
  GRAM_VEHICLE_AMONG,
  /* $1 account, $2 status, $3 attention, $4 limit: ids of one cell, by id */
  GRAM_VEHICLE_CELL,
} GramVehicleSelect;

char *_gram_vehicle_query_sql (const GramVehicleQuery *query,
                               const GramVehicleSearch *search,
                               GramVehicleSelect select);

/* Bits of a filter, with 0 for all resolved. */
guint _gram_vehicle_query_statuses (const GramVehicleQuery *query);
guint _gram_vehicle_query_attentions (const GramVehicleQuery *query);

/* A row of its index is some fifteen times cheaper to walk past than a vehicle is to read and sort (measured). */
#define GRAM_VEHICLE_SORT_FACTOR 15

/* Are only those of a range of days asked for? */
static inline gboolean
_gram_vehicle_query_has_days (const GramVehicleQuery *query)
{
  return query->registered_from != NULL && query->registered_to != NULL;
}

/* Is more asked for than statuses and attentions? Such filters have indexes of their own. */
gboolean _gram_vehicle_query_is_narrow (const GramVehicleQuery *query);

/* SELECT of the ids of such a filter, in no order. */
GramSql *_gram_vehicle_query_narrow_sql (const GramVehicleQuery *query);

/* Ids for such a query, in order; @all is how many vehicles the account has. */
GArray *_gram_vehicle_query_of_narrow (GramStore *store,
                                       const GramVehicleQuery *query,
                                       const GramVehicleSearch *search,
                                       gint64 all,
                                       guint limit,
                                       GError **error);

/* Prepares a select and binds account, bits and limit (0: all). */
GramStatement *_gram_vehicle_query_prepare (GramStore *store,
                                            const GramVehicleQuery *query,
                                            const GramVehicleSearch *search,
                                            GramVehicleSelect select,
                                            guint limit,
                                            GError **error);

/* Ids of the cells that the filter selects, by status, attention and id; @limit of each, 0 all. */
GArray *_gram_vehicle_query_cells (GramStore *store,
                                   const GramVehicleQuery *query,
                                   guint limit,
                                   GError **error);

/* Those of @candidates that match query and search, in order. */
GArray *_gram_vehicle_query_among (GramStore *store,
                                   const GramVehicleQuery *query,
                                   const GramVehicleSearch *search,
                                   const GArray *candidates,
                                   guint limit,
                                   GError **error);

/* Ids that match a search, in order. @selected is how many vehicles the filter lets through, about. */
GArray *_gram_vehicle_query_search (GramStore *store,
                                    const GramVehicleQuery *query,
                                    const GramVehicleSearch *search,
                                    gint64 selected,
                                    guint limit,
                                    GError **error);

/* For tests: what is few, and how far a walk goes, so that small registries take the ways of large ones; 0 as it is. */
void _gram_vehicle_query_set_effort (guint few_at_most, guint walked_at_most);

G_END_DECLS
