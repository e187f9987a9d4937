/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-dir.h"

#include <glib/gstdio.h>

struct _GramTestDir
{
  char *path;
};

GramTestDir *
gram_test_dir_new (void)
{
  g_autoptr (GError) error = NULL;
  GramTestDir *self = g_new0 (GramTestDir, 1);

  self->path = g_dir_make_tmp ("gram-test-XXXXXX", &error);
  g_assert_no_error (error);
  return self;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_chmod (path, 0700);
      folder = g_dir_open (path, 0, NULL);
      while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_remove (path);
}

void
gram_test_dir_free (GramTestDir *self)
{
  if (self == NULL)
    return;
  remove_tree (self->path);
  g_free (self->path);
  g_free (self);
}

const char *
gram_test_dir_get_path (GramTestDir *self)
{
  return self->path;
}

char *
gram_test_dir_file (GramTestDir *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

char *
gram_test_dir_write (GramTestDir *self, const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = gram_test_dir_file (self, name);

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}
