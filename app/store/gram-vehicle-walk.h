/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"
#include "gram-vehicle-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GramVehicleFunc:
 * @vehicle: what the walk comes by; good until the callback returns
 * @data: closure
 * @error: return location
 *
 * Told of each vehicle.
 *
 * Returns: %FALSE with @error to stop
 */
typedef gboolean (*GramVehicleFunc) (const GramVehicleRecord *vehicle,
                                     gpointer data,
                                     GError **error);

/**
 * gram_vehicle_walk:
 * @store: a store, inside gram_store_begin_read()
 * @account_id: an account
 * @first_on: first day of first registration, ISO
 * @last_on: last day
 * @func: told of each vehicle, by day of first registration
 * @data: for @func
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Walks along the vehicles of an account that were registered in a stretch of days, holding one at a time.
 *
 * Returns: %FALSE on error
 */
gboolean gram_vehicle_walk (GramStore *store,
                            gint64 account_id,
                            const char *first_on,
                            const char *last_on,
                            GramVehicleFunc func,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
