/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-backup.h"

#include "gram-statement.h"
#include "gram-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail_backup (GramStore *self, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  return _gram_store_fail_file (GRAM_STORE_ERROR_ENGINE, self->path, error,
                                _ ("A backup of “%s” could not be made: %s."), name, reason);
}

/* Copies what is committed, page by page, through a connection of its own. */
static gboolean
copy_pages (GramStore *source, const char *target_path, GError **error)
{
  g_autoptr (GramStore) target = _gram_store_new (target_path, GRAM_STORE_READ_WRITE);
  sqlite3_backup *backup;
  gboolean copied;
  int code;

  if (!_gram_store_connect (target, target_path, SQLITE_OPEN_READWRITE, error))
    return FALSE;
  target->commit_allowed = TRUE;
  backup = sqlite3_backup_init (target->db, "main", source->db, "main");
  if (backup == NULL)
    return _gram_store_fail (target, sqlite3_extended_errcode (target->db), NULL, error);
  code = sqlite3_backup_step (backup, -1);
  copied = code == SQLITE_DONE;
  /* The system's reason is known to the connection only after this. */
  sqlite3_backup_finish (backup);
  if (!copied)
    _gram_store_fail (target, code == SQLITE_OK ? SQLITE_BUSY : code, NULL, error);
  sqlite3_db_config (target->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return copied;
}

static gboolean
same_count (GramStore *source, GramStore *copy, const char *table, GError **error)
{
  g_autofree char *quoted = NULL;
  g_autofree char *sql = NULL;
  g_auto (GStrv) parts = NULL;
  gint64 of_source = 0;
  gint64 of_copy = 0;

  parts = g_strsplit (table, "\"", -1);
  quoted = g_strjoinv ("\"\"", parts);
  sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", quoted);
  if (!_gram_store_pragma_int64 (source, sql, &of_source, error)
      || !_gram_store_pragma_int64 (copy, sql, &of_copy, error))
    return FALSE;
  return of_source == of_copy || fail_backup (source, _ ("the copy lacks rows"), error);
}

/* Not a backup before it was read: every page, and as many rows in every table. */
static gboolean
check_copy (GramStore *source, GramStore *copy, GError **error)
{
  g_autoptr (GramStatement) tables = NULL;
  GramStep step;

  if (!_gram_store_pragma (copy, "PRAGMA integrity_check", "ok", error))
    return FALSE;
  tables
      = gram_statement_prepare (source,
                                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
                                error);
  if (tables == NULL)
    return FALSE;
  while ((step = gram_statement_step (tables, error)) == GRAM_STEP_ROW)
    {
      if (!same_count (source, copy, gram_statement_text (tables, 0), error))
        return FALSE;
    }
  return step == GRAM_STEP_DONE;
}

static gboolean
verify_copy (GramStore *source, const char *path, GError **error)
{
  g_autoptr (GramStore) copy = _gram_store_new (path, GRAM_STORE_READ_ONLY);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *name = NULL;

  if (uri == NULL)
    return FALSE;
  /* Nobody else knows this file; so no helper files are made beside it. */
  name = g_strconcat (uri, "?immutable=1", NULL);
  return _gram_store_connect (copy, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error)
         && check_copy (source, copy, error);
}

/* A name for the backup. One with the same content, left by an attempt that was broken off, stands for this one. */
static gboolean
name_copy (GramStore *self, const char *partial, int version, GError **error)
{
  for (int i = 1; i < 1000; i++)
    {
      g_autofree char *path = NULL;

      path = i == 1 ? g_strdup_printf ("%s.v%d.backup", self->path, version)
                    : g_strdup_printf ("%s.v%d-%d.backup", self->path, version, i);
      if (_gram_store_rename_new (partial, path))
        return TRUE;
      if (errno != EEXIST)
        return fail_backup (self, g_strerror (errno), error);
      if (_gram_store_same_content (partial, path))
        {
          g_unlink (partial);
          return TRUE;
        }
    }
  return fail_backup (self, _ ("there are too many beside it already"), error);
}

/*
 * Makes a verified backup beside the registry, before anything of version @version is changed. The writer's own
 * connection holds the lock; a second one reads what is committed.
 */
gboolean
_gram_backup_make (GramStore *self, int version, GError **error)
{
  g_autoptr (GramStore) source = NULL;
  g_autofree char *partial = NULL;
  gboolean made;
  int descriptor;

  /* Under the writer's lock nobody else makes one: what is there was left by an attempt that was broken off. */
  partial = g_strconcat (self->path, ".backup-partial", NULL);
  _gram_store_unlink (partial);
  descriptor = g_open (partial, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return fail_backup (self, g_strerror (errno), error);
  close (descriptor);

  source = _gram_store_new (self->path, GRAM_STORE_READ_ONLY);
  made = _gram_store_connect (source, self->path, SQLITE_OPEN_READONLY, error)
         && copy_pages (source, partial, error) && verify_copy (source, partial, error);
  if (made && !_gram_store_sync (partial))
    made = fail_backup (self, g_strerror (errno), error);
  made = made && name_copy (self, partial, version, error);
  if (!made)
    _gram_store_unlink (partial);
  return made;
}
