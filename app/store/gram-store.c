/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-store-private.h"

#include "gram-migrate.h"
#include "gram-statement-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* The head of an SQLite file: where its words stand. */
#define HEAD_SIZE        100
#define HEAD_MAGIC       "SQLite format 3"
#define HEAD_VERSION     60
#define HEAD_APPLICATION 68

/* Steps of the engine between two looks at the cancellable. */
#define STEPS_BETWEEN_POLLS 1000

/* Pages kept in memory, in KiB; negative is how SQLite tells KiB from pages. */
#define CACHE_OF_WRITER "PRAGMA cache_size = -32768"
#define CACHE_OF_READER "PRAGMA cache_size = -8192"

static guint busy_timeout_ms = 5000;

/* How long a lock is waited for by the connections opened from now on; short in tests. */
void
_gram_store_set_busy_timeout (guint milliseconds)
{
  busy_timeout_ms = milliseconds;
}

static int
poll_cancellable_cb (gpointer data)
{
  GramStore *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* The last guard of every COMMIT, whoever sends it. */
static int
commit_cb (gpointer data)
{
  GramStore *self = data;

  return self->commit_allowed ? 0 : 1;
}

/* BEGIN, COMMIT, ROLLBACK and SAVEPOINT are the unit's alone: refused when they are prepared. */
static int
authorize_cb (gpointer data,
              int action,
              const char *first,
              const char *second,
              const char *database,
              const char *trigger)
{
  GramStore *self = data;

  if (action != SQLITE_TRANSACTION && action != SQLITE_SAVEPOINT)
    return SQLITE_OK;
  return self->transaction_allowed ? SQLITE_OK : SQLITE_DENY;
}

GramStore *
_gram_store_new (const char *path, GramStoreMode mode)
{
  GramStore *self;

  self = g_new0 (GramStore, 1);
  self->path = g_strdup (path);
  self->mode = mode;
  self->thread = g_thread_self ();
  self->statements = _gram_statement_cache_new ();
  return self;
}

/* Opens the engine's connection and puts up the guards. Reads and writes nothing yet. */
gboolean
_gram_store_connect (GramStore *self, const char *name, int flags, GError **error)
{
  int code;

  code = sqlite3_open_v2 (name, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                          NULL);
  if (code != SQLITE_OK)
    return _gram_store_fail (self, code, NULL, error);

  sqlite3_busy_timeout (self->db, (int)busy_timeout_ms);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_progress_handler (self->db, STEPS_BETWEEN_POLLS, poll_cancellable_cb, self);
  sqlite3_commit_hook (self->db, commit_cb, self);
  sqlite3_set_authorizer (self->db, authorize_cb, self);
  return TRUE;
}

/* Runs a PRAGMA and compares its answer, as the engine keeps silent about one that it does not follow. */
gboolean
_gram_store_pragma (GramStore *self, const char *sql, const char *expected, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  step = gram_statement_step (statement, error);
  if (step == GRAM_STEP_ERROR)
    return FALSE;
  if (expected == NULL)
    return TRUE;
  if (step == GRAM_STEP_ROW && g_strcmp0 (gram_statement_text (statement, 0), expected) == 0)
    return TRUE;
  return _gram_store_fail_file (GRAM_STORE_ERROR_ENGINE, self->path, error,
                                _ ("The database engine does not follow “%s”."), sql);
}

gboolean
_gram_store_pragma_int64 (GramStore *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  switch (gram_statement_step (statement, error))
    {
    case GRAM_STEP_ROW:
      *value = gram_statement_int64 (statement, 0);
      return TRUE;
    case GRAM_STEP_DONE:
      *value = 0;
      return TRUE;
    case GRAM_STEP_ERROR:
    default:
      return FALSE;
    }
}

/* What holds for every statement of this connection. */
gboolean
_gram_store_configure (GramStore *self, GError **error)
{
  gboolean writer = self->mode == GRAM_STORE_READ_WRITE;

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!_gram_store_pragma (self, "PRAGMA foreign_keys = ON", NULL, error)
      || !_gram_store_pragma (self, "PRAGMA foreign_keys", "1", error)
      || !_gram_store_pragma (self, "PRAGMA cell_size_check = ON", NULL, error)
      || !_gram_store_pragma (self, writer ? CACHE_OF_WRITER : CACHE_OF_READER, NULL, error))
    return FALSE;
  if (!writer)
    return _gram_store_pragma (self, "PRAGMA query_only = ON", NULL, error)
           && _gram_store_pragma (self, "PRAGMA query_only", "1", error);
  /* FULL: NORMAL may lose the last commits when the power fails. */
  return _gram_store_pragma (self, "PRAGMA synchronous = FULL", NULL, error)
         && _gram_store_pragma (self, "PRAGMA synchronous", "2", error)
         && _gram_store_pragma (self, "PRAGMA journal_size_limit = 67108864", "67108864", error);
}

