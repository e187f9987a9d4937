/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-credit-transfer-table.h"

G_BEGIN_DECLS

/**
 * GramCreditTransferOrder:
 * @GRAM_CREDIT_TRANSFER_ORDER_OFFERED: in the order in which they were offered
 * @GRAM_CREDIT_TRANSFER_ORDER_CREDITS: by credits
 * @GRAM_CREDIT_TRANSFER_ORDER_LAPSES: by last day
 * @GRAM_CREDIT_TRANSFER_ORDER_SENDER: by name of the sender
 * @GRAM_CREDIT_TRANSFER_ORDER_RECEIVER: by name of the receiver
 * @GRAM_CREDIT_TRANSFER_ORDER_STATE: by state: live ones first, as #GramCreditTransferState has them
 *
 * The closed set of orders; each has its index and its pinned query plan.
 */
typedef enum
{
  GRAM_CREDIT_TRANSFER_ORDER_OFFERED,
  GRAM_CREDIT_TRANSFER_ORDER_CREDITS,
  GRAM_CREDIT_TRANSFER_ORDER_LAPSES,
  GRAM_CREDIT_TRANSFER_ORDER_SENDER,
  GRAM_CREDIT_TRANSFER_ORDER_RECEIVER,
  GRAM_CREDIT_TRANSFER_ORDER_STATE,
} GramCreditTransferOrder;

/**
 * GramCreditTransferQuery:
 * @account_id: only those of this account, 0 all
 * @person_id: only those of accounts that this person is a member of, 0 all
 * @sent: with @account_id: those that it offered
 * @received: with @account_id: those that it was offered; neither means both
 * @states: set of #GramCreditTransferState; 0 means all
 * @search: (nullable): words typed; each has to occur in number of the transfer (with or without #), reference, or
 *   names and account numbers of both; case and accents do not matter
 * @order: order
 * @descending: the other way round
 *
 * A filter and an order of transfers of credits. Strings are owned by the query.
 */
typedef struct
{
  gint64 account_id;
  gint64 person_id;
  gboolean sent;
  gboolean received;
  guint states;
  char *search;
  GramCreditTransferOrder order;
  gboolean descending;
} GramCreditTransferQuery;

/**
 * gram_credit_transfer_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy
 */
GramCreditTransferQuery *gram_credit_transfer_query_copy (const GramCreditTransferQuery *self);

/**
 * gram_credit_transfer_query_free:
 * @self: (nullable): a query
 *
 * Frees a query.
 */
void gram_credit_transfer_query_free (GramCreditTransferQuery *self);

/**
 * gram_credit_transfer_table_ids:
 * @store: a store
 * @query: filter and order
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Ids of the transfers that match, in order. Rows: gram_credit_transfer_table_page().
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids
 */
GArray *gram_credit_transfer_table_ids (GramStore *store,
                                        const GramCreditTransferQuery *query,
                                        guint limit,
                                        GError **error);

/**
 * GramCreditTransferCounts:
 * @states: transfers by the place of the flag of #GramCreditTransferState (offered is 0)
 *
 * What chips and badges count. A list filtered by a state has exactly as many rows.
 */
typedef struct
{
  gint64 states[GRAM_CREDIT_TRANSFER_STATES];
} GramCreditTransferCounts;

/**
 * gram_credit_transfer_table_counts:
 * @store: a store
 * @query: a filter; its states do not count
 * @counts: (out): the counts
 * @error: return location
 *
 * Counts what matches.
 *
 * Returns: %FALSE on error
 */
gboolean gram_credit_transfer_table_counts (GramStore *store,
                                            const GramCreditTransferQuery *query,
                                            GramCreditTransferCounts *counts,
                                            GError **error);

/**
 * gram_credit_transfer_counts_select:
 * @counts: counts
 * @states: set of #GramCreditTransferState; 0 means all
 *
 * Returns: rows that a list filtered by @states shows
 */
gint64 gram_credit_transfer_counts_select (const GramCreditTransferCounts *counts, guint states);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCreditTransferQuery, gram_credit_transfer_query_free)

G_END_DECLS
