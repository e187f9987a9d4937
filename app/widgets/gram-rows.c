/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rows.h"

#include "gram-pressable.h"

#define ID "gram-row-id"

GtkWidget *
gram_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row;

  g_return_val_if_fail (title != NULL, NULL);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

GtkWidget *
gram_property_row_new (const char *title, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");

  return row;
}

void
gram_rows_add_property (AdwPreferencesGroup *group, const char *title, const char *value)
{
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));
  g_return_if_fail (title != NULL);

  if (value != NULL && *value != '\0')
    adw_preferences_group_add (group, gram_property_row_new (title, value));
}

void
gram_row_lead (GtkWidget *row, const char *icon_name, GCallback callback, gpointer object)
{
  GtkWidget *icon;

  g_return_if_fail (ADW_IS_ACTION_ROW (row));
  g_return_if_fail (icon_name != NULL && callback != NULL);

  icon = gtk_image_new_from_icon_name (icon_name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", callback, object, G_CONNECT_DEFAULT);
  gram_pressable_install (row);
}

void
gram_row_set_id (GtkWidget *widget, gint64 id)
{
  gint64 *kept;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  kept = g_new (gint64, 1);
  *kept = id;
  g_object_set_data_full (G_OBJECT (widget), ID, kept, g_free);
}

gint64
gram_row_get_id (GtkWidget *widget)
{
  const gint64 *kept;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  kept = g_object_get_data (G_OBJECT (widget), ID);

  return kept != NULL ? *kept : 0;
}

GtkWidget *
gram_row_undo_button_new (const char *title, const char *reason)
{
  GtkWidget *button;

  g_return_val_if_fail (title != NULL, NULL);

  button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, reason == NULL);
  gtk_widget_set_tooltip_text (button, reason != NULL ? reason : title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return button;
}

void
gram_rows_clear (GPtrArray *rows)
{
  g_return_if_fail (rows != NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *group = gtk_widget_get_ancestor (rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), rows->pdata[i]);
    }
  g_ptr_array_set_size (rows, 0);
}
