/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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

static void
assert_mode (const char *path, const char *suffix, guint mode)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (name, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, mode);
}

static void
test_create_and_open (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = store_fixture_create (path);
  g_autoptr (GramStore) reader = NULL;
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (gram_store_get_path (store), ==, path);
  g_assert_cmpint (store_fixture_int64 (store, "PRAGMA application_id"), ==, GRAM_APPLICATION_ID);
  g_assert_cmpint (store_fixture_int64 (store, "PRAGMA user_version"), ==, _gram_migrate_newest ());
  g_assert_cmpint (store_fixture_int64 (store, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_fixture_int64 (store, "PRAGMA synchronous"), ==, 2);
  assert_mode (path, "", 0600);
  assert_mode (path, "-wal", 0600);
  assert_mode (path, "-shm", 0600);

  reader = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_int64 (reader, "PRAGMA query_only"), ==, 1);
  statement = gram_statement_prepare (reader, "SELECT title FROM registry WHERE id = $1", &error);
  gram_statement_bind_int64 (statement, 1, 1);
  g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_ROW);
  g_assert_cmpstr (gram_statement_text (statement, 0), ==, "Register of Te Waipounamu");
}

/* Only the folder and the file itself are left when it is closed. */
static void
test_create_refused (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *taken = gram_test_dir_write (dir, "taken.gram", "mine");
  g_autofree char *nowhere = gram_test_dir_file (dir, "nowhere/registry.gram");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GDir) folder = NULL;

  g_assert_null (gram_store_create (taken, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  content = store_fixture_bytes (taken);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "mine", 4);

  g_assert_null (gram_store_create (nowhere, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_NOT_FOUND);

  folder = g_dir_open (gram_test_dir_get_path (dir), 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "taken.gram");
  g_assert_null (g_dir_read_name (folder));
}

/* How a file that cannot be opened is made, and what is said about it. */
typedef enum
{
  MAKE_NOTHING,
  MAKE_FOLDER,
  MAKE_EMPTY,
  MAKE_TEXT,
  MAKE_LONG_TEXT,
  MAKE_FOREIGN,
  MAKE_NEWER,
  MAKE_CUT,
  MAKE_OVERWRITTEN,
  MAKE_WITHOUT_TABLES,
} Making;

static const struct
{
  const char *name;
  Making making;
  GramStoreError code;
  const char *says;
} refusals[] = {
  { "not-found", MAKE_NOTHING, GRAM_STORE_ERROR_NOT_FOUND, "There is no file" },
  { "folder", MAKE_FOLDER, GRAM_STORE_ERROR_NOT_A_REGISTRY, "is a folder" },
  { "empty", MAKE_EMPTY, GRAM_STORE_ERROR_NOT_A_REGISTRY, "is empty" },
  { "text", MAKE_TEXT, GRAM_STORE_ERROR_NOT_A_REGISTRY, "is not a Gram registry" },
  { "long-text", MAKE_LONG_TEXT, GRAM_STORE_ERROR_NOT_A_REGISTRY, "is not a Gram registry" },
  { "foreign", MAKE_FOREIGN, GRAM_STORE_ERROR_NOT_A_REGISTRY, "is not a Gram registry" },
  { "newer", MAKE_NEWER, GRAM_STORE_ERROR_NEWER, "newer version of Gram" },
  { "cut", MAKE_CUT, GRAM_STORE_ERROR_CORRUPT, "is damaged" },
  { "overwritten", MAKE_OVERWRITTEN, GRAM_STORE_ERROR_CORRUPT, "is damaged" },
  { "without-tables", MAKE_WITHOUT_TABLES, GRAM_STORE_ERROR_CORRUPT, "is damaged" },
};

static void
write_bytes (const char *path, const char *content, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, (gssize)size, &error);
  g_assert_no_error (error);
}

static void
make_damaged (const char *path, Making making)
{
  g_autofree char *copy = NULL;
  g_autoptr (GBytes) content = NULL;
  gsize size;

  gram_store_close (store_fixture_create (path));
  content = store_fixture_bytes (path);
  size = g_bytes_get_size (content);
  copy = g_memdup2 (g_bytes_get_data (content, NULL), size);
  if (making == MAKE_OVERWRITTEN)
    memset (copy + 100, 0x5a, 4000);
  write_bytes (path, copy, making == MAKE_CUT ? size / 2 : size);
}

static void
make (const char *path, Making making)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  switch (making)
    {
    case MAKE_NOTHING:
      return;
    case MAKE_FOLDER:
      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      return;
    case MAKE_EMPTY:
      write_bytes (path, "", 0);
      return;
    case MAKE_TEXT:
      write_bytes (path, "VIN,MAKE\n", 9);
      return;
    case MAKE_LONG_TEXT:
      write_bytes (path, text, 5000);
      return;
    case MAKE_FOREIGN:
      store_fixture_raw (
          path, "CREATE TABLE registry (id); PRAGMA application_id = 7; PRAGMA user_version = 1");
      return;
    case MAKE_NEWER:
      gram_store_close (store_fixture_create (path));
      store_fixture_raw (path, "PRAGMA user_version = 99");
      return;
    case MAKE_WITHOUT_TABLES:
      store_fixture_raw (
          path,
          "CREATE TABLE registry (id); PRAGMA application_id = 1198678381; PRAGMA user_version = 1");
      return;
    case MAKE_CUT:
    case MAKE_OVERWRITTEN:
    default:
      make_damaged (path, making);
      return;
    }
}

