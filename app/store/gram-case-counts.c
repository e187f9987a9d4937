/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-query-private.h"

#include "gram-table-private.h"

/* What the counts go by. */
typedef struct
{
  gint64 me;
  /* NULL: no search */
  GramRoster *roster;
  gboolean is_few;
  char *week_end[2];
  const char *today[2];
  GramCaseCounts *counts;
} Count;

static void
clear_count (Count *count)
{
  for (guint i = 0; i < G_N_ELEMENTS (count->week_end); i++)
    g_free (count->week_end[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, clear_count)

static void
count_due (Count *count, guint kind, const char *due_on, gboolean is_ccts)
{
  int place = is_ccts ? 1 : 0;
  int from_today = g_strcmp0 (due_on, count->today[place]);

  if (*due_on == '\0')
    return;
  if (from_today < 0)
    count->counts->overdue[kind]++;
  else if (g_strcmp0 (due_on, count->week_end[place]) <= 0)
    count->counts->week[kind]++;
  if (from_today == 0)
    count->counts->today[kind]++;
}

/* The cell of kind and state, in the columns 0 and 1. */
static gint64 *
cell_of (Count *count, GramStatement *row, guint *kind, GramCaseState *state, GError **error)
{
  int word;

  if (!_gram_table_word (row, 0, "case-kind", &word, error))
    return NULL;
  *kind = gram_case_kind_index ((GramCaseKind)word);
  if (!_gram_table_word (row, 1, "case-state", &word, error))
    return NULL;
  *state = (GramCaseState)word;
  return &count->counts->cells[*kind][g_bit_nth_lsf ((gulong)word, -1)];
}

static gboolean
count_row (Count *count, GramStatement *row, GError **error)
{
  gint64 claimed_by = gram_statement_int64 (row, 3);
  GramCaseState state;
  gint64 *cell;
  guint kind;

  if (count->roster != NULL && !_gram_roster_has_hit (count->roster, gram_statement_int64 (row, 2)))
    return TRUE;
  cell = cell_of (count, row, &kind, &state, error);
  if (cell == NULL)
    return FALSE;
  ++*cell;
  if ((state & GRAM_CASE_UNDECIDED) == 0)
    return TRUE;
  count->counts->unclaimed[kind] += claimed_by == 0;
  count->counts->mine[kind] += claimed_by != 0 && claimed_by == count->me;
  count_due (count, kind, gram_statement_text (row, 4), gram_statement_int64 (row, 5) != 0);
  return TRUE;
}

/* Cases one by one; @states is the condition on them. */
static gboolean
count_rows (Count *count,
            GramStore *store,
            const GramCaseQuery *query,
            const char *states,
            GError **error)
{
  g_autoptr (GramSql) sql = NULL;
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  sql = _gram_sql_new ("SELECT c.kind, c.state, c.id, c.claimed_by, c.due_on,"
                       " c.account_id IN (SELECT id FROM account WHERE kind = 'ccts')"
                       " FROM case_file c WHERE ");
  _gram_sql_add (sql, states);
  _gram_case_query_add_accounts (sql, query, count->is_few ? "c.account_id" : "+c.account_id");
  statement = _gram_sql_prepare (sql, store, error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    if (!count_row (count, statement, error))
      return FALSE;
  return step == GRAM_STEP_DONE;
}

/* Of decided cases nothing is asked but their number. */
static gboolean
count_decided (Count *count, GramStore *store, const GramCaseQuery *query, GError **error)
{
  g_autoptr (GramSql) sql = NULL;
  g_autoptr (GramStatement) statement = NULL;
  GramCaseState state;
  GramStep step;
  guint kind;

  sql = _gram_sql_new ("SELECT c.kind, c.state, count (*) FROM case_file c"
                       " WHERE c.state IN ('decided', 'withdrawn')");
  _gram_case_query_add_accounts (sql, query, count->is_few ? "c.account_id" : "+c.account_id");
  _gram_sql_add (sql, " GROUP BY c.state, c.kind");
  statement = _gram_sql_prepare (sql, store, error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 *cell = cell_of (count, statement, &kind, &state, error);

      if (cell == NULL)
        return FALSE;
      *cell = gram_statement_int64 (statement, 2);
    }
  return step == GRAM_STEP_DONE;
}

static gboolean
find_and_count (Count *count, GramStore *store, const GramCaseQuery *query, GError **error)
{
  if (_gram_roster_has_words (query->search))
    {
      if (!_gram_case_query_roster (store, &count->roster, error))
        return FALSE;
      _gram_roster_search (count->roster, query->search);
    }
  if (!_gram_case_query_is_few (store, query, &count->is_few, error))
    return FALSE;
  if (count->roster != NULL)
    return count_rows (count, store, query, "true", error);
  return count_decided (count, store, query, error)
         && count_rows (count, store, query, "c.state IN ('open', 'claimed', 'information-asked')",
                        error);
}

gboolean
gram_case_table_counts (GramStore *store,
                        const GramCaseQuery *query,
                        gint64 me,
                        GramCaseCounts *counts,
                        GError **error)
{
  g_auto (Count) count = { .me = me, .counts = counts };
  gboolean done;

  g_return_val_if_fail (query != NULL && counts != NULL, FALSE);
  g_return_val_if_fail (query->today_ccs != NULL && query->today_ccts != NULL, FALSE);

  *counts = (GramCaseCounts){ 0 };
  count.today[0] = query->today_ccs;
  count.today[1] = query->today_ccts;
  for (guint i = 0; i < G_N_ELEMENTS (count.today); i++)
    count.week_end[i] = _gram_case_query_week_end (count.today[i]);
  if (!gram_store_begin_read (store, error))
    return FALSE;
  done = find_and_count (&count, store, query, error);
  gram_store_end_read (store);
  return done;
}

gint64
gram_case_counts_select (const gint64 by_kind[GRAM_CASE_KIND_N], guint kinds)
{
  gint64 sum = 0;

  for (guint i = 0; i < GRAM_CASE_KIND_N; i++)
    if (kinds == 0 || (kinds >> i & 1) == 1)
      sum += by_kind[i];
  return sum;
}

gint64
gram_case_counts_cells (const GramCaseCounts *counts, guint kinds, guint states)
{
  gint64 sum = 0;

  g_return_val_if_fail (counts != NULL, 0);

  for (guint i = 0; i < GRAM_CASE_KIND_N; i++)
    for (guint j = 0; j < GRAM_CASE_STATES; j++)
      if ((kinds == 0 || (kinds >> i & 1) == 1) && (states == 0 || (states >> j & 1) == 1))
        sum += counts->cells[i][j];
  return sum;
}

/* By the index of undecided cases. */
#define LIVE                                                                                       \
  "SELECT count (*) FROM case_file WHERE state IN ('open', 'claimed', 'information-asked')"

static gboolean
count_live (GramStore *store, const char *sql, gint64 id, gint64 *count, GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  return _gram_table_int64 (statement, count, error);
}

gboolean
gram_case_table_count_to_do (GramStore *store, gint64 person_id, gint64 *count, GError **error)
{
  g_return_val_if_fail (count != NULL, FALSE);

  return count_live (store,
                     LIVE " AND state <> 'information-asked'"
                          " AND (claimed_by IS NULL OR claimed_by = $1)",
                     person_id, count, error);
}

gboolean
gram_case_table_count_asked (GramStore *store, gint64 account_id, gint64 *count, GError **error)
{
  g_return_val_if_fail (count != NULL, FALSE);

  return count_live (store,
                     "SELECT count (*) FROM case_file"
                     " WHERE state = 'information-asked' AND +account_id = $1",
                     account_id, count, error);
}
