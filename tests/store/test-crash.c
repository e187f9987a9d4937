/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "people-fixture.h"
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
#define KILLS_IN_MIGRATION 30
#define KILLS_IN_CREATION 30
#define ROUNDS_A_REGISTRY 11
#define VEHICLES_AN_IMPORT 75
#define VEHICLES_AN_ACCEPT 25
#define VEHICLES_MIGRATED 1000

/* Children. */

/* A vehicle comes and is disputed; the dispute before it is decided. */
static void
dispute (GramUnit *unit)
{
  gint64 vehicle = store_fixture_vehicles (unit, 2, 1);
  gint64 before = store_fixture_int64 (gram_unit_get_store (unit),
                                       "SELECT coalesce (max (id), 0) FROM case_file"
                                       " WHERE kind = 'dispute' AND state = 'open'");

  case_fixture_dispute (unit, 2, GRAM_DISPUTE_VALUE, &vehicle, 1);
  if (before > 0)
    case_fixture_move (unit, before, GRAM_CASE_DECIDED, GRAM_CASE_NOT_UPHELD);
}

/* The first of so many vehicles of account 1, in a row, that an acceptance may take; 0 none. */
static gint64
first_waiting (GramStore *store)
{
  gint64 first = store_fixture_int64 (
      store, "SELECT coalesce (min (id), 0) FROM vehicle WHERE status = 0 AND account_id = 1");
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM vehicle WHERE account_id = 1 AND id >= %" G_GINT64_FORMAT
      " AND id < %" G_GINT64_FORMAT,
      first, first + VEHICLES_AN_ACCEPT);

  return store_fixture_int64 (store, sql) == VEHICLES_AN_ACCEPT ? first : 0;
}

/* Imports, accepts and disputes until it is killed; says the journal's number of each commit. */
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
      gint64 waiting = first_waiting (store);
      gboolean accepts = next % 3 == 0 && waiting > 0;
      gboolean disputes = next % 3 == 1;
      g_autofree char *request_id = NULL;
      g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT, next);

      request_id = g_strdup_printf ("%s-%" G_GINT64_FORMAT,
                                    accepts    ? "accept"
                                    : disputes ? "dispute"
                                               : "import",
                                    next);
      store_fixture_journal (unit, request_id);
      if (accepts)
        store_fixture_accept (unit, 1, waiting, VEHICLES_AN_ACCEPT);
      else if (disputes)
        dispute (unit);
      else
        store_fixture_vehicles (unit, 1, VEHICLES_AN_IMPORT);
      gram_unit_commit (unit, &error);
      g_assert_no_error (error);
      gram_test_child_say (line);
    }
  return 0;
}

/* The steps of the program, and one that writes every vehicle and so takes its time. */
static const GramMigration steps[] = {
  { 1, "0001-registry.sql", NULL },
  { 2, "0002-people-accounts.sql", NULL },
  { 3, "0003-disputes-cases.sql", NULL },
  { 4, "0004-ccts.sql", NULL },
  { 5, "0005-ccs.sql", NULL },
  { 6, NULL,
    "ALTER TABLE vehicle ADD COLUMN note TEXT NOT NULL DEFAULT '';"
    " UPDATE vehicle SET note = hex (zeroblob (200)); CREATE INDEX vehicle_note ON vehicle (note)" },
};

/* Which step is interrupted. */
typedef struct
{
  const char *name;
  /* The version that it starts from. */
  int version;
  /* A number that tells whether it was done, for a registry of VEHICLES_MIGRATED vehicles. */
  const char *sql;
  gint64 expected;
} Step;

static const Step interrupted[] = {
  { "own", 4, "SELECT sum (records) FROM acceptance_total WHERE account_id = 1",
    VEHICLES_MIGRATED },
  { "slow", 5, "SELECT count(*) FROM vehicle WHERE length (note) = 400", VEHICLES_MIGRATED },
};