/* In both modes: the right code, a sentence, and not a byte changed nor a file left beside. */
static void
test_open_refused (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GBytes) before = NULL;
  gboolean is_file;

  make (path, refusals[i].making);
  is_file = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  if (is_file)
    before = store_fixture_bytes (path);

  for (int mode = GRAM_STORE_READ_WRITE; mode <= GRAM_STORE_READ_ONLY; mode++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gram_store_open (path, (GramStoreMode)mode, &error));
      g_assert_error (error, GRAM_STORE_ERROR, (gint)refusals[i].code);
      g_assert_nonnull (strstr (error->message, refusals[i].says));
      if (is_file)
        {
          g_autoptr (GBytes) after = store_fixture_bytes (path);

          g_assert_true (g_bytes_equal (before, after));
        }
    }
}

/* Children: each opens and answers the error's code plus one, or 0. */

static int
answer (GramStore *store, GError *error)
{
  int status = store != NULL ? 0 : 100;

  if (store == NULL && error->domain == GRAM_STORE_ERROR)
    status = error->code + 1;
  if (error != NULL)
    fprintf (stderr, "# %s\n", error->message);
  gram_store_close (store);
  g_clear_error (&error);
  return status;
}

static int
open_as_nobody (int n_arguments, char **arguments)
{
  GError *error = NULL;
  GramStore *store;

  gram_test_obey_permissions ();
  store = gram_store_open (arguments[0],
                           strcmp (arguments[1], "write") == 0 ? GRAM_STORE_READ_WRITE
                                                               : GRAM_STORE_READ_ONLY,
                           &error);
  if (store != NULL)
    g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM person"), ==, 2);
  return answer (store, error);
}

static int
create_as_nobody (int n_arguments, char **arguments)
{
  GError *error = NULL;
  GramStore *store;

  gram_test_obey_permissions ();
  store = gram_store_create (arguments[0], &error);
  return answer (store, error);
}

static int
hold_lock (int n_arguments, char **arguments)
{
  sqlite3 *db = NULL;

  sqlite3_open (arguments[0], &db);
  if (sqlite3_exec (db, arguments[1], NULL, NULL, NULL) != SQLITE_OK)
    return 1;
  puts ("held");
  fflush (stdout);
  pause ();
  return 0;
}

static int
run_child (const char *task, const char *path, const char *argument)
{
  const char *const arguments[] = { path, argument, NULL };

  return gram_test_child_wait (gram_test_child_new (task, arguments));
}

#define READ_ONLY (GRAM_STORE_ERROR_READ_ONLY + 1)

static void
test_read_only (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autofree char *other = gram_test_dir_file (dir, "other.gram");
  g_autofree char *lonely = gram_test_dir_file (dir, "lonely.gram");
  const char *folder = gram_test_dir_get_path (dir);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GramStore) store = NULL;
  g_autoptr (GError) error = NULL;

  gram_store_close (store_fixture_create (path));
  before = store_fixture_bytes (path);

  g_chmod (path, 0444);
  g_assert_cmpint (run_child ("open", path, "write"), ==, READ_ONLY);
  g_assert_cmpint (run_child ("open", path, "read"), ==, 0);
  g_chmod (path, 0000);
  g_assert_cmpint (run_child ("open", path, "read"), ==, READ_ONLY);
  g_chmod (path, 0600);

  gram_store_close (store_fixture_create (lonely));
  g_chmod (folder, 0500);
  g_assert_cmpint (run_child ("open", lonely, "write"), ==, READ_ONLY);
  /* A reader would need the helper files, and says so. */
  g_assert_cmpint (run_child ("open", lonely, "read"), ==, READ_ONLY);
  g_assert_cmpint (run_child ("create", other, NULL), ==, READ_ONLY);
  g_chmod (folder, 0700);
  after = store_fixture_bytes (path);
  g_assert_true (g_bytes_equal (before, after));

  /* While a writer is there, its helper files serve the reader, too. */
  store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_chmod (folder, 0500);
  g_assert_cmpint (run_child ("open", path, "read"), ==, 0);
  g_chmod (folder, 0700);
}

