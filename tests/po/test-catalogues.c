/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-dir.h"

#include <gio/gio.h>

/* What meson gives xgettext besides its preset "glib": the arguments of this program. */
static const char *const *own_arguments;

/* Meson's preset "glib". */
static const char *const preset[] = {
  "--from-code=UTF-8",
  "--keyword=_",
  "--keyword=N_",
  "--keyword=C_:1c,2",
  "--keyword=NC_:1c,2",
  "--keyword=g_dcgettext:2",
  "--keyword=g_dngettext:2,3",
  "--keyword=g_dpgettext2:2c,3",
  "--flag=N_:1:pass-c-format",
  "--flag=C_:2:pass-c-format",
  "--flag=NC_:2:pass-c-format",
  "--flag=g_dngettext:2:pass-c-format",
  "--flag=g_strdup_printf:1:c-format",
  "--flag=g_string_printf:2:c-format",
  "--flag=g_string_append_printf:2:c-format",
  "--flag=g_error_new:3:c-format",
  "--flag=g_set_error:4:c-format",
};

static char *
dup_source (const char *path)
{
  return g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), path, NULL);
}

static char **
dup_lines (const char *path)
{
  g_autofree char *name = dup_source (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (name, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

/* Runs a program in the source tree; what it says goes into @said. */
static gboolean
run (const GStrvBuilder *words, char **said)
{
  g_auto (GStrv) argv = g_strv_builder_end ((GStrvBuilder *)words);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_cwd (launcher, g_getenv ("GRAM_SOURCE_ROOT"));
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, said, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_successful (process);
}

/* Every text of the program, as translators get it. */
static char *
dup_template (GramTestDir *dir)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *said = NULL;
  char *path = gram_test_dir_file (dir, "gram.pot");

  g_strv_builder_add (words, "xgettext");
  for (gsize i = 0; i < G_N_ELEMENTS (preset); i++)
    g_strv_builder_add (words, preset[i]);
  g_strv_builder_addv (words, (const char **)own_arguments);
  g_strv_builder_add_many (words, "--files-from=po/POTFILES.in", "--output", path, NULL);
  g_assert_true (run (words, &said));

  /* A message that xgettext cannot see whole is never translated, whatever the catalogue says. */
  lines = g_strsplit (g_strchomp (said), "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && strstr (lines[i], "is unknown; will try C") == NULL)
      g_error ("xgettext complains: %s", lines[i]);
  return path;
}

static void
test_template (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *template = dup_template (dir);

  g_assert_true (g_file_test (template, G_FILE_TEST_EXISTS));
}

static void
test_valid (gconstpointer language)
{
  g_autofree char *catalogue = g_strdup_printf ("po/%s.po", (const char *)language);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *said = NULL;

  g_strv_builder_add_many (words, "msgfmt", "--check", "--check-format", "--check-accelerators=_",
                           "--output-file=/dev/null", catalogue, NULL);
  if (!run (words, &said) || *said != '\0')
    g_error ("%s is not well formed: %s", catalogue, said);
}

static void
test_complete (gconstpointer language)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *template = dup_template (dir);
  g_autofree char *catalogue = g_strdup_printf ("po/%s.po", (const char *)language);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *said = NULL;

  g_strv_builder_add_many (words, "msgcmp", catalogue, template, NULL);
  if (!run (words, &said))
    g_error ("%s lacks texts, or has fuzzy ones: %s", catalogue, said);
}

/* What must not stand in a German text, as a regular expression. */
static const char *const unseemly[] = {
  "[^ =]…",      /* a blank goes before an ellipsis that stands for words */
  "[.][.][.]",   /* three points are one sign */
  "“%",          /* the English opening quotation mark; German closes with it */
  "’[st] ",      /* the English genitive, and forms of not */
  "\\S  [^ %]",  /* two blanks */
  "Sie bitte",   /* one of the two is enough */
  " [.,;:?]\\W", /* a blank before a full stop */
};

static void
test_german_signs (gconstpointer pattern)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean in_translation = FALSE;

  g_strv_builder_add_many (words, "msgcat", "--no-wrap", "po/de.po", NULL);
  g_assert_true (run (words, &said));
  lines = g_strsplit (said, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '"')
        in_translation = g_str_has_prefix (lines[i], "msgstr");
      if (in_translation && g_regex_match_simple (pattern, lines[i], 0, 0))
        g_error ("“%s” is in po/de.po: %s", (const char *)pattern, lines[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) languages = NULL;

  g_test_init (&argc, &argv, NULL);
  own_arguments = (const char *const *)argv + 1;
  languages = dup_lines ("po/LINGUAS");

  g_test_add_func ("/po/template", test_template);
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *valid = g_strdup_printf ("/po/%s/valid", languages[i]);
      g_autofree char *complete = g_strdup_printf ("/po/%s/complete", languages[i]);

      g_test_add_data_func (valid, languages[i], test_valid);
      g_test_add_data_func (complete, languages[i], test_complete);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (unseemly); i++)
    {
      g_autofree char *path = g_strdup_printf ("/po/de/signs/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, unseemly[i], test_german_signs);
    }
  return g_test_run ();
}
