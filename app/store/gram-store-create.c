/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-store-private.h"

#include "gram-migrate.h"
#include "gram-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail_create (const char *path, int system_error, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (system_error)
    {
    case EEXIST:
      return _gram_store_fail_file (
          GRAM_STORE_ERROR_EXISTS, path, error,
          _ ("There is a file “%s” already. Nothing was changed: choose another name, or open it."),
          name);
    case ENOENT:
    case ENOTDIR:
      return _gram_store_fail_file (
          GRAM_STORE_ERROR_NOT_FOUND, path, error,
          _ ("The folder for “%s” does not exist. Make it first, or choose another."), name);
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return _gram_store_fail_file (
          GRAM_STORE_ERROR_FULL, path, error,
          _ ("There is no room on the disk for “%s”. Make room on it, then try again."), name);
    default:
      return _gram_store_fail_file (
          GRAM_STORE_ERROR_READ_ONLY, path, error,
          _ ("“%s” cannot be made in this folder: %s. Choose a folder of yours."), name,
          g_strerror (system_error));
    }
}

/* Version 1 to the newest, in one transaction each, in a file that nobody knows of yet. */
static gboolean
build (GramStore *self, GError **error)
{
  const GramMigration *steps;
  gsize n_steps = 0;

  if (!_gram_store_connect (self, self->path, SQLITE_OPEN_READWRITE, error)
      || !_gram_store_configure (self, error))
    return FALSE;
  steps = _gram_migrations (&n_steps);
  for (gsize i = 0; i < n_steps; i++)
    {
      if (!_gram_migrate_apply (self, &steps[i], error))
        return FALSE;
    }
  if (!_gram_store_use_wal (self, error))
    return FALSE;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

/*
 * The registry is built under another name and gets its own when it is complete: a crash never leaves half of one, and
 * two who create the same file do not share it.
 */
GramStore *
gram_store_create (const char *path, GError **error)
{
  g_autofree char *building = NULL;
  g_autoptr (GramStore) self = NULL;
  gboolean built;
  int descriptor;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      fail_create (path, EEXIST, error);
      return NULL;
    }
  building = g_strconcat (path, ".new-XXXXXX", NULL);
  descriptor = g_mkstemp_full (building, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0)
    {
      fail_create (path, errno, error);
      return NULL;
    }
  close (descriptor);

  self = _gram_store_new (building, GRAM_STORE_READ_WRITE);
  built = build (self, error);
  g_clear_pointer (&self, gram_store_close);
  if (!built)
    {
      _gram_store_unlink (building);
      return NULL;
    }
  if (!_gram_store_rename_new (building, path))
    {
      int system_error = errno;

      _gram_store_unlink (building);
      fail_create (path, system_error, error);
      return NULL;
    }
  return gram_store_open (path, GRAM_STORE_READ_WRITE, error);
}
