/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-vehicle-table.h"

G_BEGIN_DECLS

/* What the vehicle list and the details say, translated. */

/**
 * gram_vehicle_status_title:
 * @status: a status
 *
 * Returns: (transfer none): translated, for example “Ready”
 */
const char *gram_vehicle_status_title (GramVehicleStatus status);

/**
 * gram_vehicle_attention_title:
 * @attention: what a person must see to
 *
 * Returns: (transfer none): translated, for example “Incomplete”
 */
const char *gram_vehicle_attention_title (GramAttention attention);

/**
 * gram_vehicle_dup_status:
 * @status: a status
 * @attention: what a person must see to
 *
 * Returns: (transfer full): both in one, for example “Ready, incomplete”
 */
char *gram_vehicle_dup_status (GramVehicleStatus status, GramAttention attention);

/**
 * gram_vehicle_texts_bind_closures:
 * @widget_class: class of a template that uses them
 *
 * Lets a template use, as closures: `$vehicle_co2(int64)`, `$vehicle_mass(int)`, `$vehicle_units(int)`,
 * `$vehicle_date(string)`, `$vehicle_status(bool, uint, uint)`, `$vehicle_summary(string, string, int64)`,
 * `$vehicle_row_label(bool, string, string, string, uint, uint)`, `$vehicle_needs_person(uint)`. The first argument of
 * status and row label is whether the place is loading.
 */
void gram_vehicle_texts_bind_closures (GtkWidgetClass *widget_class);

G_END_DECLS
