/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-journal-query-private.h"
#include "gram-ledger-walk.h"
#include "gram-ledger.h"
#include "gram-person-table.h"
#include "gram-statement.h"
#include "gram-subject-table.h"

#include <string.h>

#define N_ENTRIES 400
#define FIRST_DAY G_GINT64_CONSTANT (1767222000000000)
#define HOUR G_GINT64_CONSTANT (3600000000)

static const char *const commands[] = { "account.edit", "vehicle.accept", "member.set-permissions",
                                        "invitation.create", "account.suspend" };

/* The clock went back once: instants do not grow with the ids everywhere. */
static gint64
at_of (gint64 i)
{
  return FIRST_DAY + (i > 200 ? i - 20 : i) * HOUR;
}

static void
fill (TableFixture *self)
{
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (self->store, &error);

  g_assert_no_error (error);
  for (gint64 i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *request = g_strdup_printf ("entry-%" G_GINT64_FORMAT, i);
      g_autofree char *arguments
          = g_strdup_printf ("{\"reason\":\"100%% of case %" G_GINT64_FORMAT "\"}", i);
      GramJournalEntry entry = {
        .at = at_of (i),
        .person_id = (gint64)gram_test_random (1, (guint64)i, 3),
        .account_id = (gint64)gram_test_random (2, (guint64)i, 3),
        .command = (char *)commands[gram_test_random (3, (guint64)i, G_N_ELEMENTS (commands))],
        .request_id = request,
        .arguments = arguments,
        .result = (char *)(i % 50 == 0 ? "{\"accepted\":17}" : "{}"),
      };

      g_assert_true (gram_journal_append (unit, &entry, &error));
      if (i % 10 == 0)
        g_assert_true (
            gram_subject_table_add (unit, "person", i % 20 == 0 ? 1 : 2, entry.id, &error));
    }
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

static gboolean
is_one_of (char *const *names, const char *name)
{
  return names == NULL || names[0] == NULL || g_strv_contains ((const char *const *)names, name);
}

static gboolean
occurs (const char *text, const char *in_folded)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  return strstr (in_folded, folded) != NULL;
}

static gboolean
matches (const GramJournalEntry *entry, const GramJournalQuery *query)
{
  g_autofree char *both = g_strconcat (entry->arguments, "\n", entry->result, NULL);
  g_autofree char *folded = g_ascii_strdown (both, -1);
  gint64 place = entry->id - 2;

  return (query->account_id == 0 || query->account_id == entry->account_id)
         && (query->person_id == 0 || query->person_id == entry->person_id)
         && is_one_of (query->commands, entry->command)
         && g_strcmp0 (query->without, entry->command) != 0 && entry->at >= query->from
         && (query->to == 0 || entry->at < query->to)
         && (query->before == 0 || entry->id < query->before)
         && (query->text == NULL || occurs (query->text, folded))
         && (query->subject == NULL
             || (place >= 0 && place % 10 == 0 && query->subject_id == (place % 20 == 0 ? 1 : 2)));
}

static void
assert_list (TableFixture *self, GPtrArray *all, const GramJournalQuery *query)
{
  const guint limits[] = { 0, 1, 25 };
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (matches (all->pdata[i], query))
      g_ptr_array_add (expected, all->pdata[i]);
  for (gsize l = 0; l < G_N_ELEMENTS (limits); l++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) found = gram_journal_query (self->store, query, limits[l], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==,
                        limits[l] == 0 ? expected->len : MIN (limits[l], expected->len));
      for (guint i = 0; i < found->len; i++)
        g_assert_cmpint (((GramJournalEntry *)found->pdata[i])->id, ==,
                         ((GramJournalEntry *)expected->pdata[i])->id);
    }
}

static char *two_commands[] = { (char *)"account.edit", (char *)"account.suspend", NULL };
static char *doubled[] = { (char *)"account.edit", (char *)"account.edit", NULL };
static char *no_commands[] = { NULL };
static char *odd_commands[] = { (char *)"account.\"edit\"", (char *)"\\", NULL };

static char **const command_sets[] = { NULL, no_commands, two_commands, doubled, odd_commands };
static const char *const texts[]
    = { NULL, "case 1", "CASE 1", "100%", "100_", "\"accepted\":17", "nowhere" };

