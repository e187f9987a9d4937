/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "console-fixture.h"

#include <gio/gio.h>
#include <sys/resource.h>

static void
limit_files (gpointer data)
{
  const Console *self = data;
  const struct rlimit limit = { self->most_bytes, self->most_bytes };

  setrlimit (RLIMIT_FSIZE, &limit);
}

/* The words of a line, with the registry's path and the account's number in their places. */
static GStrv
words_of (Console *self, const char *line)
{
  g_autofree char *program = g_build_filename (g_getenv ("GRAM_BUILD_ROOT"), "app/gramctl", NULL);
  g_auto (GStrv) words = g_strsplit (line, "|", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, program);
  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) files = g_strsplit (*word, "@@", -1);
      g_autofree char *with_file = g_strjoinv (self->path, files);
      g_auto (GStrv) numbers = g_strsplit (with_file, "#", -1);
      g_autofree char *with_number = g_strjoinv (self->number != NULL ? self->number : "", numbers);

      g_strv_builder_add (builder, with_number);
    }
  return g_strv_builder_end (builder);
}

GSubprocess *
console_start (Console *self, const char *password, const char *line)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_auto (GStrv) arguments = words_of (self, line);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  if (password != NULL)
    g_subprocess_launcher_setenv (launcher, "GRAM_PASSWORD", password, TRUE);
  else
    g_subprocess_launcher_unsetenv (launcher, "GRAM_PASSWORD");
  if (self->most_bytes > 0)
    g_subprocess_launcher_set_child_setup (launcher, limit_files, self, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)arguments, &error);
  g_assert_no_error (error);
  return process;
}

int
console_finish (Console *self, GSubprocess *process, const char *input)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->messages, g_free);
  g_subprocess_communicate_utf8 (process, input, NULL, &self->output, &self->messages, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  return self->status;
}

int
console_run_with (Console *self, const char *password, const char *input, const char *line)
{
  g_autoptr (GSubprocess) process = console_start (self, password, line);

  return console_finish (self, process, input);
}

int
console_run (Console *self, const char *line)
{
  return console_run_with (self, CONSOLE_PASSWORD, NULL, line);
}

/* The output as JSON; every line of it for @lines. */
JsonNode *
console_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = gram_json_parse (text, -1, &error);

  g_assert_no_error (error);
  return node;
}

char *
console_text (const char *output, const char *object, const char *member)
{
  g_autoptr (JsonNode) node = console_parse (output);
  JsonObject *root = json_node_get_object (node);

  if (object != NULL)
    root = json_object_get_object_member (root, object);
  g_assert_nonnull (root);
  return g_strdup (json_object_get_string_member (root, member));
}

void
console_set_up (Console *self, gconstpointer data)
{
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "registry.gram");
  g_assert_cmpint (console_run (self,
                                "init|@@|--administrator|" CONSOLE_EMAIL "|--kind|own|--name|Ada"),
                   ==, 0);
  g_assert_cmpint (
      console_run (
          self,
          "-r|@@|-u|" CONSOLE_EMAIL
          "|do|account.open|{\"kind\": \"ccs-used\", \"holder\": \"Harbour Street Imports Ltd\", "
          "\"contact-name\": \"C\", \"contact-email\": \"c@example.org\"}"),
      ==, 0);
  self->number = console_text (self->output, NULL, "account");
  g_assert_cmpint (
      console_run (
          self, "-r|@@|-u|" CONSOLE_EMAIL "|do|vehicle.enter|{\"account\": \"#\", \"chassis\": "
                "\"ZVW30-1234567\", \"make\": \"Toyota\", \"model\": \"Prius\", \"type\": \"A\", "
                "\"mass-kg\": 1482, \"co2-g-km\": \"110\"}"),
      ==, 0);
}

void
console_tear_down (Console *self, gconstpointer data)
{
  g_free (self->path);
  g_free (self->number);
  g_free (self->output);
  g_free (self->messages);
  gram_test_dir_free (self->dir);
}
