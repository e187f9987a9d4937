/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-transfer-query-private.h"

#include "gram-list-private.h"

/* As the index of data/schema/0005-ccs.sql has it. */
#define STATE_PLACE "instr (' offered accepted declined cancelled lapsed', ' ' || t.state)"

/* The closed set of orders; each has its index, and the first the table itself. */
static const GramListOrder orders[] = {
  [GRAM_CREDIT_TRANSFER_ORDER_OFFERED] = { "t.id", "t.id DESC" },
  [GRAM_CREDIT_TRANSFER_ORDER_CREDITS] = { "t.credits, t.id", "t.credits DESC, t.id DESC" },
  [GRAM_CREDIT_TRANSFER_ORDER_LAPSES] = { "t.lapses_on, t.id", "t.lapses_on DESC, t.id DESC" },
  [GRAM_CREDIT_TRANSFER_ORDER_SENDER]
  = { "t.from_name COLLATE NOCASE, t.id", "t.from_name COLLATE NOCASE DESC, t.id DESC" },
  [GRAM_CREDIT_TRANSFER_ORDER_RECEIVER]
  = { "t.to_name COLLATE NOCASE, t.id", "t.to_name COLLATE NOCASE DESC, t.id DESC" },
  [GRAM_CREDIT_TRANSFER_ORDER_STATE] = { STATE_PLACE ", t.id", STATE_PLACE " DESC, t.id DESC" },
};

/* What a search looks at. */
#define ROWS                                                                                       \
  "SELECT t.id, t.changed, concat_ws (' ', '#' || t.id, t.reference, t.from_name, t.from_number, t.to_name, t.to_number) FROM credit_transfer t"

GramCreditTransferQuery *
gram_credit_transfer_query_copy (const GramCreditTransferQuery *self)
{
  GramCreditTransferQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  return copy;
}

void
gram_credit_transfer_query_free (GramCreditTransferQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_free (self);
}

/* Of one account, as the indexes of both sides have them. */
static void
add_account (GramSql *sql, const GramCreditTransferQuery *query)
{
  gboolean sent = query->sent || !query->received;
  gboolean received = query->received || !query->sent;

  if (query->account_id == 0)
    return;
  if (sent)
    _gram_sql_add_int64 (sql, " AND (t.from_account = ", query->account_id, received ? "" : ")");
  if (received)
    _gram_sql_add_int64 (sql,
                         sent ? " OR t.to_account = " : " AND (t.to_account = ", query->account_id,
                         ")");
}

static void
add_filter (GramSql *sql, const GramCreditTransferQuery *query, guint states)
{
  add_account (sql, query);
  if (query->person_id != 0)
    {
      _gram_sql_add_int64 (sql, " AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = ",
                           query->person_id,
                           " AND m.account_id IN (t.from_account, t.to_account))");
    }
  if (states != 0 && states != GRAM_CREDIT_TRANSFER_ALL_STATES)
    _gram_sql_add_set (sql, " AND t.state || '' IN ", "credit-transfer-state", states);
}

GramSql *
_gram_credit_transfer_query_sql (gconstpointer data, const GArray *candidates, guint limit)
{
  const GramCreditTransferQuery *query = data;
  GramSql *sql = _gram_sql_new ("SELECT t.id FROM credit_transfer t WHERE true");

  if (candidates != NULL)
    _gram_sql_add_ids (sql, " AND t.id IN ", candidates);
  add_filter (sql, query, query->states);
  _gram_list_add_order (sql, &orders[query->order], query->descending, limit);
  return sql;
}

static GramSql *
count_sql (gconstpointer query, gboolean one_by_one)
{
  GramSql *sql = _gram_sql_new (
      one_by_one ? "SELECT t.state, t.id, 1 FROM credit_transfer t WHERE true"
                 : "SELECT t.state, 0, count (*) FROM credit_transfer t WHERE true");

  add_filter (sql, query, 0);
  return sql;
}

static const GramList list = {
  .kind = GRAM_ROSTER_TRANSFERS,
  .source = { .all_sql = ROWS, .changed_sql = ROWS " WHERE t.changed > $1" },
  .ids_sql = _gram_credit_transfer_query_sql,
  .count_sql = count_sql,
  .states = "credit-transfer-state",
};

GArray *
gram_credit_transfer_table_ids (GramStore *store,
                                const GramCreditTransferQuery *query,
                                guint limit,
                                GError **error)
{
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (query->order < G_N_ELEMENTS (orders), NULL);

  return _gram_list_ids (&list, store, query, query->search, limit, error);
}

gboolean
gram_credit_transfer_table_counts (GramStore *store,
                                   const GramCreditTransferQuery *query,
                                   GramCreditTransferCounts *counts,
                                   GError **error)
{
  g_return_val_if_fail (query != NULL && counts != NULL, FALSE);

  *counts = (GramCreditTransferCounts){ 0 };
  return _gram_list_counts (&list, store, query, query->search, counts->states, error);
}

gint64
gram_credit_transfer_counts_select (const GramCreditTransferCounts *counts, guint states)
{
  g_return_val_if_fail (counts != NULL, 0);

  return _gram_list_select (counts->states, GRAM_CREDIT_TRANSFER_STATES, states);
}
