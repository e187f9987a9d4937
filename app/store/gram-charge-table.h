/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramChargeRecord:
 * @id: row, 0 before it is stored
 * @account_id: the account that owes it
 * @kind: what it is of
 * @year: obligation year
 * @vehicles: vehicles that it is of; they have @posting_id and a charge
 * @grams: hundredths of a gram over; 0: carried over from before charges were kept one by one, payable in money
 *   alone
 * @rate: cents for each gram
 * @amount: NZ cents
 * @arisen_on: day on which it arose, ISO
 * @due_on: last day to settle it, ISO
 * @reference: document that says so, may be empty
 * @document_id: the invoice, 0 none
 * @rulebook_id: rulebook that it was worked out by, 0 not known
 * @posting_id: its posting, 0 none
 * @journal_id: the journal entry that caused it
 * @outstanding: NZ cents that nothing settled yet
 * @grams_back: grams that corrections took back, hundredths
 * @amount_back: NZ cents that they took back
 * @credits: credits that were set against it, hundredths
 * @settled_on: day on which nothing was outstanding any more, ISO; empty: something is
 * @overdue_told: 0 nothing was told, 1 that it is due soon, 2 that it is overdue
 * @version: 1, one more with each change
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @document: (nullable): name of the invoice
 * @rulebook: (nullable): version of the rulebook
 *
 * A charge of the Clean Car Standard: what is owed, and why. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  GramChargeKind kind;
  int year;
  int vehicles;
  gint64 grams;
  gint64 rate;
  gint64 amount;
  char *arisen_on;
  char *due_on;
  char *reference;
  gint64 document_id;
  gint64 rulebook_id;
  gint64 posting_id;
  gint64 journal_id;
  gint64 outstanding;
  gint64 grams_back;
  gint64 amount_back;
  gint64 credits;
  char *settled_on;
  int overdue_told;
  int version;
  char *number;
  char *holder;
  char *document;
  char *rulebook;
} GramChargeRecord;

/**
 * gram_charge_record_new:
 *
 * Makes an empty record: Pay As You Go.
 *
 * Returns: (transfer full): the record; free with gram_charge_record_free()
 */
GramChargeRecord *gram_charge_record_new (void);

/**
 * gram_charge_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramChargeRecord *gram_charge_record_copy (const GramChargeRecord *self);

/**
 * gram_charge_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_charge_record_free (GramChargeRecord *self);

/**
 * gram_charge_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a charge. It keeps what it says; only what settles it changes.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_table_insert (GramUnit *unit, GramChargeRecord *record, GError **error);

/**
 * gram_charge_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change. The row is not as @before any more: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_table_update (GramUnit *unit,
                                   const GramChargeRecord *before,
                                   const GramChargeRecord *after,
                                   GError **error);

/**
 * gram_charge_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the record, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_charge_table_get (GramStore *store, gint64 id, GramChargeRecord **record, GError **error);

/**
 * gram_charge_table_page:
 * @store: a store
 * @ids: ids of charges
 * @n_ids: how many
 * @error: return location
 *
 * Records by id, in the order of @ids; one that is not there is left out.
 *
 * Returns: (transfer full) (element-type GramChargeRecord) (nullable): the charges
 */
GPtrArray *
gram_charge_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error);

/**
 * gram_charge_table_live:
 * @store: a store
 * @account_id: an account
 * @error: return location
 *
 * Charges of which something is outstanding, in the order in which payments settle them: the first due first.
 *
 * Returns: (transfer full) (element-type GramChargeRecord) (nullable): the rows
 */
GPtrArray *gram_charge_table_live (GramStore *store, gint64 account_id, GError **error);

/**
 * gram_charge_table_list:
 * @store: a store
 * @account_id: an account
 * @year: obligation year, 0 all
 * @error: return location
 *
 * Charges of an account, the oldest first.
 *
 * Returns: (transfer full) (element-type GramChargeRecord) (nullable): the rows
 */
GPtrArray *
gram_charge_table_list (GramStore *store, gint64 account_id, gint64 year, GError **error);

/**
 * gram_charge_table_of_posting:
 * @store: a store
 * @posting_id: a posting
 * @record: (out) (nullable) (transfer full): the charge, or %NULL if there is none
 * @error: return location
 *
 * The charge that a posting made: that of a vehicle with this posting. The settlement of a year may make several: the first.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_table_of_posting (GramStore *store,
                                       gint64 posting_id,
                                       GramChargeRecord **record,
                                       GError **error);

/**
 * gram_charge_table_remind:
 * @store: a store
 * @told: only those of which less was told: 1 for charges that are due soon, 2 for overdue ones
 * @day: only those due before this day, ISO
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Charges to remind of, the first due first. One that is due on the day on which it arises is not due soon.
 *
 * Returns: (transfer full) (element-type GramChargeRecord) (nullable): the charges
 */