static void
test_lists (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  all = gram_journal_list (self->store, 0, 0, G_MAXINT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, N_ENTRIES + 1);
  for (guint64 n = 0; n < 600; n++)
    {
      gint64 from = (gint64)gram_test_random (4, n, N_ENTRIES);
      GramJournalQuery query = {
        .account_id = (gint64)gram_test_random (5, n, 3),
        .person_id = (gint64)gram_test_random (6, n, 3),
        .commands = command_sets[gram_test_random (7, n, G_N_ELEMENTS (command_sets))],
        .without = n % 3 == 0 ? (char *)"account.suspend" : NULL,
        .from = gram_test_random (8, n, 2) == 0 ? 0 : FIRST_DAY + from * HOUR,
        .to = gram_test_random (9, n, 2) == 0 ? 0 : FIRST_DAY + (from + 40) * HOUR,
        .text = (char *)texts[gram_test_random (10, n, G_N_ELEMENTS (texts))],
        .subject = (char *)(gram_test_random (11, n, 5) == 0 ? "person" : NULL),
        .subject_id = 1 + (gint64)gram_test_random (12, n, 2),
        .before
        = gram_test_random (13, n, 2) == 0 ? 0 : (gint64)gram_test_random (14, n, N_ENTRIES),
      };

      assert_list (self, all, &query);
    }
}

static void
test_names (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) of_account = NULL;
  g_autoptr (GramJournalQuery) copy = NULL;
  g_autoptr (GError) error = NULL;
  GramJournalQuery query = { .person_id = 2, .account_id = 1, .commands = two_commands };
  const GramJournalEntry *entry;

  fill (self);
  copy = gram_journal_query_copy (&query);
  entries = gram_journal_query (self->store, copy, 1, &error);
  g_assert_no_error (error);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->person, ==, "Tom Okafor");
  g_assert_cmpstr (entry->person_email, ==, "tom@example.org");
  g_assert_cmpstr (entry->number, ==, "10000008");
  persons = gram_journal_persons (self->store, 0, &error);
  g_assert_cmpuint (persons->len, ==, 2);
  g_assert_cmpstr (((GramPersonRecord *)persons->pdata[0])->name, ==, "Mere Tamihana");
  of_account = gram_journal_persons (self->store, 99, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_account->len, ==, 0);
}

static char *
explain (TableFixture *self, const char *sql)
{
  g_autofree char *text = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = gram_statement_prepare (self->store, text, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *parameter = g_strdup_printf ("$%u", i);

      if (strstr (sql, parameter) != NULL)
        gram_statement_bind_null (statement, i);
    }
  while (gram_statement_step (statement, &error) == GRAM_STEP_ROW)
    g_string_append_printf (plan, "%s%s", plan->len > 0 ? "; " : "",
                            gram_statement_text (statement, 3));
  g_assert_no_error (error);
  return g_string_free_and_steal (g_steal_pointer (&plan));
}

#define COMMANDS "; LIST SUBQUERY 1; SCAN json_each VIRTUAL TABLE INDEX 1:"

/* What each filter is answered from: an index that carries the others, never the whole journal. */
static const struct
{
  GramJournalQuery query;
  const char *plan;
} plans[] = {
  { { .before = 50 }, "SEARCH j USING INTEGER PRIMARY KEY (rowid<?)" },
  { { .account_id = 1, .person_id = 2, .from = 5, .before = 50, .commands = two_commands },
    "SEARCH j USING COVERING INDEX journal_account (account_id=? AND id<?)" COMMANDS },
  { { .person_id = 2, .from = 5, .to = 9, .commands = two_commands },
    "SEARCH j USING COVERING INDEX journal_person (person_id=?)" COMMANDS },
  { { .commands = two_commands, .from = 5, .before = 50 },
    "SEARCH j USING COVERING INDEX journal_command (command=? AND id<?)" },
  { { .from = 5, .to = 9 },
    "SEARCH j USING COVERING INDEX journal_at (at>? AND at<?); USE TEMP B-TREE FOR ORDER BY" },
  { { .subject = (char *)"person", .subject_id = 2, .before = 9 },
    "SEARCH s USING PRIMARY KEY (subject=? AND subject_id=? AND journal_id<?);"
    " SEARCH j USING INTEGER PRIMARY KEY (rowid=?)" },
};

static void
test_plans (TableFixture *self, gconstpointer data)
{
  fill (self);
  for (int analysed = 0; analysed < 2; analysed++)
    {
      g_autoptr (GError) error = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
        {
          g_autoptr (GramSql) sql = _gram_journal_query_ids (&plans[i].query, "account.edit", 50);
          g_autofree char *plan = explain (self, sql->text->str);

          g_assert_cmpstr (plan, ==, plans[i].plan);
        }
      table_fixture_begin (self);
      g_assert_true (gram_store_exec (self->store, "ANALYZE", &error));
      table_fixture_commit (self);
    }
}

