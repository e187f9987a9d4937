/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-list-private.h"

#include "gram-table-private.h"

/* So few are sorted rather than picked out of an order. */
#define FEW 1000

static GArray *
search_ids (const GramList *list,
            GramStore *store,
            gconstpointer query,
            const char *search,
            guint limit,
            GError **error)
{
  GramRoster *roster = _gram_roster_get (store, list->kind, &list->source, error);
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GramSql) sql = NULL;

  if (roster == NULL)
    return NULL;
  if (_gram_roster_search (roster, search) <= FEW)
    {
      candidates = _gram_roster_hits (roster);
      sql = list->ids_sql (query, candidates, limit);
      return _gram_sql_read_ids (sql, store, error);
    }
  sql = list->ids_sql (query, NULL, 0);
  statement = _gram_sql_prepare (sql, store, error);
  return statement != NULL ? _gram_roster_read_hits (roster, statement, limit, error) : NULL;
}

static GArray *
read_ids (const GramList *list,
          GramStore *store,
          gconstpointer query,
          const char *search,
          guint limit,
          GError **error)
{
  g_autoptr (GramSql) sql = NULL;

  if (_gram_roster_has_words (search))
    return search_ids (list, store, query, search, limit, error);
  sql = list->ids_sql (query, NULL, limit);
  return _gram_sql_read_ids (sql, store, error);
}

GArray *
_gram_list_ids (const GramList *list,
                GramStore *store,
                gconstpointer query,
                const char *search,
                guint limit,
                GError **error)
{
  GArray *ids;

  if (!gram_store_begin_read (store, error))
    return NULL;
  ids = read_ids (list, store, query, search, limit, error);
  gram_store_end_read (store);
  return ids;
}

/* What matches by state, what was found by a search one by one. */
static gboolean
count (const GramList *list,
       GramStore *store,
       gconstpointer query,
       const char *search,
       gint64 *counts,
       GError **error)
{
  g_autoptr (GramSql) sql = NULL;
  g_autoptr (GramStatement) statement = NULL;
  GramRoster *roster = NULL;
  GramStep step;

  if (_gram_roster_has_words (search))
    {
      roster = _gram_roster_get (store, list->kind, &list->source, error);
      if (roster == NULL)
        return FALSE;
      _gram_roster_search (roster, search);
    }
  sql = list->count_sql (query, roster != NULL);
  if (roster == NULL)
    _gram_sql_add (sql, " GROUP BY 1");
  statement = _gram_sql_prepare (sql, store, error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      int state;

      if (!_gram_table_word (statement, 0, list->states, &state, error))
        return FALSE;
      if (roster == NULL || _gram_roster_has_hit (roster, gram_statement_int64 (statement, 1)))
        counts[g_bit_nth_lsf ((gulong)state, -1)] += gram_statement_int64 (statement, 2);
    }
  return step == GRAM_STEP_DONE;
}

gboolean
_gram_list_counts (const GramList *list,
                   GramStore *store,
                   gconstpointer query,
                   const char *search,
                   gint64 *counts,
                   GError **error)
{
  gboolean done;

  if (!gram_store_begin_read (store, error))
    return FALSE;
  done = count (list, store, query, search, counts, error);
  gram_store_end_read (store);
  return done;
}

gint64
_gram_list_select (const gint64 *counts, guint n_counts, guint states)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_counts; i++)
    if (states == 0 || (states >> i & 1) == 1)
      sum += counts[i];
  return sum;
}

void
_gram_list_add_order (GramSql *sql, const GramListOrder *order, gboolean descending, guint limit)
{
  _gram_sql_add (sql, " ORDER BY ");
  _gram_sql_add (sql, descending ? order->descending : order->ascending);
  _gram_sql_add_int64 (sql, " LIMIT ", _gram_table_limit (limit), "");
}

void
_gram_list_add_member (GramSql *sql, const char *column, gint64 person_id)
{
  if (person_id == 0)
    return;
  _gram_sql_add (sql, " AND ");
  _gram_sql_add (sql, column);
  _gram_sql_add_int64 (sql, " IN (SELECT account_id FROM membership WHERE person_id = ", person_id,
                       ")");
}
