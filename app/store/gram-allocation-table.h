/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramAllocationRecord:
 * @id: row, 0 before it is stored
 * @year: scheme year
 * @account_id: the account that art. 37(5) names: the participant's own, or the one that its pool nominated
 * @participant_id: the participant by whose N, 0 is no participant any more
 * @baseline_id: the baseline by whose B, 0 none
 * @product: N × B, not rounded, millionths
 * @allowances: allocated in all after this run
 * @posted: posted by this run; negative takes back
 * @posting_id: its posting, 0 nothing was posted
 * @reference: document that says so, may be empty
 * @journal_id: the journal entry that caused it
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @at: UTC microseconds of it
 * @person: (nullable): who, %NULL the program
 *
 * What an allocation run did for a participant (art. 34). Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  int year;
  gint64 account_id;
  gint64 participant_id;
  gint64 baseline_id;
  gint64 product;
  gint64 allowances;
  gint64 posted;
  gint64 posting_id;
  char *reference;
  gint64 journal_id;
  char *number;
  char *holder;
  gint64 at;
  char *person;
} GramAllocationRecord;

/**
 * gram_allocation_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_allocation_record_free()
 */
GramAllocationRecord *gram_allocation_record_new (void);

/**
 * gram_allocation_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramAllocationRecord *gram_allocation_record_copy (const GramAllocationRecord *self);

/**
 * gram_allocation_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_allocation_record_free (GramAllocationRecord *self);

/**
 * gram_allocation_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a row. It is never changed.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_allocation_table_insert (GramUnit *unit, GramAllocationRecord *record, GError **error);

/**
 * gram_allocation_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the allocation, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_allocation_table_get (GramStore *store,
                                    gint64 id,
                                    GramAllocationRecord **record,
                                    GError **error);

/**
 * gram_allocation_table_last:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @record: (out) (nullable) (transfer full): the allocation, or %NULL if there is none
 * @error: return location
 *
 * The last run of an account: its @allowances is what is allocated in all.
 *
 * Returns: %FALSE on error
 */
gboolean gram_allocation_table_last (GramStore *store,
                                     gint64 year,
                                     gint64 account_id,
                                     GramAllocationRecord **record,
                                     GError **error);

/**
 * gram_allocation_table_list:
 * @store: a store
 * @year: scheme year
 * @account_id: an account, 0 all
 * @error: return location
 *
 * All runs of a year, the newest first.
 *
 * Returns: (transfer full) (element-type GramAllocationRecord) (nullable): the rows
 */
GPtrArray *
gram_allocation_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error);

/**
 * gram_allocation_table_list_last:
 * @store: a store
 * @year: scheme year
 * @error: return location
 *
 * The last run of each account of a year, by holder.
 *
 * Returns: (transfer full) (element-type GramAllocationRecord) (nullable): the rows
 */
GPtrArray *gram_allocation_table_list_last (GramStore *store, gint64 year, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAllocationRecord, gram_allocation_record_free)

G_END_DECLS
