/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramClosingRecord:
 * @id: row of the closing, 0 before it is stored
 * @account_id: the account
 * @kind: asked for by the holder (CCS s 190) or noticed by the administrator (s 191)
 * @state: state
 * @reason: reason
 * @reference: document that says so, may be empty
 * @opened_by: who asked for it or gave notice
 * @opened_at: UTC microseconds
 * @object_by: administrator's notice: last day to object, ISO
 * @objection: what the holder objected
 * @objected_at: UTC microseconds, 0 no objection
 * @delete_credits: amount that the holder confirmed to be deleted, hundredths of a gram
 * @decided_by: who decided, 0 nobody
 * @decided_at: UTC microseconds of its end, 0 live
 * @decision_reason: why
 * @opener: (nullable): name of @opened_by; read, not written
 * @opener_email: (nullable): e-mail of @opened_by; read, not written
 * @decider: (nullable): name of @decided_by; read, not written
 *
 * A closing as plain data. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  GramClosingKind kind;
  GramClosingState state;
  char *reason;
  char *reference;
  gint64 opened_by;
  gint64 opened_at;
  char *object_by;
  char *objection;
  gint64 objected_at;
  gint64 delete_credits;
  gint64 decided_by;
  gint64 decided_at;
  char *decision_reason;
  char *opener;
  char *opener_email;
  char *decider;
} GramClosingRecord;

/**
 * gram_closing_record_new:
 *
 * Makes an empty record: by the holder, requested.
 *
 * Returns: (transfer full): the record; free with gram_closing_record_free()
 */
GramClosingRecord *gram_closing_record_new (void);

/**
 * gram_closing_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramClosingRecord *gram_closing_record_copy (const GramClosingRecord *self);

/**
 * gram_closing_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_closing_record_free (GramClosingRecord *self);

/**
 * gram_closing_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a closing. A second live one (noticed or requested) is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_closing_table_insert (GramUnit *unit, GramClosingRecord *record, GError **error);

/**
 * gram_closing_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change. The row is not as @before any more: %GRAM_STORE_ERROR_CONSTRAINT, and nothing is written.
 *
 * Returns: %FALSE on error
 */
gboolean gram_closing_table_update (GramUnit *unit,
                                    const GramClosingRecord *before,
                                    const GramClosingRecord *after,
                                    GError **error);

/**
 * gram_closing_table_get:
 * @store: a store
 * @id: id of a closing
 * @record: (out) (nullable) (transfer full): the closing, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_closing_table_get (GramStore *store, gint64 id, GramClosingRecord **record, GError **error);

/**
 * gram_closing_table_live:
 * @store: a store
 * @account_id: an account
 * @record: (out) (nullable) (transfer full): the closing, or %NULL if there is none
 * @error: return location
 *
 * The closing of an account that is noticed or requested.
 *
 * Returns: %FALSE on error
 */
gboolean gram_closing_table_live (GramStore *store,
                                  gint64 account_id,
                                  GramClosingRecord **record,
                                  GError **error);

/**
 * gram_closing_table_list:
 * @store: a store
 * @account_id: an account
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Closings of an account, the newest first.
 *
 * Returns: (transfer full) (element-type GramClosingRecord) (nullable): the closings
 */
GPtrArray *
gram_closing_table_list (GramStore *store, gint64 account_id, guint limit, GError **error);

/**
 * GramClosingCounts:
 * @entered: vehicle records that are entered, not yet ready
 * @ready: vehicle records that are ready, not yet accepted
 * @disputed: vehicle records with an open dispute, in any status
 * @requests: requests for a second person that wait
 * @holding: units of which something is held
 * @reserved: units of which something is promised in a pending trade or transfer
 * @fleet_average: an approval for Fleet Average is in force or suspended
 *
 * What stands between an account and its closing, as the store counts it. Balances by unit: gram_ledger_balances().
 */
typedef struct
{
  gint64 entered;
  gint64 ready;
  gint64 disputed;
  gint64 requests;
  gint64 holding;
  gint64 reserved;
  gboolean fleet_average;
} GramClosingCounts;

/**
 * gram_closing_table_counts:
 * @store: a store
 * @account_id: an account
 * @now: UTC microseconds; requests that lapsed before do not count
 * @counts: (out): the counts
 * @error: return location
 *
 * Counts what the checklist of a closing asks for, all as of one state of the registry.
 *
 * Returns: %FALSE on error
 */
gboolean gram_closing_table_counts (GramStore *store,
                                    gint64 account_id,
                                    gint64 now,
                                    GramClosingCounts *counts,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramClosingRecord, gram_closing_record_free)

G_END_DECLS
