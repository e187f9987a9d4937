/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramPaymentRecord:
 * @id: row, 0 before it is stored
 * @account_id: the account that it is of
 * @kind: what it is
 * @amount: NZ cents
 * @in_favour: of it: more than was owed, NZ cents; it stands in favour
 * @paid_on: day, ISO
 * @reference: reference
 * @payer: who paid as the bank has it, may be empty
 * @bank_key: tells lines of bank statements apart; %NULL or empty: recorded by hand. One that ends in `~2`, `~3` … is of a line
 *   that was recorded anew after its payment was reversed
 * @reverses: payment that it reverses, 0 none
 * @reason: why it was reversed
 * @posting_id: its posting
 * @journal_id: the journal entry that caused it
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @at: UTC microseconds
 * @person: (nullable): who, %NULL the program
 * @reversed_by: the payment that reverses it, 0 none
 *
 * Money that came in, or went back. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  GramPaymentKind kind;
  gint64 amount;
  gint64 in_favour;
  char *paid_on;
  char *reference;
  char *payer;
  char *bank_key;
  gint64 reverses;
  char *reason;
  gint64 posting_id;
  gint64 journal_id;
  char *number;
  char *holder;
  gint64 at;
  char *person;
  gint64 reversed_by;
} GramPaymentRecord;

/**
 * gram_payment_record_new:
 *
 * Makes an empty record: a payment.
 *
 * Returns: (transfer full): the record; free with gram_payment_record_free()
 */
GramPaymentRecord *gram_payment_record_new (void);

/**
 * gram_payment_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramPaymentRecord *gram_payment_record_copy (const GramPaymentRecord *self);

/**
 * gram_payment_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_payment_record_free (GramPaymentRecord *self);

/**
 * gram_payment_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a payment. It is never changed. A line of a bank statement that was brought in already:
 * %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_payment_table_insert (GramUnit *unit, GramPaymentRecord *record, GError **error);

/**
 * gram_payment_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the record, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_payment_table_get (GramStore *store, gint64 id, GramPaymentRecord **record, GError **error);

/**
 * gram_payment_table_page:
 * @store: a store
 * @ids: ids of payments
 * @n_ids: how many
 * @error: return location
 *
 * Records by id, in the order of @ids; one that is not there is left out.
 *
 * Returns: (transfer full) (element-type GramPaymentRecord) (nullable): the payments
 */
GPtrArray *
gram_payment_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error);

/**
 * gram_payment_table_find:
 * @store: a store
 * @bank_key: key of a line of a bank statement
 * @record: (out) (nullable) (transfer full): the last payment of the line, which may have been reversed; %NULL if the line was
 *   not brought in
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_payment_table_find (GramStore *store,
                                  const char *bank_key,
                                  GramPaymentRecord **record,
                                  GError **error);

/**
 * gram_payment_next_bank_key:
 * @bank_key: key of a payment that was reversed
 *
 * A line of a bank statement is brought in once. If its payment was reversed, as it stood on the wrong account, it can be
 * brought in anew, under a key of its own.
 *
 * Returns: (transfer full): the key of the next payment of the same line
 */
char *gram_payment_next_bank_key (const char *bank_key);

/**
 * gram_payment_table_find_alike:
 * @store: a store
 * @account_id: an account
 * @paid_on: day of payment, ISO
 * @amount: cents
 * @record: (out) (nullable): the first payment of that day and amount on the account that was not reversed, %NULL if there is
 *   none
 * @error: return location
 *
 * The same money can come in twice: by hand and by a file, or by files of two formats.
 *
 * Returns: %FALSE on error
 */
gboolean gram_payment_table_find_alike (GramStore *store,
                                        gint64 account_id,
                                        const char *paid_on,
                                        gint64 amount,
                                        GramPaymentRecord **record,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentRecord, gram_payment_record_free)

G_END_DECLS
