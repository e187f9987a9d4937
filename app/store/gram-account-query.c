/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-query-private.h"

#include "gram-account-private.h"
#include "gram-id-list.h"
#include "gram-list-private.h"
#include "gram-roster.h"

#include <string.h>

#define ALL_KINDS ((1u << GRAM_ACCOUNT_KINDS) - 2)
#define ALL_STATES ((1u << GRAM_ACCOUNT_STATES) - 1)
#define CCS_KINDS (1u << GRAM_ACCOUNT_CCS_USED | 1u << GRAM_ACCOUNT_CCS_NEW)
#define PAYG (1u << GRAM_CHARGE_SCHEME_PAYG)
#define FLEET_AVERAGE (1u << GRAM_CHARGE_SCHEME_FLEET_AVERAGE)

G_STATIC_ASSERT (GRAM_ACCOUNT_KINDS == GRAM_ACCOUNT_CCTS + 1);
G_STATIC_ASSERT (1 << (GRAM_ACCOUNT_STATES - 1) == GRAM_ACCOUNT_CLOSED);
G_STATIC_ASSERT (GRAM_ACCOUNT_KINDS *GRAM_ACCOUNT_STATES <= GRAM_ROSTER_CELLS);

/* The closed set of orders; each has its index. */
static const GramListOrder orders[] = {
  [GRAM_ACCOUNT_ORDER_HOLDER]
  = { "holder COLLATE NOCASE, number", "holder COLLATE NOCASE DESC, number DESC" },
  [GRAM_ACCOUNT_ORDER_NUMBER] = { "number", "number DESC" },
  [GRAM_ACCOUNT_ORDER_NEWEST] = { "id DESC", "id" },
};

GramAccountQuery *
gram_account_query_copy (const GramAccountQuery *self)
{
  GramAccountQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  copy->today = g_strdup (self->today);
  return copy;
}

void
gram_account_query_free (GramAccountQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_free (self->today);
  g_free (self);
}

static guint
place_of_state (guint state)
{
  return (guint)g_bit_nth_lsf (state, -1);
}

static guint
kinds_of (const GramAccountQuery *query)
{
  guint kinds = query->kinds != 0 ? query->kinds & ALL_KINDS : ALL_KINDS;

  return query->charge_schemes != 0 ? kinds & CCS_KINDS : kinds;
}

static guint
states_of (const GramAccountQuery *query)
{
  return query->states != 0 ? query->states & ALL_STATES : ALL_STATES;
}

static guint32
cells_of (guint kinds, guint states)
{
  guint32 cells = 0;

  for (guint kind = 0; kind < GRAM_ACCOUNT_KINDS; kind++)
    if ((kinds >> kind & 1) == 1)
      cells |= states << kind * GRAM_ACCOUNT_STATES;
  return cells;
}

static gboolean
read_cell (GramStatement *statement, guint *cell, gboolean *flag, GError **error)
{
  int kind;
  int state;

  if (!_gram_table_word (statement, 3, "account-kind", &kind, error)
      || !_gram_table_word (statement, 4, "account-state", &state, error))
    return FALSE;
  *cell = (guint)kind * GRAM_ACCOUNT_STATES + place_of_state ((guint)state);
  *flag = gram_statement_int64 (statement, 5) != 0;
  return TRUE;
}

#define ROWS                                                                                       \
  "SELECT id, changed, concat_ws (' ', number, holder, contact_name, contact_email), kind, state," \
  " listed FROM account"
#define AMONG "SELECT id FROM account WHERE id IN (SELECT value FROM " GRAM_SQL_IDS ("1") ")"

static const GramRosterSource source = {
  .all_sql = ROWS,
  .changed_sql = ROWS " WHERE changed > $1",
  .order_sql
  = { "SELECT id FROM account ORDER BY holder COLLATE NOCASE, number",
      "SELECT id FROM account ORDER BY number", "SELECT id FROM account ORDER BY id DESC" },
  .among_sql = { AMONG " ORDER BY holder COLLATE NOCASE, number", AMONG " ORDER BY number",
                 AMONG " ORDER BY id DESC" },
  .read_cell = read_cell,
};

static void
add_kinds (GramSql *sql, guint kinds)
{
  const char *words[GRAM_ACCOUNT_KINDS + 1] = { NULL };
  guint n_words = 0;

  for (guint kind = 0; kind < GRAM_ACCOUNT_KINDS; kind++)
    if ((kinds >> kind & 1) == 1)
      words[n_words++] = gram_word_for ("account-kind", (int)kind);
  _gram_sql_add_texts (sql, " AND kind || '' IN ", words);
}

GramSql *
_gram_account_query_walk (const GramAccountQuery *query, guint limit)
{
  GramSql *sql = _gram_sql_new ("SELECT id FROM account WHERE true");

  if (kinds_of (query) != ALL_KINDS)
    add_kinds (sql, kinds_of (query));
  if (states_of (query) != ALL_STATES)
    _gram_sql_add_set (sql, " AND state || '' IN ", "account-state", states_of (query));
  if (query->listed)
    _gram_sql_add (sql, " AND listed = 1");
  _gram_list_add_order (sql, &orders[query->order], query->descending, limit);
  return sql;
}

static GHashTable *
read_set (GramSql *sql, GramStore *store, GError **error)
{
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GramStatement) statement = _gram_sql_prepare (sql, store, error);
  GramStep step;

  if (statement == NULL)
    return NULL;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 id = gram_statement_int64 (statement, 0);

      g_hash_table_add (set, g_memdup2 (&id, sizeof id));
    }
  return step == GRAM_STEP_DONE ? g_steal_pointer (&set) : NULL;
}

