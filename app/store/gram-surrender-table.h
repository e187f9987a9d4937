/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramSurrenderRecord:
 * @id: row, 0 before it is stored
 * @year: scheme year
 * @account_id: the account that art. 37(5) names: the participant's own, or the one that its pool nominated
 * @pool_id: the pool that it stands for, 0 none
 * @quantity: allowances
 * @reference: document that says so, may be empty
 * @posting_id: its posting
 * @journal_id: the journal entry that caused it
 * @at: UTC microseconds
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @person: (nullable): who, %NULL the program
 *
 * A surrender (art. 38). Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  int year;
  gint64 account_id;
  gint64 pool_id;
  gint64 quantity;
  char *reference;
  gint64 posting_id;
  gint64 journal_id;
  gint64 at;
  char *number;
  char *holder;
  char *person;
} GramSurrenderRecord;

/**
 * gram_surrender_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_surrender_record_free()
 */
GramSurrenderRecord *gram_surrender_record_new (void);

/**
 * gram_surrender_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramSurrenderRecord *gram_surrender_record_copy (const GramSurrenderRecord *self);

/**
 * gram_surrender_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_surrender_record_free (GramSurrenderRecord *self);

/**
 * gram_surrender_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a surrender. It is never changed.
 *
 * Returns: %FALSE on error
 */
gboolean gram_surrender_table_insert (GramUnit *unit, GramSurrenderRecord *record, GError **error);

/**
 * gram_surrender_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the surrender, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_surrender_table_get (GramStore *store,
                                   gint64 id,
                                   GramSurrenderRecord **record,
                                   GError **error);

/**
 * gram_surrender_table_list:
 * @store: a store
 * @year: scheme year, 0 all
 * @account_id: an account, 0 all
 * @error: return location
 *
 * Surrenders, the newest first.
 *
 * Returns: (transfer full) (element-type GramSurrenderRecord) (nullable): the rows
 */
GPtrArray *
gram_surrender_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error);

/**
 * gram_surrender_table_sum:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @quantity: (out): allowances that it surrendered
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_surrender_table_sum (GramStore *store,
                                   int year,
                                   gint64 account_id,
                                   gint64 *quantity,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramSurrenderRecord, gram_surrender_record_free)

G_END_DECLS
