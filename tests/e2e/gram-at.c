/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-at-private.h"
#include "gram-test-desktop.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* How many there are: one may have the session bus, on which the program is there once. */
static guint n_instances;

#define SETTINGS_GROUP "io/github/gramledger/Gram"

static gboolean
passed_cb (gpointer user_data)
{
  gboolean *passed = user_data;

  *passed = TRUE;

  return G_SOURCE_REMOVE;
}

void
gram_at_pause (guint milliseconds)
{
  gboolean passed = FALSE;

  g_timeout_add (milliseconds, passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_ended (GramAt *self, gpointer data)
{
  return *(gboolean *)data;
}

gboolean
_gram_at_wait_until (GramAt *self, GramAtCondition done, gpointer data)
{
  gint64 end = g_get_monotonic_time () + GRAM_AT_DEADLINE_US;

  if (self->failure != NULL)
    return FALSE;

  while (!done (self, data))
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      if (self->program != NULL && g_subprocess_get_identifier (self->program) == NULL
          && done != has_ended)
        {
          gram_at_fail (self, "The program ended by itself");
          return FALSE;
        }
      gram_at_pause (20);
    }

  return TRUE;
}

static char *
dup_without_mnemonic (const char *text)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '_' && *++p == '\0')
        break;
      g_string_append_c (name, *p);
    }

  return g_string_free_and_steal (g_steal_pointer (&name));
}

char *
gram_at_dup_translated (GramAt *self, const char *id)
{
  const char *text;
  const char *context;

  if (id == NULL)
    return NULL;

  text = self->language != NULL ? g_dgettext (GETTEXT_PACKAGE, id) : id;
  /* What is not translated still has its context before it. */
  context = strchr (text, '\004');

  return dup_without_mnemonic (context != NULL ? context + 1 : text);
}

