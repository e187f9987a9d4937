/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-evidence-private.h"

#include "gram-failure.h"

#include <glib/gi18n-lib.h>

/* Files that are to be taken once it is said who may see them. */
typedef struct
{
  GramEvidence *self;
  GPtrArray *files;
  gboolean temporary;
} Arrival;

static void
arrival_free (Arrival *self)
{
  g_object_unref (self->self);
  g_ptr_array_unref (self->files);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arrival, arrival_free)

static void
take_all (Arrival *arrival, gboolean internal)
{
  for (guint i = 0; i < arrival->files->len; i++)
    _gram_evidence_take (arrival->self, arrival->files->pdata[i], arrival->temporary, internal);
}

static void
lane_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Arrival) arrival = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (g_str_equal (response, "internal"))
    take_all (arrival, TRUE);
  else if (g_str_equal (response, "holder"))
    take_all (arrival, FALSE);
}

/* The administrator's side says of every file who may see it: it cannot be taken back. */
static void
ask_lane (GramEvidence *self, Arrival *arrival)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));
  g_autofree char *base = g_file_get_basename (arrival->files->pdata[0]);
  guint n = arrival->files->len;

  if (n == 1)
    adw_alert_dialog_format_heading (dialog, _ ("Who May See “%s”?"), base);
  else
    adw_alert_dialog_format_heading (
        dialog, ngettext ("Who May See This File?", "Who May See These %u Files?", n), n);
  adw_alert_dialog_set_body (
      dialog,
      _ ("Evidence is never deleted, and what the holder has seen cannot be hidden again."));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "holder", _ ("_Holder Too"),
                                  "internal", _ ("_Administrator’s Side Only"), NULL);
  adw_alert_dialog_set_default_response (dialog, "internal");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, lane_chosen_cb, arrival);
}

void
_gram_evidence_arrive (GramEvidence *self, GPtrArray *files, gboolean temporary)
{
  g_autoptr (Arrival) arrival = NULL;

  if (files->len == 0 || !_gram_evidence_can_add (self))
    return;

  arrival = g_new0 (Arrival, 1);
  arrival->self = g_object_ref (self);
  arrival->files = g_ptr_array_ref (files);
  arrival->temporary = temporary;
  if (_gram_evidence_get_both_lanes (self))
    ask_lane (self, g_steal_pointer (&arrival));
  else
    take_all (arrival, FALSE);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEvidence) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GListModel) chosen
      = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, &error);

  if (chosen == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
      return;
    }

  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  _gram_evidence_arrive (self, files, FALSE);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_dialog_set_title (dialog, _ ("Choose Evidence"));
  gtk_file_dialog_open_multiple (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                                 chosen_cb, g_object_ref (widget));
}

static GPtrArray *
list_files (const GValue *value)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *node = g_value_get_boxed (value); node != NULL; node = node->next)
    g_ptr_array_add (files, g_object_ref (node->data));

  return files;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GramEvidence *self = user_data;
  g_autoptr (GPtrArray) files = NULL;

  if (!_gram_evidence_can_add (self))
    return FALSE;

  files = list_files (value);
  _gram_evidence_arrive (self, files, FALSE);

  return TRUE;
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEvidence) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Paste"), NULL, error);
      return;
    }

  files = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (files, g_object_ref (object));
  _gram_evidence_arrive (self, files, TRUE);
}

/* A picture, for example of a screen, becomes a file in a folder of its own; it goes with its row. */
static void
take_picture (GramEvidence *self, GdkTexture *texture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: name of a file, without characters that a file cannot have; %F is the date, %H-%M-%S the time */
  g_autofree char *name = g_date_time_format (now, _ ("Picture %F %H-%M-%S.png"));
  g_autofree char *folder = g_dir_make_tmp ("gram-XXXXXX", &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;

  if (folder == NULL)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Paste"), NULL, error);
      return;
    }

  bytes = gdk_texture_save_to_png_bytes (texture);
  file = g_file_new_build_filename (folder, name, NULL);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, g_object_ref (self));
}

static void
picture_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEvidence) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (object), result, &error);

  if (texture != NULL)
    take_picture (self, texture);
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Paste"), NULL, error);
}

static void
files_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEvidence) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);

  if (value == NULL)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Paste"), NULL, error);
      return;
    }

  files = list_files (value);
  _gram_evidence_arrive (self, files, FALSE);
}

static void
paste_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_cb, g_object_ref (widget));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    gdk_clipboard_read_texture_async (clipboard, NULL, picture_cb, g_object_ref (widget));
  else
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _ ("There is no file and no picture to paste"));
}

void
_gram_evidence_add_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "evidence.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "evidence.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "evidence.paste",
                                       NULL);
}

void
_gram_evidence_add_init (GramEvidence *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