static void
test_second_process (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  const char *const writing[] = { path, "BEGIN IMMEDIATE", NULL };
  const char *const alone[] = {
    path,
    "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM rulebook WHERE id = 9; COMMIT; BEGIN EXCLUSIVE",
    NULL
  };
  g_autofree char *line = NULL;
  g_autoptr (GramStore) store = NULL;
  g_autoptr (GramUnit) unit = NULL;
  g_autoptr (GError) error = NULL;
  GramTestChild *child;

  gram_store_close (store_fixture_create (path));
  _gram_store_set_busy_timeout (50);

  child = gram_test_child_new ("hold", writing);
  line = gram_test_child_read_line (child);
  g_assert_cmpstr (line, ==, "held");
  store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_null (gram_unit_begin (store, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "Another program is writing"));
  g_clear_error (&error);
  /* Reading goes on. */
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM person"), ==, 2);
  gram_test_child_kill (child);
  g_assert_cmpint (gram_test_child_wait (child), ==, -SIGKILL);
  unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  g_clear_pointer (&unit, gram_unit_rollback);
  g_clear_pointer (&store, gram_store_close);

  child = gram_test_child_new ("hold", alone);
  g_free (line);
  line = gram_test_child_read_line (child);
  g_assert_cmpstr (line, ==, "held");
  for (int mode = GRAM_STORE_READ_WRITE; mode <= GRAM_STORE_READ_ONLY; mode++)
    {
      g_assert_null (gram_store_open (path, (GramStoreMode)mode, &error));
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_BUSY);
      g_clear_error (&error);
    }
  gram_test_child_kill (child);
  g_assert_cmpint (gram_test_child_wait (child), ==, -SIGKILL);
  _gram_store_set_busy_timeout (5000);
}

/* The disk is full: nothing of the unit stays, and the registry goes on when there is room again. */
static void
fill_up (GramStore *store, GError **error)
{
  GramUnit *unit = gram_unit_begin (store, error);

  if (unit == NULL)
    return;
  store_fixture_vehicles (unit, 1, 1);
  if (gram_store_exec (
          store,
          "WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 2000)"
          " INSERT INTO account_history (account_id, journal_id, field, old_value, new_value)"
          " SELECT 1, 1, 'address', hex (zeroblob (2000)), value FROM n",
          error))
    gram_unit_commit (unit, error);
  else
    gram_unit_rollback (unit);
}

static void
test_full_disk (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = store_fixture_create (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  gint64 pages;

  pages = store_fixture_int64 (store, "PRAGMA page_count");
  {
    g_autofree char *sql
        = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages + 20);

    store_fixture_int64 (store, sql);
  }
  fill_up (store, &error);
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "is full"));
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle"), ==, 0);
  found = store_fixture_verify (store);
  g_assert_cmpstr (found, ==, "");

  store_fixture_int64 (store, "PRAGMA max_page_count = 1000000");
  g_clear_error (&error);
  fill_up (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle"), ==, 1);
}

/* The same by the system's word: no file of this process may grow beyond a limit. */
static int
write_without_room (int n_arguments, char **arguments)
{
  struct rlimit limit = { 300000, RLIM_INFINITY };
  GError *error = NULL;
  GramStore *store = gram_store_open (arguments[0], GRAM_STORE_READ_WRITE, &error);
  g_autofree char *found = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  fill_up (store, &error);
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_FULL);
  g_clear_error (&error);
  limit.rlim_cur = RLIM_INFINITY;
  setrlimit (RLIMIT_FSIZE, &limit);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle"), ==, 0);
  found = store_fixture_verify (store);
  g_assert_cmpstr (found, ==, "");
  fill_up (store, &error);
  return answer (store, error);
}

static int
create_without_room (int n_arguments, char **arguments)
{
  struct rlimit limit = { 20000, RLIM_INFINITY };
  GError *error = NULL;
  GramStore *store;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  store = gram_store_create (arguments[0], &error);
  return answer (store, error);
}

static void
test_no_room (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autofree char *other = gram_test_dir_file (dir, "other.gram");
  g_autoptr (GDir) folder = NULL;

  g_assert_cmpint (run_child ("create-without-room", other, NULL), ==, GRAM_STORE_ERROR_FULL + 1);
  folder = g_dir_open (gram_test_dir_get_path (dir), 0, NULL);
  g_assert_null (g_dir_read_name (folder));

  gram_store_close (store_fixture_create (path));
  g_assert_cmpint (run_child ("write-without-room", path, NULL), ==, 0);
}

static void
test_closed_under_unit (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  GramStore *store = store_fixture_create (path);
  g_autoptr (GramUnit) unit = NULL;
  g_autoptr (GError) error = NULL;

  unit = gram_unit_begin (store, &error);
  store_fixture_vehicles (unit, 1, 3);
  gram_store_close (store);
  g_clear_pointer (&unit, gram_unit_rollback);
  store = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle"), ==, 0);
  gram_store_close (store);
}

int
main (int argc, char *argv[])
{
  static const GramTestTask tasks[] = {
    { "open", open_as_nobody },
    { "create", create_as_nobody },
    { "hold", hold_lock },
    { "write-without-room", write_without_room },
    { "create-without-room", create_without_room },
  };
  int status = 0;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/create-and-open", test_create_and_open);
  g_test_add_func ("/store/create-refused", test_create_refused);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *name = g_strconcat ("/store/open-refused/", refusals[i].name, NULL);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_open_refused);
    }
  g_test_add_func ("/store/read-only", test_read_only);
  g_test_add_func ("/store/second-process", test_second_process);
  g_test_add_func ("/store/full-disk", test_full_disk);
  g_test_add_func ("/store/no-room", test_no_room);
  g_test_add_func ("/store/closed-under-unit", test_closed_under_unit);
  return g_test_run ();
}
