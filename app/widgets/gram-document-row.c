/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-document-row.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-rows.h"
#include "gram-session-files.h"

#include <glib/gi18n-lib.h>

#define SESSION "gram-session"

static GramSession *
session_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), SESSION);
}

static void
launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    gram_failure_present (row, _ ("Could Not Open the Document"), NULL, error);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file
      = gram_session_open_document_finish (GRAM_SESSION (object), result, &refusal, &error);
  g_autoptr (GtkFileLauncher) launcher = NULL;

  if (file == NULL)
    {
      gram_failure_present (row, _ ("Could Not Open the Document"), refusal, error);
      return;
    }

  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (row)), NULL, launched_cb,
                            g_object_ref (row));
}

static void
open_cb (GtkWidget *row)
{
  gram_session_open_document_async (session_of (row), gram_row_get_id (row), NULL, opened_cb,
                                    g_object_ref (row));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file
      = gram_session_save_document_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (file != NULL)
    gtk_widget_activate_action (row, "win.toast", "s", _ ("Document saved"));
  else
    gram_failure_present (row, _ ("Could Not Save the Document"), refusal, error);
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    gram_session_save_document_async (session_of (row), gram_row_get_id (row), file, NULL, saved_cb,
                                      g_object_ref (row));
  else
    gram_failure_present (row, _ ("Could Not Choose a File"), NULL, error);
}

static void
save_cb (GtkWidget *row)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save the Document"));
  gtk_file_dialog_set_initial_name (dialog,
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (row)), NULL, file_chosen_cb,
                        g_object_ref (row));
}

GtkWidget *
gram_document_row_new (GramSession *session,
                       gint64 document_id,
                       const char *name,
                       const char *sha256,
                       gint64 made_at)
{
  GtkWidget *row;
  GtkWidget *icon;
  GtkWidget *button;
  g_autofree char *day = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  icon = gtk_image_new_from_icon_name ("x-office-document-symbolic");
  button = gtk_button_new_from_icon_name ("document-save-symbolic");
  if (sha256 != NULL)
    {
      day = gram_format_day_of_instant (made_at);
      hash = g_strndup (sha256, 12);
      /* Translators: a day, and the beginning of a hash */
      subtitle = g_strdup_printf (_ ("Made on %s, SHA-256 %s…"), day, hash);
    }
  row = gram_row_new (name, subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Save"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), SESSION, g_object_ref (session), g_object_unref);
  gram_row_set_id (row, document_id);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (save_cb), row, G_CONNECT_SWAPPED);
  gram_pressable_install (row);

  return row;
}
