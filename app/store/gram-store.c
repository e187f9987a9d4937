/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-store-private.h"

#include "gram-statement-private.h"

#include <glib/gi18n-lib.h>

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
  gboolean follows = expected == NULL;
  GramStep step;

  statement = gram_statement_prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    follows = follows || g_strcmp0 (gram_statement_text (statement, 0), expected) == 0;
  if (step == GRAM_STEP_ERROR)
    return FALSE;
  if (follows)
    return TRUE;
  return _gram_store_fail_file (GRAM_STORE_ERROR_ENGINE, self->path, error,
                                _ ("The database engine does not follow “%s”."), sql);
}

/* Going over to the write-ahead log is a COMMIT to the engine. It answers before it has done so: asked twice. */
gboolean
_gram_store_use_wal (GramStore *self, GError **error)
{
  gboolean done;

  self->commit_allowed = TRUE;
  done = _gram_store_pragma (self, "PRAGMA journal_mode = WAL", "wal", error);
  self->commit_allowed = FALSE;
  return done && _gram_store_pragma (self, "PRAGMA main.journal_mode", "wal", error);
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
  if (!_gram_registration_fold_register (self, error)
      || !_gram_store_pragma (self, "PRAGMA foreign_keys = ON", NULL, error)
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
  g_clear_pointer (&self->order, _gram_vehicle_order_cache_free);
  g_clear_pointer (&self->traits, _gram_vehicle_traits_free);
  for (guint i = 0; i < GRAM_ROSTER_N; i++)
    g_clear_pointer (&self->rosters[i], _gram_roster_free);
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
