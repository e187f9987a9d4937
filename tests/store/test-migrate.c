/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "ccs-tables-fixture.h"
#include "ccts-tables-fixture.h"
#include "people-fixture.h"
#include "store-fixture.h"

#include "gram-migrate.h"
#include "gram-statement.h"
#include "gram-test-child.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* What every registry has been through. */
#define RELEASED                                                                                   \
  { 1, "0001-registry.sql", NULL }, { 2, "0002-people-accounts.sql", NULL },                       \
      { 3, "0003-disputes-cases.sql", NULL }, { 4, "0004-ccts.sql", NULL },                        \
  {                                                                                                \
    5, "0005-ccs.sql", NULL                                                                        \
  }
#define N_RELEASED 5

/* Steps that no release has: the sixth version changes a table in use, the seventh rebuilds one that others refer to. */
static const GramMigration steps[] = {
  RELEASED,
  { 6, NULL,
    "ALTER TABLE account ADD COLUMN note TEXT NOT NULL DEFAULT ''; UPDATE account SET note = 'moved';"
    " CREATE TABLE reminder (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id)) STRICT;"
    " INSERT INTO reminder (account_id) SELECT id FROM account" },
  { 7, NULL,
    "CREATE TABLE rulebook_new (id INTEGER PRIMARY KEY, scheme TEXT NOT NULL, version TEXT NOT NULL,"
    " valid_from TEXT NOT NULL, content TEXT NOT NULL, published_at INTEGER NOT NULL) STRICT;"
    " INSERT INTO rulebook_new SELECT * FROM rulebook; DROP TRIGGER rulebook_no_delete;"
    " DROP TABLE rulebook; ALTER TABLE rulebook_new RENAME TO rulebook" },
};

static const GramMigration failing[] = {
  RELEASED,
  { 6, NULL,
    "UPDATE account SET holder = 'half-way'; CREATE TABLE extra (id INTEGER); SELECT nonsense" },
};

static const GramMigration dangling[] = {
  RELEASED,
  { 6, NULL, "DROP TRIGGER rulebook_no_delete; DELETE FROM rulebook" },
};

/* A registry that a released version wrote, kept as a dump: tests/fixtures/make-registry made it; @more is done to it. */
static char *
load_fixture (GramTestDir *dir, int version, const char *more)
{
  g_autofree char *name = g_strdup_printf ("tests/fixtures/registry-v%d.sql", version);
  g_autofree char *pragmas = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  char *path = gram_test_dir_file (dir, "registry.gram");
  sqlite3 *db = NULL;
  char *message = NULL;

  dump = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), name, NULL);
  g_file_get_contents (dump, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  if (more != NULL)
    sqlite3_exec (db, more, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  pragmas = g_strdup_printf (
      "PRAGMA application_id = 1198678381; PRAGMA user_version = %d; PRAGMA journal_mode = WAL",
      version);
  sqlite3_exec (db, pragmas, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
  return path;
}

/* A registry of today. */
static char *
make_current (GramTestDir *dir)
{
  char *path = gram_test_dir_file (dir, "registry.gram");
  GramStore *store = store_fixture_create (path);

  store_fixture_fill (store);
  gram_store_close (store);
  return path;
}

/* Names in the folder, sorted. */
static char *
list (GramTestDir *dir)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (gram_test_dir_get_path (dir), 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc)strcmp);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}

static void
assert_verifies (const char *path)
{
  g_autofree char *found = store_fixture_verify_path (path);

  g_assert_cmpstr (found, ==, "");
}

static gint64
number_in (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramStore) store = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  return store_fixture_int64 (store, sql);
}

