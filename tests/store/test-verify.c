/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "gram-statement.h"
#include "gram-verify.h"

#include <sqlite3.h>
#include <string.h>

/* Tables whose every byte verify answers for; how a row of them is told apart, and how it is named. */
static const struct
{
  const char *table;
  const char *key;
  const char *name;
} guarded[] = {
  { "journal", "id", "'journal ' || id || char (10)" },
  { "journal_head", "id", "'journal_head 1' || char (10)" },
  { "ledger_posting", "id", "'ledger_posting ' || id || char (10)" },
  { "ledger_entry", "id", "'ledger_entry ' || id || char (10)" },
  { "ledger_account", "id", "'ledger_account ' || id || char (10)" },
  { "vehicle_total", "account_id || '/' || period || '/' || status || '/' || attention",
    "'vehicle_total account ' || account_id || ', period ' || period || ','" },
};

/* First column of every row of a query, past the store. */
static GPtrArray *
ask (const char *path, const char *sql)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (answers, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return answers;
}

/* SQL function: its argument with one byte changed: bit @bit of a number, a byte of a text or a hash. */
static void
changed_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  g_autofree guint8 *bytes = NULL;
  int size;

  switch (sqlite3_value_type (values[0]))
    {
    case SQLITE_INTEGER:
      sqlite3_result_int64 (context,
                            sqlite3_value_int64 (values[0])
                                ^ (G_GINT64_CONSTANT (1) << sqlite3_value_int (values[1])));
      return;
    case SQLITE_NULL:
      sqlite3_result_int64 (context, 1);
      return;
    default:
      bytes = g_memdup2 (sqlite3_value_blob (values[0]), (gsize)sqlite3_value_bytes (values[0]));
      size = sqlite3_value_bytes (values[0]);
      g_assert_cmpint (size, >, 0);
      bytes[MIN (size - 1, 5)] ^= 1;
      if (sqlite3_value_type (values[0]) == SQLITE_TEXT)
        sqlite3_result_text (context, (const char *)bytes, size, SQLITE_TRANSIENT);
      else
        sqlite3_result_blob (context, bytes, size, SQLITE_TRANSIENT);
      return;
    }
}

/* Changes one column of one row and answers the row's name. */
static char *
change (const char *path, gsize table, const char *column, const char *key)
{
  sqlite3 *db = NULL;
  char *named = NULL;
  int code = SQLITE_CONSTRAINT;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);
  sqlite3_create_function (db, "changed", 2, SQLITE_UTF8, NULL, changed_cb, NULL, NULL);
  /* The lowest bit, unless that makes it another row's twin. */
  for (int bit = 0; bit <= 20 && code != SQLITE_ROW; bit += 10)
    {
      g_autofree char *sql = NULL;
      sqlite3_stmt *statement = NULL;

      sql = g_strdup_printf ("UPDATE %s SET %s = changed (%s, %d) WHERE %s = '%s' RETURNING %s",
                             guarded[table].table, column, column, bit, guarded[table].key, key,
                             guarded[table].name);
      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        named = g_strdup ((const char *)sqlite3_column_text (statement, 0));
      sqlite3_finalize (statement);
    }
  g_assert_cmpint (code, ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return named;
}

static void
restore (const char *path, GBytes *content)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (content, NULL), (gssize)g_bytes_get_size (content),
                       &error);
  g_assert_no_error (error);
}

static guint
tamper_with_table (const char *path, GBytes *content, gsize table)
{
  g_autofree char *columns_sql = NULL;
  g_autofree char *keys_sql = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  guint changed = 0;

  columns_sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", guarded[table].table);
  keys_sql = g_strdup_printf ("SELECT %s FROM %s", guarded[table].key, guarded[table].table);
  columns = ask (path, columns_sql);
  keys = ask (path, keys_sql);
  g_assert_cmpuint (columns->len, >=, 3);
  g_assert_cmpuint (keys->len, >=, 1);

  for (guint row = 0; row < keys->len; row++)
    {
      for (guint i = 0; i < columns->len; i++)
        {
          const char *column = g_ptr_array_index (columns, i);
          const char *key = g_ptr_array_index (keys, row);
          g_autofree char *named = change (path, table, column, key);
          g_autofree char *found = store_fixture_verify_path (path);

          if (strstr (found, named) == NULL)
            g_error ("%s.%s of %s: expected “%s” in “%s”", guarded[table].table, column, key, named,
                     found);
          restore (path, content);
          changed++;
        }
    }
  return changed;
}

static void
test_every_byte (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autofree char *found = NULL;
  g_autoptr (GBytes) content = NULL;
  GramStore *store;
  guint changed = 0;

  store = store_fixture_create (path);
  store_fixture_fill (store);
  gram_store_close (store);
  found = store_fixture_verify_path (path);
  g_assert_cmpstr (found, ==, "");
  store_fixture_raw (path, "SELECT 1");
  content = store_fixture_bytes (path);

  for (gsize table = 0; table < G_N_ELEMENTS (guarded); table++)
    changed += tamper_with_table (path, content, table);
  g_test_message ("%u bytes changed, each found", changed);
  g_assert_cmpuint (changed, >, 150);
}

