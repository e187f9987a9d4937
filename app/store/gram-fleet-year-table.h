/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramFleetYearRecord:
 * @id: row, 0 before it is stored
 * @account_id: the account
 * @year: obligation year
 * @vehicles: vehicles of the year
 * @net: plain sum of their differences, hundredths of a gram
 * @carried_in: borrowed from the year before, hundredths
 * @carried_met: of it: what the net of this year made good
 * @credits: credits earned in all after this run, hundredths
 * @grams: hundredths of a gram over in all after this run, borrowed ones not among them
 * @amount: charge for these, NZ cents
 * @rate: cents for each gram
 * @due_on: last day to settle it, ISO
 * @reference: document that says so, may be empty
 * @document_id: the invoice
 * @posting_id: its posting, 0: nothing was posted
 * @rulebook_id: rulebook that it was worked out by
 * @journal_id: the journal entry that caused it
 * @settled_at: UTC microseconds
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @document: (nullable): name of the invoice
 * @rulebook: (nullable): version of the rulebook
 * @person: (nullable): who, %NULL the program
 *
 * A settlement of a Fleet Average year; the last of an account and year counts. Strings are owned by the record;
 * %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  int year;
  gint64 vehicles;
  gint64 net;
  gint64 carried_in;
  gint64 carried_met;
  gint64 credits;
  gint64 grams;
  gint64 amount;
  gint64 rate;
  char *due_on;
  char *reference;
  gint64 document_id;
  gint64 posting_id;
  gint64 rulebook_id;
  gint64 journal_id;
  gint64 settled_at;
  char *number;
  char *holder;
  char *document;
  char *rulebook;
  char *person;
} GramFleetYearRecord;

/**
 * gram_fleet_year_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_fleet_year_record_free()
 */
GramFleetYearRecord *gram_fleet_year_record_new (void);

/**
 * gram_fleet_year_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_fleet_year_record_free (GramFleetYearRecord *self);

/**
 * gram_fleet_year_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a settlement of a year. It is never changed.
 *
 * Returns: %FALSE on error
 */
gboolean gram_fleet_year_table_insert (GramUnit *unit, GramFleetYearRecord *record, GError **error);

/**
 * gram_fleet_year_table_last:
 * @store: a store
 * @account_id: an account
 * @year: obligation year
 * @record: (out) (nullable) (transfer full): the settlement that counts, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_fleet_year_table_last (GramStore *store,
                                     gint64 account_id,
                                     gint64 year,
                                     GramFleetYearRecord **record,
                                     GError **error);

/**
 * gram_fleet_year_table_list:
 * @store: a store
 * @account_id: an account
 * @year: obligation year, 0 all
 * @error: return location
 *
 * Settlements of an account, the newest first.
 *
 * Returns: (transfer full) (element-type GramFleetYearRecord) (nullable): the rows
 */
GPtrArray *
gram_fleet_year_table_list (GramStore *store, gint64 account_id, gint64 year, GError **error);

/**
 * gram_fleet_year_table_count:
 * @store: a store
 * @year: obligation year
 * @count: (out): settlements of that year, of all accounts
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_fleet_year_table_count (GramStore *store, int year, gint64 *count, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramFleetYearRecord, gram_fleet_year_record_free)

G_END_DECLS
