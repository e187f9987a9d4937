/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-at-private.h"

/* What the program finds around it when it starts. */

char *
_gram_at_dup_program (void)
{
  const char *program = g_getenv ("GRAM_PROGRAM");

  if (program != NULL)
    return g_strdup (program);

  return g_build_filename (g_getenv ("GRAM_BUILD_ROOT"), "app", "gram", NULL);
}

/* Where accessibility is spoken; asked of the session bus, which the program itself may not have. */
static char *
dup_accessibility_bus (void)
{
  g_autoptr (GDBusConnection) session = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  char *address = NULL;

  session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                        "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(s)", &address);

  return address;
}

/* The folders of a person who has never had the program before, and the screen as GTK needs it here. */
GSubprocessLauncher *
_gram_at_launcher_new (GramAt *self)
{
  static const struct
  {
    const char *variable;
    const char *folder;
  } folders[] = {
    { "HOME", "home" },
    { "XDG_CONFIG_HOME", "config" },
    { "XDG_DATA_HOME", "data" },
    { "XDG_CACHE_HOME", "cache" },
    { "XDG_STATE_HOME", "state" },
  };
  static const struct
  {
    const char *variable;
    const char *value;
  } values[] = {
    { "GSETTINGS_BACKEND", "keyfile" }, { "GTK_A11Y", "atspi" },        { "GDK_BACKEND", "x11" },
    { "GDK_DEBUG", "no-portals" },      { "GDK_DISABLE", "gl,vulkan" }, { "GSK_RENDERER", "cairo" },
    { "GIO_USE_VFS", "local" },         { "ADW_DISABLE_PORTAL", "1" },
  };
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, folders[i].folder, NULL);

      g_mkdir_with_parents (path, 0700);
      g_subprocess_launcher_setenv (launcher, folders[i].variable, path, TRUE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_subprocess_launcher_setenv (launcher, values[i].variable, values[i].value, TRUE);
  if (self->beside)
    {
      g_autofree char *address = dup_accessibility_bus ();

      g_subprocess_launcher_setenv (launcher, "AT_SPI_BUS_ADDRESS", address, TRUE);
      g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere",
                                    TRUE);
    }
  if (self->language != NULL)
    {
      g_subprocess_launcher_setenv (launcher, "LC_ALL", self->language, TRUE);
      g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
    }

  return launcher;
}