static void
save_settings (GramAt *self)
{
  g_autofree char *folder = g_build_filename (self->folder, "config", "glib-2.0", "settings", NULL);
  g_autofree char *path = g_build_filename (folder, "keyfile", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (self->settings, path, &error);
  g_assert_no_error (error);
}

static void
load_settings (GramAt *self)
{
  g_autofree char *path
      = g_build_filename (self->folder, "config", "glib-2.0", "settings", "keyfile", NULL);

  /* There is none before the first setting. */
  g_key_file_load_from_file (self->settings, path, G_KEY_FILE_NONE, NULL);
}

/* What a still picture and a quick test need: nothing that moves by itself. */
static void
write_toolkit_settings (GramAt *self)
{
  g_autofree char *folder = g_build_filename (self->folder, "config", "gtk-4.0", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path,
                       "[Settings]\n"
                       "gtk-enable-animations=false\n"
                       "gtk-cursor-blink=false\n"
                       "gtk-decoration-layout=:close\n",
                       -1, &error);
  g_assert_no_error (error);
}

GramAt *
gram_at_new (const char *language)
{
  GramAt *self = g_new0 (GramAt, 1);
  g_autoptr (GError) error = NULL;
  int status;

  self->folder = g_dir_make_tmp ("gram-e2e-XXXXXX", &error);
  g_assert_no_error (error);
  self->language = g_strdup (language);
  self->window = -1;
  self->beside = n_instances++ > 0;
  self->failure_folder = g_strdup (g_get_tmp_dir ());
  self->settings = g_key_file_new ();
  write_toolkit_settings (self);

  /* libatspi warns of every node that goes while it looks: only the program's own warnings shall end a test. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK);

  self->display = XOpenDisplay (NULL);
  if (self->display == NULL)
    g_error ("There is no display.");
  status = atspi_init ();
  g_assert_true (status == 0 || status == 1);
  atspi_set_timeout (5000, 15000);
  gram_test_desktop_make ();

  return self;
}

static void
remove_folder (const char *path)
{
  const char *argv[] = { "rm", "-rf", "--", path, NULL };

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

void
gram_at_free (GramAt *self)
{
  n_instances--;
  if (self->program != NULL)
    {
      g_subprocess_force_exit (self->program);
      g_subprocess_wait (self->program, NULL, NULL);
    }
  _gram_at_disconnect (self);
  g_clear_object (&self->program);
  XCloseDisplay (self->display);
  remove_folder (self->folder);
  g_clear_pointer (&self->settings, g_key_file_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->failure_folder, g_free);
  g_clear_pointer (&self->failure, g_free);
  g_free (self);
}

const char *
gram_at_get_folder (GramAt *self)
{
  return self->folder;
}

const char *
gram_at_get_failure (GramAt *self)
{
  return self->failure;
}

char *
gram_at_take_failure (GramAt *self)
{
  return g_steal_pointer (&self->failure);
}

void
gram_at_set_failure_folder (GramAt *self, const char *folder)
{
  g_set_str (&self->failure_folder, folder);
}

void
gram_at_fail (GramAt *self, const char *format, ...)
{
  g_autofree char *tree = NULL;
  g_autofree char *picture = NULL;
  va_list arguments;

  if (self->failure != NULL)
    return;

  tree = self->program != NULL && g_subprocess_get_identifier (self->program) != NULL
             ? gram_at_dump (self)
             : g_strdup ("");
  picture = g_strdup_printf ("%s/gram-failure-%u.png", self->failure_folder, self->pid);
  va_start (arguments, format);
  self->failure = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (!_gram_at_picture_of_display (self, picture))
    g_set_str (&picture, "none");
  g_printerr ("FAILED: %s\npicture: %s\n%s", self->failure, picture, tree);
}

static GSubprocess *
spawn (GramAt *self, const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = _gram_at_launcher_new (self);
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *program;

  g_strv_builder_take (argv, _gram_at_dup_program ());
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_strv_builder_add (argv, arguments[i]);
  all = g_strv_builder_end (argv);

  program = g_subprocess_launcher_spawnv (launcher, (const char *const *)all, &error);
  if (program == NULL)
    gram_at_fail (self, "The program does not start: %s", error->message);

  return program;
}

gboolean
gram_at_run (GramAt *self, const char *const *arguments)
{
  g_autoptr (GSubprocess) program = self->failure == NULL ? spawn (self, arguments) : NULL;

  if (program == NULL)
    return FALSE;
  if (g_subprocess_wait (program, NULL, NULL) && g_subprocess_get_successful (program))
    return TRUE;

  gram_at_fail (self, "The program ended badly");

  return FALSE;
}

gboolean
gram_at_start (GramAt *self, const char *const *arguments)
{
  if (self->failure != NULL)
    return FALSE;

  g_assert (self->program == NULL);
  self->program = spawn (self, arguments);
  if (self->program == NULL)
    return FALSE;
  self->pid = (guint)g_ascii_strtoull (g_subprocess_get_identifier (self->program), NULL, 10);

  return _gram_at_connect (self) && _gram_at_focus (self);
}

static void
ended_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean *ended = user_data;

  *ended = g_subprocess_wait_finish (G_SUBPROCESS (object), result, NULL);
}

static gboolean
wait_end (GramAt *self)
{
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean ended = FALSE;

  g_subprocess_wait_async (self->program, cancellable, ended_cb, &ended);
  if (!_gram_at_wait_until (self, has_ended, &ended))
    {
      g_cancellable_cancel (cancellable);
      gram_at_pause (50);
      gram_at_fail (self, "The program does not end when it is asked to");
      return FALSE;
    }
  program = g_steal_pointer (&self->program);
  _gram_at_disconnect (self);
  if (!g_subprocess_get_successful (program))
    {
      gram_at_fail (self, "The program ended badly");
      return FALSE;
    }
  load_settings (self);

  return TRUE;
}

gboolean
gram_at_quit (GramAt *self)
{
  return self->failure == NULL && gram_at_key (self, "ctrl+q") && wait_end (self);
}

void
gram_at_set_setting (GramAt *self, const char *key, const char *value)
{
  load_settings (self);
  g_key_file_set_value (self->settings, SETTINGS_GROUP, key, value);
  save_settings (self);
}
