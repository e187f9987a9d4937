/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-failure.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

#define SUFFIX ".gram"

/*
 * A registry is a file with a log beside it. In a sandbox a file that was chosen comes without its neighbours: the log
 * would be kept under a name that nobody finds after a crash. So there the folder is chosen, and the registry in it.
 */
static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static void
open_file (GramWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    gram_window_open (self, path);
  else
    _gram_window_toast (self, _ ("Only a file on this computer can be opened"));
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    open_file (self, file);
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
}

static void
registry_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  GListModel *files = g_object_get_data (object, "gram-files");
  GPtrArray *buttons = g_object_get_data (object, "gram-buttons");

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "open"))
    return;

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_check_button_get_active (buttons->pdata[i]))
      {
        g_autoptr (GFile) file = g_list_model_get_item (files, i);

        open_file (self, file);
        return;
      }
}

/* Asks which of several registries it is. */
static void
choose_registry (GramWindow *self, GListModel *files)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Which Registry?"), NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GPtrArray *buttons = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (files);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *name = g_file_get_basename (file);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_check_button_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), buttons->pdata[0]);
      g_ptr_array_add (buttons, button);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_check_button_set_active (buttons->pdata[0], TRUE);
  gram_pressable_install_all (group);

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "open",
                                  _ ("_Open"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "open");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "open",
                                            ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (dialog), "gram-files", g_object_ref (files), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "gram-buttons", buttons,
                          (GDestroyNotify)g_ptr_array_unref);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, registry_chosen_cb,
                           g_object_ref (self));
}

void
_gram_window_open_folder (GramWindow *self, GFile *folder)
{
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GError) error = NULL;
  GFileInfo *info;
  GFile *file;

  enumerator = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                          G_FILE_QUERY_INFO_NONE, NULL, &error);
  if (enumerator == NULL)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Read the Folder"), NULL, error);
      return;
    }
  while (g_file_enumerator_iterate (enumerator, &info, &file, NULL, NULL) && info != NULL)
    if (g_str_has_suffix (g_file_info_get_name (info), SUFFIX))
      g_list_store_append (files, file);

  switch (g_list_model_get_n_items (G_LIST_MODEL (files)))
    {
    case 0:
      _gram_window_toast (self, _ ("There is no registry (.gram) in this folder"));
      break;
    case 1:
      {
        g_autoptr (GFile) only = g_list_model_get_item (G_LIST_MODEL (files), 0);

        open_file (self, only);
        break;
      }
    default:
      choose_registry (self, G_LIST_MODEL (files));
      break;
    }
}

static void
folder_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder
      = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, &error);

  if (folder != NULL)
    _gram_window_open_folder (self, folder);
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a Folder"), NULL, error);
}

static GListModel *
filters_new (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) registries = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (registries, _ ("Gram Registries"));
  gtk_file_filter_add_suffix (registries, "gram");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, registries);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

void
_gram_window_choose_registry (GramWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = filters_new ();

  if (is_sandboxed ())
    {
      gtk_file_dialog_set_title (dialog, _ ("Folder of the Registry"));
      gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self), NULL, folder_chosen_cb,
                                     g_object_ref (self));
      return;
    }

  gtk_file_dialog_set_title (dialog, _ ("Open a Registry"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, file_chosen_cb, g_object_ref (self));
}
