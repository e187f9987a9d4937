/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramDifferenceRecord:
 * @id: row of the difference, 0 before it is stored
 * @vehicle_id: the accepted or disputed vehicle
 * @import_id: the import that reported it
 * @import_row: row of the file
 * @field: field name as in #GramVehicleRecord without its unit suffix
 * @registry_value: canonical text in the registry
 * @file_value: canonical text in the file
 * @case_id: the case that decides it, 0 reported before version 3
 * @decision: taken, kept, or 0 not decided
 * @label: (nullable): what lists show of the vehicle; read, not written
 * @file_name: (nullable): name of the file; read, not written
 *
 * A difference between a register file and an accepted or disputed vehicle: reported, never applied by itself. Strings are
 * owned by the record.
 */
typedef struct
{
  gint64 id;
  gint64 vehicle_id;
  gint64 import_id;
  gint64 import_row;
  char *field;
  char *registry_value;
  char *file_value;
  gint64 case_id;
  GramDifferenceDecision decision;
  char *label;
  char *file_name;
} GramDifferenceRecord;

/**
 * gram_difference_record_new:
 *
 * Makes an empty record, not decided.
 *
 * Returns: (transfer full): the record; free with gram_difference_record_free()
 */
GramDifferenceRecord *gram_difference_record_new (void);

/**
 * gram_difference_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramDifferenceRecord *gram_difference_record_copy (const GramDifferenceRecord *self);

/**
 * gram_difference_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_difference_record_free (GramDifferenceRecord *self);

/**
 * gram_difference_table_is_known:
 * @store: a store
 * @difference: vehicle, field and value of the file
 * @known: (out): whether it waits for a decision, or was kept out before: it is not reported again
 * @error: return location
 *
 * Asks before a case is opened for it. One reported before version 3, which no case decides, is not known.
 *
 * Returns: %FALSE on error
 */
gboolean gram_difference_table_is_known (GramStore *store,
                                         const GramDifferenceRecord *difference,
                                         gboolean *known,
                                         GError **error);

/**
 * gram_difference_table_insert:
 * @unit: a unit of work
 * @difference: the record; @difference->id is set, 0 if it is known already
 * @error: return location
 *
 * Reports a difference. One that is known (gram_difference_table_is_known()) changes nothing. One that was reported before
 * version 3 joins the case.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_difference_table_insert (GramUnit *unit, GramDifferenceRecord *difference, GError **error);

/**
 * gram_difference_table_decide:
 * @unit: a unit of work
 * @case_id: the case
 * @fields: (nullable) (array zero-terminated=1): only these fields; %NULL all of the case that are not decided
 * @decision: taken or kept
 * @decided: (out): how many were decided
 * @error: return location
 *
 * Writes the decision on the differences of a case that are not decided yet.
 *
 * Returns: %FALSE on error
 */
gboolean gram_difference_table_decide (GramUnit *unit,
                                       gint64 case_id,
                                       const char *const *fields,
                                       GramDifferenceDecision decision,
                                       gint64 *decided,
                                       GError **error);

/**
 * gram_difference_table_list_case:
 * @store: a store
 * @case_id: a case
 * @error: return location
 *
 * Differences of a case, in the order in which they were reported.
 *
 * Returns: (transfer full) (element-type GramDifferenceRecord) (nullable): the differences
 */
GPtrArray *gram_difference_table_list_case (GramStore *store, gint64 case_id, GError **error);

/**
 * gram_difference_table_list:
 * @store: a store
 * @account_id: only of vehicles on this account, 0 all
 * @vehicle_id: only of this vehicle, 0 all
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Differences reported, decided or not, the newest first.
 *
 * Returns: (transfer full) (element-type GramDifferenceRecord) (nullable): the differences
 */
GPtrArray *gram_difference_table_list (GramStore *store,
                                       gint64 account_id,
                                       gint64 vehicle_id,
                                       guint limit,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDifferenceRecord, gram_difference_record_free)

G_END_DECLS
