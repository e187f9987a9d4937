/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramBaselineRecord:
 * @id: row, 0 before it is stored
 * @year: scheme year
 * @account_id: the account that art. 37(5) names: the participant's own, or the one that its pool nominated
 * @pool_id: the pool that it stands for, 0 none
 * @value: B, millionths of g/km
 * @source: where it comes from
 * @dated_on: its date, ISO
 * @reason: why it was entered
 * @journal_id: the journal entry that caused it
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @pool: (nullable): name of the pool
 * @at: UTC microseconds of it
 * @person: (nullable): who, %NULL the program
 *
 * The baseline of a participant (Schedule 1): entered or imported, never computed. Strings are owned by the record;
 * %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  int year;
  gint64 account_id;
  gint64 pool_id;
  gint64 value;
  char *source;
  char *dated_on;
  char *reason;
  gint64 journal_id;
  char *number;
  char *holder;
  char *pool;
  gint64 at;
  char *person;
} GramBaselineRecord;

/**
 * gram_baseline_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_baseline_record_free()
 */
GramBaselineRecord *gram_baseline_record_new (void);

/**
 * gram_baseline_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramBaselineRecord *gram_baseline_record_copy (const GramBaselineRecord *self);

/**
 * gram_baseline_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_baseline_record_free (GramBaselineRecord *self);

/**
 * gram_baseline_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a baseline. It is never changed: the last one of a year and participant counts.
 *
 * Returns: %FALSE on error
 */
gboolean gram_baseline_table_insert (GramUnit *unit, GramBaselineRecord *record, GError **error);

/**
 * gram_baseline_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the baseline, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_baseline_table_get (GramStore *store, gint64 id, GramBaselineRecord **record, GError **error);

/**
 * gram_baseline_table_last:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @pool_id: the pool that it stands for, 0 none
 * @record: (out) (nullable) (transfer full): the baseline, or %NULL if there is none
 * @error: return location
 *
 * The one of a participant that counts.
 *
 * Returns: %FALSE on error
 */
gboolean gram_baseline_table_last (GramStore *store,
                                   gint64 year,
                                   gint64 account_id,
                                   gint64 pool_id,
                                   GramBaselineRecord **record,
                                   GError **error);

/**
 * gram_baseline_table_list:
 * @store: a store
 * @year: scheme year
 * @account_id: an account, 0 all
 * @error: return location
 *
 * All that was ever recorded of a year, the newest first.
 *
 * Returns: (transfer full) (element-type GramBaselineRecord) (nullable): the rows
 */
GPtrArray *
gram_baseline_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error);

/**
 * gram_baseline_table_list_last:
 * @store: a store
 * @year: scheme year
 * @error: return location
 *
 * The one of each participant of a year that counts, by holder.
 *
 * Returns: (transfer full) (element-type GramBaselineRecord) (nullable): the rows
 */
GPtrArray *gram_baseline_table_list_last (GramStore *store, gint64 year, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramBaselineRecord, gram_baseline_record_free)

G_END_DECLS
