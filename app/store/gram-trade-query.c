/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-query-private.h"

#include "gram-list-private.h"

G_STATIC_ASSERT (1 << (GRAM_TRADE_STATES - 1) == GRAM_TRADE_VOID);

/* As the indexes of data/schema/0004-ccts.sql have them. */
#define OTHER_NAME                                                                                 \
  "CASE n.side WHEN 'transferor' THEN n.transferee_name ELSE n.transferor_name END COLLATE NOCASE"
#define STATE_PLACE                                                                                \
  "instr (' waiting differing matched registered refused withdrawn void', ' ' || n.state)"

/* The closed set of orders; each has its index, and the first the table itself. */
static const GramListOrder orders[] = {
  [GRAM_TRADE_ORDER_NOTIFIED] = { "n.id", "n.id DESC" },
  [GRAM_TRADE_ORDER_QUANTITY] = { "n.quantity, n.id", "n.quantity DESC, n.id DESC" },
  [GRAM_TRADE_ORDER_PRICE] = { "n.price, n.id", "n.price DESC, n.id DESC" },
  [GRAM_TRADE_ORDER_AGREED] = { "n.agreed_on, n.id", "n.agreed_on DESC, n.id DESC" },
  [GRAM_TRADE_ORDER_COUNTERPARTY] = { OTHER_NAME ", n.id", OTHER_NAME " DESC, n.id DESC" },
  [GRAM_TRADE_ORDER_STATE] = { STATE_PLACE ", n.id", STATE_PLACE " DESC, n.id DESC" },
};

/* What a search looks at; a party's own note is not in it. */
#define ROWS                                                                                       \
  "SELECT n.id, n.changed, concat_ws (' ', '#' || n.id, n.transferor_name, n.transferor_number,"   \
  " n.transferee_name, n.transferee_number) FROM trade_notification n"

GramTradeQuery *
gram_trade_query_copy (const GramTradeQuery *self)
{
  GramTradeQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  return copy;
}

void
gram_trade_query_free (GramTradeQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_free (self);
}

/* Accounts first: theirs are read by their index and sorted. What else is asked shall not lead away from the order. */
static void
add_filter (GramSql *sql, const GramTradeQuery *query, guint states)
{
  if (query->account_id != 0)
    _gram_sql_add_int64 (sql, " AND n.account_id = ", query->account_id, "");
  _gram_list_add_member (sql, "n.account_id", query->person_id);
  if (query->year != 0)
    _gram_sql_add_int64 (sql, " AND +n.year = ", query->year, "");
  if (states != 0 && states != GRAM_TRADE_ALL_STATES)
    _gram_sql_add_set (sql, " AND n.state || '' IN ", "trade-state", states);
  if (query->side != 0)
    _gram_sql_add_text (sql, " AND n.side || '' = ", gram_word_for ("trade-side", (int)query->side),
                        "");
  if (query->pairs)
    _gram_sql_add (sql, " AND (n.side || '' = 'transferor' OR +n.other_id IS NULL)");
}

GramSql *
_gram_trade_query_sql (gconstpointer data, const GArray *candidates, guint limit)
{
  const GramTradeQuery *query = data;
  GramSql *sql = _gram_sql_new ("SELECT n.id FROM trade_notification n WHERE true");

  if (candidates != NULL)
    _gram_sql_add_ids (sql, " AND n.id IN ", candidates);
  add_filter (sql, query, query->states);
  _gram_list_add_order (sql, &orders[query->order], query->descending, limit);
  return sql;
}

static GramSql *
count_sql (gconstpointer query, gboolean one_by_one)
{
  GramSql *sql = _gram_sql_new (
      one_by_one ? "SELECT n.state, n.id, 1 FROM trade_notification n WHERE true"
                 : "SELECT n.state, 0, count (*) FROM trade_notification n WHERE true");

  add_filter (sql, query, 0);
  return sql;
}

static const GramList list = {
  .kind = GRAM_ROSTER_TRADES,
  .source = { .all_sql = ROWS, .changed_sql = ROWS " WHERE n.changed > $1" },
  .ids_sql = _gram_trade_query_sql,
  .count_sql = count_sql,
  .states = "trade-state",
};

GArray *
gram_trade_notification_table_ids (GramStore *store,
                                   const GramTradeQuery *query,
                                   guint limit,
                                   GError **error)
{
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (query->order < G_N_ELEMENTS (orders), NULL);

  return _gram_list_ids (&list, store, query, query->search, limit, error);
}

gboolean
gram_trade_notification_table_counts (GramStore *store,
                                      const GramTradeQuery *query,
                                      GramTradeCounts *counts,
                                      GError **error)
{
  g_return_val_if_fail (query != NULL && counts != NULL, FALSE);

  *counts = (GramTradeCounts){ 0 };
  return _gram_list_counts (&list, store, query, query->search, counts->states, error);
}

gint64
gram_trade_counts_select (const GramTradeCounts *counts, guint states)
{
  g_return_val_if_fail (counts != NULL, 0);

  return _gram_list_select (counts->states, GRAM_TRADE_STATES, states);
}
