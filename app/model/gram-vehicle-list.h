/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-paged-list.h"
#include "gram-vehicle-item.h"
#include "gram-vehicle-table.h"

G_BEGIN_DECLS

#define GRAM_TYPE_VEHICLE_LIST (gram_vehicle_list_get_type ())
G_DECLARE_FINAL_TYPE (GramVehicleList, gram_vehicle_list, GRAM, VEHICLE_LIST, GramPagedList)

/**
 * GramVehicleList:
 *
 * A #GramPagedList of #GramVehicleItem: the vehicles of an account.
 */

/**
 * gram_vehicle_list_new:
 * @session: a session
 *
 * Makes a list that is empty until gram_vehicle_list_set_query(), and follows the session's `changed`.
 *
 * Returns: (transfer full): the list
 */
GramVehicleList *gram_vehicle_list_new (GramSession *session);

/**
 * gram_vehicle_list_set_query:
 * @self: a list
 * @query: (nullable): filter and order, copied; %NULL for an empty list
 *
 * Shows what @query finds. The question before is cancelled.
 */
void gram_vehicle_list_set_query (GramVehicleList *self, const GramVehicleQuery *query);

/**
 * gram_vehicle_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the query
 */
const GramVehicleQuery *gram_vehicle_list_get_query (GramVehicleList *self);

G_END_DECLS
