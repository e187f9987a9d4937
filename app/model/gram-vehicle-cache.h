/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-vehicle-record.h"

G_BEGIN_DECLS

/**
 * GramVehicleCache:
 *
 * The pages of records that were looked at last, found by the id of a vehicle. The least recently used page goes first.
 * For the list model; main thread only.
 */
typedef struct _GramVehicleCache GramVehicleCache;

/**
 * gram_vehicle_cache_new:
 * @n_pages: pages that it keeps
 *
 * Returns: (transfer full): an empty cache
 */
GramVehicleCache *gram_vehicle_cache_new (guint n_pages);

/**
 * gram_vehicle_cache_free:
 * @self: (nullable): a cache
 *
 * Frees it; pages that somebody else holds stay.
 */
void gram_vehicle_cache_free (GramVehicleCache *self);

/**
 * gram_vehicle_cache_add:
 * @self: a cache
 * @page: (element-type GramVehicleRecord): records; referenced, not changed any more
 *
 * Keeps a page. Its records stand for their vehicles from now on.
 */
void gram_vehicle_cache_add (GramVehicleCache *self, GPtrArray *page);

/**
 * gram_vehicle_cache_find:
 * @self: a cache
 * @id: a vehicle
 * @page: (out) (transfer none): the page that @id is on
 *
 * Finds a record; its page counts as used.
 *
 * Returns: (transfer none) (nullable): the record
 */
const GramVehicleRecord *
gram_vehicle_cache_find (GramVehicleCache *self, gint64 id, GPtrArray **page);

/**
 * gram_vehicle_cache_clear:
 * @self: a cache
 *
 * Forgets everything, since the registry has changed.
 */
void gram_vehicle_cache_clear (GramVehicleCache *self);

/**
 * gram_vehicle_cache_get_n_records:
 * @self: a cache
 *
 * Returns: vehicles that can be found in it
 */
guint gram_vehicle_cache_get_n_records (GramVehicleCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVehicleCache, gram_vehicle_cache_free)

G_END_DECLS
