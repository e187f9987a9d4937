/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-desktop.h"

#include <gio/gio.h>

static const char interface[]
    = "<node><interface name='org.freedesktop.Notifications'>"
      "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
      "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
      "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
      "</interface></node>";

/* The desktop lasts as long as the test. */
static GPtrArray *shown;

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *name,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  const char *title;
  const char *body;

  if (!g_str_equal (method, "Notify"))
    {
      g_dbus_method_invocation_return_value (invocation, NULL);
      return;
    }

  g_variant_get_child (arguments, 3, "&s", &title);
  g_variant_get_child (arguments, 4, "&s", &body);
  g_ptr_array_add (shown, g_strdup_printf ("%s\n%s", title, body));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", shown->len));
}

void
gram_test_desktop_make (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GError) error = NULL;
  guint id;

  if (shown != NULL)
    return;

  shown = g_ptr_array_new_with_free_func (g_free);
  node = g_dbus_node_info_new_for_xml (interface, &error);
  g_assert_no_error (error);
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  id = g_dbus_connection_register_object (bus, "/org/freedesktop/Notifications",
                                          node->interfaces[0], &vtable, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (id, !=, 0);
  g_bus_own_name_on_connection (bus, "org.freedesktop.Notifications", G_BUS_NAME_OWNER_FLAGS_NONE,
                                NULL, NULL, NULL, NULL);
}

GPtrArray *
gram_test_desktop_get_shown (void)
{
  g_assert_nonnull (shown);

  return shown;
}
