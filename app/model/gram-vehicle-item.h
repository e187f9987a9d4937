/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-place.h"
#include "gram-vehicle-record.h"

G_BEGIN_DECLS

#define GRAM_TYPE_VEHICLE_ITEM (gram_vehicle_item_get_type ())
G_DECLARE_FINAL_TYPE (GramVehicleItem, gram_vehicle_item, GRAM, VEHICLE_ITEM, GramPlace)

/**
 * GramVehicleItem:
 *
 * A place in the list of vehicles, not a vehicle: see #GramPlace.
 *
 * Properties, all read-only: `label`, `make`, `model`, `variant`, `registered-on` (ISO date or empty), `co2-micro` (int64,
 * what the register says, -1 unknown), `mass-kg`, `made-year`, `units` (int), `status` (uint, #GramVehicleStatus),
 * `attention` (uint, #GramAttention), `missing` (uint, #GramMissing).
 */

/**
 * gram_vehicle_item_get_record:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the vehicle that it shows, until the next `notify`
 */
const GramVehicleRecord *gram_vehicle_item_get_record (GramVehicleItem *self);

G_END_DECLS
