/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-private-folder.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static GFile *
write_text (GramPrivateFolder *folder, gint64 key, const char *name, const char *text)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GFile *file = gram_private_folder_write (folder, key, name, content, &error);

  g_assert_no_error (error);
  g_assert_true (G_IS_FILE (file));
  return file;
}

static void
assert_text (GFile *file, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static guint
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_no_errno (g_lstat (path, &status));
  return status.st_mode & 0777;
}

/* What lies in the cache, the lock beside the folders not counted. */
static guint
count_folders (void)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "gram", NULL);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "opened-");
  return n;
}

/* Nobody else reads it, and it goes with the last reference. */
static void
test_private (void)
{
  GramPrivateFolder *folder = gram_private_folder_new ();
  g_autoptr (GFile) letter = NULL;
  g_autoptr (GFile) same_name = NULL;
  g_autoptr (GFile) again = NULL;
  g_autofree char *path = NULL;
  g_autofree char *base = NULL;
  g_autofree char *inner = NULL;
  g_autofree char *outer = NULL;

  g_assert_cmpuint (count_folders (), ==, 0);
  letter = write_text (folder, 7, "Certificate of conformity.pdf", "first");
  same_name = write_text (folder, 8, "Certificate of conformity.pdf", "second");
  assert_text (letter, "first");
  assert_text (same_name, "second");
  g_assert_cmpuint (count_folders (), ==, 1);

  base = g_file_get_basename (letter);
  g_assert_cmpstr (base, ==, "Certificate of conformity.pdf");
  path = g_file_get_path (letter);
  inner = g_path_get_dirname (path);
  outer = g_path_get_dirname (inner);
  g_assert_cmpuint (mode_of (path), ==, 0600);
  g_assert_cmpuint (mode_of (inner), ==, 0700);
  g_assert_cmpuint (mode_of (outer), ==, 0700);

  again = write_text (folder, 7, "Certificate of conformity.pdf", "third");
  g_assert_true (g_file_equal (letter, again));
  assert_text (letter, "third");

  gram_private_folder_ref (folder);
  gram_private_folder_unref (folder);
  g_assert_true (g_file_query_exists (letter, NULL));
  gram_private_folder_unref (folder);
  g_assert_false (g_file_query_exists (letter, NULL));
  g_assert_cmpuint (count_folders (), ==, 0);
}

/* A program that was killed leaves its folder; the next one removes it, but none that is in use. */
static void
test_left_over (void)
{
  g_autofree char *left = g_build_filename (g_get_user_cache_dir (), "gram", "opened-KILLED", NULL);
  g_autofree char *inside = g_build_filename (left, "3", NULL);
  g_autofree char *file = g_build_filename (inside, "invoice.txt", NULL);
  g_autofree char *link = g_build_filename (inside, "elsewhere", NULL);
  g_autofree char *kept = g_build_filename (g_get_user_data_dir (), "kept", NULL);
  g_autofree char *precious = g_build_filename (kept, "precious.txt", NULL);
  g_autoptr (GramPrivateFolder) first = gram_private_folder_new ();
  g_autoptr (GramPrivateFolder) second = gram_private_folder_new ();
  g_autoptr (GFile) shown = write_text (first, 1, "photo.jpg", "in use");
  g_autoptr (GFile) other = NULL;

  g_assert_no_errno (g_mkdir_with_parents (inside, 0700));
  g_assert_no_errno (g_mkdir_with_parents (kept, 0700));
  g_assert_true (g_file_set_contents (file, "left", -1, NULL));
  g_assert_true (g_file_set_contents (precious, "precious", -1, NULL));
  g_assert_no_errno (symlink (kept, link));
  g_assert_cmpuint (count_folders (), ==, 2);

  other = write_text (second, 1, "photo.jpg", "another");
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (precious, G_FILE_TEST_EXISTS));
  assert_text (shown, "in use");
  assert_text (other, "another");
  g_assert_cmpuint (count_folders (), ==, 2);
}

/* Where nothing can be written, it says so. */
static void
test_no_room (void)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "gram", NULL);
  g_autofree char *lock = g_build_filename (parent, "opened.lock", NULL);
  g_autoptr (GramPrivateFolder) folder = gram_private_folder_new ();
  g_autoptr (GBytes) content = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_unlink (lock);
  g_rmdir (parent);
  g_assert_no_errno (g_mkdir_with_parents (g_get_user_cache_dir (), 0700));
  g_assert_true (g_file_set_contents (parent, "a file", -1, NULL));

  g_assert_null (gram_private_folder_write (folder, 1, "a.txt", content, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, G_FILE_ERROR);
  g_assert_nonnull (strstr (error->message, parent));
  g_assert_no_errno (g_unlink (parent));
}

static gpointer
write_in_thread (gpointer data)
{
  g_autoptr (GramPrivateFolder) folder = data;

  for (gint64 i = 1; i <= 20; i++)
    {
      g_autoptr (GFile) file = write_text (folder, i, "same.txt", "the same");
    }
  return NULL;
}

/* Two attachments that are opened at once are written on two threads. */
static void
test_threads (void)
{
  GramPrivateFolder *folder = gram_private_folder_new ();
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("write", write_in_thread, gram_private_folder_ref (folder));
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (count_folders (), ==, 1);
  gram_private_folder_unref (folder);
  g_assert_cmpuint (count_folders (), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/private-folder/private", test_private);
  g_test_add_func ("/private-folder/left-over", test_left_over);
  g_test_add_func ("/private-folder/no-room", test_no_room);
  g_test_add_func ("/private-folder/threads", test_threads);
  return g_test_run ();
}
