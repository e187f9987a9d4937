/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramCorrectionRecord:
 * @id: row of the correction, 0 before it is stored
 * @vehicle_id: the vehicle
 * @case_id: the case that decided it
 * @journal_id: journal entry of the decision
 * @version: version of the vehicle's record that it made
 * @account_before: account on which it stood
 * @account_after: account on which it stands now
 * @reverses: posting that held the old figure, 0 none
 * @reversal: posting that takes the old figure back, 0 none
 * @posting: posting of the new figure, 0 none
 * @year_before: obligation year that was frozen, 0 none
 * @difference_before: hundredths of a gram: + credit, − over target
 * @charge_before: NZ cents, as posted
 * @year_after: obligation year that is frozen now, 0 none: the vehicle is accepted anew
 * @difference_after: hundredths of a gram
 * @charge_after: NZ cents, as posted
 *
 * What became of an accepted vehicle by a decision: what was taken back and what was posted instead.
 */
typedef struct
{
  gint64 id;
  gint64 vehicle_id;
  gint64 case_id;
  gint64 journal_id;
  int version;
  gint64 account_before;
  gint64 account_after;
  gint64 reverses;
  gint64 reversal;
  gint64 posting;
  int year_before;
  gint64 difference_before;
  gint64 charge_before;
  int year_after;
  gint64 difference_after;
  gint64 charge_after;
} GramCorrectionRecord;

/**
 * gram_correction_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_correction_record_free (GramCorrectionRecord *self);

/**
 * gram_correction_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a correction. It is never changed.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_correction_table_insert (GramUnit *unit, GramCorrectionRecord *record, GError **error);

/**
 * gram_correction_table_of_vehicle:
 * @store: a store
 * @vehicle_id: a vehicle
 * @error: return location
 *
 * Corrections of a vehicle, the oldest first.
 *
 * Returns: (transfer full) (element-type GramCorrectionRecord) (nullable): the corrections
 */
GPtrArray *gram_correction_table_of_vehicle (GramStore *store, gint64 vehicle_id, GError **error);

/**
 * gram_correction_table_of_case:
 * @store: a store
 * @case_id: a case
 * @error: return location
 *
 * Corrections that a case made, the oldest first.
 *
 * Returns: (transfer full) (element-type GramCorrectionRecord) (nullable): the corrections
 */
GPtrArray *gram_correction_table_of_case (GramStore *store, gint64 case_id, GError **error);

/**
 * gram_correction_table_of_posting:
 * @store: a store
 * @posting_id: a posting, `reversal` or `correction`
 * @case_id: (out): the case that it names, 0 none
 * @reverses: (out): the posting that it takes back, 0 none
 * @error: return location
 *
 * What a line of a statement says about a posting.
 *
 * Returns: %FALSE on error
 */
gboolean gram_correction_table_of_posting (GramStore *store,
                                           gint64 posting_id,
                                           gint64 *case_id,
                                           gint64 *reverses,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCorrectionRecord, gram_correction_record_free)

G_END_DECLS
