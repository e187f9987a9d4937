/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-query-private.h"

#include "gram-calendar.h"
#include "gram-list-private.h"
#include "gram-table-private.h"

#include <string.h>

/* So few are sorted rather than picked out of an order. */
#define FEW 1000

/* More than so many cases of an account are picked out of the order rather than sorted (measured). */
#define MANY 5000

G_STATIC_ASSERT (1 << (GRAM_CASE_STATES - 1) == GRAM_CASE_WITHDRAWN);
G_STATIC_ASSERT (1 << (GRAM_CASE_KIND_N - 1) == GRAM_CASE_BORROWING);

/* The closed set of orders; each has its index. */
static const GramListOrder orders[] = {
  [GRAM_CASE_ORDER_DUE]
  = { "c.due_on = '', c.due_on, c.id", "c.due_on = '' DESC, c.due_on DESC, c.id DESC" },
  [GRAM_CASE_ORDER_NUMBER] = { "c.id", "c.id DESC" },
  [GRAM_CASE_ORDER_KIND] = { "c.kind, c.due_on = '', c.due_on, c.id",
                             "c.kind DESC, c.due_on = '' DESC, c.due_on DESC, c.id DESC" },
  [GRAM_CASE_ORDER_OPENED] = { "c.opened_at, c.id", "c.opened_at DESC, c.id DESC" },
  [GRAM_CASE_ORDER_HOLDER] = { "a.holder COLLATE NOCASE, a.number, c.id",
                               "a.holder COLLATE NOCASE DESC, a.number DESC, c.id DESC" },
};

/* What a search looks at. The holder and the number of an account may stand there as one that changes makes its cases
 * change (gram-account-table.c). */
#define ROWS                                                                                       \
  "SELECT c.id, c.changed, concat_ws (' ', '#' || c.id, c.label, a.number, a.holder)"              \
  " FROM case_file c CROSS JOIN account a ON a.id = c.account_id"

static const GramRosterSource source = {
  .all_sql = ROWS,
  .changed_sql = ROWS " WHERE c.changed > $1",
};

GramCaseQuery *
gram_case_query_copy (const GramCaseQuery *self)
{
  GramCaseQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->today_ccs = g_strdup (self->today_ccs);
  copy->today_ccts = g_strdup (self->today_ccts);
  copy->search = g_strdup (self->search);
  return copy;
}

void
gram_case_query_free (GramCaseQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->today_ccs);
  g_free (self->today_ccts);
  g_free (self->search);
  g_free (self);
}

static guint
states_of (const GramCaseQuery *query)
{
  guint states = query->states != 0 ? query->states & GRAM_CASE_ALL_STATES : GRAM_CASE_ALL_STATES;

  return query->due != GRAM_CASE_DUE_ANY ? states & GRAM_CASE_UNDECIDED : states;
}

static guint
kinds_of (const GramCaseQuery *query)
{
  return query->kinds != 0 ? query->kinds & GRAM_CASE_ALL_KINDS : GRAM_CASE_ALL_KINDS;
}

/* The day of the account's scheme. */
static void
add_day (GramSql *sql, const char *text, const char *ccs, const char *ccts)
{
  _gram_sql_add (sql, text);
  _gram_sql_add_text (
      sql, "CASE WHEN c.account_id IN (SELECT id FROM account WHERE kind = 'ccts') THEN ", ccts,
      "");
  _gram_sql_add_text (sql, " ELSE ", ccs, " END");
}

char *
_gram_case_query_week_end (const char *today)
{
  GramDate day;
  GramDate end;

  if (!gram_date_parse (today, GRAM_DATE_ISO, &day, NULL) || !gram_date_add_days (day, 6, &end))
    return g_strdup (today);
  return gram_date_format (end);
}

static void
add_due (GramSql *sql, const GramCaseQuery *query)
{
  g_autofree char *end_ccs = _gram_case_query_week_end (query->today_ccs);
  g_autofree char *end_ccts = _gram_case_query_week_end (query->today_ccts);
  gboolean ccs_is_later = strcmp (query->today_ccs, query->today_ccts) > 0;

  /* What is out of the question in both zones need not be asked for its own. */
  _gram_sql_add (sql, " AND c.due_on || '' <> ''");
  _gram_sql_add_text (sql, " AND c.due_on || '' <= ", ccs_is_later ? end_ccs : end_ccts, "");
  if (query->due != GRAM_CASE_DUE_OVERDUE)
    _gram_sql_add_text (sql, " AND c.due_on || '' >= ",
                        ccs_is_later ? query->today_ccts : query->today_ccs, "");
  switch (query->due)
    {
    case GRAM_CASE_DUE_OVERDUE:
      add_day (sql, " AND c.due_on < ", query->today_ccs, query->today_ccts);
      break;
    case GRAM_CASE_DUE_TODAY:
      add_day (sql, " AND c.due_on = ", query->today_ccs, query->today_ccts);
      break;
    case GRAM_CASE_DUE_WEEK:
      add_day (sql, " AND c.due_on >= ", query->today_ccs, query->today_ccts);
      add_day (sql, " AND c.due_on <= ", end_ccs, end_ccts);
      break;
    case GRAM_CASE_DUE_ANY:
    default:
      g_assert_not_reached ();
    }
}

void
_gram_case_query_add_accounts (GramSql *sql, const GramCaseQuery *query, const char *account)
{
  if (query->account_id != 0)
    {
      _gram_sql_add (sql, " AND ");
      _gram_sql_add (sql, account);
      _gram_sql_add_int64 (sql, " = ", query->account_id, "");
    }
  _gram_list_add_member (sql, account, query->person_id);
}

