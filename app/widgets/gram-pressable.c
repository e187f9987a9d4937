/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-pressable.h"

#include <adwaita.h>

#define INSTALLED "gram-pressable"

static void
press_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *widget = user_data;

  g_assert (GTK_IS_WIDGET (widget));

  gtk_widget_activate (widget);
}

/* An action that cannot be done is not offered. */
static void
sensitive_cb (GtkWidget *widget, GParamSpec *pspec, GSimpleAction *action)
{
  gboolean can = gtk_widget_is_sensitive (widget);

  if (ADW_IS_ACTION_ROW (widget))
    can = can && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget));

  g_simple_action_set_enabled (action, can);
}

/* The row of an expander has no name of its own: its title stands in a row inside. */
static void
title_cb (GtkWidget *widget)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), -1);
}

void
gram_pressable_install (GtkWidget *widget)
{
  g_autoptr (GSimpleActionGroup) group = NULL;
  g_autoptr (GSimpleAction) action = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_object_get_data (G_OBJECT (widget), INSTALLED) != NULL)
    return;

  group = g_simple_action_group_new ();
  action = g_simple_action_new ("press", NULL);
  /* The action lives in the widget's own muxer, so it never outlives it. */
  g_signal_connect (action, "activate", G_CALLBACK (press_cb), widget);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (widget, "widget", G_ACTION_GROUP (group));

  g_signal_connect_object (widget, "notify::sensitive", G_CALLBACK (sensitive_cb), action,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (widget, "state-flags-changed", G_CALLBACK (sensitive_cb), action,
                           G_CONNECT_DEFAULT);
  if (GTK_IS_LIST_BOX_ROW (widget))
    g_signal_connect_object (widget, "notify::activatable", G_CALLBACK (sensitive_cb), action,
                             G_CONNECT_DEFAULT);
  sensitive_cb (widget, NULL, action);
  if (ADW_IS_EXPANDER_ROW (widget))
    {
      g_signal_connect (widget, "notify::title", G_CALLBACK (title_cb), NULL);
      title_cb (widget);
    }

  g_object_set_data (G_OBJECT (widget), INSTALLED, GINT_TO_POINTER (TRUE));
}

static gboolean
needs_press (GtkWidget *widget)
{
  /* Switch and entry rows have actions of their own inside. */
  if (ADW_IS_SWITCH_ROW (widget))
    return FALSE;

  return ADW_IS_BUTTON_ROW (widget) || ADW_IS_EXPANDER_ROW (widget) || ADW_IS_ACTION_ROW (widget)
         || GTK_IS_CHECK_BUTTON (widget);
}

void
gram_pressable_install_all (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (needs_press (root))
    gram_pressable_install (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gram_pressable_install_all (child);
}

void
gram_pressable_set_name (GtkWidget *row, const char *name)
{
  g_return_if_fail (ADW_IS_PREFERENCES_ROW (row));
  g_return_if_fail (name != NULL);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
