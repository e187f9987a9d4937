/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramPaymentNoticeRecord:
 * @id: row, 0 before it is stored
 * @number: number of the notice
 * @year: scheme year
 * @account_id: the account
 * @accounting_id: the accounting that it rests on
 * @amount: amount (39(5)(a)), pence
 * @given_on: day on which it is given, ISO
 * @due_on: last day to pay (b), ISO
 * @payable_to: to whom (c)
 * @how_to_pay: how (d)
 * @appeal_rights: rights of appeal (e)
 * @reference: document that says so, may be empty
 * @document_id: its PDF
 * @posting_id: its posting
 * @paid: kept total of its payments, pence
 * @appealed_on: day of the appeal, ISO; empty none
 * @appeal_ended_on: day on which it ended, ISO; empty: collection stops
 * @appeal_text: text of the appeal
 * @withdrawn_on: day on which it was withdrawn, ISO; empty it stands
 * @withdrawn_reason: why
 * @case_id: case of the appeal, 0 none
 * @overdue_told: that it is overdue was told, once
 * @version: 1, one more with each change
 * @account_number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @document: (nullable): name of the PDF
 *
 * A payment notice (art. 39). Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  char *number;
  int year;
  gint64 account_id;
  gint64 accounting_id;
  gint64 amount;
  char *given_on;
  char *due_on;
  char *payable_to;
  char *how_to_pay;
  char *appeal_rights;
  char *reference;
  gint64 document_id;
  gint64 posting_id;
  gint64 paid;
  char *appealed_on;
  char *appeal_ended_on;
  char *appeal_text;
  char *withdrawn_on;
  char *withdrawn_reason;
  gint64 case_id;
  gboolean overdue_told;
  int version;
  char *account_number;
  char *holder;
  char *document;
} GramPaymentNoticeRecord;

/**
 * gram_payment_notice_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_payment_notice_record_free()
 */
GramPaymentNoticeRecord *gram_payment_notice_record_new (void);

/**
 * gram_payment_notice_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramPaymentNoticeRecord *gram_payment_notice_record_copy (const GramPaymentNoticeRecord *self);

/**
 * gram_payment_notice_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_payment_notice_record_free (GramPaymentNoticeRecord *self);

/**
 * gram_payment_notice_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a notice. A second live one of the year and account, or its number again: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_payment_notice_table_insert (GramUnit *unit, GramPaymentNoticeRecord *record, GError **error);

/**
 * gram_payment_notice_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change and raises the version. It has moved on since @before was read: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_payment_notice_table_update (GramUnit *unit,
                                           const GramPaymentNoticeRecord *before,
                                           const GramPaymentNoticeRecord *after,
                                           GError **error);

/**
 * gram_payment_notice_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the notice, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_payment_notice_table_get (GramStore *store,
                                        gint64 id,
                                        GramPaymentNoticeRecord **record,
                                        GError **error);

/**
 * gram_payment_notice_table_live:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @record: (out) (nullable) (transfer full): the notice, or %NULL if there is none
 * @error: return location
 *
 * The notice of an account for a year that stands.
 *
 * Returns: %FALSE on error
 */
gboolean gram_payment_notice_table_live (GramStore *store,
                                         gint64 year,
                                         gint64 account_id,
                                         GramPaymentNoticeRecord **record,
                                         GError **error);

/**
 * gram_payment_notice_table_list:
 * @store: a store
 * @year: scheme year, 0 all
 * @account_id: an account, 0 all
 * @error: return location
 *
 * Payment notices, the newest first; withdrawn ones too.
 *
 * Returns: (transfer full) (element-type GramPaymentNoticeRecord) (nullable): the rows
 */
GPtrArray *
gram_payment_notice_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error);

/**
 * gram_payment_notice_table_find:
 * @store: a store
 * @number: number of a notice
 * @record: (out) (nullable) (transfer full): the notice, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_payment_notice_table_find (GramStore *store,
                                         const char *number,
                                         GramPaymentNoticeRecord **record,
                                         GError **error);

/**
 * gram_payment_notice_table_overdue:
 * @store: a store
 * @today: a day, ISO
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Notices whose last day to pay is before @today and that are not paid, not withdrawn and under no appeal that runs, as long as
 * nobody was told of it.
 *
 * Returns: (transfer full) (element-type GramPaymentNoticeRecord) (nullable): the notices, the oldest last day first
 */
GPtrArray *gram_payment_notice_table_overdue (GramStore *store,
                                              const char *today,
                                              guint limit,
                                              GError **error);

/**
 * gram_payment_notice_table_count:
 * @store: a store
 * @year: scheme year
 * @count: (out): notices that were ever issued for it
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_payment_notice_table_count (GramStore *store, int year, gint64 *count, GError **error);

/**
 * GramNoticePaymentRecord:
 * @id: row, 0 before it is stored
 * @notice_id: the payment notice
 * @kind: payment, reversal or onward
 * @amount: amount, pence
 * @in_favour: of it: more than was owed
 * @paid_on: day, ISO
 * @reference: reference of it
 * @reverses: the row that it reverses, 0 none
 * @posting_id: its posting
 * @journal_id: the journal entry that caused it
 * @at: UTC microseconds at which it was recorded; read, not written, as are all below
 * @person: (nullable): who, %NULL the program
 * @reversed_by: the row that reverses it, 0 none
 *
 * A movement of money of a payment notice. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 notice_id;
  GramNoticePaymentKind kind;
  gint64 amount;
  gint64 in_favour;
  char *paid_on;
  char *reference;
  gint64 reverses;
  gint64 posting_id;
  gint64 journal_id;
  gint64 at;
  char *person;
  gint64 reversed_by;
} GramNoticePaymentRecord;

/**
 * gram_notice_payment_record_new:
 *
 * Makes an empty record: a payment.
 *
 * Returns: (transfer full): the record; free with gram_notice_payment_record_free()
 */
GramNoticePaymentRecord *gram_notice_payment_record_new (void);

/**
 * gram_notice_payment_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramNoticePaymentRecord *gram_notice_payment_record_copy (const GramNoticePaymentRecord *self);

/**
 * gram_notice_payment_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_notice_payment_record_free (GramNoticePaymentRecord *self);

/**
 * gram_notice_payment_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a row. It is never changed. A second reversal of one row: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_notice_payment_table_insert (GramUnit *unit, GramNoticePaymentRecord *record, GError **error);

/**
 * gram_notice_payment_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the row, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_notice_payment_table_get (GramStore *store,
                                        gint64 id,
                                        GramNoticePaymentRecord **record,
                                        GError **error);

/**
 * gram_notice_payment_table_list:
 * @store: a store
 * @notice_id: a payment notice
 * @error: return location
 *
 * Movements of a payment notice, the oldest first.
 *
 * Returns: (transfer full) (element-type GramNoticePaymentRecord) (nullable): the rows
 */
GPtrArray *gram_notice_payment_table_list (GramStore *store, gint64 notice_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentNoticeRecord, gram_payment_notice_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramNoticePaymentRecord, gram_notice_payment_record_free)

G_END_DECLS
