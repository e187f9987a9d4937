/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-payment-table.h"

G_BEGIN_DECLS

/**
 * GramPaymentOrder:
 * @GRAM_PAYMENT_ORDER_RECORDED: in the order in which they were recorded
 * @GRAM_PAYMENT_ORDER_PAID: by day of payment
 * @GRAM_PAYMENT_ORDER_AMOUNT: by amount
 *
 * The closed set of orders; each has its index and its pinned query plan.
 */
typedef enum
{
  GRAM_PAYMENT_ORDER_RECORDED,
  GRAM_PAYMENT_ORDER_PAID,
  GRAM_PAYMENT_ORDER_AMOUNT,
} GramPaymentOrder;

/**
 * GramPaymentQuery:
 * @account_id: only of this account, 0 all
 * @person_id: only of accounts that this person is a member of, 0 all
 * @kinds: set of #GramPaymentKind; 0 means all
 * @search: (nullable): words typed; each has to occur in number of the payment (with or without #), reference,
 *   payer, account number or holder; case and accents do not matter
 * @order: order
 * @descending: the other way round
 *
 * A filter and an order of payments. Strings are owned by the query.
 */
typedef struct
{
  gint64 account_id;
  gint64 person_id;
  guint kinds;
  char *search;
  GramPaymentOrder order;
  gboolean descending;
} GramPaymentQuery;

/**
 * gram_payment_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy
 */
GramPaymentQuery *gram_payment_query_copy (const GramPaymentQuery *self);

/**
 * gram_payment_query_free:
 * @self: (nullable): a query
 *
 * Frees a query.
 */
void gram_payment_query_free (GramPaymentQuery *self);

/**
 * gram_payment_table_ids:
 * @store: a store
 * @query: filter and order
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Ids of the payments that match, in order. Rows: gram_payment_table_page().
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids
 */
GArray *gram_payment_table_ids (GramStore *store,
                                const GramPaymentQuery *query,
                                guint limit,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentQuery, gram_payment_query_free)

G_END_DECLS
