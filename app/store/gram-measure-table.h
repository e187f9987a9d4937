/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramMeasureRecord:
 * @id: row of the measure, 0 before it is stored
 * @account_id: the account
 * @kind: suspension (CCS s 192) or block (CCTS art. 93)
 * @state: state: from the written notice to its end
 * @ground: ground, 0 none (a notice, a block)
 * @reason: reason, as the holder reads it
 * @reference: document that says so, may be empty
 * @notified_at: UTC microseconds of the written notice, 0 none
 * @remedy_by: last day to put it right, ISO; empty without a notice
 * @began_at: UTC microseconds from which it is in force, 0 not yet
 * @until: last day of it, ISO; empty until it is lifted (blocks only)
 * @ended_at: UTC microseconds of its end, 0 not yet
 * @end_reason: why it ended
 *
 * A suspension or a block as plain data. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  GramMeasureKind kind;
  GramMeasureState state;
  GramMeasureGround ground;
  char *reason;
  char *reference;
  gint64 notified_at;
  char *remedy_by;
  gint64 began_at;
  char *until;
  gint64 ended_at;
  char *end_reason;
} GramMeasureRecord;

/**
 * gram_measure_record_new:
 *
 * Makes an empty record: a suspension, notified.
 *
 * Returns: (transfer full): the record; free with gram_measure_record_free()
 */
GramMeasureRecord *gram_measure_record_new (void);

/**
 * gram_measure_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramMeasureRecord *gram_measure_record_copy (const GramMeasureRecord *self);

/**
 * gram_measure_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_measure_record_free (GramMeasureRecord *self);

/**
 * gram_measure_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a measure. A second live one (notified or in force) of the same kind is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_measure_table_insert (GramUnit *unit, GramMeasureRecord *record, GError **error);

/**
 * gram_measure_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change. The row is not as @before any more: %GRAM_STORE_ERROR_CONSTRAINT, and nothing is written.
 *
 * Returns: %FALSE on error
 */
gboolean gram_measure_table_update (GramUnit *unit,
                                    const GramMeasureRecord *before,
                                    const GramMeasureRecord *after,
                                    GError **error);

/**
 * gram_measure_table_get:
 * @store: a store
 * @id: id of a measure
 * @record: (out) (nullable) (transfer full): the measure, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_measure_table_get (GramStore *store, gint64 id, GramMeasureRecord **record, GError **error);

/**
 * gram_measure_table_live:
 * @store: a store
 * @account_id: an account
 * @kind: suspension or block
 * @record: (out) (nullable) (transfer full): the measure, or %NULL if there is none
 * @error: return location
 *
 * The measure of an account that is notified or in force.
 *
 * Returns: %FALSE on error
 */
gboolean gram_measure_table_live (GramStore *store,
                                  gint64 account_id,
                                  GramMeasureKind kind,
                                  GramMeasureRecord **record,
                                  GError **error);

/**
 * gram_measure_table_list:
 * @store: a store
 * @account_id: an account
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Measures of an account, the newest first.
 *
 * Returns: (transfer full) (element-type GramMeasureRecord) (nullable): the measures
 */
GPtrArray *
gram_measure_table_list (GramStore *store, gint64 account_id, guint limit, GError **error);

/**
 * gram_measure_table_due:
 * @store: a store
 * @account_id: an account
 * @today_ccs: today in the zone of the CCS, ISO
 * @today_ccts: today in the zone of the CCTS, ISO
 * @error: return location
 *
 * Measures in force whose last day is over: of one account, or with @account_id 0 of all.
 *
 * Returns: (transfer full) (element-type GramMeasureRecord) (nullable): the measures, by the day they ended and id
 */
GPtrArray *gram_measure_table_due (GramStore *store,
                                   gint64 account_id,
                                   const char *today_ccs,
                                   const char *today_ccts,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramMeasureRecord, gram_measure_record_free)

G_END_DECLS
