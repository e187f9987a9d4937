/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries.h"

G_BEGIN_DECLS

#define GRAM_TYPE_VEHICLE_CHIPS (gram_vehicle_chips_get_type ())
G_DECLARE_FINAL_TYPE (GramVehicleChips, gram_vehicle_chips, GRAM, VEHICLE_CHIPS, AdwBin)

/**
 * GramVehicleChips:
 *
 * The filters of the vehicle list as chips: one row for the three statuses, one for what a person must see to. Each chip
 * tells how many vehicles it leads to, given the choice in the other group. Any set of both can be shown, so a count
 * elsewhere leads to exactly what it counted.
 *
 * Signal `changed ()`: a person chose something else.
 */

/**
 * gram_vehicle_chips_get_filter:
 * @self: the chips
 * @statuses: (out): bit set `1 << GramVehicleStatus`, 0 all
 * @attentions: (out): bit set `1 << GramAttention`, 0 all
 *
 * Reads what is chosen.
 */
void gram_vehicle_chips_get_filter (GramVehicleChips *self, guint *statuses, guint *attentions);

/**
 * gram_vehicle_chips_set_filter:
 * @self: the chips
 * @statuses: bit set `1 << GramVehicleStatus`, 0 all
 * @attentions: bit set `1 << GramAttention`, 0 all
 *
 * Chooses; emits `changed` if it is something else.
 */
void gram_vehicle_chips_set_filter (GramVehicleChips *self, guint statuses, guint attentions);

/**
 * gram_vehicle_chips_set_counts:
 * @self: the chips
 * @counts: (nullable): vehicles by status and attention, %NULL not known
 *
 * Takes over what the chips count.
 */
void gram_vehicle_chips_set_counts (GramVehicleChips *self, const gint64 counts[3][3]);

G_END_DECLS
