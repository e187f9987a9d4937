/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "gram-statement.h"

#include <string.h>

typedef struct
{
  GramTestDir *dir;
  GramStore *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->dir = gram_test_dir_new ();
  path = gram_test_dir_file (self->dir, "registry.gram");
  self->store = store_fixture_create (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gram_store_close (self->store);
  gram_test_dir_free (self->dir);
}

static GramStatement *
prepare (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  GramStatement *statement = gram_statement_prepare (self->store, sql, &error);

  g_assert_no_error (error);
  return statement;
}

static void
assert_row (GramStatement *statement)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_ROW);
  g_assert_no_error (error);
}

/* Every kind of value there and back, at its own place: parameters count from 1, columns from 0. */
static void
test_binds (Fixture *self, gconstpointer data)
{
  static const guint8 bytes[] = { 0, 1, 0, 255 };
  g_autoptr (GramStatement) statement
      = prepare (self, "SELECT $1, $2, $3, $4, $5, $6, typeof ($1), typeof ($2),"
                       " typeof ($3), typeof ($4), typeof ($5), typeof ($6)");
  g_autofree char *copy = NULL;
  const guint8 *blob;
  gsize size = 0;
  const char *const types[] = { "integer", "text", "text", "blob", "null", "blob" };

  gram_statement_bind_int64 (statement, 1, G_MININT64);
  gram_statement_bind_text (statement, 2, "Škoda “E” 100 %");
  gram_statement_bind_static_text (statement, 3, "");
  gram_statement_bind_bytes (statement, 4, bytes, sizeof bytes);
  gram_statement_bind_null (statement, 5);
  gram_statement_bind_bytes (statement, 6, NULL, 0);
  assert_row (statement);

  g_assert_cmpint (gram_statement_int64 (statement, 0), ==, G_MININT64);
  g_assert_cmpstr (gram_statement_text (statement, 1), ==, "Škoda “E” 100 %");
  copy = gram_statement_dup_text (statement, 1);
  g_assert_cmpstr (copy, ==, "Škoda “E” 100 %");
  g_assert_cmpstr (gram_statement_text (statement, 2), ==, "");
  blob = gram_statement_bytes (statement, 3, &size);
  g_assert_cmpmem (blob, size, bytes, sizeof bytes);
  g_assert_true (gram_statement_is_null (statement, 4));
  g_assert_null (gram_statement_text (statement, 4));
  g_assert_null (gram_statement_dup_text (statement, 4));
  g_assert_cmpint (gram_statement_int64 (statement, 4), ==, 0);
  gram_statement_bytes (statement, 5, &size);
  g_assert_cmpuint (size, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_assert_cmpint (gram_statement_is_null (statement, i), ==, i == 4);
      g_assert_cmpstr (gram_statement_text (statement, 6 + i), ==, types[i]);
    }
}

static void
test_null_text (Fixture *self, gconstpointer data)
{
  g_autoptr (GramStatement) statement = prepare (self, "SELECT $1 IS NULL, $2 IS NULL");

  gram_statement_bind_text (statement, 1, NULL);
  gram_statement_bind_static_text (statement, 2, NULL);
  assert_row (statement);
  g_assert_cmpint (gram_statement_int64 (statement, 0), ==, 1);
  g_assert_cmpint (gram_statement_int64 (statement, 1), ==, 1);
}

/* The engine numbers parameters by first appearance; we bind by number, wherever they stand and however often. */
static void
test_numbers (Fixture *self, gconstpointer data)
{
  g_autoptr (GramStatement) statement = prepare (self, "SELECT $3 || $1 || $2 || $1");

  gram_statement_bind_text (statement, 1, "a");
  gram_statement_bind_text (statement, 2, "b");
  gram_statement_bind_text (statement, 3, "c");
  assert_row (statement);
  g_assert_cmpstr (gram_statement_text (statement, 0), ==, "caba");
}

/* SQL that is refused when it is prepared, and by which words. */
static const struct
{
  const char *sql;
  const char *says;
} refusals[] = {
  { "SELECT $1, $3", "without gaps" },
  { "SELECT $2", "without gaps" },
  { "SELECT ?", "without gaps" },
  { "SELECT :name", "without gaps" },
  { "SELECT 1; SELECT 2", "surplus text" },
  { "SELECT 1; x", "surplus text" },
  { "", "no statement" },
  { "  -- nothing\n", "no statement" },
  { "SELEC 1", "syntax error" },
  { "SELECT nonsense FROM registry", "no such column" },
  { "SELECT \"nonsense\" FROM registry", "no such column" },
  { "BEGIN", "not authorized" },
  { "COMMIT", "not authorized" },
  { "ROLLBACK", "not authorized" },
  { "SAVEPOINT s", "not authorized" },
};

static void
test_refused (Fixture *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gram_statement_prepare (self->store, refusals[i].sql, &error));
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE);
      if (strstr (error->message, refusals[i].says) == NULL)
        g_error ("%s: %s", refusals[i].sql, error->message);
      g_clear_error (&error);
      g_assert_false (gram_store_exec (self->store, refusals[i].sql, &error));
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE);
    }
}