static void
post (TableFixture *self, gint64 at, const char *request, const char *meaning, gint64 amount)
{
  const GramLedgerLine lines[] = {
    { 1, "holding", "crts/2026", amount },
    { 0, "issue", "crts/2026", -amount },
  };
  const GramLedgerLine reserve[] = {
    { 1, "holding", "crts/2026", -100 },
    { 1, "reserved", "crts/2026", 100 },
  };
  GramJournalEntry entry = {
    .at = at,
    .person_id = 2,
    .account_id = 1,
    .command = (char *)"credit.carry-in",
    .request_id = (char *)request,
    .arguments = (char *)"{}",
    .result = (char *)"{}",
  };
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (self->store, &error);

  g_assert_true (gram_journal_append (unit, &entry, &error));
  g_assert_true (
      gram_ledger_post (unit, entry.id, meaning, lines, G_N_ELEMENTS (lines), NULL, &error));
  g_assert_true (
      gram_ledger_post (unit, entry.id, "trade", reserve, G_N_ELEMENTS (reserve), NULL, &error));
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

typedef struct
{
  gint64 from;
  gint64 to;
  guint n_lines;
  gint64 opening_holding;
  gint64 opening_reserved;
} StatementCase;

/* Carry-ins of 1000, 500 and 250 at the hours 1, 2 and 3, each followed by 100 that are reserved. */
static const StatementCase statement_cases[] = {
  { 0, 0, 9, 0, 0 },
  { FIRST_DAY + HOUR, 0, 9, 0, 0 },
  { FIRST_DAY + HOUR + 1, 0, 6, 900, 100 },
  { FIRST_DAY + 2 * HOUR, FIRST_DAY + 3 * HOUR, 3, 900, 100 },
  { FIRST_DAY + 2 * HOUR, FIRST_DAY + 2 * HOUR, 0, 900, 100 },
  { FIRST_DAY + 9 * HOUR, 0, 0, 1450, 300 },
};

static gint64
balance_of (GPtrArray *balances, const char *role)
{
  for (guint i = 0; i < balances->len; i++)
    {
      const GramLedgerBalance *balance = balances->pdata[i];

      g_assert_cmpstr (balance->unit, ==, "crts/2026");
      g_assert_cmpint (balance->balance, !=, 0);
      if (g_str_equal (balance->role, role))
        return balance->balance;
    }
  return 0;
}

/* What a walk came by. */
typedef struct
{
  gint64 after;
  guint n_lines;
  gint64 holding;
  gint64 reserved;
} Stretch;

static gboolean
walk_cb (const GramLedgerStep *step, gpointer data, GError **error)
{
  Stretch *self = data;
  gboolean is_holding = g_str_equal (step->line->role, "holding");

  g_assert_cmpint (step->line->id, >, self->after);
  g_assert_cmpstr (step->line->unit, ==, "crts/2026");
  g_assert_cmpstr (step->line->command, ==, "credit.carry-in");
  g_assert_cmpstr (step->line->person, ==, "Tom Okafor");
  g_assert_nonnull (step->arguments);
  self->after = step->line->id;
  self->n_lines++;
  *(is_holding ? &self->holding : &self->reserved) += step->line->amount;
  return TRUE;
}

/* Opening, what came and went, and closing fit together. */
static void
check_closing (TableFixture *self, GPtrArray *opening, const Stretch *stretch, gint64 last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) closing = gram_ledger_balances_after (self->store, 1, last, &error);

  g_assert_no_error (error);
  g_assert_cmpint (balance_of (closing, "holding"), ==,
                   balance_of (opening, "holding") + stretch->holding);
  g_assert_cmpint (balance_of (closing, "reserved"), ==,
                   balance_of (opening, "reserved") + stretch->reserved);
}

