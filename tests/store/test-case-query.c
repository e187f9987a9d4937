/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "list-fixture.h"

#include "gram-account-table.h"
#include "gram-case-query-private.h"
#include "gram-id-list.h"
#include "gram-statement.h"

#include <inttypes.h>
#include <string.h>

#define N_CASES 2500
#define TODAY_CCS "2026-04-02"
#define TODAY_CCTS "2026-04-01"

static const GramCaseKind kinds[] = {
  GRAM_CASE_DISPUTE, GRAM_CASE_DISPUTE,    GRAM_CASE_CORRECTION,  GRAM_CASE_DIFFERENCE,
  GRAM_CASE_AML,     GRAM_CASE_SUSPENSION, GRAM_CASE_APPLICATION,
};
static const char *const labels[] = { "ZVW30-1234567", "JTDKB20U087700123", "Kauri Motors Ltd",
                                      "NCP100-0001234 +11", "Ōtaki Imports" };
static const char *const days[]
    = { "",           "2026-03-20", "2026-03-31", "2026-04-01", "2026-04-02",
        "2026-04-03", "2026-04-07", "2026-04-08", "2026-05-11" };

#define PICK(array, stream, i) (array)[gram_test_random (stream, i, G_N_ELEMENTS (array))]

/* Cases of many accounts, a third of them of one; a third decided. */
static void
insert_cases (TableFixture *self, guint64 first, guint64 n)
{
  static const GramCaseState states[]
      = { GRAM_CASE_OPEN,    GRAM_CASE_CLAIMED,   GRAM_CASE_INFORMATION_ASKED,
          GRAM_CASE_DECIDED, GRAM_CASE_WITHDRAWN, GRAM_CASE_OPEN };
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  for (guint64 i = first; i < first + n; i++)
    {
      g_autoptr (GramCaseRecord) record = gram_case_record_new ();

      record->account_id = 1 + (gint64)gram_test_random (1, i, LIST_ACCOUNTS);
      if (gram_test_random (2, i, 3) == 0)
        record->account_id = 1;
      record->kind = PICK (kinds, 3, i);
      record->state = PICK (states, 4, i);
      record->outcome = record->state == GRAM_CASE_DECIDED ? GRAM_CASE_UPHELD : 0;
      record->label = g_strdup (PICK (labels, 5, i));
      record->opened_at = 1000 + (gint64)gram_test_random (6, i, 500);
      record->due_on = g_strdup (PICK (days, 7, i));
      if (record->state == GRAM_CASE_CLAIMED || gram_test_random (8, i, 4) == 0)
        record->claimed_by = 1 + (gint64)gram_test_random (9, i, 4);
      gram_case_table_insert (self->unit, record, &error);
      g_assert_no_error (error);
    }
}

static void
fill (TableFixture *self)
{
  list_fixture_accounts (self, 0, LIST_ACCOUNTS - 2);
  list_fixture_persons (self, 0, 10);
  insert_cases (self, 0, N_CASES);
  table_fixture_commit (self);
}

static GArray *
ids_of (TableFixture *self, const GramCaseQuery *query, guint limit)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = gram_case_table_ids (self->store, query, limit, &error);

  g_assert_no_error (error);
  return ids;
}

static GramCaseRecord *
get (TableFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GramCaseRecord *record = NULL;

  gram_case_table_get (self->store, id, &record, &error);
  g_assert_no_error (error);
  return record;
}

static const GramCaseQuery queries[] = {
  { .account_id = 0 },
  { .account_id = 1 },
  { .account_id = 7 },
  { .person_id = 2 },
  { .kinds = GRAM_CASE_DISPUTE | GRAM_CASE_AML },
  { .states = GRAM_CASE_UNDECIDED },
  { .states = GRAM_CASE_DECIDED, .kinds = GRAM_CASE_DIFFERENCE },
  { .claimant = GRAM_CASE_CLAIMANT_NONE, .states = GRAM_CASE_OPEN },
  { .claimant = GRAM_CASE_CLAIMANT_PERSON, .claimant_id = 3 },
  { .due = GRAM_CASE_DUE_OVERDUE },
  { .due = GRAM_CASE_DUE_TODAY },
  { .due = GRAM_CASE_DUE_WEEK, .kinds = GRAM_CASE_DISPUTE },
  { .search = (char *)"#12" },
  { .search = (char *)"zvw30 kauri" },
  { .search = (char *)"otaki", .states = GRAM_CASE_UNDECIDED, .account_id = 1 },
  { .search = (char *)"t" },
  { .search = (char *)"3000 kauri", .due = GRAM_CASE_DUE_OVERDUE, .kinds = GRAM_CASE_DISPUTE },
  { .search = (char *)"nobody has this" },
};

