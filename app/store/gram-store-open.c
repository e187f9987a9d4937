/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-store-private.h"

#include "gram-migrate.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* The head of an SQLite file: where its words stand. */
#define HEAD_SIZE 100
#define HEAD_MAGIC "SQLite format 3"
#define HEAD_VERSION 60
#define HEAD_APPLICATION 68

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
            _ ("There is no file “%s”. It may have been moved or renamed: choose it again."), name);
      return _gram_store_fail_file (GRAM_STORE_ERROR_READ_ONLY, path, error,
                                    _ ("“%s” cannot be reached: %s."), name, g_strerror (errno));
    }
  if (S_ISDIR (status.st_mode))
    return _gram_store_fail_file (
        GRAM_STORE_ERROR_NOT_A_REGISTRY, path, error,
        _ ("“%s” is a folder, not a registry. Choose the registry’s file."), name);
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
      || !_gram_store_use_wal (self, error) || !bring_up_to_date (self, error))
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
