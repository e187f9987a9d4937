/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-history-export.h"

#include "gram-csv-writer.h"
#include "gram-journal-sentences.h"
#include "gram-questions-journal.h"

#include <glib/gi18n-lib.h>

#define PAGE_SIZE 500

typedef struct
{
  GramJournalQuery *query;
  GFileOutputStream *stream;
  GramHistoryExportProgress progress;
  gpointer progress_data;
  gint64 before;
  gint64 n_rows;
  gboolean at_end;
  GramRefusal *refusal;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_pointer (&self->query, gram_journal_query_free);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->refusal, gram_refusal_free);
  g_free (self);
}

static void ask (GTask *task);

/* The stream writes beside the file; what was not finished is not renamed over it. */
static void
give_up (GTask *task, GError *error)
{
  Export *self = g_task_get_task_data (task);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  if (self->stream != NULL)
    {
      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (self->stream), cancelled, NULL);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, -1);
}

static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_output_stream_close_finish (G_OUTPUT_STREAM (object), result, &error))
    g_task_return_int (task, (gssize)self->n_rows);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, &error))
    {
      give_up (task, error);
      return;
    }
  if (self->progress != NULL)
    self->progress (self->n_rows, self->progress_data);
  if (!self->at_end)
    ask (g_steal_pointer (&task));
  else
    g_output_stream_close_async (G_OUTPUT_STREAM (self->stream), G_PRIORITY_DEFAULT, cancellable,
                                 closed_cb, g_steal_pointer (&task));
}

static void
add_heading (GramCsvWriter *writer)
{
  static const char *const headings[]
      = { "entry", "at",      "person",  "e-mail",    "account", "about",
          "what",  "details", "command", "arguments", "result" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    gram_csv_writer_add (writer, headings[i]);
}

static void
add_entry (GramCsvWriter *writer, const GramJournalEntry *entry, GramRegistryKind kind)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc_usec (entry->at);
  g_autofree char *iso = at != NULL ? g_date_time_format_iso8601 (at) : NULL;
  g_autofree char *detail = NULL;
  g_autofree char *sentence = gram_journal_sentence (entry, kind, &detail);

  gram_csv_writer_add_integer (writer, entry->id);
  gram_csv_writer_add (writer, iso);
  gram_csv_writer_add (writer, entry->person);
  gram_csv_writer_add (writer, entry->person_email);
  gram_csv_writer_add (writer, entry->number);
  gram_csv_writer_add (writer, gram_journal_group_title (gram_journal_group_of (entry->command)));
  gram_csv_writer_add (writer, sentence);
  gram_csv_writer_add (writer, detail);
  gram_csv_writer_add (writer, entry->command);
  gram_csv_writer_add (writer, entry->arguments);
  gram_csv_writer_add (writer, entry->result);
}

/* A page of entries as text. */
static GBytes *
write_page (GPtrArray *entries, GramRegistryKind kind, gboolean first, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GramCsvWriter) writer
      = gram_csv_writer_new (memory, first ? GRAM_CSV_BOM | GRAM_CSV_GUARD : GRAM_CSV_GUARD);

  if (first)
    {
      add_heading (writer);
      if (!gram_csv_writer_end_row (writer, NULL, error))
        return NULL;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      add_entry (writer, g_ptr_array_index (entries, i), kind);
      if (!gram_csv_writer_end_row (writer, NULL, error))
        return NULL;
    }
  if (!gram_csv_writer_finish (writer, NULL, error) || !g_output_stream_close (memory, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
page_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Export *self = g_task_get_task_data (task);
  GramSession *session = GRAM_SESSION (object);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GBytes) text = NULL;
  GError *error = NULL;
  gconstpointer data;
  gsize size;

  entries = gram_session_journal_page_finish (session, result, &self->refusal, &error);
  if (entries == NULL)
    {
      give_up (task, error);
      return;
    }
  text = write_page (entries, gram_session_get_kind (session), self->n_rows == 0, &error);
  if (text == NULL)
    {
      give_up (task, error);
      return;
    }

  self->n_rows += entries->len;
  self->at_end = entries->len < PAGE_SIZE;
  if (entries->len > 0)
    self->before = ((const GramJournalEntry *)g_ptr_array_index (entries, entries->len - 1))->id;
  data = g_bytes_get_data (text, &size);
  g_object_set_data_full (G_OBJECT (task), "gram-page", g_steal_pointer (&text),
                          (GDestroyNotify)g_bytes_unref);
  g_output_stream_write_all_async (G_OUTPUT_STREAM (self->stream), data, size, G_PRIORITY_DEFAULT,
                                   cancellable, written_cb, g_steal_pointer (&task));
}

static void
ask (GTask *task)
{
  Export *self = g_task_get_task_data (task);

  gram_session_journal_page_async (g_task_get_source_object (task), self->query, self->before,
                                   PAGE_SIZE, g_task_get_cancellable (task), page_cb, task);
}

static void
replaced_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->stream = g_file_replace_finish (G_FILE (object), result, &error);
  if (self->stream != NULL)
    ask (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
gram_history_export_async (GramSession *session,
                           const GramJournalQuery *query,
                           GFile *file,
                           GramHistoryExportProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Export *self;

  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (query != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (session, cancellable, callback, user_data);
  self = g_new0 (Export, 1);
  self->query = gram_journal_query_copy (query);
  self->progress = progress;
  self->progress_data = progress_data;
  g_task_set_source_tag (task, gram_history_export_async);
  g_task_set_task_data (task, self, export_free);
  g_file_replace_async (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, G_PRIORITY_DEFAULT,
                        cancellable, replaced_cb, task);
}

gint64
gram_history_export_finish (GramSession *session,
                            GAsyncResult *result,
                            GramRefusal **refusal,
                            GError **error)
{
  Export *self;
  gssize n_rows;

  g_return_val_if_fail (g_task_is_valid (result, session), -1);

  n_rows = g_task_propagate_int (G_TASK (result), error);
  self = g_task_get_task_data (G_TASK (result));
  if (refusal != NULL)
    *refusal = g_steal_pointer (&self->refusal);

  return n_rows;
}
