/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application.h"

#include "gram-actions.h"
#include "gram-calendar.h"
#include "gram-preferences-dialog.h"
#include "gram-settings.h"
#include "gram-window.h"

#include <glib/gi18n-lib.h>

struct _GramApplication
{
  AdwApplication parent_instance;

  /* Owned References */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (GramApplication, gram_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "practice", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the practice registry"), NULL },
  { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Date of the practice registry, like 2026-03-31"),
    N_ ("DATE") },
  { "new-window", 'n', 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a new window"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { NULL },
};

static void
apply_style (GramApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int style = g_settings_get_enum (self->settings, "style");

  g_assert (style >= 0 && style < (int)G_N_ELEMENTS (schemes));

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[style]);
}

static GramWindow *
window_new (GramApplication *self)
{
  GramWindow *window = gram_window_new (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  window_new (user_data);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  GramSession *session
      = GRAM_IS_WINDOW (window) ? gram_window_get_session (GRAM_WINDOW (window)) : NULL;

  adw_dialog_present (gram_preferences_dialog_new (session), GTK_WIDGET (window));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (
      dialog, "application-name", _ ("Gram"), "application-icon", APPLICATION_ID, "version",
      PACKAGE_VERSION, "developer-name", _ ("The Gram developers"), "comments",
      _ ("CO₂ accounts for vehicles: New Zealand’s Clean Car Standard and the car side of "
         "the United Kingdom’s Vehicle Emissions Trading Schemes."),
      "license-type", GTK_LICENSE_GPL_3_0, "copyright", "© 2026 The Gram developers",
      /* Translators: put your names here, one a line */
      "translator-credits", _ ("translator-credits"), NULL);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* Windows are closed one by one, so that each closes its registry. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* The window that shows this person that registry, the one used last first. */
static GramWindow *
find_window (GramApplication *self, const char *path, const char *person)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (GRAM_IS_WINDOW (l->data) && gram_window_is_of (l->data, path, person))
      return l->data;

  return NULL;
}

static void
open_notice_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GramApplication *self = user_data;
  GramWindow *window;
  const char *path;
  const char *person;
  gint64 notice_id;

  g_variant_get (parameter, "(&s&sx)", &path, &person, &notice_id);
  window = find_window (self, path, person);
  if (window == NULL)
    {
      window = window_new (self);
      gram_window_open (window, path);
    }
  gtk_window_present (GTK_WINDOW (window));
  gram_window_open_notice (window, person, notice_id);
}

/* Nothing comes to the front for it. */
static void
read_notice_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GramWindow *window;
  const char *path;
  const char *person;
  gint64 notice_id;

  g_variant_get (parameter, "(&s&sx)", &path, &person, &notice_id);
  window = find_window (user_data, path, person);
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.read-notice", "x", notice_id);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
  { .name = "open-notice", .activate = open_notice_action, .parameter_type = "(ssx)" },
  { .name = "read-notice", .activate = read_notice_action, .parameter_type = "(ssx)" },
};

static gboolean
quit_cb (gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "quit", NULL);

  return G_SOURCE_REMOVE;
}

/* The registry that was open last, if the person wants it and the file is still there. */
static char *
dup_last_registry (GramApplication *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "last-registry");

  if (*path == '\0' || !g_settings_get_boolean (self->settings, "reopen-registry")
      || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;

  return g_steal_pointer (&path);
}

static void
start (GramApplication *self, gboolean new_window)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *last = NULL;

  if (window != NULL && !new_window)
    {
      gtk_window_present (window);
      return;
    }
  if (window == NULL)
    last = dup_last_registry (self);
  window = GTK_WINDOW (window_new (self));
  if (last != NULL)
    gram_window_open (GRAM_WINDOW (window), last);
}

static void
gram_application_startup (GApplication *application)
{
  GramApplication *self = GRAM_APPLICATION (application);

  G_APPLICATION_CLASS (gram_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gram_actions_bind (GTK_APPLICATION (self));

  self->settings = gram_settings_new ();
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (apply_style), self,
                           G_CONNECT_SWAPPED);
  apply_style (self);
}

static int
gram_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  const char *today = NULL;
  GramDate date;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_autofree char *text = g_strdup_printf ("gram %s\n", PACKAGE_VERSION);

      fputs (text, stdout);
      return 0;
    }
  if (g_variant_dict_lookup (dict, "today", "&s", &today)
      && !gram_date_parse (today, GRAM_DATE_ISO, &date, NULL))
    {
      g_autofree char *text = g_strdup_printf (_ ("“%s” is not a date like 2026-03-31"), today);

      fprintf (stderr, "%s\n", text);
      return 2;
    }

  return -1;
}

static int
gram_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GramApplication *self = GRAM_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  gboolean new_window = g_variant_dict_contains (dict, "new-window");
  const char *today = NULL;

  g_variant_dict_lookup (dict, "today", "&s", &today);
  if (g_variant_dict_contains (dict, "practice"))
    {
      GramWindow *window = window_new (self);

      gram_window_set_today (window, today);
      gram_window_open_practice (window, FALSE);
    }
  else if (arguments[0] != NULL && arguments[1] != NULL)
    {
      for (guint i = 1; arguments[i] != NULL; i++)
        {
          g_autoptr (GFile) file
              = g_application_command_line_create_file_for_arg (command_line, arguments[i]);
          g_autofree char *path = g_file_get_path (file);
          GramWindow *window;

          if (path == NULL)
            continue;
          window = window_new (self);
          gram_window_set_today (window, today);
          gram_window_open (window, path);
        }
    }
  else
    {
      start (self, new_window);
    }

  if (g_variant_dict_contains (dict, "exit-after-startup"))
    g_idle_add_full (G_PRIORITY_LOW, quit_cb, g_object_ref (self), g_object_unref);

  return 0;
}

static void
gram_application_activate (GApplication *application)
{
  start (GRAM_APPLICATION (application), FALSE);
}

static void
gram_application_dispose (GObject *object)
{
  GramApplication *self = (GramApplication *)object;

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gram_application_parent_class)->dispose (object);
}

static void
gram_application_class_init (GramApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_application_dispose;

  application_class->startup = gram_application_startup;
  application_class->handle_local_options = gram_application_handle_local_options;
  application_class->command_line = gram_application_command_line;
  application_class->activate = gram_application_activate;
}

static void
gram_application_init (GramApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

GramApplication *
gram_application_new (void)
{
  return g_object_new (GRAM_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                       "/io/github/gramledger/Gram", NULL);
}