static void
test_up_to_date (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = make_current (dir);
  g_autofree char *backup = g_strconcat (path, ".v5.backup", NULL);
  g_autofree char *names = NULL;
  g_autoptr (GramStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  gint64 vehicles;

  assert_verifies (path);
  vehicles = number_in (path, "SELECT count(*) FROM vehicle");

  _gram_migrate_set_steps (steps, N_RELEASED + 1);
  store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_int64 (store, "PRAGMA user_version"), ==, 6);
  g_assert_cmpint (store_fixture_int64 (store, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM account WHERE note = 'moved'"),
                   ==, 2);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle"), ==, vehicles);
  g_clear_pointer (&store, gram_store_close);
  assert_verifies (path);
  names = list (dir);
  g_assert_cmpstr (names, ==, "registry.gram registry.gram.v5.backup");

  /* The backup is a registry of version 5 with everything in it, for its owner only. */
  g_assert_cmpint (g_stat (backup, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  _gram_migrate_set_steps (NULL, 0);
  assert_verifies (backup);
  g_assert_cmpint (number_in (backup, "SELECT count(*) FROM vehicle"), ==, vehicles);

  /* And the older program does not touch what the newer one made. */
  g_assert_null (gram_store_open (path, GRAM_STORE_READ_WRITE, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_NEWER);
}

static void
test_two_steps (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = make_current (dir);
  g_autofree char *names = NULL;

  _gram_migrate_set_steps (steps, N_RELEASED + 2);
  assert_verifies (path);
  g_assert_cmpint (number_in (path, "SELECT count(*) FROM rulebook"), ==, 1);
  g_assert_cmpint (number_in (path, "PRAGMA user_version"), ==, 7);
  _gram_migrate_set_steps (NULL, 0);
  names = list (dir);
  g_assert_cmpstr (
      names, ==,
      "registry.gram registry.gram-shm registry.gram-wal registry.gram.v5.backup registry.gram.v6.backup");
}

/* The step fails at its end: the registry is as it was, and trying again does not pile up backups. */
static void
test_failing (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = make_current (dir);
  g_autofree char *names = NULL;

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean breaks_reference = i % 2 == 1;

      _gram_migrate_set_steps (breaks_reference ? dangling : failing, N_RELEASED + 1);
      g_assert_null (gram_store_open (path, GRAM_STORE_READ_WRITE, &error));
      g_assert_error (error, GRAM_STORE_ERROR,
                      (breaks_reference ? GRAM_STORE_ERROR_CONSTRAINT : GRAM_STORE_ERROR_ENGINE));
      g_assert_nonnull (strstr (error->message, "is as it was"));
    }
  _gram_migrate_set_steps (NULL, 0);
  assert_verifies (path);
  g_assert_cmpint (number_in (path, "SELECT count(*) FROM rulebook"), ==, 1);
  g_assert_cmpint (number_in (path, "SELECT count(*) FROM account WHERE holder = 'half-way'"), ==,
                   0);
  g_assert_cmpint (number_in (path, "SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"), ==,
                   0);
  names = list (dir);
  g_assert_nonnull (strstr (names, "registry.gram.v5.backup"));
  g_assert_null (strstr (names, "registry.gram.v5-2.backup"));
  g_assert_null (strstr (names, "partial"));
}

/* Another content of the same version gets a backup of its own; an older one is never overwritten. */
static void
test_second_backup (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = make_current (dir);
  g_autofree char *first = g_strconcat (path, ".v5.backup", NULL);
  g_autofree char *second = g_strconcat (path, ".v5-2.backup", NULL);
  g_autoptr (GError) error = NULL;
  GramStore *store;
  GramUnit *unit;

  _gram_migrate_set_steps (failing, N_RELEASED + 1);
  g_assert_null (gram_store_open (path, GRAM_STORE_READ_WRITE, &error));
  g_clear_error (&error);
  _gram_migrate_set_steps (NULL, 0);
  store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  unit = gram_unit_begin (store, &error);
  store_fixture_vehicles (unit, 1, 1);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  gram_store_close (store);
  _gram_migrate_set_steps (steps, N_RELEASED + 1);
  assert_verifies (path);
  _gram_migrate_set_steps (NULL, 0);
  g_assert_cmpint (number_in (second, "SELECT count(*) FROM vehicle"), ==,
                   number_in (first, "SELECT count(*) FROM vehicle") + 1);
}

static void
test_reader_of_older (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = make_current (dir);
  g_autoptr (GError) error = NULL;

  _gram_migrate_set_steps (steps, N_RELEASED + 1);
  g_assert_null (gram_store_open (path, GRAM_STORE_READ_ONLY, &error));
  _gram_migrate_set_steps (NULL, 0);
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "older version of Gram"));
}

static void
test_create_newest (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GError) error = NULL;
  GramStore *store;

  _gram_migrate_set_steps (steps, N_RELEASED + 1);
  store = gram_store_create (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_int64 (store, "PRAGMA user_version"), ==, 6);
  gram_store_close (store);
  _gram_migrate_set_steps (NULL, 0);
}