/* The last entries of a stretch, and a walk that is stopped. */
static void
test_shorten (TableFixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 last;

  for (gint64 hour = 1; hour <= 3; hour++)
    {
      const char request[] = { (char)('a' + hour), '\0' };

      post (self, FIRST_DAY + hour * HOUR, request, "carry-in", 1000);
    }
  g_assert_true (gram_ledger_last_before (self->store, 0, &last, &error));
  for (guint limit = 1; limit <= 12; limit++)
    {
      Stretch stretch = { 0 };
      gint64 after = 0;

      g_assert_true (gram_ledger_shorten (self->store, 1, &after, last, limit, &error));
      g_assert_true (
          gram_ledger_walk (self->store, 1, after, last, walk_cb, &stretch, NULL, &error));
      g_assert_cmpuint (stretch.n_lines, ==, MIN (limit, 9));
    }
  g_cancellable_cancel (cancellable);
  g_assert_false (gram_ledger_walk (self->store, 1, 0, last, walk_cb, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A clock that was set back: what was written last is the end, whatever its time says. */
static void
test_set_back (TableFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 before;
  gint64 last;
  gint64 end;

  post (self, FIRST_DAY + 9 * HOUR, "a", "carry-in", 1000);
  post (self, FIRST_DAY + HOUR, "b", "carry-in", 500);
  post (self, FIRST_DAY + 2 * HOUR, "c", "carry-in", 250);
  g_assert_true (gram_ledger_last_before (self->store, 0, &end, &error));
  g_assert_true (gram_ledger_last_before (self->store, FIRST_DAY + 20 * HOUR, &last, &error));
  g_assert_true (gram_ledger_last_before (self->store, FIRST_DAY + 2 * HOUR, &before, &error));
  g_assert_no_error (error);
  g_assert_cmpint (last, ==, end);
  g_assert_cmpint (before, <, last);
  g_assert_cmpint (before, >, 0);
}

/* Number and hash of the last entry, as verify recomputes them. */
static void
test_head (TableFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 entries_before;
  gint64 entries_after;

  g_assert_true (gram_journal_head (self->store, &entries_before, &before, &error));
  post (self, FIRST_DAY + HOUR, "a", "carry-in", 1000);
  g_assert_true (gram_journal_head (self->store, &entries_after, &after, &error));
  g_assert_no_error (error);
  g_assert_cmpint (entries_after, ==, entries_before + 1);
  g_assert_cmpuint (strlen (after), ==, 64);
  g_assert_cmpstr (after, !=, before);
}

static void
test_statement (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) balances = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GError) error = NULL;
  const GramLedgerEntryLine *line;

  post (self, FIRST_DAY + HOUR, "a", "carry-in", 1000);
  post (self, FIRST_DAY + 2 * HOUR, "b", "carry-in", 500);
  post (self, FIRST_DAY + 3 * HOUR, "c", "carry-in", 250);
  for (gsize i = 0; i < G_N_ELEMENTS (statement_cases); i++)
    {
      const StatementCase *row = &statement_cases[i];
      g_autoptr (GPtrArray) lines
          = gram_ledger_list (self->store, 1, row->from, row->to, 0, 0, &error);
      g_autoptr (GPtrArray) opening = NULL;
      gint64 after = 0;
      gint64 last;
      gint64 n_entries;
      Stretch stretch = { 0 };

      g_assert_true (row->from == 0
                     || gram_ledger_last_before (self->store, row->from, &after, &error));
      g_assert_true (gram_ledger_last_before (self->store, row->to, &last, &error));
      opening = gram_ledger_balances_after (self->store, 1, after, &error);
      g_assert_true (gram_ledger_count (self->store, 1, after, last, &n_entries, &error));
      stretch.after = after;
      g_assert_true (
          gram_ledger_walk (self->store, 1, after, last, walk_cb, &stretch, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (lines->len, ==, row->n_lines);
      g_assert_cmpint (n_entries, ==, row->n_lines);
      g_assert_cmpuint (stretch.n_lines, ==, row->n_lines);
      check_closing (self, opening, &stretch, last);
      g_assert_cmpint (balance_of (opening, "holding"), ==, row->opening_holding);
      g_assert_cmpint (balance_of (opening, "reserved"), ==, row->opening_reserved);
    }
  balances = gram_ledger_balances (self->store, 1, &error);
  g_assert_cmpint (balance_of (balances, "holding"), ==, 1450);
  g_assert_cmpint (balance_of (balances, "reserved"), ==, 300);
  page = gram_ledger_list (self->store, 1, 0, 0, 0, 2, &error);
  g_assert_cmpuint (page->len, ==, 2);
  line = page->pdata[1];
  g_assert_cmpstr (line->role, ==, "reserved");
  g_assert_cmpint (line->amount, ==, 100);
  g_assert_cmpint (line->balance_after, ==, 300);
  g_assert_cmpstr (line->meaning, ==, "trade");
  g_assert_cmpstr (line->command, ==, "credit.carry-in");
  g_assert_cmpstr (line->person, ==, "Tom Okafor");
  g_assert_cmpint (line->at, ==, FIRST_DAY + 3 * HOUR);
  other = gram_ledger_list (self->store, 1, 0, 0, line->id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (other->len, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TABLE_TEST ("/store/journal-query/lists", test_lists);
  TABLE_TEST ("/store/journal-query/names", test_names);
  TABLE_TEST ("/store/journal-query/plans", test_plans);
  TABLE_TEST ("/store/journal-query/statement", test_statement);
  TABLE_TEST ("/store/journal-query/shorten", test_shorten);
  TABLE_TEST ("/store/journal-query/set-back", test_set_back);
  TABLE_TEST ("/store/journal-query/head", test_head);
  return g_test_run ();
}
