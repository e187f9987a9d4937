/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-private-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* Folders in the parent; the lock of each lies in it, and the lock of making them beside it. */
#define FOLDER_PREFIX "opened-"
#define LOCK_NAME ".lock"
#define MAKING_NAME "opened.lock"

struct _GramPrivateFolder
{
  GMutex mutex;
  char *path; /* NULL until the first file */
  int lock;   /* held as long as the folder is there */
};

static gboolean
fail (const char *path, GError **error)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
  return FALSE;
}

/* Links are removed, never followed. */
static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  GStatBuf status;
  const char *name;

  if (g_lstat (path, &status) != 0)
    return;
  if (!S_ISDIR (status.st_mode))
    {
      g_unlink (path);
      return;
    }
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_tree (inside);
    }
  g_rmdir (path);
}

static int
open_lock (const char *folder, const char *name, int operation)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd >= 0 && flock (fd, operation) == 0)
    return fd;
  if (fd >= 0)
    g_close (fd, NULL);
  return -1;
}

/* Who dies lets go of the lock. */
static void
remove_left (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);
      int lock;

      if (!g_str_has_prefix (name, FOLDER_PREFIX))
        continue;
      lock = open_lock (path, LOCK_NAME, LOCK_EX | LOCK_NB);
      if (lock < 0)
        continue;
      remove_tree (path);
      g_close (lock, NULL);
    }
}

static gboolean
make_folder (GramPrivateFolder *self, const char *parent, GError **error)
{
  g_autofree char *path = g_build_filename (parent, FOLDER_PREFIX "XXXXXX", NULL);

  if (g_mkdtemp_full (path, 0700) == NULL)
    return fail (path, error);
  self->lock = open_lock (path, LOCK_NAME, LOCK_EX | LOCK_NB);
  if (self->lock < 0)
    {
      fail (path, error);
      remove_tree (path);
      return FALSE;
    }
  self->path = g_steal_pointer (&path);
  return TRUE;
}

/* Two programs do not make theirs at the same time, so a folder that is not locked is left over. */
static gboolean
ensure_folder (GramPrivateFolder *self, GError **error)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "gram", NULL);
  g_autofd int making = -1;

  if (self->path != NULL)
    return TRUE;
  if (g_mkdir_with_parents (parent, 0700) != 0)
    return fail (parent, error);
  making = open_lock (parent, MAKING_NAME, LOCK_EX);
  if (making < 0)
    return fail (parent, error);
  remove_left (parent);
  return make_folder (self, parent, error);
}

GramPrivateFolder *
gram_private_folder_new (void)
{
  GramPrivateFolder *self = g_atomic_rc_box_new0 (GramPrivateFolder);

  g_mutex_init (&self->mutex);
  self->lock = -1;
  return self;
}

GramPrivateFolder *
gram_private_folder_ref (GramPrivateFolder *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  GramPrivateFolder *self = data;

  if (self->path != NULL)
    remove_tree (self->path);
  if (self->lock >= 0)
    g_close (self->lock, NULL);
  g_free (self->path);
  g_mutex_clear (&self->mutex);
}

void
gram_private_folder_unref (GramPrivateFolder *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

static char *
write_file (GramPrivateFolder *self, gint64 key, const char *name, GBytes *content, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, key);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  gsize size = 0;
  const char *bytes = g_bytes_get_data (content, &size);

  if (!ensure_folder (self, error))
    return NULL;
  folder = g_build_filename (self->path, number, NULL);
  path = g_build_filename (folder, name, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (folder, error);
      return NULL;
    }
  if (!g_file_set_contents_full (path, bytes, (gssize)size, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 error))
    return NULL;
  return g_steal_pointer (&path);
}

GFile *
gram_private_folder_write (GramPrivateFolder *self,
                           gint64 key,
                           const char *name,
                           GBytes *content,
                           GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL && key != 0, NULL);
  g_return_val_if_fail (name != NULL && *name != '\0', NULL);
  g_return_val_if_fail (strchr (name, G_DIR_SEPARATOR) == NULL, NULL);
  g_return_val_if_fail (!g_str_equal (name, ".") && !g_str_equal (name, ".."), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  path = write_file (self, key, name, content, error);
  return path != NULL ? g_file_new_for_path (path) : NULL;
}