/* No room for the backup: nothing begins. */
static int
migrate_without_room (int n_arguments, char **arguments)
{
  struct rlimit limit = { 50000, RLIM_INFINITY };
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
  _gram_migrate_set_steps (steps, N_RELEASED + 1);
  g_assert_null (gram_store_open (arguments[0], GRAM_STORE_READ_WRITE, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_FULL);
  return 0;
}

static void
test_no_room (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = make_current (dir);
  const char *const arguments[] = { path, NULL };
  g_autofree char *names = NULL;

  g_assert_cmpint (gram_test_child_wait (gram_test_child_new ("no-room", arguments)), ==, 0);
  names = list (dir);
  g_assert_null (strstr (names, "backup"));
  assert_verifies (path);
}

static char *
schema_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramStore) store = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);
  g_autoptr (GramStatement) statement = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  statement = gram_statement_prepare (
      store,
      "SELECT name, coalesce (sql, '') FROM sqlite_schema WHERE name NOT GLOB 'vehicle_search_*' ORDER BY name",
      &error);
  g_assert_no_error (error);
  while (gram_statement_step (statement, &error) == GRAM_STEP_ROW)
    g_string_append_printf (text, "%s\n", gram_statement_text (statement, 1));
  return g_string_free_and_steal (text);
}

/* A released step is never edited: what a version wrote once is what its steps make today. */
static void
test_released_step (gconstpointer data)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autoptr (GError) error = NULL;
  gsize version = GPOINTER_TO_SIZE (data);
  g_autofree char *old_path = load_fixture (dir, (int)version, NULL);
  g_autofree char *new_path = gram_test_dir_file (dir, "new.gram");
  g_autofree char *old_schema = NULL;
  g_autofree char *new_schema = NULL;

  _gram_migrate_set_steps (steps, version);
  old_schema = schema_of (old_path);
  gram_store_close (gram_store_create (new_path, &error));
  g_assert_no_error (error);
  new_schema = schema_of (new_path);
  _gram_migrate_set_steps (NULL, 0);
  g_assert_cmpstr (old_schema, ==, new_schema);
}

