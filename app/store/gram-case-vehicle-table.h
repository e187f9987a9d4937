/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * gram_case_vehicle_table_add:
 * @unit: a unit of work
 * @case_id: a case
 * @ids: (array length=n_ids): ids of vehicles
 * @n_ids: how many, any number
 * @blocks: %TRUE for an undecided dispute: the vehicles cannot be accepted until it is decided
 * @error: return location
 *
 * Names the vehicles that a case is about. With @blocks they are marked as disputed: attention is
 * %GRAM_ATTENTION_DISPUTED, the totals follow. A vehicle that is accepted, or that an undecided dispute names already, is
 * %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_vehicle_table_add (GramUnit *unit,
                                      gint64 case_id,
                                      const gint64 *ids,
                                      gsize n_ids,
                                      gboolean blocks,
                                      GError **error);

/**
 * gram_case_vehicle_table_free:
 * @unit: a unit of work
 * @case_id: a dispute that was decided or withdrawn
 * @error: return location
 *
 * Frees the vehicles that a dispute blocked: each needs no attention any more, or data that is missing; the totals follow.
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_vehicle_table_free (GramUnit *unit, gint64 case_id, GError **error);

/**
 * gram_case_vehicle_table_ids:
 * @store: a store
 * @case_id: a case
 * @after: only vehicles after this id, 0 from the first
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Vehicles of a case, a page at a time. Rows: gram_vehicle_table_page().
 *
 * Returns: (transfer full) (element-type gint64) (nullable): ids of vehicles, ascending
 */
GArray *gram_case_vehicle_table_ids (GramStore *store,
                                     gint64 case_id,
                                     gint64 after,
                                     guint limit,
                                     GError **error);

/**
 * gram_case_vehicle_table_count:
 * @store: a store
 * @case_id: a case
 * @count: (out): vehicles that it is about
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_case_vehicle_table_count (GramStore *store, gint64 case_id, gint64 *count, GError **error);

/**
 * gram_case_vehicle_table_blocking:
 * @store: a store
 * @vehicle_id: a vehicle
 * @case_id: (out): the undecided dispute that keeps it from being accepted, 0 none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_vehicle_table_blocking (GramStore *store,
                                           gint64 vehicle_id,
                                           gint64 *case_id,
                                           GError **error);

/**
 * gram_case_vehicle_table_blocked:
 * @store: a store
 * @ids: (array length=n_ids): ids of vehicles
 * @n_ids: how many, any number
 * @error: return location
 *
 * Which of these vehicles an undecided dispute blocks.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids, ascending
 */
GArray *
gram_case_vehicle_table_blocked (GramStore *store, const gint64 *ids, gsize n_ids, GError **error);

/**
 * gram_case_vehicle_table_cases:
 * @store: a store
 * @vehicle_id: a vehicle
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Cases that name a vehicle, the newest first. Rows: gram_case_table_page().
 *
 * Returns: (transfer full) (element-type gint64) (nullable): numbers of cases
 */
GArray *
gram_case_vehicle_table_cases (GramStore *store, gint64 vehicle_id, guint limit, GError **error);

/**
 * gram_case_vehicle_table_live:
 * @store: a store
 * @vehicle_id: a vehicle
 * @kind: kind of case
 * @case_id: (out): the undecided case of that kind that names the vehicle, 0 none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_vehicle_table_live (GramStore *store,
                                       gint64 vehicle_id,
                                       GramCaseKind kind,
                                       gint64 *case_id,
                                       GError **error);

G_END_DECLS
