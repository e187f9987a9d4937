/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-query-private.h"

#include "gram-list-private.h"
#include "gram-table-private.h"

/* The closed set of orders; each has its index, and the first the table itself. */
static const GramListOrder orders[] = {
  [GRAM_CHARGE_ORDER_ARISEN] = { "c.arisen_on, c.id", "c.arisen_on DESC, c.id DESC" },
  [GRAM_CHARGE_ORDER_DUE] = { "c.due_on, c.id", "c.due_on DESC, c.id DESC" },
  [GRAM_CHARGE_ORDER_OUTSTANDING] = { "c.outstanding, c.id", "c.outstanding DESC, c.id DESC" },
  [GRAM_CHARGE_ORDER_AMOUNT] = { "c.amount, c.id", "c.amount DESC, c.id DESC" },
};

/* What a search looks at. */
#define ROWS                                                                                       \
  "SELECT c.id, c.changed, concat_ws (' ', '#' || c.id, c.reference, d.name, a.number, a.holder) FROM charge c CROSS JOIN account a ON a.id = c.account_id LEFT JOIN document d ON d.id = c.document_id"

GramChargeQuery *
gram_charge_query_copy (const GramChargeQuery *self)
{
  GramChargeQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  copy->today = g_strdup (self->today);
  return copy;
}

void
gram_charge_query_free (GramChargeQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_free (self->today);
  g_free (self);
}

/* Where a charge stands on a day. */
static void
add_state (GramSql *sql, const char *text, const GramChargeQuery *query, const char *end)
{
  _gram_sql_add (sql, text);
  _gram_sql_add_text (sql, "CASE WHEN c.outstanding = 0 THEN 'settled' WHEN c.due_on < ",
                      _gram_text (query->today), " THEN 'overdue' ELSE 'due' END");
  _gram_sql_add (sql, end);
}

/* Accounts first: theirs are read by their index and sorted. What else is asked shall not lead away from the order. */
static void
add_filter (GramSql *sql, const GramChargeQuery *query, guint states)
{
  if (query->account_id != 0)
    _gram_sql_add_int64 (sql, " AND c.account_id = ", query->account_id, "");
  _gram_list_add_member (sql, "c.account_id", query->person_id);
  if (query->year != 0)
    _gram_sql_add_int64 (sql, " AND +c.year = ", query->year, "");
  if (query->kinds != 0 && query->kinds != GRAM_CHARGE_ALL_KINDS)
    _gram_sql_add_set (sql, " AND c.kind || '' IN ", "charge-kind", query->kinds);
  /* What is outstanding has an index of its own for each account. */
  if (states != 0 && (states & GRAM_CHARGE_SETTLED) == 0)
    _gram_sql_add (sql,
                   query->account_id != 0 ? " AND c.outstanding > 0" : " AND +c.outstanding > 0");
  if (states == 0 || states == GRAM_CHARGE_ALL_STATES
      || states == (GRAM_CHARGE_DUE | GRAM_CHARGE_OVERDUE))
    return;
  add_state (sql, " AND ", query, "");
  _gram_sql_add_set (sql, " IN ", "charge-state", states);
}

GramSql *
_gram_charge_query_sql (gconstpointer data, const GArray *candidates, guint limit)
{
  const GramChargeQuery *query = data;
  GramSql *sql = _gram_sql_new ("SELECT c.id FROM charge c WHERE true");

  if (candidates != NULL)
    _gram_sql_add_ids (sql, " AND c.id IN ", candidates);
  add_filter (sql, query, query->states);
  _gram_list_add_order (sql, &orders[query->order], query->descending, limit);
  return sql;
}

static GramSql *
count_sql (gconstpointer query, gboolean one_by_one)
{
  GramSql *sql = _gram_sql_new ("SELECT ");

  add_state (sql, "", query, one_by_one ? ", c.id, 1" : " AS state, 0, count (*)");
  _gram_sql_add (sql, " FROM charge c WHERE true");
  add_filter (sql, query, 0);
  return sql;
}

static GramSql *
kinds_sql (gconstpointer data, gboolean one_by_one)
{
  GramChargeQuery query = *(const GramChargeQuery *)data;
  GramSql *sql
      = _gram_sql_new (one_by_one ? "SELECT c.kind, c.id, 1" : "SELECT c.kind, 0, count (*)");

  query.kinds = 0;
  _gram_sql_add (sql, " FROM charge c WHERE true");
  add_filter (sql, &query, 0);
  return sql;
}

static const GramList list = {
  .kind = GRAM_ROSTER_CHARGES,
  .source = { .all_sql = ROWS, .changed_sql = ROWS " WHERE c.changed > $1" },
  .ids_sql = _gram_charge_query_sql,
  .count_sql = count_sql,
  .states = "charge-state",
};

/* The same, counted by kind. */
static const GramList kinds = {
  .kind = GRAM_ROSTER_CHARGES,
  .source = { .all_sql = ROWS, .changed_sql = ROWS " WHERE c.changed > $1" },
  .ids_sql = _gram_charge_query_sql,
  .count_sql = kinds_sql,
  .states = "charge-kind",
};

GArray *
gram_charge_table_ids (GramStore *store, const GramChargeQuery *query, guint limit, GError **error)
{
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (query->order < G_N_ELEMENTS (orders), NULL);

  return _gram_list_ids (&list, store, query, query->search, limit, error);
}

gboolean
gram_charge_table_counts (GramStore *store,
                          const GramChargeQuery *query,
                          GramChargeCounts *counts,
                          GError **error)
{
  g_return_val_if_fail (query != NULL && counts != NULL, FALSE);

  *counts = (GramChargeCounts){ 0 };
  return _gram_list_counts (&list, store, query, query->search, counts->states, error)
         && _gram_list_counts (&kinds, store, query, query->search, counts->kinds, error);
}

gint64
gram_charge_counts_select (const GramChargeCounts *counts, guint states)
{
  g_return_val_if_fail (counts != NULL, 0);

  return _gram_list_select (counts->states, GRAM_CHARGE_STATES, states);
}

gint64
gram_charge_counts_select_kinds (const GramChargeCounts *counts, guint of)
{
  g_return_val_if_fail (counts != NULL, 0);

  return _gram_list_select (counts->kinds, GRAM_CHARGE_KINDS, of);
}
