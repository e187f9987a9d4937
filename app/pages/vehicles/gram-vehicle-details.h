/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-vehicle-list.h"

G_BEGIN_DECLS

#define GRAM_TYPE_VEHICLE_DETAILS (gram_vehicle_details_get_type ())
G_DECLARE_FINAL_TYPE (GramVehicleDetails, gram_vehicle_details, GRAM, VEHICLE_DETAILS, AdwDialog)

/**
 * GramVehicleDetails:
 *
 * Everything about one vehicle: what is missing and how to mend it, its data in groups, its target explained (Clean Car
 * Standard), when it changed its status and by whom, and every change of a value with its source. Shows what stands in
 * the registry by the vehicle's id, follows changes, and goes to the neighbours in the list.
 *
 * Actions, without a parameter: `vehicle.previous`, `vehicle.next`, `vehicle.accept`, `vehicle.mark-ready`.
 */

/**
 * gram_vehicle_details_new:
 * @session: a session
 * @list: (nullable): the list that it was opened from, for its neighbours
 * @position: its place there
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *gram_vehicle_details_new (GramSession *session, GramVehicleList *list, guint position);

/**
 * gram_vehicle_details_new_for_id:
 * @session: a session
 * @vehicle_id: a vehicle
 *
 * Returns: (transfer floating): the dialog, without neighbours
 */
GtkWidget *gram_vehicle_details_new_for_id (GramSession *session, gint64 vehicle_id);

G_END_DECLS
