/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramBorrowingRecord:
 * @id: row, 0 before it is stored
 * @account_id: the account
 * @charge_id: the charge whose shortfall is borrowed
 * @state: state
 * @from_year: obligation year of the shortfall; the next one carries it
 * @grams: borrowed, hundredths of a gram, once approved
 * @value: NZ cents that were carried
 * @rate: cents for each gram
 * @reason: why it was asked for
 * @asked_by: who asked
 * @asked_at: UTC microseconds
 * @decided_by: who decided or withdrew it, 0 nobody
 * @decided_at: UTC microseconds, 0 not yet
 * @decision_reason: why it was decided so
 * @reference: document that says so
 * @case_id: its case, 0 none
 * @fleet_year_id: the settlement that made it good or charged it, 0 none
 * @version: 1, one more with each change
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @asker: (nullable): name of who asked
 * @decider: (nullable): name of who decided
 *
 * A shortfall of a Fleet Average year that the holder wants to carry into the next one (LTA 1998 s 179). Strings
 * are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  gint64 charge_id;
  GramBorrowingState state;
  int from_year;
  gint64 grams;
  gint64 value;
  gint64 rate;
  char *reason;
  gint64 asked_by;
  gint64 asked_at;
  gint64 decided_by;
  gint64 decided_at;
  char *decision_reason;
  char *reference;
  gint64 case_id;
  gint64 fleet_year_id;
  int version;
  char *number;
  char *holder;
  char *asker;
  char *decider;
} GramBorrowingRecord;

/**
 * gram_borrowing_record_new:
 *
 * Makes an empty record: asked for.
 *
 * Returns: (transfer full): the record; free with gram_borrowing_record_free()
 */
GramBorrowingRecord *gram_borrowing_record_new (void);

/**
 * gram_borrowing_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramBorrowingRecord *gram_borrowing_record_copy (const GramBorrowingRecord *self);

/**
 * gram_borrowing_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_borrowing_record_free (GramBorrowingRecord *self);

/**
 * gram_borrowing_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a borrowing. A charge has at most one that is not declined or withdrawn: else
 * %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_borrowing_table_insert (GramUnit *unit, GramBorrowingRecord *record, GError **error);

/**
 * gram_borrowing_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change. The row is not as @before any more: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_borrowing_table_update (GramUnit *unit,
                                      const GramBorrowingRecord *before,
                                      const GramBorrowingRecord *after,
                                      GError **error);

/**
 * gram_borrowing_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the record, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_borrowing_table_get (GramStore *store,
                                   gint64 id,
                                   GramBorrowingRecord **record,
                                   GError **error);

/**
 * gram_borrowing_table_of_charge:
 * @store: a store
 * @charge_id: a charge
 * @record: (out) (nullable) (transfer full): its borrowing, or %NULL if there is none that is not declined or
 *   withdrawn
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_borrowing_table_of_charge (GramStore *store,
                                         gint64 charge_id,
                                         GramBorrowingRecord **record,
                                         GError **error);

/**
 * gram_borrowing_table_list:
 * @store: a store
 * @account_id: an account, 0 all
 * @from_year: obligation year of the shortfall, 0 all
 * @error: return location
 *
 * Borrowings, the newest first.
 *
 * Returns: (transfer full) (element-type GramBorrowingRecord) (nullable): the rows
 */
GPtrArray *
gram_borrowing_table_list (GramStore *store, gint64 account_id, gint64 from_year, GError **error);

/**
 * gram_borrowing_table_carried:
 * @store: a store
 * @account_id: an account
 * @from_year: obligation year of the shortfall
 * @error: return location
 *
 * Borrowings that count in the year after: approved ones and those it settled.
 *
 * Returns: (transfer full) (element-type GramBorrowingRecord) (nullable): the rows
 */
GPtrArray *gram_borrowing_table_carried (GramStore *store,
                                         gint64 account_id,
                                         gint64 from_year,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramBorrowingRecord, gram_borrowing_record_free)

G_END_DECLS