static void
clear_filter (GramRosterFilter *filter)
{
  g_clear_pointer (&filter->within[0], g_hash_table_unref);
  g_clear_pointer (&filter->within[1], g_hash_table_unref);
  g_clear_pointer (&filter->without, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramRosterFilter, clear_filter)

GramSql *
_gram_account_query_members (gint64 person_id)
{
  GramSql *sql = _gram_sql_new ("SELECT account_id FROM membership WHERE person_id = ");

  _gram_sql_add_int64 (sql, "", person_id, "");
  return sql;
}

GramSql *
_gram_account_query_fleet_average (const char *today)
{
  GramSql *sql = _gram_sql_new ("SELECT account_id FROM application WHERE state = 'approved'");

  _gram_sql_add_text (sql, " AND valid_from <= ", today, "");
  return sql;
}

static gboolean
make_filter (GramStore *store,
             const GramAccountQuery *query,
             GramRosterFilter *filter,
             GError **error)
{
  guint schemes = query->charge_schemes & (PAYG | FLEET_AVERAGE);

  *filter = (GramRosterFilter){
    .search = query->search,
    .cells = cells_of (kinds_of (query), states_of (query)),
    .flagged = query->listed,
    .order = query->order,
    .descending = query->descending,
  };
  if (query->person_id != 0)
    {
      g_autoptr (GramSql) sql = _gram_account_query_members (query->person_id);

      filter->within[0] = read_set (sql, store, error);
      if (filter->within[0] == NULL)
        return FALSE;
    }
  if (schemes == PAYG || schemes == FLEET_AVERAGE)
    {
      g_autoptr (GramSql) sql = _gram_account_query_fleet_average (query->today);
      GHashTable *set = read_set (sql, store, error);

      if (set == NULL)
        return FALSE;
      if (schemes == PAYG)
        filter->without = set;
      else
        filter->within[1] = set;
    }
  return TRUE;
}

/* The first rows of a list that was not looked at yet come from an index; the roster answers everything else. */
static gboolean
is_walk (GramStore *store, const GramAccountQuery *query, guint limit)
{
  return limit > 0 && query->person_id == 0 && query->charge_schemes == 0
         && !_gram_roster_is_kept (store, GRAM_ROSTER_ACCOUNTS)
         && !_gram_roster_has_words (query->search);
}

static GArray *
walk (GramStore *store, const GramAccountQuery *query, guint limit, GError **error)
{
  g_autoptr (GramSql) sql = _gram_account_query_walk (query, limit);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramStatement) statement = _gram_sql_prepare (sql, store, error);

  if (statement == NULL || !_gram_id_list_read (statement, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static GArray *
list (GramStore *store, const GramAccountQuery *query, guint limit, GError **error)
{
  g_auto (GramRosterFilter) filter = { 0 };
  GramRoster *roster;

  if (is_walk (store, query, limit))
    return walk (store, query, limit, error);
  if (!make_filter (store, query, &filter, error))
    return NULL;
  roster = _gram_roster_get (store, GRAM_ROSTER_ACCOUNTS, &source, error);
  return roster != NULL ? _gram_roster_ids (roster, store, &filter, limit, error) : NULL;
}

GArray *
gram_account_table_ids (GramStore *store,
                        const GramAccountQuery *query,
                        guint limit,
                        GError **error)
{
  GArray *ids;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (query->order < G_N_ELEMENTS (orders), NULL);
  g_return_val_if_fail (query->charge_schemes == 0 || query->today != NULL, NULL);

  /* Several questions, one answer: all of them see the same state. */
  if (!gram_store_begin_read (store, error))
    return NULL;
  ids = list (store, query, limit, error);
  gram_store_end_read (store);
  return ids;
}

static gboolean
count (GramStore *store, const GramAccountQuery *query, gint64 *cells, GError **error)
{
  g_auto (GramRosterFilter) filter = { 0 };
  GramRoster *roster;

  if (!make_filter (store, query, &filter, error))
    return FALSE;
  roster = _gram_roster_get (store, GRAM_ROSTER_ACCOUNTS, &source, error);
  if (roster != NULL)
    _gram_roster_count (roster, &filter, cells);
  return roster != NULL;
}

gboolean
gram_account_table_counts (GramStore *store,
                           const GramAccountQuery *query,
                           GramAccountCounts *counts,
                           GError **error)
{
  static const GramAccountQuery all = { 0 };
  gint64 cells[GRAM_ROSTER_CELLS] = { 0 };
  gboolean done;

  g_return_val_if_fail (counts != NULL, FALSE);

  if (!gram_store_begin_read (store, error))
    return FALSE;
  done = count (store, query != NULL ? query : &all, cells, error);
  gram_store_end_read (store);
  memset (counts, 0, sizeof *counts);
  for (guint kind = 0; kind < GRAM_ACCOUNT_KINDS; kind++)
    for (guint state = 0; state < GRAM_ACCOUNT_STATES; state++)
      if (query == NULL || query->charge_schemes == 0 || (CCS_KINDS >> kind & 1) == 1)
        counts->cells[kind][state] = cells[kind * GRAM_ACCOUNT_STATES + state];
  return done;
}

gint64
gram_account_counts_select (const GramAccountCounts *counts, guint kinds, guint states)
{
  const GramAccountQuery query = { .kinds = kinds, .states = states };
  gint64 selected = 0;

  g_return_val_if_fail (counts != NULL, 0);

  for (guint kind = 0; kind < GRAM_ACCOUNT_KINDS; kind++)
    for (guint state = 0; state < GRAM_ACCOUNT_STATES; state++)
      if ((kinds_of (&query) >> kind & 1) == 1 && (states_of (&query) >> state & 1) == 1)
        selected += counts->cells[kind][state];
  return selected;
}