GPtrArray *
gram_charge_table_remind (GramStore *store, int told, const char *day, guint limit, GError **error);

/**
 * GramChargeSums:
 * @charges: charges of which something is outstanding
 * @outstanding: of them, NZ cents
 * @overdue: charges among them whose due day is over
 * @overdue_outstanding: of these, NZ cents
 * @overdue_since: (nullable): the earliest due day of these, ISO; free with gram_charge_sums_clear()
 *
 * What an account owes.
 */
typedef struct
{
  gint64 charges;
  gint64 outstanding;
  gint64 overdue;
  gint64 overdue_outstanding;
  char *overdue_since;
} GramChargeSums;

/**
 * gram_charge_sums_clear:
 * @self: sums
 *
 * Frees what the sums own.
 */
void gram_charge_sums_clear (GramChargeSums *self);

/**
 * gram_charge_table_sums:
 * @store: a store
 * @account_id: an account, 0 all
 * @today: today, ISO
 * @sums: (out): what is owed; free with gram_charge_sums_clear()
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_table_sums (GramStore *store,
                                 gint64 account_id,
                                 const char *today,
                                 GramChargeSums *sums,
                                 GError **error);

/**
 * GramChargeSettlementRecord:
 * @id: row, 0 before it is stored
 * @charge_id: the charge
 * @kind: what settled it
 * @value: NZ cents that it takes off what is outstanding; below 0 opens the charge again
 * @grams: correction: hundredths of a gram taken back; carry: borrowed
 * @year: credits: their year of origin, else 0
 * @credits: credits of @unit, hundredths; below 0: given back
 * @unit: ledger unit of the credits, empty none
 * @settled_on: day, ISO
 * @payment_id: the payment, 0 none
 * @posting_id: its posting, 0 before charges were kept one by one
 * @journal_id: the journal entry that caused it
 * @account_id: account of the charge; read, not written, as are all below
 * @at: UTC microseconds
 * @person: (nullable): who, %NULL the program
 * @reference: (nullable): reference of the payment
 *
 * What settled a charge, or opened it again. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 charge_id;
  GramChargeSettlementKind kind;
  gint64 value;
  gint64 grams;
  int year;
  gint64 credits;
  char *unit;
  char *settled_on;
  gint64 payment_id;
  gint64 posting_id;
  gint64 journal_id;
  gint64 account_id;
  gint64 at;
  char *person;
  char *reference;
} GramChargeSettlementRecord;

/**
 * gram_charge_settlement_record_new:
 *
 * Makes an empty record: money.
 *
 * Returns: (transfer full): the record; free with gram_charge_settlement_record_free()
 */
GramChargeSettlementRecord *gram_charge_settlement_record_new (void);

/**
 * gram_charge_settlement_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramChargeSettlementRecord *
gram_charge_settlement_record_copy (const GramChargeSettlementRecord *self);

/**
 * gram_charge_settlement_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_charge_settlement_record_free (GramChargeSettlementRecord *self);

/**
 * gram_charge_settlement_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a settlement. It is never changed; the kept totals of its charge are written with
 * gram_charge_table_update().
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_settlement_table_insert (GramUnit *unit,
                                              GramChargeSettlementRecord *record,
                                              GError **error);

/**
 * gram_charge_settlement_table_list:
 * @store: a store
 * @charge_id: a charge
 * @error: return location
 *
 * What settled a charge, in order.
 *
 * Returns: (transfer full) (element-type GramChargeSettlementRecord) (nullable): the rows
 */
GPtrArray *gram_charge_settlement_table_list (GramStore *store, gint64 charge_id, GError **error);

/**
 * gram_charge_settlement_table_of_payment:
 * @store: a store
 * @payment_id: a payment
 * @error: return location
 *
 * What a payment settled, in order.
 *
 * Returns: (transfer full) (element-type GramChargeSettlementRecord) (nullable): the rows
 */
GPtrArray *
gram_charge_settlement_table_of_payment (GramStore *store, gint64 payment_id, GError **error);

/**
 * gram_charge_settlement_table_in_favour:
 * @store: a store
 * @account_id: an account
 * @error: return location
 *
 * What money that stood in favour settled on an account, the newest first.
 *
 * Returns: (transfer full) (element-type GramChargeSettlementRecord) (nullable): the rows
 */
GPtrArray *
gram_charge_settlement_table_in_favour (GramStore *store, gint64 account_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramChargeRecord, gram_charge_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramChargeSettlementRecord, gram_charge_settlement_record_free)

G_END_DECLS
