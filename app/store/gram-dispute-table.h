/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-vehicle-table.h"
#include "gram-case-words.h"
#include "gram-store.h"

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDisputeRecord, gram_dispute_record_free)

G_END_DECLS
