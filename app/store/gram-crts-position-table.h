/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramCrtsPositionRecord:
 * @id: row, 0 before it is stored
 * @year: scheme year
 * @account_id: the account that art. 37(5) names: the participant's own, or the one that its pool nominated
 * @pool_id: the pool that it stands for, 0 none
 * @cars: T: all cars of the year
 * @allocated: CRTS allowances allocated (art. 13), tenths, as are those below
 * @activity: CRTS activity (art. 24)
 * @held: CRTS allowances held, borrowed ones among them
 * @required: what art. 27(1) requires
 * @borrowed: borrowed (art. 15)
 * @source: where it comes from
 * @dated_on: its date, ISO
 * @journal_id: the journal entry that caused it
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @pool: (nullable): name of the pool
 * @at: UTC microseconds of it
 * @person: (nullable): who, %NULL the program
 *
 * Where a participant stands in the CRTS. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  int year;
  gint64 account_id;
  gint64 pool_id;
  gint64 cars;
  gint64 allocated;
  gint64 activity;
  gint64 held;
  gint64 required;
  gint64 borrowed;
  char *source;
  char *dated_on;
  gint64 journal_id;
  char *number;
  char *holder;
  char *pool;
  gint64 at;
  char *person;
} GramCrtsPositionRecord;

/**
 * gram_crts_position_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_crts_position_record_free()
 */
GramCrtsPositionRecord *gram_crts_position_record_new (void);

/**
 * gram_crts_position_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramCrtsPositionRecord *gram_crts_position_record_copy (const GramCrtsPositionRecord *self);

/**
 * gram_crts_position_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_crts_position_record_free (GramCrtsPositionRecord *self);

/**
 * gram_crts_position_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a position. It is never changed: the last one of a year and participant counts.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_crts_position_table_insert (GramUnit *unit, GramCrtsPositionRecord *record, GError **error);

/**
 * gram_crts_position_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the position, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_crts_position_table_get (GramStore *store,
                                       gint64 id,
                                       GramCrtsPositionRecord **record,
                                       GError **error);

/**
 * gram_crts_position_table_last:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @pool_id: the pool that it stands for, 0 none
 * @record: (out) (nullable) (transfer full): the position, or %NULL if there is none
 * @error: return location
 *
 * The one of a participant that counts.
 *
 * Returns: %FALSE on error
 */
gboolean gram_crts_position_table_last (GramStore *store,
                                        gint64 year,
                                        gint64 account_id,
                                        gint64 pool_id,
                                        GramCrtsPositionRecord **record,
                                        GError **error);

/**
 * gram_crts_position_table_list:
 * @store: a store
 * @year: scheme year
 * @account_id: an account, 0 all
 * @error: return location
 *
 * All that was ever recorded of a year, the newest first.
 *
 * Returns: (transfer full) (element-type GramCrtsPositionRecord) (nullable): the rows
 */
GPtrArray *
gram_crts_position_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error);

/**
 * gram_crts_position_table_list_last:
 * @store: a store
 * @year: scheme year
 * @error: return location
 *
 * The one of each participant of a year that counts, by holder.
 *
 * Returns: (transfer full) (element-type GramCrtsPositionRecord) (nullable): the rows
 */
GPtrArray *gram_crts_position_table_list_last (GramStore *store, gint64 year, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCrtsPositionRecord, gram_crts_position_record_free)

G_END_DECLS