/* Other ways to tamper, and the one line that verify has to have about it. */
static const struct
{
  const char *sql;
  const char *expected;
} tampers[] = {
  /* Cut off at the end, taken out of the middle, put in, exchanged. */
  { "DELETE FROM journal WHERE id = 3", "journal_head 1\n" },
  { "DELETE FROM journal WHERE id = 2", "journal 3\n" },
  { "DELETE FROM journal_head", "journal_head 1\n" },
  { "INSERT INTO journal SELECT 4, at, person_id, account_id, command, 'forged', arguments, result, hash, hash"
    " FROM journal WHERE id = 3",
    "journal 4\n" },
  { "DELETE FROM ledger_entry WHERE id = (SELECT max (id) FROM ledger_entry)",
    "ledger_posting 3\n" },
  { "DELETE FROM ledger_entry WHERE id = 2", "ledger_entry 3\n" },
  { "DELETE FROM ledger_posting WHERE id = 3", "ledger_entry 7\n" },
  { "DELETE FROM ledger_account WHERE id = 1", "ledger_entry 1\n" },
  { "UPDATE ledger_entry SET amount = amount * 2, balance_after = balance_after * 2",
    "ledger_entry 1\n" },
  /* Kept totals. */
  { "DELETE FROM vehicle_total WHERE account_id = 2",
    "vehicle_total account 2, period 202603, entered, none\n" },
  { "INSERT INTO vehicle_total VALUES (2, 202604, 1, 1, 1, 1, 1, 1)",
    "vehicle_total account 2, period 202604, ready, incomplete\n" },
  { "UPDATE vehicle SET co2 = co2 + 1 WHERE id = 23",
    "vehicle_total account 2, period 202603, entered, none\n" },
  { "UPDATE vehicle SET registered_on = '2026-04-14' WHERE id = 23", "vehicle 23\n" },
  /* Search. */
  { "DELETE FROM vehicle_search WHERE rowid = 7", "vehicle_search 7\n" },
  { "INSERT INTO vehicle_search (rowid, text) VALUES (900, 'nothing')", "vehicle_search 900\n" },
  { "DELETE FROM vehicle_search WHERE rowid = 7; INSERT INTO vehicle_search (rowid, text) VALUES (7, 'other')",
    "vehicle_search 7\n" },
  { "DELETE FROM vehicle_search_data WHERE id > 10", "file\n" },
  /* The rules themselves; each raw change of these tests drops the triggers. */
  { "SELECT 1", "schema journal_no_update\n" },
  { "DROP INDEX vehicle_co2", "schema vehicle_co2\n" },
  { "CREATE TABLE guest (id INTEGER)", "schema guest\n" },
  { "ALTER TABLE account ADD COLUMN guest TEXT", "schema account\n" },
  /* References and the schema's own rules. */
  { "UPDATE vehicle SET accepted_by = 77 WHERE id = 1", "vehicle 1\n" },
  { "UPDATE account SET state = 'nonsense' WHERE id = 1", "file\n" },
};

static void
test_tampers (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GBytes) content = NULL;
  GramStore *store;

  store = store_fixture_create (path);
  store_fixture_fill (store);
  gram_store_close (store);
  content = store_fixture_bytes (path);

  for (gsize i = 0; i < G_N_ELEMENTS (tampers); i++)
    {
      g_autofree char *found = NULL;

      store_fixture_raw (path, tampers[i].sql);
      found = store_fixture_verify_path (path);
      if (strstr (found, tampers[i].expected) == NULL)
        g_error ("%s: expected “%s” in “%s”", tampers[i].sql, tampers[i].expected, found);
      restore (path, content);
    }
}

/* A byte changed in an index: the vehicle would not be found by its VIN any more. */
static void
test_index (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autofree char *found = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GPtrArray) vins = NULL;
  GramStore *store = store_fixture_create (path);
  gsize page_size = 4096;
  gsize length;
  char *page;
  char *vin;

  store_fixture_fill (store);
  gram_store_close (store);
  pages = ask (path, "SELECT rootpage FROM sqlite_schema WHERE name = 'vehicle_vin'");
  vins = ask (path, "SELECT vin FROM vehicle WHERE id = 7");
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  page = content + page_size * (gsize)(g_ascii_strtoll (pages->pdata[0], NULL, 10) - 1);
  g_assert_true (page + page_size <= content + length);
  vin = memmem (page, page_size, vins->pdata[0], strlen (vins->pdata[0]));
  g_assert_nonnull (vin);

  vin[16] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
  found = store_fixture_verify_path (path);
  g_assert_cmpstr (found, ==, "file\nfile\n");
}

/* A cell without records is the same as none. */
static void
test_empty_cell (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autofree char *found = NULL;
  GramStore *store = store_fixture_create (path);

  store_fixture_fill (store);
  gram_store_close (store);
  store_fixture_raw (path, "INSERT INTO vehicle_total VALUES (2, 202604, 1, 1, 0, 0, 0, 0)");
  found = store_fixture_verify_path (path);
  g_assert_null (strstr (found, "vehicle_total"));
}

static void
test_counts_and_cancel (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = store_fixture_create (path);
  g_autoptr (GramVerifyReport) report = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  store_fixture_fill (store);
  report = gram_verify (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->journal_entries, ==, 3);
  g_assert_cmpint (report->ledger_entries, ==, 10);
  g_assert_cmpint (report->totals, ==, 4);
  g_assert_cmpint (report->vehicles, ==, 25);
  g_assert_cmpuint (report->findings->len, ==, 0);

  g_cancellable_cancel (cancellable);
  g_assert_null (gram_verify (store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  /* Cancelling ends with the call. */
  g_clear_pointer (&report, gram_verify_report_free);
  report = gram_verify (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/verify/counts-and-cancel", test_counts_and_cancel);
  g_test_add_func ("/verify/every-byte", test_every_byte);
  g_test_add_func ("/verify/tampers", test_tampers);
  g_test_add_func ("/verify/empty-cell", test_empty_cell);
  g_test_add_func ("/verify/index", test_index);
  return g_test_run ();
}
