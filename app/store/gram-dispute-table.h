/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-vehicle-table.h"

G_BEGIN_DECLS

/**
 * GramDisputeRecord:
 * @case_id: the case, of kind dispute or correction
 * @kind: what is wrong
 * @field: value: name of the field, as in the history
 * @stated: value: what the record said, canonical text
 * @claimed: value: what it should say, canonical text
 * @reason: why
 * @citation: lines of an explanation that were cited, may be empty
 * @right_account: not ours: number of the right account, if known
 * @vin: missing: VIN
 * @chassis: missing: chassis number
 * @details: missing: JSON of what is known, field: value
 *
 * What a dispute, or a correction after acceptance, says. Words of one kind stay empty in the others. Strings are owned by
 * the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 case_id;
  GramDisputeKind kind;
  char *field;
  char *stated;
  char *claimed;
  char *reason;
  char *citation;
  char *right_account;
  char *vin;
  char *chassis;
  char *details;
} GramDisputeRecord;

/**
 * gram_dispute_record_new:
 *
 * Makes an empty record: a value is wrong.
 *
 * Returns: (transfer full): the record; free with gram_dispute_record_free()
 */
GramDisputeRecord *gram_dispute_record_new (void);

/**
 * gram_dispute_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramDisputeRecord *gram_dispute_record_copy (const GramDisputeRecord *self);

/**
 * gram_dispute_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_dispute_record_free (GramDisputeRecord *self);

/**
 * gram_dispute_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->case_id is a case that has none yet
 * @error: return location
 *
 * Says what a case disputes. It is never changed.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_dispute_table_insert (GramUnit *unit, const GramDisputeRecord *record, GError **error);

/**
 * gram_dispute_table_get:
 * @store: a store
 * @case_id: a case
 * @record: (out) (nullable) (transfer full): what it disputes, or %NULL if it is about something else
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_dispute_table_get (GramStore *store,
                                 gint64 case_id,
                                 GramDisputeRecord **record,
                                 GError **error);

/**
 * gram_dispute_table_find_missing:
 * @store: a store
 * @account_id: an account
 * @vin: (nullable): VIN
 * @chassis: (nullable): chassis number
 * @case_id: (out): the undecided dispute of this account that says such a vehicle is missing, 0 none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_dispute_table_find_missing (GramStore *store,
                                          gint64 account_id,
                                          const char *vin,
                                          const char *chassis,
                                          gint64 *case_id,
                                          GError **error);

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDisputeRecord, gram_dispute_record_free)

G_END_DECLS