static gboolean
is_due (const GramCaseQuery *query, const GramCaseRecord *record)
{
  gboolean is_ccts = record->account_kind == GRAM_ACCOUNT_CCTS;
  const char *today = is_ccts ? TODAY_CCTS : TODAY_CCS;
  const char *end = is_ccts ? "2026-04-07" : "2026-04-08";

  if (query->due == GRAM_CASE_DUE_ANY)
    return TRUE;
  if (gram_case_record_is_decided (record) || *record->due_on == '\0')
    return FALSE;
  if (query->due == GRAM_CASE_DUE_OVERDUE)
    return strcmp (record->due_on, today) < 0;
  if (query->due == GRAM_CASE_DUE_TODAY)
    return strcmp (record->due_on, today) == 0;
  return strcmp (record->due_on, today) >= 0 && strcmp (record->due_on, end) <= 0;
}

/* Plain letters are enough for these labels and holders. */
static gboolean
has_words (const GramCaseRecord *record, const char *search)
{
  g_auto (GStrv) words = g_strsplit (search != NULL ? search : "", " ", 0);
  g_autofree char *text = g_strdup_printf ("#%" PRId64 " %s %s %s", record->id, record->label,
                                           record->number, record->holder);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *plain = NULL;

      plain = g_str_to_ascii (text, "C");
      for (char *c = plain; *c != '\0'; c++)
        *c = g_ascii_tolower (*c);
      if (strstr (plain, words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
matches (TableFixture *self, const GramCaseQuery *query, const GramCaseRecord *record)
{
  /* Person 2 is a member of the accounts 1 and 2. */
  return (query->account_id == 0 || query->account_id == record->account_id)
         && (query->person_id == 0 || record->account_id <= 2)
         && (query->kinds == 0 || (query->kinds & record->kind) != 0)
         && (query->states == 0 || (query->states & record->state) != 0)
         && (query->claimant != GRAM_CASE_CLAIMANT_NONE || record->claimed_by == 0)
         && (query->claimant != GRAM_CASE_CLAIMANT_PERSON
             || record->claimed_by == query->claimant_id)
         && is_due (query, record) && has_words (record, query->search);
}

static gint
compare_due (const GramCaseRecord *a, const GramCaseRecord *b)
{
  if ((*a->due_on == '\0') != (*b->due_on == '\0'))
    return *a->due_on == '\0' ? 1 : -1;
  return strcmp (a->due_on, b->due_on);
}

static gint
compare (const GramCaseRecord *a, const GramCaseRecord *b, GramCaseOrder order)
{
  gint answer = 0;

  switch (order)
    {
    case GRAM_CASE_ORDER_DUE:
      answer = compare_due (a, b);
      break;
    case GRAM_CASE_ORDER_KIND:
      answer = strcmp (gram_word_for ("case-kind", a->kind), gram_word_for ("case-kind", b->kind));
      if (answer == 0)
        answer = compare_due (a, b);
      break;
    case GRAM_CASE_ORDER_OPENED:
      answer = (a->opened_at > b->opened_at) - (a->opened_at < b->opened_at);
      break;
    case GRAM_CASE_ORDER_HOLDER:
      answer = g_ascii_strcasecmp (a->holder, b->holder);
      if (answer == 0)
        answer = strcmp (a->number, b->number);
      break;
    case GRAM_CASE_ORDER_NUMBER:
    default:
      break;
    }
  return answer != 0 ? answer : (a->id > b->id) - (a->id < b->id);
}

/* Every filter and every order against the rows themselves, one by one. */
static void
check_query (TableFixture *self, GPtrArray *all, const GramCaseQuery *query)
{
  g_autoptr (GArray) ids = ids_of (self, query, 0);
  g_autoptr (GArray) first = ids_of (self, query, 7);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += matches (self, query, all->pdata[i]);
  g_assert_cmpuint (ids->len, ==, n);
  g_assert_cmpuint (first->len, ==, MIN (n, 7));
  g_assert_cmpmem (first->data, first->len * sizeof (gint64), ids->data,
                   first->len * sizeof (gint64));
  for (guint i = 0; i < ids->len; i++)
    {
      const GramCaseRecord *record = all->pdata[g_array_index (ids, gint64, i) - 1];
      const GramCaseRecord *before
          = i > 0 ? all->pdata[g_array_index (ids, gint64, i - 1) - 1] : NULL;

      g_assert_true (matches (self, query, record));
      if (before == NULL)
        continue;
      if (query->descending)
        g_assert_cmpint (compare (before, record, query->order), >, 0);
      else
        g_assert_cmpint (compare (before, record, query->order), <, 0);
    }
}

static GPtrArray *
read_all (TableFixture *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_case_record_free);

  for (gint64 id = 1; id <= N_CASES; id++)
    g_ptr_array_add (all, get (self, id));
  return all;
}

static void
test_filters (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;

  fill (self);
  all = read_all (self);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    for (guint order = 0; order < 10; order++)
      {
        GramCaseQuery query = queries[i];

        query.today_ccs = (char *)TODAY_CCS;
        query.today_ccts = (char *)TODAY_CCTS;
        query.order = (GramCaseOrder)(order / 2);
        query.descending = order % 2 == 1;
        check_query (self, all, &query);
      }
}

static GArray *
read_way (TableFixture *self, const GramCaseQuery *query, GramCaseSelect select)
{
  g_autoptr (GramSql) sql = _gram_case_query_sql (query, select, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GramStatement) statement = _gram_sql_prepare (sql, self->store, &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_no_error (error);
  g_assert_true (_gram_id_list_read (statement, ids, &error));
  return ids;
}

/* Whether an account has few cases or most of them, the answer is the same. */
static void
test_ways (TableFixture *self, gconstpointer data)
{
  fill (self);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    for (guint order = 0; order < 10; order++)
      {
        GramCaseQuery query = queries[i];
        g_autoptr (GArray) walked = NULL;
        g_autoptr (GArray) sorted = NULL;

        query.today_ccs = (char *)TODAY_CCS;
        query.today_ccts = (char *)TODAY_CCTS;
        query.order = (GramCaseOrder)(order / 2);
        query.descending = order % 2 == 1;
        walked = read_way (self, &query, GRAM_CASE_WALK);
        sorted = read_way (self, &query, GRAM_CASE_OF_ACCOUNTS);
        g_assert_cmpmem (walked->data, walked->len * sizeof (gint64), sorted->data,
                         sorted->len * sizeof (gint64));
      }
}

/* A list filtered by what is counted has exactly as many rows. */
static void
check_count (TableFixture *self, GramCaseQuery query, gint64 expected)
{
  g_autoptr (GArray) ids = ids_of (self, &query, 0);

  g_assert_cmpint (ids->len, ==, expected);
}

static void
check_counts (TableFixture *self, const GramCaseQuery *query)
{
  GramCaseQuery filter = *query;
  GramCaseCounts counts;
  g_autoptr (GError) error = NULL;

  gram_case_table_counts (self->store, query, 3, &counts, &error);
  g_assert_no_error (error);
  check_count (self, filter, gram_case_counts_cells (&counts, 0, 0));
  for (guint i = 0; i < GRAM_CASE_KIND_N; i++)
    {
      filter = *query;
      filter.kinds = 1u << i;
      for (guint j = 0; j < GRAM_CASE_STATES; j++)
        {
          filter.states = 1u << j;
          check_count (self, filter, counts.cells[i][j]);
          g_assert_cmpint (gram_case_counts_cells (&counts, 1u << i, 1u << j), ==,
                           counts.cells[i][j]);
        }
      filter.states = GRAM_CASE_UNDECIDED;
      filter.claimant = GRAM_CASE_CLAIMANT_NONE;
      check_count (self, filter, counts.unclaimed[i]);
      filter.claimant = GRAM_CASE_CLAIMANT_PERSON;
      filter.claimant_id = 3;
      check_count (self, filter, counts.mine[i]);
      filter.claimant = GRAM_CASE_CLAIMANT_ANY;
      filter.due = GRAM_CASE_DUE_OVERDUE;
      check_count (self, filter, counts.overdue[i]);
      filter.due = GRAM_CASE_DUE_TODAY;
      check_count (self, filter, counts.today[i]);
      filter.due = GRAM_CASE_DUE_WEEK;
      check_count (self, filter, counts.week[i]);
    }
  g_assert_cmpint (gram_case_counts_select (counts.overdue, 0), ==,
                   gram_case_counts_select (counts.overdue, GRAM_CASE_ALL_KINDS));
}

static void
test_counts (TableFixture *self, gconstpointer data)
{
  static const GramCaseQuery filters[] = {
    { .account_id = 0 },
    { .account_id = 1 },
    { .person_id = 2 },
    { .search = (char *)"kauri" },
    { .search = (char *)"t", .account_id = 1 },
    { .search = (char *)"zvw30 #9" },
  };

  fill (self);
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      GramCaseQuery query = filters[i];

      query.today_ccs = (char *)TODAY_CCS;
      query.today_ccts = (char *)TODAY_CCTS;
      check_counts (self, &query);
    }
}

static void
test_badges (TableFixture *self, gconstpointer data)
{
  gint64 count;
  g_autoptr (GError) error = NULL;

  fill (self);
  g_assert_true (gram_case_table_count_to_do (self->store, 3, &count, &error));
  g_assert_cmpint (count, ==,
                   store_fixture_int64 (self->store,
                                        "SELECT count(*) FROM case_file WHERE state IN"
                                        " ('open', 'claimed') AND coalesce (claimed_by, 3) = 3"));
  g_assert_cmpint (count, >, 0);
  g_assert_true (gram_case_table_count_asked (self->store, 1, &count, &error));
  g_assert_cmpint (count, ==,
                   store_fixture_int64 (self->store,
                                        "SELECT count(*) FROM case_file WHERE account_id = 1"
                                        " AND state = 'information-asked'"));
  g_assert_cmpint (count, >, 0);
}

/* A search is never out of date: not by a new case, not by one that changed, not by a new name of the holder. */
static void
test_search_follows (TableFixture *self, gconstpointer data)
{
  const GramCaseQuery manuka = { .search = (char *)"manuka" };
  g_autoptr (GramCaseRecord) before = NULL;
  g_autoptr (GramCaseRecord) after = NULL;
  g_autoptr (GramAccountRecord) old_account = NULL;
  g_autoptr (GramAccountRecord) new_account = NULL;
  g_autoptr (GError) error = NULL;
  gint64 of_account;

  fill (self);
  check_count (self, manuka, 0);
  table_fixture_begin (self);
  before = get (self, 1);
  after = gram_case_record_copy (before);
  g_set_str (&after->label, "Mānuka Wagons");
  if (gram_case_record_is_decided (before))
    g_error ("case 1 of the fixture is decided");
  gram_case_table_update (self->unit, before, after, &error);
  g_assert_no_error (error);
  check_count (self, manuka, 1);
  table_fixture_commit (self);
  check_count (self, manuka, 1);

  of_account
      = store_fixture_int64 (self->store,
                             "SELECT count(*) FROM case_file WHERE account_id = 7 AND id <> 1");
  g_assert_cmpint (of_account, >, 0);
  gram_account_table_get (self->store, 7, &old_account, &error);
  new_account = gram_account_record_copy (old_account);
  g_set_str (&new_account->holder, "Manuka Motors Ltd");
  table_fixture_begin (self);
  gram_account_table_update (self->unit, old_account, new_account, self->journal_id, &error);
  g_assert_no_error (error);
  table_fixture_commit (self);
  check_count (self, manuka, 1 + of_account);
}

static char *
explain (TableFixture *self, GramSql *sql)
{
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  g_string_prepend (sql->text, "EXPLAIN QUERY PLAN ");
  statement = _gram_sql_prepare (sql, self->store, &error);
  g_assert_no_error (error);
  while (gram_statement_step (statement, &error) == GRAM_STEP_ROW)
    {
      const char *line = gram_statement_text (statement, 3);

      /* Lists of words and of accounts are looked up beside. */
      if (strstr (line, "SUBQUERY") == NULL && strstr (line, "json_each") == NULL)
        g_string_append_printf (plan, "%s%s", plan->len > 0 ? "; " : "", line);
    }
  g_assert_no_error (error);
  return g_string_free_and_steal (g_steal_pointer (&plan));
}

#define ACCOUNTS "SEARCH account USING COVERING INDEX account_kind (kind=?)"
#define SORT "USE TEMP B-TREE FOR ORDER BY"

static const struct
{
  GramCaseSelect select;
  GramCaseOrder order;
  gint64 account_id;
  GramCaseDue due;
  const char *plan;
} plans[] = {
  { GRAM_CASE_WALK, GRAM_CASE_ORDER_DUE, 0, GRAM_CASE_DUE_ANY,
    "SCAN c USING COVERING INDEX case_due" },
  { GRAM_CASE_WALK, GRAM_CASE_ORDER_NUMBER, 0, GRAM_CASE_DUE_ANY,
    "SCAN c USING COVERING INDEX case_number" },
  { GRAM_CASE_WALK, GRAM_CASE_ORDER_KIND, 0, GRAM_CASE_DUE_ANY,
    "SCAN c USING COVERING INDEX case_kind" },
  { GRAM_CASE_WALK, GRAM_CASE_ORDER_OPENED, 0, GRAM_CASE_DUE_ANY,
    "SCAN c USING COVERING INDEX case_opened" },
  { GRAM_CASE_WALK, GRAM_CASE_ORDER_HOLDER, 0, GRAM_CASE_DUE_ANY,
    "SCAN a USING COVERING INDEX account_holder;"
    " SEARCH c USING COVERING INDEX case_account (account_id=?);"
    " USE TEMP B-TREE FOR LAST TERM OF ORDER BY" },
  { GRAM_CASE_WALK, GRAM_CASE_ORDER_DUE, 1, GRAM_CASE_DUE_ANY,
    "SCAN c USING COVERING INDEX case_due" },
  { GRAM_CASE_WALK, GRAM_CASE_ORDER_DUE, 0, GRAM_CASE_DUE_OVERDUE,
    "SCAN c USING COVERING INDEX case_due; " ACCOUNTS },
  { GRAM_CASE_OF_ACCOUNTS, GRAM_CASE_ORDER_NUMBER, 1, GRAM_CASE_DUE_ANY,
    "SEARCH c USING COVERING INDEX case_account (account_id=?)" },
  { GRAM_CASE_OF_ACCOUNTS, GRAM_CASE_ORDER_HOLDER, 1, GRAM_CASE_DUE_ANY,
    "SEARCH c USING COVERING INDEX case_account (account_id=?)" },
  { GRAM_CASE_OF_ACCOUNTS, GRAM_CASE_ORDER_DUE, 1, GRAM_CASE_DUE_ANY,
    "SEARCH c USING COVERING INDEX case_account (account_id=?); " SORT },
  { GRAM_CASE_AMONG, GRAM_CASE_ORDER_DUE, 1, GRAM_CASE_DUE_ANY,
    "SEARCH c USING INTEGER PRIMARY KEY (rowid=?); " SORT },
};

static void
check_plans (TableFixture *self)
{
  gint64 few[] = { 1, 2, 3 };
  g_autoptr (GArray) candidates = g_array_new_take (g_memdup2 (few, sizeof few), 3, FALSE, 8);

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (plans); i++)
    {
      const GramCaseQuery query = {
        .account_id = plans[i / 2].account_id,
        .kinds = GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION,
        .states = GRAM_CASE_UNDECIDED,
        .claimant = GRAM_CASE_CLAIMANT_NONE,
        .due = plans[i / 2].due,
        .today_ccs = (char *)TODAY_CCS,
        .today_ccts = (char *)TODAY_CCTS,
        .order = plans[i / 2].order,
        .descending = i % 2 == 1,
      };
      g_autoptr (GramSql) sql = _gram_case_query_sql (&query, plans[i / 2].select, candidates, 200);
      g_autofree char *plan = explain (self, sql);

      g_assert_cmpstr (plan, ==, plans[i / 2].plan);
    }
}

static const struct
{
  const char *sql;
  const char *plan;
} other_plans[] = {
  { "SELECT id FROM case_file WHERE changed > 5",
    "SEARCH case_file USING COVERING INDEX case_changed (changed>?)" },
  { "SELECT coalesce (max (changed), 0) + 1 FROM case_file",
    "SEARCH case_file USING COVERING INDEX case_changed" },
  { "SELECT count (*) FROM case_file WHERE state IN ('open', 'claimed', 'information-asked')"
    " AND state <> 'information-asked' AND (claimed_by IS NULL OR claimed_by = 3)",
    "SEARCH case_file USING COVERING INDEX case_live (state=?)" },
  { "SELECT count (*) FROM case_file WHERE state = 'information-asked' AND +account_id = 3",
    "SEARCH case_file USING COVERING INDEX case_state (state=?)" },
  { "SELECT c.kind, c.state, count (*) FROM case_file c WHERE c.state IN ('decided', 'withdrawn')"
    " GROUP BY c.state, c.kind",
    "SEARCH c USING COVERING INDEX case_state (state=?)" },
  { "SELECT c.kind, c.state, c.id, c.claimed_by, c.due_on, c.account_id FROM case_file c"
    " WHERE c.state IN ('open', 'claimed', 'information-asked')",
    "SEARCH c USING COVERING INDEX case_live (state=?)" },
  { "SELECT t.claimed_by FROM case_file t WHERE t.state IN ('open', 'claimed', 'information-asked')"
    " AND t.state <> 'information-asked' AND t.reminded IN (0, 1) AND t.due_on > ''"
    " AND t.due_on <= '2026-04-10'",
    "SEARCH t USING INDEX case_remind (reminded=? AND due_on>? AND due_on<?)" },
  { "SELECT id FROM case_file WHERE kind = 'closing' AND subject_id = 3 AND subject_id <> 0"
    " ORDER BY id DESC",
    "SEARCH case_file USING COVERING INDEX case_about (kind=? AND subject_id=?)" },
  { "SELECT vehicle_id FROM case_vehicle WHERE case_id = 3 AND vehicle_id > 2 ORDER BY vehicle_id",
    "SEARCH case_vehicle USING PRIMARY KEY (case_id=? AND vehicle_id>?)" },
  { "SELECT min (case_id) FROM case_vehicle WHERE vehicle_id = 3 AND blocks = 1",
    "SEARCH case_vehicle USING COVERING INDEX case_vehicle_blocks (vehicle_id=?)" },
  { "SELECT case_id FROM case_vehicle WHERE vehicle_id = 3 ORDER BY case_id DESC",
    "SEARCH case_vehicle USING COVERING INDEX case_vehicle_vehicle (vehicle_id=?)" },
  { "SELECT t.id FROM notice t WHERE t.inbox = 1 AND t.person_id = 3 AND t.archived_at = 0"
    " AND t.event <> '' AND t.account_id > 0 ORDER BY t.id DESC LIMIT 200",
    "SEARCH t USING COVERING INDEX notice_person (person_id=?)" },
  { "SELECT count (*) FROM notice t WHERE t.person_id = 3 AND t.inbox = 1 AND t.archived_at = 0"
    " AND t.read_at = 0 AND t.event <> '' AND t.account_id > 0",
    "SEARCH t USING INDEX notice_unread (person_id=?)" },
  { "SELECT t.id FROM notice t WHERE t.person_id = 3 AND t.desktop = 1 ORDER BY t.id",
    "SEARCH t USING COVERING INDEX notice_desktop (person_id=?)" },
};

/* No list sorts where an index has the order, and none of its orders reads a row that its filter could do without. */
static void
test_plans (TableFixture *self, gconstpointer data)
{
  fill (self);
  for (int analysed = 0; analysed < 2; analysed++)
    {
      g_autoptr (GError) error = NULL;

      check_plans (self);
      for (gsize i = 0; i < G_N_ELEMENTS (other_plans); i++)
        {
          g_autoptr (GramSql) sql = _gram_sql_new (other_plans[i].sql);
          g_autofree char *plan = explain (self, sql);

          g_assert_cmpstr (plan, ==, other_plans[i].plan);
        }
      table_fixture_begin (self);
      g_assert_true (gram_store_exec (self->store, "ANALYZE", &error));
      table_fixture_commit (self);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  LIST_TEST ("/store/case-query/filters", test_filters);
  LIST_TEST ("/store/case-query/ways", test_ways);
  LIST_TEST ("/store/case-query/counts", test_counts);
  LIST_TEST ("/store/case-query/badges", test_badges);
  LIST_TEST ("/store/case-query/search-follows", test_search_follows);
  LIST_TEST ("/store/case-query/plans", test_plans);
  return g_test_run ();
}
