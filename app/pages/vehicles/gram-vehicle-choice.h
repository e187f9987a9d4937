/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-session.h"
#include "gram-vehicle-table.h"

G_BEGIN_DECLS

/**
 * GramVehicleChoice:
 *
 * The vehicles that something is to be done with: a whole query, or some by their ids. Plain data; counted references.
 */
typedef struct _GramVehicleChoice GramVehicleChoice;

/**
 * gram_vehicle_choice_new_query:
 * @query: filter; copied
 *
 * Returns: (transfer full): all that match
 */
GramVehicleChoice *gram_vehicle_choice_new_query (const GramVehicleQuery *query);

/**
 * gram_vehicle_choice_new_ids:
 * @ids: (element-type gint64): vehicles; referenced
 *
 * Returns: (transfer full): these
 */
GramVehicleChoice *gram_vehicle_choice_new_ids (GArray *ids);

/**
 * gram_vehicle_choice_new_one:
 * @id: a vehicle
 *
 * Returns: (transfer full): this one
 */
GramVehicleChoice *gram_vehicle_choice_new_one (gint64 id);

/**
 * gram_vehicle_choice_ref:
 * @self: a choice
 *
 * Returns: (transfer full): the same one
 */
GramVehicleChoice *gram_vehicle_choice_ref (GramVehicleChoice *self);

/**
 * gram_vehicle_choice_unref:
 * @self: (nullable): a choice
 *
 * Gives a reference back; the last one frees it.
 */
void gram_vehicle_choice_unref (GramVehicleChoice *self);

/**
 * gram_vehicle_choice_get_query:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the query, %NULL if it is some ids
 */
const GramVehicleQuery *gram_vehicle_choice_get_query (const GramVehicleChoice *self);

/**
 * gram_vehicle_choice_get_ids:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the ids, %NULL if it is a query
 */
const GArray *gram_vehicle_choice_get_ids (const GramVehicleChoice *self);

/**
 * gram_vehicle_choice_to_arguments:
 * @self: a choice
 * @account: the account that the vehicles stand on
 * @skip: leave out those that cannot be accepted, for `vehicle.accept`
 *
 * Returns: (transfer floating): `a{sv}` for a command that takes vehicles
 */
GVariant *gram_vehicle_choice_to_arguments (const GramVehicleChoice *self,
                                            GramAccount *account,
                                            gboolean skip);

/**
 * gram_vehicle_choice_toast:
 * @widget: a widget of the window
 * @count: so many
 * @format: translated, with one `%s` for the number
 *
 * Tells in a toast how many it were.
 */
void gram_vehicle_choice_toast (GtkWidget *widget, gint64 count, const char *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVehicleChoice, gram_vehicle_choice_unref)

G_END_DECLS