/* Past the store: the accounts of the first fixture never had an owner, as commands give them. */
static void
add_owners (const char *path)
{
  g_autoptr (GError) error = NULL;
  GramStore *store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  GramUnit *unit;

  g_assert_no_error (error);
  unit = gram_unit_begin (store, &error);
  gram_store_exec (store,
                   "INSERT INTO membership (account_id, person_id, owner, permissions)"
                   " SELECT id, 2, 1, 31 FROM account",
                   &error);
  g_assert_no_error (error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  gram_store_close (store);
}

/* What version 1 left: everything is there still, and reads as it has to by the newer rules. */
static void
test_from_version_1 (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = load_fixture (dir, 1, NULL);
  g_autofree char *backup = g_strconcat (path, ".v1.backup", NULL);
  g_autofree char *new_path = gram_test_dir_file (dir, "new.gram");
  g_autofree char *old_schema = NULL;
  g_autofree char *new_schema = NULL;
  g_autofree char *found = NULL;

  found = store_fixture_verify_path (path);
  g_assert_cmpstr (found, ==, "account 1\naccount 2\n");
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  add_owners (path);
  assert_verifies (path);
  g_assert_cmpint (number_in (path, "PRAGMA user_version"), ==, N_RELEASED);
  g_assert_cmpint (number_in (path, "SELECT count(*) FROM vehicle"), ==, 25);
  g_assert_cmpint (number_in (path, "SELECT count(*) FROM journal"), ==, 3);
  g_assert_cmpint (number_in (path, "SELECT count(*) FROM person WHERE active = 1"), ==, 2);
  g_assert_cmpint (number_in (path,
                              "SELECT count(*) FROM account WHERE aml = 'none' AND four_eyes = 0"
                              " AND listed = 0"),
                   ==, 2);
  old_schema = schema_of (path);
  gram_store_close (store_fixture_create (new_path));
  new_schema = schema_of (new_path);
  g_assert_cmpstr (old_schema, ==, new_schema);
}

/* What older versions left: it reads as it has to by the newer rules. */
static const struct
{
  int version;
  const char *sql;
  gint64 expected;
} left[] = {
  /* Accounts in every state, and all that happened in them. */
  { 2, "SELECT count(*) FROM account", 5 },
  { 2, "SELECT count(*) FROM measure", 4 },
  { 2, "SELECT count(*) FROM closing", 3 },
  { 2, "SELECT count(*) FROM application", 3 },
  { 2, "SELECT count(*) FROM invitation", 3 },
  { 2, "SELECT count(*) FROM journal_subject", 7 },
  /* Cases in every state, what was said in them, and what they are about. */
  { 3, "SELECT count(*) FROM case_file", 13 },
  { 3, "SELECT count(*) FROM dispute", 6 },
  { 3, "SELECT count(*) FROM case_vehicle", 8 },
  { 3, "SELECT count(*) FROM case_message", 3 },
  { 3, "SELECT count(*) FROM attachment", 2 },
  { 3, "SELECT count(*) FROM vehicle_difference", 4 },
  { 3, "SELECT count(*) FROM notice", 3 },
  /* A closed year and one that is accounted, with trades in every state. */
  { 4, "SELECT sum (units) FROM registration_total", 3756 },
  { 4, "SELECT count(*) FROM participant", 4 },
  { 4, "SELECT count(*) FROM allocation", 4 },
  { 4, "SELECT count(*) FROM conversion", 2 },
  { 4, "SELECT count(*) FROM trade_notification", 8 },
  { 4, "SELECT count(*) FROM trade", 2 },
  { 4, "SELECT count(*) FROM notice_payment", 4 },
  { 4, "SELECT lapsed FROM year_balance", 437 },
  /* Charges and what settled them, two Fleet Average years, transfers in every state. */
  { 5, "SELECT count(*) FROM charge", 3 },
  { 5, "SELECT count(*) FROM charge_settlement", 8 },
  { 5, "SELECT count(*) FROM payment", 4 },
  { 5, "SELECT count(*) FROM fleet_year", 3 },
  { 5, "SELECT count(*) FROM borrowing", 3 },
  { 5, "SELECT count(*) FROM credit_transfer", 5 },
  { 5, "SELECT sum (records) FROM acceptance_total", 7 },
};

static void
test_from_version (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = load_fixture (dir, version, NULL);

  assert_verifies (path);
  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    if (left[i].version == version)
      g_assert_cmpint (number_in (path, left[i].sql), ==, left[i].expected);
}

/* What waited for a decision in version 2, in the order in which it was opened. */
#define WAITING                                                                                    \
  "1 aml open 1 Harbour Street Imports Ltd - 1 - 0\n"                                              \
  "2 aml open 3 Kauri Motors Ltd - 1 - 0\n"                                                        \
  "3 aml open 5 Nikau Motors Ltd - 1 - 0\n"                                                        \
  "4 closing open 1 Kauri Motors Ltd 3 5 - 0\n"                                                    \
  "5 closing open 3 Nikau Motors Ltd 1 5 2026-05-01 0\n"                                           \
  "6 suspension open 4 Nikau Motors Ltd - 5 2026-02-01 0\n"
#define APPLY(state)                                                                               \
  "INSERT INTO application (id, account_id, state, content, saved_by, saved_at, submitted_at)"     \
  " VALUES (9, 3, '" state "', '{}', 3, 8, 7)"

/* What lives in a registry of version 2 becomes a case, where its administrator decides. */
static const struct
{
  const char *name;
  const char *more;
  const char *cases;
} openings[] = {
  { "administrator", NULL, WAITING },
  { "practice", "UPDATE registry SET kind = 'practice'", WAITING },
  { "own", "UPDATE registry SET kind = 'own'", "" },
  { "submitted", APPLY ("submitted"), WAITING "7 application open 9 Kauri Motors Ltd 3 7 - 0\n" },
  { "information-asked", APPLY ("information-asked"),
    WAITING "7 application information-asked 9 Kauri Motors Ltd 3 7 - 8\n" },
  { "draft", APPLY ("draft"), WAITING },
  { "verified", "UPDATE account SET aml = 'verified', aml_on = '2026-01-01' WHERE id = 1",
    "1 aml open 3 Kauri Motors Ltd - 1 - 0\n"
    "2 aml open 5 Nikau Motors Ltd - 1 - 0\n"
    "3 closing open 1 Kauri Motors Ltd 3 5 - 0\n"
    "4 closing open 3 Nikau Motors Ltd 1 5 2026-05-01 0\n"
    "5 suspension open 4 Nikau Motors Ltd - 5 2026-02-01 0\n" },
};

static char *
cases_in (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramStore) store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  g_autoptr (GramStatement) statement = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  statement = gram_statement_prepare (
      store,
      "SELECT concat_ws (' ', id, kind, state, subject_id, label, coalesce (opened_by, '-'), opened_at,"
      " CASE due_on WHEN '' THEN '-' ELSE due_on END, asked_at) FROM case_file ORDER BY id",
      &error);
  g_assert_no_error (error);
  while (gram_statement_step (statement, &error) == GRAM_STEP_ROW)
    g_string_append_printf (text, "%s\n", gram_statement_text (statement, 0));
  return g_string_free_and_steal (text);
}

