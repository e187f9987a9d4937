/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-figure.h"
#include "gram-questions.h"

G_BEGIN_DECLS

/**
 * gram_vehicle_target_add_rows:
 * @target: a target that is known
 * @group: where to add rows
 *
 * Adds what matters: the target, the credit or charge, and the amount.
 */
void gram_vehicle_target_add_rows (const GramVehicleTarget *target, AdwPreferencesGroup *group);

/**
 * gram_vehicle_target_figure:
 * @target: a target that is known
 *
 * Returns: (transfer full): the difference as a figure that explains itself: inputs, formula, rounding step, section
 */
GramFigure *gram_vehicle_target_figure (const GramVehicleTarget *target);

/**
 * gram_vehicle_target_group_new:
 * @target: a target, known or not
 *
 * The target with what follows from it, and how it comes about, folded away; or the sentence why there is none.
 *
 * Returns: (transfer floating): the group
 */
AdwPreferencesGroup *gram_vehicle_target_group_new (const GramVehicleTarget *target);

G_END_DECLS
