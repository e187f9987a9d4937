/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return _gram_store_sync (folder);
}

/* Waits until a file, or the names in a folder, are on disk. */
gboolean
_gram_store_sync (const char *path)
{
  g_autofd int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  return descriptor >= 0 && fsync (descriptor) == 0;
}

/* Names a complete file; errno is EEXIST if the name is taken. */
gboolean
_gram_store_rename_new (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) != 0)
    {
      if (errno != EINVAL && errno != ENOSYS)
        return FALSE;
      /* A file system without that call. */
      if (link (from, to) != 0)
        return FALSE;
      g_unlink (from);
    }
  return sync_folder_of (to);
}

/* Removes a file that was being built, with the engine's helper files. */
void
_gram_store_unlink (const char *path)
{
  const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* Compares two closed files byte by byte. */
gboolean
_gram_store_same_content (const char *one, const char *other)
{
  g_autoptr (GMappedFile) first = g_mapped_file_new (one, FALSE, NULL);
  g_autoptr (GMappedFile) second = g_mapped_file_new (other, FALSE, NULL);
  gsize size;

  if (first == NULL || second == NULL)
    return FALSE;
  size = g_mapped_file_get_length (first);
  if (size != g_mapped_file_get_length (second))
    return FALSE;
  return size == 0
         || memcmp (g_mapped_file_get_contents (first), g_mapped_file_get_contents (second), size)
                == 0;
}
