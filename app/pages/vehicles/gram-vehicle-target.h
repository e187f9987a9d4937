/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-figure.h"
#include "gram-questions.h"

G_BEGIN_DECLS

/*
 * Where a vehicle of the Clean Car Standard stands against its target: what it would bring today and from 1 January, or what
 * was frozen at acceptance, and the charge that it is part of.
 */

/**
 * gram_vehicle_target_figure:
 * @forecast: a forecast with a figure
 *
 * Returns: (transfer full): the difference as a figure that explains itself: inputs, formula, rounding step, section
 */
GramFigure *gram_vehicle_target_figure (const GramVehicleForecast *forecast);

/**
 * gram_vehicle_target_group_new:
 * @standing: where a vehicle stands
 *
 * The target with what follows from it, and how it comes about, folded away: as frozen at acceptance, or the forecast for
 * today; or why there is none: the vehicle is outside the standard, or data are missing.
 *
 * Returns: (transfer floating): the group
 */
AdwPreferencesGroup *gram_vehicle_target_group_new (const GramVehicleStanding *standing);

/**
 * gram_vehicle_next_group_new:
 * @standing: where a vehicle stands
 *
 * What it would bring from 1 January, and how much that differs from today.
 *
 * Returns: (transfer floating) (nullable): the group; %NULL outside the months in which that is told
 */
AdwPreferencesGroup *gram_vehicle_next_group_new (const GramVehicleStanding *standing);

/**
 * gram_vehicle_charge_group_new:
 * @charge: (nullable): the charge that the vehicle is part of
 *
 * The charge, whether it is paid, and the way to it (`win.open-charge`); the dialog around it closes then.
 *
 * Returns: (transfer floating) (nullable): the group; %NULL without a charge
 */
AdwPreferencesGroup *gram_vehicle_charge_group_new (const GramChargeRow *charge);

G_END_DECLS
