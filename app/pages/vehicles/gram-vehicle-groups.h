/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions.h"

G_BEGIN_DECLS

/**
 * gram_vehicle_groups_new:
 * @file: everything about a vehicle
 *
 * The groups that the details show, from what is missing to the history. What a vehicle does not have is left out.
 *
 * Returns: (transfer full) (element-type AdwPreferencesGroup): the groups, floating references sunk
 */
GPtrArray *gram_vehicle_groups_new (const GramVehicleFile *file);

G_END_DECLS
