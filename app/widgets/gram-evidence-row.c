/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-evidence-row.h"

#include "gram-attachment-rules.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-session-files.h"

#include <glib/gi18n-lib.h>

struct _GramEvidenceRow
{
  AdwActionRow parent_instance;

  /* Borrowed References: children */
  GtkWidget *icon;
  GtkWidget *spinner;
  GtkWidget *save_button;
  GtkWidget *remove_button;

  /* Owned References */
  GramSession *session;
  GFile *file; /* of the person's; NULL: the registry has it */
  GCancellable *attaching;

  gint64 id;
  gint64 size; /* -1 not known */
  gboolean internal;
  gboolean temporary;
  gboolean opening;
};

G_DEFINE_FINAL_TYPE (GramEvidenceRow, gram_evidence_row, ADW_TYPE_ACTION_ROW)

enum
{
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_subtitle (GramEvidenceRow *self, const char *text, gboolean wrong)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
}

static void
set_icon (GramEvidenceRow *self, const char *name)
{
  g_autofree char *type = g_content_type_guess (name, NULL, 0, NULL);
  g_autoptr (GIcon) icon = g_content_type_get_symbolic_icon (type);

  if (self->internal)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), "changes-prevent-symbolic");
  else
    gtk_image_set_from_gicon (GTK_IMAGE (self->icon), icon);
}

static void
set_busy (GramEvidenceRow *self, gboolean busy)
{
  gtk_widget_set_visible (self->spinner, busy);
}

static GtkWindow *
window_of (GramEvidenceRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEvidenceRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Open the File"), NULL, error);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEvidenceRow) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;
  g_autoptr (GFile) file
      = gram_session_open_attachment_finish (GRAM_SESSION (object), result, &refusal, &error);

  self->opening = FALSE;
  set_busy (self, FALSE);
  if (file == NULL)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Open the File"), refusal, error);
      return;
    }

  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, window_of (self), NULL, launched_cb, g_object_ref (self));
}

static void
activated_cb (GramEvidenceRow *self)
{
  if (self->id == 0 || self->opening)
    return;

  self->opening = TRUE;
  set_busy (self, TRUE);
  gram_session_open_attachment_async (self->session, self->id, NULL, opened_cb,
                                      g_object_ref (self));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEvidenceRow) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file
      = gram_session_save_attachment_finish (GRAM_SESSION (object), result, &refusal, &error);

  set_busy (self, FALSE);
  if (file == NULL)
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Save the File"), refusal, error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("File saved"));
}

static void
place_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEvidenceRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        gram_failure_present (GTK_WIDGET (self), _ ("Could Not Save the File"), NULL, error);
      return;
    }

  set_busy (self, TRUE);
  gram_session_save_attachment_async (self->session, self->id, file, NULL, saved_cb,
                                      g_object_ref (self));
}

static void
save_cb (GramEvidenceRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_initial_name (dialog,
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  gtk_file_dialog_save (dialog, window_of (self), NULL, place_chosen_cb, g_object_ref (self));
}

static void
remove_cb (GramEvidenceRow *self)
{
  if (self->attaching != NULL)
    g_cancellable_cancel (self->attaching);
  else
    g_signal_emit (self, signals[REMOVE], 0);
}

static GtkWidget *
button_new (GramEvidenceRow *self, const char *icon, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);

  return button;
}

/* A button with an icon is called by what it does and to which file. */
static void
name_button (GtkWidget *button, const char *tip, const char *format, const char *name)
{
  g_autofree char *heard = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  heard = g_strdup_printf (format, name);
#pragma GCC diagnostic pop
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, heard,
                                  -1);
}

static void
gram_evidence_row_finalize (GObject *object)
{
  GramEvidenceRow *self = GRAM_EVIDENCE_ROW (object);

  /* The folder was made for this one file. */
  if (self->temporary && self->file != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (self->file);

      g_file_delete (self->file, NULL, NULL);
      if (folder != NULL)
        g_file_delete (folder, NULL, NULL);
    }
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_object (&self->attaching);

  G_OBJECT_CLASS (gram_evidence_row_parent_class)->finalize (object);
}

static void
gram_evidence_row_class_init (GramEvidenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_evidence_row_finalize;

  signals[REMOVE] = g_signal_new ("remove", GRAM_TYPE_EVIDENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
gram_evidence_row_init (GramEvidenceRow *self)
{
  self->size = -1;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "evidence");
  self->icon = gtk_image_new ();
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->icon);
  self->spinner = adw_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->spinner);
  self->save_button = button_new (self, "document-save-symbolic", G_CALLBACK (save_cb));
  self->remove_button = button_new (self, "edit-delete-symbolic", G_CALLBACK (remove_cb));
  g_signal_connect (self, "activated", G_CALLBACK (activated_cb), NULL);
}

