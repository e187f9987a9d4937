/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramAccountingRecord:
 * @id: row, 0 before it is stored
 * @year: scheme year
 * @account_id: the account that art. 37(5) names: the participant's own, or the one that its pool nominated
 * @pool_id: the pool that it stands for, 0 none
 * @participant_id: the participant by whose activity
 * @rulebook_id: rulebook by which it was done
 * @activity: activity, thousandths
 * @surrendered: allowances surrendered
 * @shortfall: shortfall, thousandths
 * @payment: payment, pence
 * @journal_id: the journal entry that caused it
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @at: UTC microseconds of it
 * @person: (nullable): who, %NULL the program
 *
 * What a participant did not account for (art. 39(2)). Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  int year;
  gint64 account_id;
  gint64 pool_id;
  gint64 participant_id;
  gint64 rulebook_id;
  gint64 activity;
  gint64 surrendered;
  gint64 shortfall;
  gint64 payment;
  gint64 journal_id;
  char *number;
  char *holder;
  gint64 at;
  char *person;
} GramAccountingRecord;

/**
 * gram_accounting_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_accounting_record_free()
 */
GramAccountingRecord *gram_accounting_record_new (void);

/**
 * gram_accounting_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramAccountingRecord *gram_accounting_record_copy (const GramAccountingRecord *self);

/**
 * gram_accounting_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_accounting_record_free (GramAccountingRecord *self);

/**
 * gram_accounting_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a row. It is never changed: the last one of a year and account counts.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_accounting_table_insert (GramUnit *unit, GramAccountingRecord *record, GError **error);

/**
 * gram_accounting_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the accounting, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_accounting_table_get (GramStore *store,
                                    gint64 id,
                                    GramAccountingRecord **record,
                                    GError **error);

/**
 * gram_accounting_table_last:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @record: (out) (nullable) (transfer full): the accounting, or %NULL if there is none
 * @error: return location
 *
 * The one of an account that counts.
 *
 * Returns: %FALSE on error
 */
gboolean gram_accounting_table_last (GramStore *store,
                                     gint64 year,
                                     gint64 account_id,
                                     GramAccountingRecord **record,
                                     GError **error);

/**
 * gram_accounting_table_list_last:
 * @store: a store
 * @year: scheme year
 * @error: return location
 *
 * The one of each account of a year that counts, by holder.
 *
 * Returns: (transfer full) (element-type GramAccountingRecord) (nullable): the rows
 */
GPtrArray *gram_accounting_table_list_last (GramStore *store, gint64 year, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAccountingRecord, gram_accounting_record_free)

G_END_DECLS
