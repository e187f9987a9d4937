/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-vehicle-table.h"
#include "gram-vehicle-traits.h"

G_BEGIN_DECLS

/*
 * The whole of an account's vehicles in one order, kept with the connection: eight bytes a vehicle. A person sorts a list
 * and then types; each keystroke picks its first results out of that order, in a millisecond instead of the 150 that
 * walking the index takes. One is kept, and only as long as nothing was written.
 */
typedef struct _GramVehicleOrderCache GramVehicleOrderCache;

/* Ids (guint32) of the account in the query's order; filter, search and direction are not looked at. Borrowed from the
 * store until its next change or question; NULL on error. */
const GArray *
_gram_vehicle_order_get (GramStore *store, const GramVehicleQuery *query, GError **error);

/* The traits of these vehicles, place by place: side by side in memory they are passed over ten times as fast. */
const GramVehicleTrait *
_gram_vehicle_order_traits (GramStore *store, const GramVehicleTraits *traits);

/* Whether that order is kept already. */
gboolean _gram_vehicle_order_is_kept (GramStore *store, const GramVehicleQuery *query);

void _gram_vehicle_order_cache_free (GramVehicleOrderCache *self);

G_END_DECLS