static gboolean
check_exists (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        return _gram_store_fail_file (
            GRAM_STORE_ERROR_NOT_FOUND, path, error,
            _ ("There is no file “%s”. It may have been moved or renamed: choose it anew."), name);
      return _gram_store_fail_file (GRAM_STORE_ERROR_READ_ONLY, path, error,
                                    _ ("“%s” cannot be reached: %s."), name, g_strerror (errno));
    }
  if (S_ISDIR (status.st_mode))
    return _gram_store_fail_file (
        GRAM_STORE_ERROR_NOT_A_REGISTRY, path, error,
        _ ("“%s” is a folder, not a registry. Choose the registry's file."), name);
  if (!S_ISREG (status.st_mode))
    return _gram_store_fail_file (GRAM_STORE_ERROR_NOT_A_REGISTRY, path, error,
                                  _ ("“%s” is not a file, so it is no registry."), name);
  if (status.st_size == 0)
    return _gram_store_fail_file (GRAM_STORE_ERROR_NOT_A_REGISTRY, path, error,
                                  _ ("“%s” is empty, so it is no registry."), name);
  if (g_access (path, R_OK) != 0)
    return _gram_store_fail_file (
        GRAM_STORE_ERROR_READ_ONLY, path, error,
        _ ("You are not allowed to read “%s”. Ask its owner for permission."), name);
  return TRUE;
}

static gboolean
fail_newer (GramStore *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  return _gram_store_fail_file (
      GRAM_STORE_ERROR_NEWER, self->path, error,
      _ ("“%s” was written by a newer version of Gram. Nothing was changed: install the newer version to open it."),
        name);
}

static guint32
read_be32 (const guint8 *bytes)
{
  return ((guint32)bytes[0] << 24) | ((guint32)bytes[1] << 16) | ((guint32)bytes[2] << 8)
         | bytes[3];
}

/*
 * Looks at the file's head through the engine's own descriptor: closing one of our own would drop the locks that this
 * process holds on the file by its other connections.
 */
static gboolean
check_head (GramStore *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  sqlite3_file *file = NULL;
  guint8 head[HEAD_SIZE];
  int code;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == NULL || file->pMethods == NULL)
    return _gram_store_fail (self, SQLITE_CANTOPEN, NULL, error);
  code = file->pMethods->xRead (file, head, HEAD_SIZE, 0);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return _gram_store_fail (self, code, NULL, error);
  if (code == SQLITE_OK && memcmp (head, HEAD_MAGIC, sizeof HEAD_MAGIC) == 0
      && read_be32 (head + HEAD_APPLICATION) == GRAM_APPLICATION_ID)
    {
      if (read_be32 (head + HEAD_VERSION) > (guint32)_gram_migrate_newest ())
        return fail_newer (self, error);
      return TRUE;
    }
  return _gram_store_fail_file (
      GRAM_STORE_ERROR_NOT_A_REGISTRY, self->path, error,
      _ ("“%s” is not a Gram registry. Nothing was changed: choose another file."), name);
}

/* Write access to the file and to its folder, where the engine keeps its two helper files. */
static gboolean
check_writable (GramStore *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_access (self->path, W_OK) == 0 && g_access (folder, W_OK | X_OK) == 0
      && sqlite3_db_readonly (self->db, "main") == 0)
    return TRUE;
  return _gram_store_fail (self, SQLITE_READONLY, NULL, error);
}

/* The tables without which nothing works: a file cut down by a foreign program fails here, not later. */
static gboolean
check_tables (GramStore *self, GError **error)
{
  gint64 n_tables = 0;

  if (!_gram_store_pragma_int64 (
          self,
          "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
          "('registry', 'journal', 'journal_head', 'vehicle', 'ledger_entry')",
          &n_tables, error))
    return FALSE;
  if (n_tables == 5)
    return TRUE;
  return _gram_store_fail (self, SQLITE_CORRUPT, NULL, error);
}

