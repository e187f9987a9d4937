/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramConversionRecord:
 * @id: row, 0 before it is stored
 * @year: scheme year
 * @direction: which way
 * @account_id: the account that art. 37(5) names: the participant's own, or the one that its pool nominated
 * @pool_id: the pool that it stands for, 0 none
 * @crts: tenths of CRTS allowances (art. 35) or credits (art. 23)
 * @allowances: CCTS allowances acquired or used
 * @ratio: CCTS allowances for one
 * @position_id: CRTS position by which it was decided
 * @rulebook_id: rulebook by which it was decided
 * @reference: document that says so, may be empty
 * @posting_id: its posting
 * @journal_id: the journal entry that caused it
 * @at: UTC microseconds
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @person: (nullable): who, %NULL the program
 *
 * A conversion (arts 35 and 23). Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  int year;
  GramConversionDirection direction;
  gint64 account_id;
  gint64 pool_id;
  gint64 crts;
  gint64 allowances;
  gint64 ratio;
  gint64 position_id;
  gint64 rulebook_id;
  char *reference;
  gint64 posting_id;
  gint64 journal_id;
  gint64 at;
  char *number;
  char *holder;
  char *person;
} GramConversionRecord;

/**
 * gram_conversion_record_new:
 *
 * Makes an empty record: from the CRTS.
 *
 * Returns: (transfer full): the record; free with gram_conversion_record_free()
 */
GramConversionRecord *gram_conversion_record_new (void);

/**
 * gram_conversion_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramConversionRecord *gram_conversion_record_copy (const GramConversionRecord *self);

/**
 * gram_conversion_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_conversion_record_free (GramConversionRecord *self);

/**
 * gram_conversion_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a conversion. It is never changed.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_conversion_table_insert (GramUnit *unit, GramConversionRecord *record, GError **error);

/**
 * gram_conversion_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the conversion, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_conversion_table_get (GramStore *store,
                                    gint64 id,
                                    GramConversionRecord **record,
                                    GError **error);

/**
 * gram_conversion_table_list:
 * @store: a store
 * @year: scheme year, 0 all
 * @account_id: an account, 0 all
 * @error: return location
 *
 * Conversions, the newest first.
 *
 * Returns: (transfer full) (element-type GramConversionRecord) (nullable): the rows
 */
GPtrArray *
gram_conversion_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error);

/**
 * gram_conversion_table_sums:
 * @store: a store
 * @year: scheme year
 * @account_id: an account, 0 all
 * @direction: which way
 * @crts: (out) (optional): tenths of CRTS allowances or credits
 * @allowances: (out) (optional): CCTS allowances
 * @error: return location
 *
 * Adds up what was converted.
 *
 * Returns: %FALSE on error
 */
gboolean gram_conversion_table_sums (GramStore *store,
                                     int year,
                                     gint64 account_id,
                                     GramConversionDirection direction,
                                     gint64 *crts,
                                     gint64 *allowances,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramConversionRecord, gram_conversion_record_free)

G_END_DECLS
