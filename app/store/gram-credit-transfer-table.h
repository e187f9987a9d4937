/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs-words.h"
#include "gram-credit-transfer.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramCreditTransferRecord:
 * @id: row, 0 before it is stored
 * @state: state
 * @from_account: account of the sender, 0: it is elsewhere (own registry)
 * @to_account: account of the receiver, 0: it is elsewhere (own registry)
 * @from_number: account number of the sender
 * @from_name: holder of it at the offer
 * @from_kind: kind of it
 * @to_number: account number of the receiver
 * @to_name: holder of it at the offer
 * @to_kind: kind of it
 * @credits: what the sender gives, hundredths of a gram
 * @received: what the receiver gets, hundredths
 * @used_per_new: ratio of the rulebook: credits of used vehicles for one of new vehicles
 * @rulebook_id: the rulebook
 * @reference: free text that both read
 * @offered_by: who offered it
 * @offered_at: UTC microseconds
 * @lapses_on: last day for the other holder, ISO
 * @ended_by: who accepted, declined or cancelled it, 0 nobody: the program
 * @ended_at: UTC microseconds, 0 live
 * @end_reason: why it was declined
 * @posting_id: the reserve, or of a recorded one the transfer
 * @end_posting_id: the transfer, or the release; 0 not yet
 * @version: 1, one more with each change
 * @offerer: (nullable): name of who offered; read, not written, as are all below
 * @ender: (nullable): name of who ended it
 * @rulebook: (nullable): version of the rulebook
 *
 * A transfer of credits between two holders of the Clean Car Standard. Strings are owned by the record; %NULL reads
 * as empty.
 */
typedef struct
{
  gint64 id;
  GramCreditTransferState state;
  gint64 from_account;
  gint64 to_account;
  char *from_number;
  char *from_name;
  GramAccountKind from_kind;
  char *to_number;
  char *to_name;
  GramAccountKind to_kind;
  gint64 credits;
  gint64 received;
  int used_per_new;
  gint64 rulebook_id;
  char *reference;
  gint64 offered_by;
  gint64 offered_at;
  char *lapses_on;
  gint64 ended_by;
  gint64 ended_at;
  char *end_reason;
  gint64 posting_id;
  gint64 end_posting_id;
  int version;
  char *offerer;
  char *ender;
  char *rulebook;
} GramCreditTransferRecord;

/**
 * gram_credit_transfer_record_new:
 *
 * Makes an empty record: offered.
 *
 * Returns: (transfer full): the record; free with gram_credit_transfer_record_free()
 */
GramCreditTransferRecord *gram_credit_transfer_record_new (void);

/**
 * gram_credit_transfer_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramCreditTransferRecord *gram_credit_transfer_record_copy (const GramCreditTransferRecord *self);

/**
 * gram_credit_transfer_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_credit_transfer_record_free (GramCreditTransferRecord *self);

/**
 * gram_credit_transfer_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a transfer without its lines: gram_credit_transfer_table_insert_line().
 *
 * Returns: %FALSE on error
 */
gboolean gram_credit_transfer_table_insert (GramUnit *unit,
                                            GramCreditTransferRecord *record,
                                            GError **error);

/**
 * gram_credit_transfer_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change. The row is not as @before any more: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_credit_transfer_table_update (GramUnit *unit,
                                            const GramCreditTransferRecord *before,
                                            const GramCreditTransferRecord *after,
                                            GError **error);

/**
 * gram_credit_transfer_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the record, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_credit_transfer_table_get (GramStore *store,
                                         gint64 id,
                                         GramCreditTransferRecord **record,
                                         GError **error);

/**
 * gram_credit_transfer_table_page:
 * @store: a store
 * @ids: ids of transfers
 * @n_ids: how many
 * @error: return location
 *
 * Records by id, in the order of @ids; one that is not there is left out.
 *
 * Returns: (transfer full) (element-type GramCreditTransferRecord) (nullable): the transfers
 */
GPtrArray *
gram_credit_transfer_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error);

/**
 * gram_credit_transfer_table_live:
 * @store: a store
 * @account_id: an account
 * @error: return location
 *
 * Transfers that are offered by or to an account, the oldest first.
 *
 * Returns: (transfer full) (element-type GramCreditTransferRecord) (nullable): the rows
 */
GPtrArray *gram_credit_transfer_table_live (GramStore *store, gint64 account_id, GError **error);

/**
 * gram_credit_transfer_table_due:
 * @store: a store
 * @today: today, ISO
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Offered transfers whose last day is over, the longest over first.
 *
 * Returns: (transfer full) (element-type GramCreditTransferRecord) (nullable): the transfers
 */
GPtrArray *
gram_credit_transfer_table_due (GramStore *store, const char *today, guint limit, GError **error);

/**
 * gram_credit_transfer_table_insert_line:
 * @unit: a unit of work
 * @transfer_id: the transfer
 * @line: the line
 * @error: return location
 *
 * Inserts what a transfer moves of one year. It is never changed.
 *
 * Returns: %FALSE on error
 */
gboolean gram_credit_transfer_table_insert_line (GramUnit *unit,
                                                 gint64 transfer_id,
                                                 const GramCreditTransferLine *line,
                                                 GError **error);

/**
 * gram_credit_transfer_table_lines:
 * @store: a store
 * @transfer_id: a transfer
 * @error: return location
 *
 * What a transfer moves, the oldest year first.
 *
 * Returns: (transfer full) (element-type GramCreditTransferLine) (nullable): the lines
 */
GArray *gram_credit_transfer_table_lines (GramStore *store, gint64 transfer_id, GError **error);

/**
 * GramCreditTransferSums:
 * @out: transfers that an account offered and that are live
 * @out_credits: what they would take, hundredths of a gram
 * @in: transfers that it was offered and that are live
 * @in_received: what they would bring, hundredths of a gram
 *
 * What is offered.
 */
typedef struct
{
  gint64 out;
  gint64 out_credits;
  gint64 in;
  gint64 in_received;
} GramCreditTransferSums;

/**
 * gram_credit_transfer_table_sums:
 * @store: a store
 * @account_id: an account
 * @sums: (out): what it offered and was offered
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_credit_transfer_table_sums (GramStore *store,
                                          gint64 account_id,
                                          GramCreditTransferSums *sums,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCreditTransferRecord, gram_credit_transfer_record_free)

G_END_DECLS
