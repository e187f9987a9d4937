/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-vehicle-record.h"

G_BEGIN_DECLS

#define GRAM_TYPE_VEHICLE_ITEM (gram_vehicle_item_get_type ())
G_DECLARE_FINAL_TYPE (GramVehicleItem, gram_vehicle_item, GRAM, VEHICLE_ITEM, GObject)

/**
 * GramVehicleItem:
 *
 * A *place* in the list of vehicles, not a vehicle: another query keeps the object and changes what stands in it, with
 * `notify`. So activation has to send the record id that was shown, never the place.
 *
 * Properties, all read-only: `position` (uint), `loading` (nothing is known yet of the vehicle here), `id` (int64, 0
 * while loading), `label`, `make`, `model`, `variant`, `registered-on` (ISO date or empty), `co2-micro` (int64, what the
 * register says, -1 unknown), `mass-kg`, `made-year`, `units` (int), `status` (uint, #GramVehicleStatus), `attention`
 * (uint, #GramAttention), `missing` (uint, #GramMissing). Pages turn them into text by closures.
 */

/**
 * gram_vehicle_item_get_position:
 * @self: a place
 *
 * Returns: where in the list it is
 */
guint gram_vehicle_item_get_position (GramVehicleItem *self);

/**
 * gram_vehicle_item_get_loading:
 * @self: a place
 *
 * Returns: %TRUE until something is known of the vehicle
 */
gboolean gram_vehicle_item_get_loading (GramVehicleItem *self);

/**
 * gram_vehicle_item_get_id:
 * @self: a place
 *
 * Returns: the vehicle that it shows, 0 while loading
 */
gint64 gram_vehicle_item_get_id (GramVehicleItem *self);

/**
 * gram_vehicle_item_get_record:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the vehicle that it shows, until the next `notify`
 */
const GramVehicleRecord *gram_vehicle_item_get_record (GramVehicleItem *self);

G_END_DECLS
