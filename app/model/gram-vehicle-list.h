/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-session.h"
#include "gram-vehicle-item.h"

G_BEGIN_DECLS

#define GRAM_TYPE_VEHICLE_LIST (gram_vehicle_list_get_type ())
G_DECLARE_FINAL_TYPE (GramVehicleList, gram_vehicle_list, GRAM, VEHICLE_LIST, GObject)

/**
 * GramVehicleList:
 *
 * A #GListModel of #GramVehicleItem over any number of vehicles. It keeps the ids of the query in order (8 bytes each)
 * and fetches what is looked at: the first 200 ids at once, then the whole snapshot; records in pages of 128 by their
 * ids, on the session's reader; a few thousand stay in memory. Items are kept by weak reference, so what is on screen
 * keeps its identity.
 *
 * Another query, or a change in the registry, keeps the places, emits `items-changed` for the tail only, and notifies
 * the places alive as their vehicles arrive (anchors §8). Nothing is emitted for `items_changed (0, n, n)`.
 *
 * Properties, read-only: `loading` (the snapshot is under way), `n-matching` (uint: how many match, as far as known),
 * `error-message` (nullable: the last question failed). Signals: `requeried ()`: another query's first results are
 * there; the view scrolls to the top and clears its selection, since a selection belongs to a query. `refreshed (moved)`:
 * the whole snapshot is there, or the same query was asked again; if @moved, places stand for other vehicles than before
 * and a selection of places has lost its meaning.
 */

/**
 * GramVehicleReads:
 * @ids: as gram_vehicle_table_ids(), on the reader's thread
 * @page: as gram_vehicle_table_page(), on the reader's thread
 *
 * Where a list reads from; tests put their own in.
 */
typedef struct
{
  GArray *(*ids) (GramRegistry *registry,
                  GramActor *actor,
                  const GramVehicleQuery *query,
                  guint limit,
                  GError **error);
  GPtrArray *(*page) (GramRegistry *registry, const gint64 *ids, guint n_ids, GError **error);
} GramVehicleReads;

/**
 * gram_vehicle_list_new:
 * @session: a session
 *
 * Makes a list that is empty until gram_vehicle_list_set_query(), and follows the session's `changed`.
 *
 * Returns: (transfer full): the list
 */
GramVehicleList *gram_vehicle_list_new (GramSession *session);

/**
 * gram_vehicle_list_new_with_reads:
 * @reader: a worker
 * @reads: where to read from; a constant
 *
 * Makes a list without a session.
 *
 * Returns: (transfer full): the list
 */
GramVehicleList *
gram_vehicle_list_new_with_reads (GramWorker *reader, const GramVehicleReads *reads);

/**
 * gram_vehicle_list_set_query:
 * @self: a list
 * @query: (nullable): filter and order, copied; %NULL for an empty list
 *
 * Shows what @query finds. The question before is cancelled.
 */
void gram_vehicle_list_set_query (GramVehicleList *self, const GramVehicleQuery *query);

/**
 * gram_vehicle_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the query
 */
const GramVehicleQuery *gram_vehicle_list_get_query (GramVehicleList *self);

/**
 * gram_vehicle_list_refresh:
 * @self: a list
 *
 * Asks the same query again; the places stay.
 */
void gram_vehicle_list_refresh (GramVehicleList *self);

/**
 * gram_vehicle_list_get_loading:
 * @self: a list
 *
 * Returns: whether the snapshot of ids is under way
 */
gboolean gram_vehicle_list_get_loading (GramVehicleList *self);

/**
 * gram_vehicle_list_get_n_matching:
 * @self: a list
 *
 * Returns: how many vehicles match, as far as known
 */
guint gram_vehicle_list_get_n_matching (GramVehicleList *self);

/**
 * gram_vehicle_list_get_id:
 * @self: a list
 * @position: a place
 *
 * The vehicle at a place, whether or not it is loaded; no item is made.
 *
 * Returns: its id, 0 past the end
 */
gint64 gram_vehicle_list_get_id (GramVehicleList *self, guint position);

/**
 * gram_vehicle_list_find:
 * @self: a list
 * @id: a vehicle
 * @position: (out): where it is
 *
 * Looks through the snapshot: a millisecond for a million.
 *
 * Returns: %FALSE if it is not in the list
 */
gboolean gram_vehicle_list_find (GramVehicleList *self, gint64 id, guint *position);

G_END_DECLS
