/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "gram-migrate.h"
#include "gram-statement.h"
#include "gram-store-file.h"
#include "gram-test-child.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

/*
 * SIGKILL at random moments: 200 in all. Nothing that a child reported as committed may be lost, nothing half-done may
 * stay, and the registry has to verify.
 */
#define KILLS_AT_WORK 110
#define KILLS_IN_MIGRATION 60
#define KILLS_IN_CREATION 30
#define ROUNDS_A_REGISTRY 11
#define VEHICLES_AN_IMPORT 60
#define VEHICLES_AN_ACCEPT 25
#define VEHICLES_MIGRATED 1000

/* Children. */

/* Imports and accepts until it is killed; says the journal's number of each commit. */
static int
work (int n_arguments, char **arguments)
{
  g_autoptr (GError) error = NULL;
  GramStore *store = gram_store_open (arguments[0], GRAM_STORE_READ_WRITE, &error);

  g_assert_no_error (error);
  for (;;)
    {
      GramUnit *unit = gram_unit_begin (store, &error);
      gint64 next = store_fixture_int64 (store, "SELECT count(*) + 1 FROM journal");
      gint64 waiting = store_fixture_int64 (store, "SELECT min (id) FROM vehicle WHERE status = 0");
      gint64 last = store_fixture_int64 (store, "SELECT coalesce (max (id), 0) FROM vehicle");
      gboolean accepts = next % 3 == 0 && waiting > 0 && last - waiting >= VEHICLES_AN_ACCEPT;
      g_autofree char *request_id = NULL;
      g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT, next);

      request_id = g_strdup_printf ("%s-%" G_GINT64_FORMAT, accepts ? "accept" : "import", next);
      store_fixture_journal (unit, request_id);
      if (accepts)
        store_fixture_accept (unit, 1, waiting, VEHICLES_AN_ACCEPT);
      else
        store_fixture_vehicles (unit, 1, VEHICLES_AN_IMPORT);
      gram_unit_commit (unit, &error);
      g_assert_no_error (error);
      gram_test_child_say (line);
    }
  return 0;
}

/* A step that writes every vehicle and so takes its time. */
static const GramMigration steps[] = {
  { 1, "0001-registry.sql", NULL },
  { 2, "0002-people-accounts.sql", NULL },
  { 3, "0003-disputes-cases.sql", NULL },
  { 4, NULL,
    "ALTER TABLE vehicle ADD COLUMN note TEXT NOT NULL DEFAULT '';"
    " UPDATE vehicle SET note = hex (zeroblob (200)); CREATE INDEX vehicle_note ON vehicle (note)" },
};

static int
migrate (int n_arguments, char **arguments)
{
  g_autoptr (GError) error = NULL;
  GramStore *store;

  _gram_migrate_set_steps (steps, G_N_ELEMENTS (steps));
  store = gram_store_open (arguments[0], GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  gram_test_child_say ("migrated");
  gram_store_close (store);
  return 0;
}

static int
create (int n_arguments, char **arguments)
{
  g_autoptr (GError) error = NULL;
  GramStore *store = gram_store_create (arguments[0], &error);

  g_assert_no_error (error);
  gram_test_child_say ("created");
  gram_store_close (store);
  return 0;
}

/* The parent. */

/* How long the child takes to its first word, on this machine today, in microseconds; then it is killed. */
static gint32
time_to_line (const char *task, const char *path)
{
  const char *const arguments[] = { path, NULL };
  gint64 start = g_get_monotonic_time ();
  GramTestChild *child = gram_test_child_new (task, arguments);
  g_autofree char *line = gram_test_child_read_line (child);
  gint32 duration = (gint32)(g_get_monotonic_time () - start);

  g_assert_nonnull (line);
  gram_test_child_kill (child);
  gram_test_child_wait (child);
  return duration;
}

static gint64
last_number (GPtrArray *lines)
{
  return lines->len > 0 ? g_ascii_strtoll (g_ptr_array_index (lines, lines->len - 1), NULL, 10) : 0;
}

/* Opens what was left behind, as the next start of the program does. */
static void
assert_whole (const char *path, gint64 reported)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramStore) store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  g_autofree char *found = NULL;
  gint64 entries;
  gint64 imports;
  gint64 accepts;

  g_assert_no_error (error);
  entries = store_fixture_int64 (store, "SELECT count(*) FROM journal");
  imports = store_fixture_int64 (store,
                                 "SELECT count(*) FROM journal WHERE request_id LIKE 'import-%'");
  accepts = store_fixture_int64 (store,
                                 "SELECT count(*) FROM journal WHERE request_id LIKE 'accept-%'");
  /* The last commit may have been made, but not said. */
  g_assert_cmpint (entries, >=, reported);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle"), ==,
                   imports * VEHICLES_AN_IMPORT);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle WHERE status = 2"), ==,
                   accepts * VEHICLES_AN_ACCEPT);
  found = store_fixture_verify (store);
  g_assert_cmpstr (found, ==, "");
}

static void
test_work (void)
{
  guint commits = 0;
  guint killed = 0;

  for (int kill_number = 0; kill_number < KILLS_AT_WORK;)
    {
      g_autoptr (GramTestDir) dir = gram_test_dir_new ();
      g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
      const char *const arguments[] = { path, NULL };
      gint64 reported = 0;
      gint32 first;

      gram_store_close (store_fixture_create (path));
      first = time_to_line ("work", path);
      for (int i = 0; i < ROUNDS_A_REGISTRY && kill_number < KILLS_AT_WORK; i++, kill_number++)
        {
          g_autoptr (GPtrArray) lines = NULL;
          int status = 0;

          lines = gram_test_child_kill_after ("work", arguments,
                                              (gulong)g_test_rand_int_range (first / 2, first * 4),
                                              &status);
          g_assert_cmpint (status, ==, -SIGKILL);
          reported = MAX (reported, last_number (lines));
          commits += lines->len;
          killed++;
          assert_whole (path, reported);
        }
    }
  g_test_message ("%u kills, %u commits before them", killed, commits);
  g_assert_cmpuint (commits, >, KILLS_AT_WORK / 4);
}

