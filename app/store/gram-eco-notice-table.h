/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramEcoNoticeRecord:
 * @id: row, 0 before it is stored
 * @code: code of the eco-innovation
 * @given_on: day on which the notice was given, ISO
 * @reference: document that says so
 * @journal_id: the journal entry that caused it
 * @withdrawn_at: UTC microseconds, 0 it stands
 * @at: UTC microseconds at which it was recorded; read, not written, as is the next
 * @person: (nullable): who, %NULL the program
 *
 * A notice of the Secretary of State under Art. 12(2)(b) of 725/2011: given in year Y−1, it switches the reduction for
 * its code off in Y (art. 36(3)). Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  char *code;
  char *given_on;
  char *reference;
  gint64 journal_id;
  gint64 withdrawn_at;
  gint64 at;
  char *person;
} GramEcoNoticeRecord;

/**
 * gram_eco_notice_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_eco_notice_record_free()
 */
GramEcoNoticeRecord *gram_eco_notice_record_new (void);

/**
 * gram_eco_notice_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramEcoNoticeRecord *gram_eco_notice_record_copy (const GramEcoNoticeRecord *self);

/**
 * gram_eco_notice_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_eco_notice_record_free (GramEcoNoticeRecord *self);

/**
 * gram_eco_notice_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Records a notice. The same code on the same day again is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_eco_notice_table_insert (GramUnit *unit, GramEcoNoticeRecord *record, GError **error);

/**
 * gram_eco_notice_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Withdraws it; nothing else can change. The row is not as @before any more: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_eco_notice_table_update (GramUnit *unit,
                                       const GramEcoNoticeRecord *before,
                                       const GramEcoNoticeRecord *after,
                                       GError **error);

/**
 * gram_eco_notice_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the notice, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_eco_notice_table_get (GramStore *store,
                                    gint64 id,
                                    GramEcoNoticeRecord **record,
                                    GError **error);

/**
 * gram_eco_notice_table_list:
 * @store: a store
 * @error: return location
 *
 * All notices, the newest first; withdrawn ones too.
 *
 * Returns: (transfer full) (element-type GramEcoNoticeRecord) (nullable): the rows
 */
GPtrArray *gram_eco_notice_table_list (GramStore *store, GError **error);

/**
 * gram_eco_notice_table_of_year:
 * @store: a store
 * @year: calendar year in which it was given
 * @error: return location
 *
 * Notices that were given in a year and stand, by code: what is off in the year after (art. 36(3)(b)).
 *
 * Returns: (transfer full) (element-type GramEcoNoticeRecord) (nullable): the rows
 */
GPtrArray *gram_eco_notice_table_of_year (GramStore *store, gint64 year, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramEcoNoticeRecord, gram_eco_notice_record_free)

G_END_DECLS
