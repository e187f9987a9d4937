/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-query-private.h"

#include "gram-list-private.h"

/* The closed set of orders; each has its index, and the first the table itself. */
static const GramListOrder orders[] = {
  [GRAM_PAYMENT_ORDER_RECORDED] = { "p.id", "p.id DESC" },
  [GRAM_PAYMENT_ORDER_PAID] = { "p.paid_on, p.id", "p.paid_on DESC, p.id DESC" },
  [GRAM_PAYMENT_ORDER_AMOUNT] = { "p.amount, p.id", "p.amount DESC, p.id DESC" },
};

/* What a search looks at. */
#define ROWS                                                                                       \
  "SELECT p.id, p.changed, concat_ws (' ', '#' || p.id, p.reference, p.payer, a.number, a.holder) FROM payment p CROSS JOIN account a ON a.id = p.account_id"

GramPaymentQuery *
gram_payment_query_copy (const GramPaymentQuery *self)
{
  GramPaymentQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  return copy;
}

void
gram_payment_query_free (GramPaymentQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_free (self);
}

static void
add_filter (GramSql *sql, const GramPaymentQuery *query)
{
  if (query->account_id != 0)
    _gram_sql_add_int64 (sql, " AND p.account_id = ", query->account_id, "");
  _gram_list_add_member (sql, "p.account_id", query->person_id);
  if (query->kinds != 0 && query->kinds != GRAM_PAYMENT_ALL_KINDS)
    _gram_sql_add_set (sql, " AND p.kind || '' IN ", "payment-kind", query->kinds);
}

GramSql *
_gram_payment_query_sql (gconstpointer data, const GArray *candidates, guint limit)
{
  const GramPaymentQuery *query = data;
  GramSql *sql = _gram_sql_new ("SELECT p.id FROM payment p WHERE true");

  if (candidates != NULL)
    _gram_sql_add_ids (sql, " AND p.id IN ", candidates);
  add_filter (sql, query);
  _gram_list_add_order (sql, &orders[query->order], query->descending, limit);
  return sql;
}

static const GramList list = {
  .kind = GRAM_ROSTER_PAYMENTS,
  .source = { .all_sql = ROWS, .changed_sql = ROWS " WHERE p.changed > $1" },
  .ids_sql = _gram_payment_query_sql,
};

GArray *
gram_payment_table_ids (GramStore *store,
                        const GramPaymentQuery *query,
                        guint limit,
                        GError **error)
{
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (query->order < G_N_ELEMENTS (orders), NULL);

  return _gram_list_ids (&list, store, query, query->search, limit, error);
}