static gboolean
bring_up_to_date (GramStore *self, GError **error)
{
  const GramMigration *steps;
  g_autofree char *name = g_filename_display_name (self->path);
  gint64 version = 0;
  gsize n_steps = 0;

  if (!_gram_store_pragma_int64 (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > _gram_migrate_newest ())
    return fail_newer (self, error);
  if (version == _gram_migrate_newest ())
    return TRUE;
  if (self->mode == GRAM_STORE_READ_ONLY)
    return _gram_store_fail_file (
        GRAM_STORE_ERROR_READ_ONLY, self->path, error,
        _ ("“%s” was written by an older version of Gram. Open it once for writing, so that it can be brought up to date."),
          name);
  steps = _gram_migrations (&n_steps);
  return _gram_migrate_run (self, steps, n_steps, error);
}

/* A reader without write access to the folder needs the writer's helper files, or a medium that nobody can write. */
static char *
name_for_reader (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *absolute = NULL;
  g_autofree char *uri = NULL;
  struct statvfs medium;

  if (g_access (folder, W_OK | X_OK) == 0 || g_file_test (wal, G_FILE_TEST_EXISTS))
    return g_strdup (path);
  if (statvfs (path, &medium) != 0 || (medium.f_flag & ST_RDONLY) == 0)
    {
      _gram_store_fail_file (
          GRAM_STORE_ERROR_READ_ONLY, path, error,
          _ ("“%s” cannot be read from here, because its folder cannot be written and Gram needs two helper files beside the registry. Copy the file to a folder of yours and open the copy."),
            display);
      return NULL;
    }
  absolute = g_canonicalize_filename (path, NULL);
  uri = g_filename_to_uri (absolute, NULL, error);
  return uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;
}

static gboolean
open_writer (GramStore *self, GError **error)
{
  if (!_gram_store_connect (self, self->path, SQLITE_OPEN_READWRITE, error)
      || !check_head (self, error) || !check_writable (self, error)
      || !_gram_store_configure (self, error) || !check_tables (self, error)
      || !_gram_store_pragma (self, "PRAGMA journal_mode = WAL", "wal", error)
      || !bring_up_to_date (self, error))
    return FALSE;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

static gboolean
open_reader (GramStore *self, GError **error)
{
  g_autofree char *name = NULL;

  name = name_for_reader (self->path, error);
  return name != NULL
         && _gram_store_connect (self, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error)
         && check_head (self, error) && _gram_store_configure (self, error)
         && check_tables (self, error) && bring_up_to_date (self, error);
}

GramStore *
gram_store_open (const char *path, GramStoreMode mode, GError **error)
{
  g_autoptr (GramStore) self = NULL;
  gboolean opened;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_exists (path, error))
    return NULL;
  self = _gram_store_new (path, mode);
  opened = mode == GRAM_STORE_READ_WRITE ? open_writer (self, error) : open_reader (self, error);
  return opened ? g_steal_pointer (&self) : NULL;
}

void
gram_store_close (GramStore *self)
{
  if (self == NULL)
    return;
  _gram_store_assert_thread (self);
  if (self->unit != NULL)
    _gram_unit_abandon (self->unit);
  g_assert (self->statements_out == 0);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (sqlite3_close (self->db) != SQLITE_OK)
    g_error ("a connection was closed while it was in use");
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

const char *
gram_store_get_path (GramStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->path;
}

void
gram_store_watch (GramStore *self, GCancellable *cancellable)
{
  _gram_store_assert_thread (self);
  g_set_object (&self->cancellable, cancellable);
}

gint64
gram_store_data_version (GramStore *self)
{
  g_autoptr (GError) error = NULL;
  gint64 version = 0;

  _gram_store_assert_thread (self);
  if (!_gram_store_pragma_int64 (self, "PRAGMA data_version", &version, &error))
    g_debug ("data_version: %s", error->message);
  return version;
}

gboolean
_gram_store_in_transaction (GramStore *self)
{
  return sqlite3_get_autocommit (self->db) == 0;
}

/* BEGIN or COMMIT, by whoever may: the unit, the migration, a reader's snapshot. */
gboolean
_gram_store_transaction (GramStore *self, const char *sql, GError **error)
{
  gboolean done;

  _gram_store_assert_thread (self);
  self->transaction_allowed = TRUE;
  self->commit_allowed = TRUE;
  done = _gram_store_script (self, sql, error);
  self->commit_allowed = FALSE;
  self->transaction_allowed = FALSE;
  return done;
}

/* The engine rolls back by itself after some failures; then there is nothing left to do. */
void
_gram_store_roll_back (GramStore *self)
{
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GError) error = NULL;

  if (!_gram_store_in_transaction (self))
    return;
  /* Giving up must not be interrupted. */
  cancellable = g_steal_pointer (&self->cancellable);
  if (!_gram_store_transaction (self, "ROLLBACK", &error) && _gram_store_in_transaction (self))
    g_error ("a transaction could not be rolled back: %s", error->message);
  self->cancellable = g_steal_pointer (&cancellable);
}

gboolean
gram_store_begin_read (GramStore *self, GError **error)
{
  _gram_store_assert_thread (self);

  if (self->reads == 0 && self->unit == NULL && !_gram_store_transaction (self, "BEGIN", error))
    return FALSE;
  self->reads++;
  return TRUE;
}

void
gram_store_end_read (GramStore *self)
{
  _gram_store_assert_thread (self);
  g_assert (self->reads > 0);

  self->reads--;
  if (self->reads == 0 && self->unit == NULL)
    _gram_store_roll_back (self);
}