GtkWidget *
gram_evidence_row_new (GramSession *session, const GramEvidenceFile *file)
{
  GramEvidenceRow *self;
  g_autofree char *size = NULL;
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *tip = NULL;
  g_autofree char *heard = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (file != NULL && file->id != 0, NULL);

  self = g_object_new (GRAM_TYPE_EVIDENCE_ROW, NULL);
  self->session = g_object_ref (session);
  self->id = file->id;
  self->size = file->size;
  self->internal = file->internal;

  size = g_format_size ((guint64)file->size);
  day = gram_format_day_of_instant (file->added_at);
  if (file->internal)
    /* Translators: size of a file, who added it, when; only the administrator's side sees it */
    subtitle = g_strdup_printf (_ ("Internal · %1$s · %2$s · %3$s"), size,
                                file->person != NULL ? file->person : _ ("Gram itself"), day);
  else
    /* Translators: size of a file, who added it, when */
    subtitle = g_strdup_printf (_ ("%1$s · %2$s · %3$s"), size,
                                file->person != NULL ? file->person : _ ("Gram itself"), day);
  tip = g_strdup_printf (_ ("SHA-256: %s"), file->sha256);
  /* Translators: name of a file, and its size, who added it and when */
  heard = g_strdup_printf (_ ("Open %1$s, %2$s"), file->name, subtitle);

  set_icon (self, file->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), file->name);
  set_subtitle (self, subtitle, FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gram_pressable_install (GTK_WIDGET (self));
  gram_pressable_set_name (GTK_WIDGET (self), heard);
  name_button (self->save_button, _ ("Save As…"), _ ("Save %s"), file->name);
  gtk_widget_set_visible (self->save_button, TRUE);

  return GTK_WIDGET (self);
}

/* Before it is sent: what the registry would say anyway, by then too late for the form. */
static void
show_size (GramEvidenceRow *self)
{
  g_autofree char *size = NULL;

  if (self->size == 0)
    set_subtitle (self, _ ("The file is empty. Choose another, or remove it."), TRUE);
  else if (self->size > GRAM_ATTACHMENT_LIMIT)
    set_subtitle (self, _ ("The file is larger than 25 MiB. Choose a smaller one, or remove it."),
                  TRUE);
  else
    {
      size = self->size > 0 ? g_format_size ((guint64)self->size) : NULL;
      set_subtitle (self, size != NULL ? size : "", FALSE);
    }
}

static void
asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEvidenceRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);

  if (info == NULL)
    {
      g_autofree char *sentence = gram_failure_sentence (error);

      set_subtitle (self, sentence, TRUE);
      return;
    }

  self->size = g_file_info_get_size (info);
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    set_subtitle (self, _ ("This is a folder. Choose the files in it."), TRUE);
  else if (self->attaching == NULL)
    show_size (self);
}

GtkWidget *
gram_evidence_row_new_waiting (GramSession *session,
                               GFile *file,
                               gboolean temporary,
                               gboolean internal)
{
  GramEvidenceRow *self;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (GRAM_TYPE_EVIDENCE_ROW, NULL);
  self->session = g_object_ref (session);
  self->file = g_object_ref (file);
  self->temporary = temporary;
  self->internal = internal;

  base = g_file_get_basename (file);
  name = gram_attachment_clean_name (base);
  set_icon (self, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  name_button (self->remove_button, _ ("Remove"), _ ("Remove %s"), name);
  gtk_widget_set_visible (self->remove_button, TRUE);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, asked_cb,
                           g_object_ref (self));

  return GTK_WIDGET (self);
}

static void
progress_cb (GramSession *session, gint64 done, gint64 total, gint64 rows, gpointer user_data)
{
  GramEvidenceRow *self = user_data;
  g_autofree char *size = g_format_size ((guint64)done);
  g_autofree char *whole = g_format_size ((guint64)total);
  g_autofree char *text = NULL;

  if (total <= 0)
    return;

  /* Translators: so many bytes of so many */
  text = g_strdup_printf (_ ("%1$s of %2$s"), size, whole);
  set_subtitle (self, text, FALSE);
}

static void
attached_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GramEvidenceRow *self = g_task_get_source_object (task);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome
      = gram_session_attach_finish (GRAM_SESSION (object), result, NULL, &refusal, &error);
  const char *name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  g_clear_object (&self->attaching);
  set_busy (self, FALSE);
  name_button (self->remove_button, _ ("Remove"), _ ("Remove %s"), name);
  if (outcome == GRAM_OUTCOME_DONE)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (refusal != NULL)
    set_subtitle (self, refusal->message, TRUE);
  else if (gram_failure_is_cancelled (error))
    set_subtitle (self, _ ("Stopped. Nothing was attached."), TRUE);
  else
    {
      g_autofree char *sentence = gram_failure_sentence (error);

      set_subtitle (self, sentence, TRUE);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           adw_action_row_get_subtitle (ADW_ACTION_ROW (self)),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  g_task_return_boolean (task, FALSE);
}

static void
cancelled_cb (GCancellable *from, GCancellable *to)
{
  g_cancellable_cancel (to);
}

void
gram_evidence_row_attach_async (GramEvidenceRow *self,
                                const char *account,
                                gint64 case_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  const char *name;

  g_return_if_fail (GRAM_IS_EVIDENCE_ROW (self));
  g_return_if_fail (self->file != NULL && self->attaching == NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, gram_evidence_row_attach_async);
  self->attaching = g_cancellable_new ();
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), self->attaching,
                             G_CONNECT_DEFAULT);
  name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  set_busy (self, TRUE);
  set_subtitle (self, _ ("Being attached…"), FALSE);
  name_button (self->remove_button, _ ("Stop"), _ ("Stop %s"), name);
  gram_session_attach_async (self->session, account, case_id, self->file,
                             self->internal ? GRAM_LANE_INTERNAL : GRAM_LANE_HOLDER, progress_cb,
                             self, self->attaching, attached_cb, g_steal_pointer (&task));
}

gboolean
gram_evidence_row_attach_finish (GramEvidenceRow *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

gboolean
gram_evidence_row_equal (GramEvidenceRow *self, GFile *file)
{
  g_return_val_if_fail (GRAM_IS_EVIDENCE_ROW (self), FALSE);

  return self->file != NULL && g_file_equal (self->file, file);
}
