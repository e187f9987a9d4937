/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-dialog-private.h"

#include "gram-failure.h"
#include "gram-mapping.h"

#include <glib/gi18n-lib.h>

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (!_gram_import_dialog_is_alive (self) || self->working != GRAM_IMPORT_IDLE)
    return;

  if (file != NULL)
    gram_import_dialog_open_file (self, file);
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
}

static GListModel *
list_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("CSV and JSON Lines"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_add_suffix (tables, "jsonl");
  gtk_file_filter_add_suffix (tables, "ndjson");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static GtkWindow *
window_of (GramImportDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
_gram_import_dialog_choose_file (GramImportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = list_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Choose a Register Extract"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, window_of (self), NULL, file_chosen_cb, g_object_ref (self));
}

/* Saving, in a thread: what and where. The dialog is no part of the task, whose last reference may go in that thread. */
typedef struct
{
  GramAccountKind kind;
  GramRejectSpool *spool; /* NULL: the template */
  GFile *file;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_pointer (&saving->spool, gram_reject_spool_unref);
  g_clear_object (&saving->file);
  g_free (saving);
}

static gboolean
write_template (GramAccountKind kind, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);

  return stream != NULL && gram_mapping_write_template (kind, G_OUTPUT_STREAM (stream), error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

static void
save (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GError *error = NULL;
  gboolean done;

  if (saving->spool != NULL)
    done = gram_reject_spool_save (saving->spool, saving->file, cancellable, &error);
  else
    done = write_template (saving->kind, saving->file, cancellable, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramImportDialog) self = user_data;
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (!_gram_import_dialog_is_alive (self))
    return;

  if (!done)
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Save the File"), NULL, error);
  else if (saving->spool != NULL)
    _gram_import_dialog_toast (self, _ ("Rejected rows saved"));
  else
    _gram_import_dialog_toast (self, _ ("Template saved; fill it in and choose it here"));
}

typedef struct
{
  GramImportDialog *dialog;
  Saving *saving;
} Choosing;

static void
place_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr (GramImportDialog) self = choosing->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  choosing->saving->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  if (choosing->saving->file == NULL)
    {
      saving_free (choosing->saving);
      if (_gram_import_dialog_is_alive (self))
        gram_failure_present (GTK_WIDGET (self), _ ("Could Not Save the File"), NULL, error);
      return;
    }

  task = g_task_new (NULL, NULL, saved_cb, g_object_ref (self));
  g_task_set_source_tag (task, place_chosen_cb);
  g_task_set_static_name (task, "[gram] save a table");
  g_task_set_task_data (task, choosing->saving, saving_free);
  g_task_run_in_thread (task, save);
}

static void
ask_and_save (GramImportDialog *self, const char *title, const char *name, GramRejectSpool *spool)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->dialog = g_object_ref (self);
  choosing->saving = g_new0 (Saving, 1);
  choosing->saving->kind = gram_account_get_kind (self->account);
  choosing->saving->spool = spool != NULL ? gram_reject_spool_ref (spool) : NULL;

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window_of (self), NULL, place_chosen_cb, choosing);
}

void
_gram_import_dialog_save_template (GramImportDialog *self)
{
  /* Translators: proposed name of a file */
  ask_and_save (self, _ ("Save Gram’s Template"), _ ("vehicles.csv"), NULL);
}

void
_gram_import_dialog_save_rejects (GramImportDialog *self)
{
  if (self->report == NULL || self->report->rejects == NULL)
    return;

  /* Translators: proposed name of a file */
  ask_and_save (self, _ ("Save Rejected Rows"), _ ("rejected rows.csv"), self->report->rejects);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, gdouble x, gdouble y, GramImportDialog *self)
{
  g_autoptr (GSList) files = NULL;

  if (self->working != GRAM_IMPORT_IDLE
      || g_strcmp0 (gram_import_dialog_get_step (self), "apply") == 0)
    return FALSE;

  files = gdk_file_list_get_files (g_value_get_boxed (value));
  if (files == NULL || files->next != NULL)
    {
      _gram_import_dialog_toast (self, _ ("Drop one file at a time"));
      return FALSE;
    }
  gram_import_dialog_open_file (self, files->data);

  return TRUE;
}

void
_gram_import_dialog_accept_drops (GramImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->toast_overlay), GTK_EVENT_CONTROLLER (target));
}
