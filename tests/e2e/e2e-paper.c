/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "e2e-paper.h"

#include <gio/gio.h>
#include <string.h>

static char *
run_poppler (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return text;
}

void
e2e_paper_check (const char *path, const char *const *texts)
{
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *text = run_poppler (argv);

  for (gsize i = 0; texts[i] != NULL; i++)
    if (strstr (text, texts[i]) == NULL)
      g_error ("“%s” is not on the paper:\n%s", texts[i], text);
}

void
e2e_paper_draw (const char *path, const char *name)
{
  const char *pictures = g_getenv ("GRAM_PICTURES");
  g_autofree char *folder = pictures != NULL ? g_strdup (pictures) : g_path_get_dirname (path);
  g_autofree char *prefix = g_build_filename (folder, name, NULL);
  g_autofree char *first = g_strconcat (prefix, "-1.png", NULL);
  const char *const argv[] = { "pdftoppm", "-png", "-r", "80", path, prefix, NULL };
  g_autofree char *nothing = run_poppler (argv);

  g_assert_true (g_file_test (first, G_FILE_TEST_IS_REGULAR));
}

/* Between quotation marks a comma is a comma; two marks are one. */
static GStrv
split_row (const char *line)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = line; *p != '\0' && *p != '\r'; p++)
    {
      if (*p == '"' && !(quoted && p[1] == '"'))
        quoted = !quoted;
      else if (*p == ',' && !quoted)
        {
          g_strv_builder_add (cells, cell->str);
          g_string_truncate (cell, 0);
        }
      else
        {
          g_string_append_c (cell, *p);
          p += *p == '"';
        }
    }
  g_strv_builder_add (cells, cell->str);

  return g_strv_builder_end (cells);
}

GPtrArray *
e2e_paper_read_csv (const char *path)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (rows, split_row (lines[i]));

  return rows;
}