static void
remove_all (GramTestDir *dir)
{
  g_autoptr (GDir) folder = g_dir_open (gram_test_dir_get_path (dir), 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = gram_test_dir_file (dir, name);

      g_unlink (path);
    }
}

/* Every backup that has its name is whole, whenever the child died. */
static guint
assert_backups (GramTestDir *dir, gint64 vehicles)
{
  g_autoptr (GDir) folder = g_dir_open (gram_test_dir_get_path (dir), 0, NULL);
  guint n_backups = 0;
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = NULL;
      g_autoptr (GramStore) store = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".backup"))
        continue;
      path = gram_test_dir_file (dir, name);
      store = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);
      g_assert_no_error (error);
      g_assert_cmpint (store_fixture_int64 (store, "PRAGMA user_version"), ==, 2);
      g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle"), ==, vehicles);
      n_backups++;
    }
  return n_backups;
}

static void
assert_migrated_or_not (const char *path, gboolean reported, gint64 vehicles)
{
  g_autoptr (GError) error = NULL;
  GramStore *store;
  gint64 version;

  _gram_migrate_set_steps (steps, G_N_ELEMENTS (steps));
  store = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);
  version = store != NULL ? 3 : 2;
  gram_store_close (store);
  g_clear_error (&error);
  g_assert_true (version == 3 || !reported);
  if (version == 2)
    {
      g_autofree char *found = NULL;

      _gram_migrate_set_steps (NULL, 0);
      found = store_fixture_verify_path (path);
      g_assert_cmpstr (found, ==, "");
      _gram_migrate_set_steps (steps, G_N_ELEMENTS (steps));
    }

  /* The next start brings it up to date. */
  store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_int64 (store,
                                        "SELECT count(*) FROM vehicle WHERE length (note) = 400"),
                   ==, vehicles);
  {
    g_autofree char *found = store_fixture_verify (store);

    g_assert_cmpstr (found, ==, "");
  }
  gram_store_close (store);
  _gram_migrate_set_steps (NULL, 0);
}

static void
test_migration (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  const char *const arguments[] = { path, NULL };
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;
  GramStore *store = store_fixture_create (path);
  GramUnit *unit = gram_unit_begin (store, &error);
  guint before = 0;
  guint backed_up = 0;
  gint32 whole = 0;

  store_fixture_vehicles (unit, 1, VEHICLES_MIGRATED);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  gram_store_close (store);
  content = store_fixture_bytes (path);
  whole = time_to_line ("migrate", path);

  for (int i = 0; i < KILLS_IN_MIGRATION; i++)
    {
      g_autoptr (GPtrArray) lines = NULL;
      int status = 0;

      remove_all (dir);
      g_file_set_contents (path, g_bytes_get_data (content, NULL),
                           (gssize)g_bytes_get_size (content), &error);
      g_assert_no_error (error);
      lines = gram_test_child_kill_after ("migrate", arguments,
                                          (gulong)g_test_rand_int_range (whole / 10,
                                                                         whole + whole / 5),
                                          &status);
      g_assert_true (status == 0 || status == -SIGKILL);
      before += lines->len == 0;
      backed_up += assert_backups (dir, VEHICLES_MIGRATED) > 0;
      assert_migrated_or_not (path, lines->len > 0, VEHICLES_MIGRATED);
      g_assert_cmpuint (assert_backups (dir, VEHICLES_MIGRATED), ==, 1);
    }
  g_test_message ("%d kills, %u before the end, %u after the backup", KILLS_IN_MIGRATION, before,
                  backed_up);
  g_assert_cmpuint (before, >, 0);
}

static void
test_creation (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *first = gram_test_dir_file (dir, "first.gram");
  gint32 whole = time_to_line ("create", first);
  guint missing = 0;

  for (int i = 0; i < KILLS_IN_CREATION; i++)
    {
      g_autofree char *name = g_strdup_printf ("registry-%d.gram", i);
      g_autofree char *path = gram_test_dir_file (dir, name);
      const char *const arguments[] = { path, NULL };
      g_autoptr (GPtrArray) lines = NULL;
      g_autofree char *found = NULL;
      int status = 0;

      lines = gram_test_child_kill_after ("create", arguments,
                                          (gulong)g_test_rand_int_range (whole / 10,
                                                                         whole + whole / 5),
                                          &status);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_assert_cmpuint (lines->len, ==, 0);
          missing++;
          continue;
        }
      found = store_fixture_verify_path (path);
      g_assert_cmpstr (found, ==, "");
    }
  g_test_message ("%d kills, %u before the registry was there", KILLS_IN_CREATION, missing);
  g_assert_cmpuint (missing, >, 0);
}

int
main (int argc, char *argv[])
{
  static const GramTestTask tasks[] = {
    { "work", work },
    { "migrate", migrate },
    { "create", create },
  };
  int status = 0;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/crash/work", test_work);
  g_test_add_func ("/crash/migration", test_migration);
  g_test_add_func ("/crash/creation", test_creation);
  return g_test_run ();
}