static void
test_opens_cases (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = load_fixture (dir, 2, openings[row].more);
  g_autofree char *cases = cases_in (path);

  g_assert_cmpstr (cases, ==, openings[row].cases);
  if (openings[row].more == NULL)
    assert_verifies (path);
}

/* Differences that were reported before there were cases stay as they are: nobody decides them. */
static void
test_keeps_differences (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = NULL;

  path = load_fixture (
      dir, 2,
      "INSERT INTO import (id, account_id, journal_id, file_name, sha256, format, rows_read, rows_new,"
      " rows_changed, rows_unchanged, rows_differing, rows_rejected)"
      " VALUES (1, 1, 2, 'register-2026-02.csv', '', 'csv', 1, 0, 0, 0, 1, 0);"
      "INSERT INTO vehicle_difference VALUES (5, 1, 1, 17, 'co2', '121.5', '119.5')");
  assert_verifies (path);
  g_assert_cmpint (number_in (path, "SELECT count(*) FROM vehicle_difference WHERE id = 5"
                                    " AND vehicle_id = 1 AND import_row = 17 AND field = 'co2'"
                                    " AND registry_value = '121.5' AND file_value = '119.5'"
                                    " AND case_id IS NULL AND decision = ''"),
                   ==, 1);
}

static int
make_fixture (int n_arguments, char **arguments)
{
  GramStore *store = store_fixture_create (arguments[0]);

  store_fixture_fill (store);
  people_fixture_fill (store);
  case_fixture_fill (store);
  ccts_fixture_fill (store);
  ccs_fixture_fill (store);
  gram_store_close (store);
  return 0;
}

int
main (int argc, char *argv[])
{
  static const GramTestTask tasks[] = {
    { "make", make_fixture },
    { "no-room", migrate_without_room },
  };
  int status = 0;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize version = 1; version <= N_RELEASED; version++)
    {
      g_autofree char *name = g_strdup_printf ("/migrate/released-step/%" G_GSIZE_FORMAT, version);

      g_test_add_data_func (name, GSIZE_TO_POINTER (version), test_released_step);
    }
  g_test_add_func ("/migrate/from-version-1", test_from_version_1);
  for (int version = 2; version <= N_RELEASED; version++)
    {
      g_autofree char *name = g_strdup_printf ("/migrate/from-version-%d", version);

      g_test_add_data_func (name, GINT_TO_POINTER (version), test_from_version);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autofree char *name = g_strconcat ("/migrate/opens-cases/", openings[i].name, NULL);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_opens_cases);
    }
  g_test_add_func ("/migrate/keeps-differences", test_keeps_differences);
  g_test_add_func ("/migrate/up-to-date", test_up_to_date);
  g_test_add_func ("/migrate/two-steps", test_two_steps);
  g_test_add_func ("/migrate/failing", test_failing);
  g_test_add_func ("/migrate/second-backup", test_second_backup);
  g_test_add_func ("/migrate/reader-of-older", test_reader_of_older);
  g_test_add_func ("/migrate/create-newest", test_create_newest);
  g_test_add_func ("/migrate/no-room", test_no_room);
  return g_test_run ();
}
