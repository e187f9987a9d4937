/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-paper.h"

/* What a program of poppler says of a file. */
char *
gram_test_paper_ask (const char *const *command, GBytes *pdf)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;

  process
      = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                           &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

char *
gram_test_paper_text (GBytes *pdf)
{
  const char *const command[] = { "pdftotext", "-layout", "-", "-", NULL };

  return gram_test_paper_ask (command, pdf);
}

/* The text with single blanks, as lines are broken where the page wants it. */
char *
gram_test_paper_words (GBytes *pdf)
{
  const char *const command[] = { "pdftotext", "-", "-", NULL };
  g_autofree char *text = gram_test_paper_ask (command, pdf);
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);
  g_autoptr (GString) squeezed = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (squeezed, "%s%s", squeezed->len > 0 ? " " : "", *word);

  return g_string_free_and_steal (g_steal_pointer (&squeezed));
}

/* Kept for people to look at, where they ask for it. */
void
gram_test_paper_keep (const char *name, GBytes *pdf)
{
  const char *folder = g_getenv ("GRAM_PICTURES");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, name, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
}