static int
migrate (int n_arguments, char **arguments)
{
  const Step *step = &interrupted[g_ascii_strtoll (arguments[1], NULL, 10)];
  g_autoptr (GError) error = NULL;
  GramStore *store;

  _gram_migrate_set_steps (steps, (gsize)step->version + 1);
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
time_to_line (const char *task, const char *const *arguments)
{
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
  gint64 disputes;

  g_assert_no_error (error);
  entries = store_fixture_int64 (store, "SELECT count(*) FROM journal");
  imports = store_fixture_int64 (store,
                                 "SELECT count(*) FROM journal WHERE request_id LIKE 'import-%'");
  accepts = store_fixture_int64 (store,
                                 "SELECT count(*) FROM journal WHERE request_id LIKE 'accept-%'");
  disputes = store_fixture_int64 (store,
                                  "SELECT count(*) FROM journal WHERE request_id LIKE 'dispute-%'");
  /* The last commit may have been made, but not said. */
  g_assert_cmpint (entries, >=, reported);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle"), ==,
                   imports * VEHICLES_AN_IMPORT + disputes);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle WHERE status = 2"), ==,
                   accepts * VEHICLES_AN_ACCEPT);
  g_assert_cmpint (store_fixture_int64 (store,
                                        "SELECT count(*) FROM case_file WHERE kind = 'dispute'"),
                   ==, disputes);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle WHERE attention = 2"),
                   ==, MIN (disputes, 1));
  found = store_fixture_verify (store);
  g_assert_cmpstr (found, ==, "");
}

static void
make_registry (const char *path)
{
  GramStore *store = store_fixture_create (path);

  people_fixture_fill (store);
  gram_store_close (store);
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

      make_registry (path);
      first = time_to_line ("work", arguments);
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
assert_backups (GramTestDir *dir, const Step *step)
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
      _gram_migrate_set_steps (steps, (gsize)step->version);
      store = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);
      _gram_migrate_set_steps (NULL, 0);
      g_assert_no_error (error);
      g_assert_cmpint (store_fixture_int64 (store, "PRAGMA user_version"), ==, step->version);
      g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle"), ==,
                       VEHICLES_MIGRATED);
      n_backups++;
    }
  return n_backups;
}

/* As it was, or done; never in between. */
static void
assert_migrated_or_not (const char *path, const Step *step, gboolean reported)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  GramStore *store;

  _gram_migrate_set_steps (steps, (gsize)step->version);
  store = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);
  if (store != NULL)
    g_assert_cmpint (store_fixture_int64 (store, "SELECT count(*) FROM vehicle"), ==,
                     VEHICLES_MIGRATED);
  else
    g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_NEWER);
  g_assert_true (store == NULL || !reported);
  gram_store_close (store);
  g_clear_error (&error);

  /* The next start brings it up to date. */
  _gram_migrate_set_steps (steps, (gsize)step->version + 1);
  store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_int64 (store, step->sql), ==, step->expected);
  found = store_fixture_verify (store);
  g_assert_cmpstr (found, ==, "");
  gram_store_close (store);
  _gram_migrate_set_steps (NULL, 0);
}

/* A registry of the version that the step starts from. */
static GBytes *
make_old (const char *path, const Step *step)
{
  g_autoptr (GError) error = NULL;
  GramStore *store;
  GramUnit *unit;

  _gram_migrate_set_steps (steps, (gsize)step->version);
  store = store_fixture_create (path);
  unit = gram_unit_begin (store, &error);
  store_fixture_accept (unit, 1, store_fixture_vehicles (unit, 1, VEHICLES_MIGRATED),
                        VEHICLES_MIGRATED);
  /* Fleet Average, where nothing is posted. */
  if (step->version < 5)
    gram_store_exec (store, "UPDATE vehicle SET obligation_year = 2026, difference = 1", &error);
  g_assert_no_error (error);
  case_fixture_open (unit, 1, GRAM_CASE_AML, 1);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  gram_store_close (store);
  _gram_migrate_set_steps (NULL, 0);
  return store_fixture_bytes (path);
}

static void
test_migration (gconstpointer data)
{
  const Step *step = data;
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autofree char *number = g_strdup_printf ("%d", (int)(step - interrupted));
  const char *const arguments[] = { path, number, NULL };
  g_autoptr (GBytes) content = make_old (path, step);
  gint32 whole = time_to_line ("migrate", arguments);
  g_autoptr (GError) error = NULL;
  guint before = 0;
  guint backed_up = 0;

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
      backed_up += assert_backups (dir, step) > 0;
      assert_migrated_or_not (path, step, lines->len > 0);
      g_assert_cmpuint (assert_backups (dir, step), ==, 1);
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
  const char *const first_arguments[] = { first, NULL };
  gint32 whole = time_to_line ("create", first_arguments);
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
  for (gsize i = 0; i < G_N_ELEMENTS (interrupted); i++)
    {
      g_autofree char *name = g_strconcat ("/crash/migration/", interrupted[i].name, NULL);

      g_test_add_data_func (name, &interrupted[i], test_migration);
    }
  g_test_add_func ("/crash/creation", test_creation);
  return g_test_run ();
}
