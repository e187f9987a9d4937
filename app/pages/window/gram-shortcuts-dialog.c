/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-shortcuts-dialog.h"

#include "gram-actions.h"

#include <glib/gi18n-lib.h>

static char *
keys_of (const GramActionRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; row->accelerators[i] != NULL; i++)
    {
      g_autofree char *label = NULL;
      guint key;
      GdkModifierType modifiers;

      if (!gtk_accelerator_parse (row->accelerators[i], &key, &modifiers))
        continue;
      label = gtk_accelerator_get_label (key, modifiers);
      if (text->len > 0)
        /* Translators: between two keys that do the same */
        g_string_append (text, _ (" or "));
      g_string_append (text, label);
    }

  return g_string_free_and_steal (text);
}

static GtkWidget *
row_new (const GramActionRow *row)
{
  g_autofree char *keys = keys_of (row);
  GtkWidget *action_row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (action_row), _ (row->title));
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (action_row), label);

  return action_row;
}

AdwDialog *
gram_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;
  const GramActionRow *table;
  const char *heading = NULL;
  gsize n_rows;

  table = gram_actions_get_table (&n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      if (g_strcmp0 (heading, table[i].group) != 0)
        {
          heading = table[i].group;
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (heading));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (&table[i]));
    }

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 640);

  return dialog;
}
