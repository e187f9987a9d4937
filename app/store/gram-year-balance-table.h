/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramYearBalanceRecord:
 * @account_id: the account
 * @year: scheme year
 * @allocated: allocated (art. 34)
 * @acquired: acquired (art. 35)
 * @traded_in: got by trades
 * @traded_out: given by trades
 * @surrendered: surrendered (40(a))
 * @lapsed: lapsed (40(b))
 * @converted: converted into CRTS credits (40(c))
 * @posting_id: posting of what lapsed, 0 nothing did
 * @journal_id: the journal entry that caused it
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @at: UTC microseconds of the closing
 *
 * The books of a participant for a closed year. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 account_id;
  int year;
  gint64 allocated;
  gint64 acquired;
  gint64 traded_in;
  gint64 traded_out;
  gint64 surrendered;
  gint64 lapsed;
  gint64 converted;
  gint64 posting_id;
  gint64 journal_id;
  char *number;
  char *holder;
  gint64 at;
} GramYearBalanceRecord;

/**
 * gram_year_balance_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_year_balance_record_free()
 */
GramYearBalanceRecord *gram_year_balance_record_new (void);

/**
 * gram_year_balance_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramYearBalanceRecord *gram_year_balance_record_copy (const GramYearBalanceRecord *self);

/**
 * gram_year_balance_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_year_balance_record_free (GramYearBalanceRecord *self);

/**
 * gram_year_balance_table_insert:
 * @unit: a unit of work
 * @record: the record
 * @error: return location
 *
 * Inserts a row. It is never changed. It has to balance: allocated + acquired + got = given + surrendered + lapsed +
 * converted, or %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_year_balance_table_insert (GramUnit *unit, GramYearBalanceRecord *record, GError **error);

/**
 * gram_year_balance_table_get:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @record: (out) (nullable) (transfer full): the books, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_year_balance_table_get (GramStore *store,
                                      gint64 year,
                                      gint64 account_id,
                                      GramYearBalanceRecord **record,
                                      GError **error);

/**
 * gram_year_balance_table_list:
 * @store: a store
 * @year: scheme year
 * @error: return location
 *
 * The books of a closed year, by holder; none if it is not closed.
 *
 * Returns: (transfer full) (element-type GramYearBalanceRecord) (nullable): the rows
 */
GPtrArray *gram_year_balance_table_list (GramStore *store, gint64 year, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramYearBalanceRecord, gram_year_balance_record_free)

G_END_DECLS