/* What does not look at the accounts. The indexes of the orders carry it all; none of it shall lead to another index. */
static void
add_filter (GramSql *sql, const GramCaseQuery *query)
{
  if (states_of (query) != GRAM_CASE_ALL_STATES)
    _gram_sql_add_set (sql, " AND c.state || '' IN ", "case-state", states_of (query));
  if (kinds_of (query) != GRAM_CASE_ALL_KINDS)
    _gram_sql_add_set (sql, " AND c.kind || '' IN ", "case-kind", kinds_of (query));
  if (query->claimant == GRAM_CASE_CLAIMANT_NONE)
    _gram_sql_add (sql, " AND +c.claimed_by IS NULL");
  else if (query->claimant == GRAM_CASE_CLAIMANT_PERSON)
    _gram_sql_add_int64 (sql, " AND +c.claimed_by = ", query->claimant_id, "");
  if (query->due != GRAM_CASE_DUE_ANY)
    add_due (sql, query);
}

GramSql *
_gram_case_query_sql (const GramCaseQuery *query,
                      GramCaseSelect select,
                      const GArray *candidates,
                      guint limit)
{
  /* The cases of one account are in order of their holder by number. */
  GramCaseOrder order = query->order == GRAM_CASE_ORDER_HOLDER && query->account_id != 0
                            ? GRAM_CASE_ORDER_NUMBER
                            : query->order;
  GramSql *sql = _gram_sql_new ("SELECT c.id FROM ");

  if (order != GRAM_CASE_ORDER_HOLDER)
    _gram_sql_add (sql, "case_file c");
  else if (select == GRAM_CASE_AMONG)
    _gram_sql_add (sql, "case_file c CROSS JOIN account a ON a.id = c.account_id");
  else
    _gram_sql_add (sql, "account a CROSS JOIN case_file c ON c.account_id = a.id");
  _gram_sql_add (sql, " WHERE true");
  if (select == GRAM_CASE_AMONG)
    _gram_sql_add_ids (sql, " AND c.id IN ", candidates);
  _gram_case_query_add_accounts (sql, query,
                                 select == GRAM_CASE_OF_ACCOUNTS ? "c.account_id"
                                                                 : "+c.account_id");
  add_filter (sql, query);
  _gram_list_add_order (sql, &orders[order], query->descending, limit);
  return sql;
}

gboolean
_gram_case_query_is_few (GramStore *store,
                         const GramCaseQuery *query,
                         gboolean *answer,
                         GError **error)
{
  g_autoptr (GramSql) sql = NULL;
  g_autoptr (GramStatement) statement = NULL;
  gint64 cases;

  *answer = FALSE;
  if (query->account_id == 0 && query->person_id == 0)
    return TRUE;
  sql = _gram_sql_new ("SELECT count (*) FROM (SELECT 1 FROM case_file c WHERE true");
  _gram_case_query_add_accounts (sql, query, "c.account_id");
  _gram_sql_add_int64 (sql, " LIMIT ", MANY, ")");
  statement = _gram_sql_prepare (sql, store, error);
  if (statement == NULL || !_gram_table_int64 (statement, &cases, error))
    return FALSE;
  *answer = cases < MANY;
  return TRUE;
}

gboolean
_gram_case_query_roster (GramStore *store, GramRoster **roster, GError **error)
{
  *roster = _gram_roster_get (store, GRAM_ROSTER_CASES, &source, error);
  return *roster != NULL;
}

/* Walks the order and picks out what was found. */
static GArray *
read_hits (GramSql *sql, GramStore *store, GramRoster *roster, guint limit, GError **error)
{
  g_autoptr (GramStatement) statement = _gram_sql_prepare (sql, store, error);

  return statement != NULL ? _gram_roster_read_hits (roster, statement, limit, error) : NULL;
}

static GArray *
search (GramStore *store,
        const GramCaseQuery *query,
        GramCaseSelect select,
        guint limit,
        GError **error)
{
  GramRoster *roster;
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GramSql) sql = NULL;

  if (!_gram_case_query_roster (store, &roster, error))
    return NULL;
  if (_gram_roster_search (roster, query->search) > FEW)
    {
      sql = _gram_case_query_sql (query, select, NULL, 0);
      return read_hits (sql, store, roster, limit, error);
    }
  candidates = _gram_roster_hits (roster);
  sql = _gram_case_query_sql (query, GRAM_CASE_AMONG, candidates, limit);
  return _gram_sql_read_ids (sql, store, error);
}

static GArray *
list (GramStore *store, const GramCaseQuery *query, guint limit, GError **error)
{
  g_autoptr (GramSql) sql = NULL;
  GramRoster *roster;
  GramCaseSelect select;
  gboolean is_few;

  if (!_gram_case_query_is_few (store, query, &is_few, error))
    return NULL;
  select = is_few ? GRAM_CASE_OF_ACCOUNTS : GRAM_CASE_WALK;
  if (_gram_roster_has_words (query->search))
    return search (store, query, select, limit, error);
  /* Who looks at the whole list may type soon. */
  if (limit == 0 && _gram_roster_would_be_kept (store)
      && !_gram_case_query_roster (store, &roster, error))
    return NULL;
  sql = _gram_case_query_sql (query, select, NULL, limit);
  return _gram_sql_read_ids (sql, store, error);
}

GArray *
gram_case_table_ids (GramStore *store, const GramCaseQuery *query, guint limit, GError **error)
{
  GArray *ids;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (query->order < G_N_ELEMENTS (orders), NULL);
  g_return_val_if_fail (query->due == GRAM_CASE_DUE_ANY
                            || (query->today_ccs != NULL && query->today_ccts != NULL),
                        NULL);

  /* Several questions, one answer: all of them see the same state. */
  if (!gram_store_begin_read (store, error))
    return NULL;
  ids = list (store, query, limit, error);
  gram_store_end_read (store);
  return ids;
}