static void
test_misbound (Fixture *self, gconstpointer data)
{
  g_autoptr (GramStatement) statement = prepare (self, "SELECT $1, $2");
  g_autoptr (GError) error = NULL;

  gram_statement_bind_int64 (statement, 1, 1);
  g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_ERROR);
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE);
  g_clear_error (&error);

  gram_statement_reset (statement);
  gram_statement_bind_int64 (statement, 0, 1);
  gram_statement_bind_int64 (statement, 1, 1);
  gram_statement_bind_int64 (statement, 2, 1);
  g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_ERROR);
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE);
  g_clear_error (&error);

  gram_statement_reset (statement);
  gram_statement_bind_int64 (statement, 3, 1);
  gram_statement_bind_int64 (statement, 1, 1);
  gram_statement_bind_int64 (statement, 2, 1);
  g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_ERROR);
  g_clear_error (&error);

  gram_statement_reset (statement);
  gram_statement_bind_int64 (statement, 1, 1);
  gram_statement_bind_int64 (statement, 2, 2);
  assert_row (statement);
  g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_DONE);
}

/* Put back and taken out again it starts afresh; two at once do not disturb each other. */
static void
test_cache (Fixture *self, gconstpointer data)
{
  const char *sql = "SELECT id + $1 FROM person ORDER BY id";
  g_autoptr (GramStatement) outer = prepare (self, sql);
  g_autoptr (GError) error = NULL;

  gram_statement_bind_int64 (outer, 1, 0);
  assert_row (outer);
  {
    g_autoptr (GramStatement) inner = prepare (self, sql);

    g_assert_true (inner != outer);
    gram_statement_bind_int64 (inner, 1, 10);
    assert_row (inner);
    g_assert_cmpint (gram_statement_int64 (inner, 0), ==, 11);
  }
  assert_row (outer);
  g_assert_cmpint (gram_statement_int64 (outer, 0), ==, 2);
  g_clear_pointer (&outer, gram_statement_free);

  /* Bindings do not linger. */
  outer = prepare (self, sql);
  g_assert_cmpint (gram_statement_step (outer, &error), ==, GRAM_STEP_ERROR);
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE);

  /* More texts than the cache keeps. */
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *text = g_strdup_printf ("SELECT %d", i);
      g_autoptr (GramStatement) one = prepare (self, text);

      assert_row (one);
      g_assert_cmpint (gram_statement_int64 (one, 0), ==, i);
    }
}

static void
test_run (Fixture *self, gconstpointer data)
{
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GramUnit) unit = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (gram_store_exec (self->store, "SELECT 1", &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE);
  g_clear_error (&error);

  unit = gram_unit_begin (self->store, &error);
  g_assert_no_error (error);
  statement
      = prepare (self,
                 "INSERT INTO import (account_id, journal_id, file_name, sha256, format, rows_read,"
                 " rows_new, rows_changed, rows_unchanged, rows_differing, rows_rejected)"
                 " VALUES ($1, 1, 'register.csv', '', 'csv', 0, 0, 0, 0, 0, 0)");
  for (int i = 1; i <= 3; i++)
    {
      gram_statement_bind_int64 (statement, 1, 1);
      g_assert_true (gram_statement_run (statement, &error));
      g_assert_cmpint (gram_store_changes (self->store), ==, 1);
      g_assert_cmpint (gram_store_last_id (self->store), ==, i);
    }
  gram_statement_bind_int64 (statement, 1, 99);
  g_assert_false (gram_statement_run (statement, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
}

/* What a STRICT table and the schema's rules refuse. */
static void
test_constraints (Fixture *self, gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE account SET version = 2.5",
    "UPDATE account SET version = NULL",
    "UPDATE account SET state = 'asleep'",
    "UPDATE person SET email = 'tom@example.org' WHERE id = 1",
    "DELETE FROM person WHERE id = 1",
    "DELETE FROM journal",
    "UPDATE journal SET at = at + 1",
    "UPDATE rulebook SET content = '[]'",
    "DELETE FROM rulebook",
  };
  g_autoptr (GramUnit) unit = NULL;
  g_autoptr (GError) error = NULL;

  unit = gram_unit_begin (self->store, &error);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (i != 4) /* a reference, checked at the end of its statement */
        g_assert_false (gram_store_exec (self->store, statements[i], &error));
      else
        g_assert_false (
            gram_store_exec (self->store,
                             "INSERT INTO membership (account_id, person_id, owner, permissions)"
                             " VALUES (1, 77, 0, 31)",
                             &error));
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
      g_clear_error (&error);
    }
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  const char *sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000000)"
                    " SELECT count (*) FROM n";
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GramStatement) statement = prepare (self, sql);
  g_autoptr (GError) error = NULL;

  gram_store_watch (self->store, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_ERROR);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  gram_store_watch (self->store, NULL);
  assert_row (statement);
  g_assert_cmpint (gram_statement_int64 (statement, 0), ==, 2000000);
}

static gpointer
use_elsewhere (gpointer data)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (data, "SELECT 1", NULL);

  return NULL;
}

static void
test_thread (void)
{
  if (g_test_subprocess ())
    {
      Fixture fixture;

      set_up (&fixture, NULL);
      g_thread_join (g_thread_new ("elsewhere", use_elsewhere, fixture.store));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*assertion failed*thread*");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/statement/binds", test_binds },       { "/statement/null-text", test_null_text },
    { "/statement/numbers", test_numbers },   { "/statement/refused", test_refused },
    { "/statement/misbound", test_misbound }, { "/statement/cache", test_cache },
    { "/statement/run", test_run },           { "/statement/constraints", test_constraints },
    { "/statement/cancel", test_cancel },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/statement/thread", test_thread);
  return g_test_run ();
}
