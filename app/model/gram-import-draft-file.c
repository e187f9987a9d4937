/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-draft.h"

#include "gram-import-draft-private.h"
#include "gram-table-sniff.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A remembered mapping is a page of text. */
#define MAX_MAPPING (1024 * 1024)

typedef struct
{
  char *path;
  char *folder;
  GramTableLayout layout;
  gboolean layout_chosen;
  guint n_rows;

  /* What came of it */
  GramImportPreview *preview;
  GramMapping *remembered;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  g_free (look->folder);
  g_clear_pointer (&look->preview, gram_import_preview_free);
  g_clear_pointer (&look->remembered, gram_mapping_free);
  g_free (look);
}

void
gram_import_preview_free (GramImportPreview *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->headers);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->fingerprint);
  g_free (self);
}

static char *
mapping_file (const char *folder, const char *fingerprint)
{
  g_autofree char *name = g_strconcat (fingerprint, ".json", NULL);

  return g_build_filename (folder, name, NULL);
}

/* A mapping that cannot be read any more is forgotten; it was only a convenience. */
static GramMapping *
recall (const char *folder, const char *fingerprint)
{
  g_autofree char *file = mapping_file (folder, fingerprint);
  g_autofree char *text = NULL;
  GStatBuf info;

  if (g_stat (file, &info) != 0 || info.st_size > MAX_MAPPING
      || !g_file_get_contents (file, &text, NULL, NULL))
    return NULL;
  return gram_mapping_from_json (text, NULL);
}

static void
look (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *data = task_data;
  g_autoptr (GramTableSniff) sniff = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GramImportPreview *preview;
  GError *error = NULL;

  sniff = gram_table_sniff (data->path, &error);
  if (sniff != NULL)
    {
      if (!data->layout_chosen)
        data->layout = sniff->layout;
      rows = gram_table_preview (data->path, &data->layout, data->n_rows, &error);
    }
  if (rows == NULL || rows->len == 0)
    {
      if (error == NULL)
        error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file is empty."));
      g_task_return_error (task, error);
      return;
    }

  preview = g_new0 (GramImportPreview, 1);
  preview->headers = g_strdupv (g_ptr_array_index (rows, 0));
  g_ptr_array_remove_index (rows, 0);
  preview->rows = g_steal_pointer (&rows);
  preview->preset = gram_mapping_detect ((const char *const *)preview->headers);
  preview->fingerprint = gram_table_fingerprint ((const char *const *)preview->headers);
  preview->encoding_certain = sniff->encoding_certain;
  data->preview = preview;
  data->remembered = recall (data->folder, preview->fingerprint);
  preview->remembered = data->remembered != NULL;
  g_task_return_boolean (task, TRUE);
}

void
gram_import_draft_preview_async (GramImportDraft *self,
                                 guint n_rows,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Look *data;

  g_return_if_fail (GRAM_IS_IMPORT_DRAFT (self));
  g_return_if_fail (self->file != NULL);

  data = g_new0 (Look, 1);
  data->path = g_file_get_path (self->file);
  data->folder = g_strdup (self->folder);
  data->layout = self->layout;
  data->layout_chosen = self->layout_chosen;
  data->n_rows = n_rows;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, gram_import_draft_preview_async);
  g_task_set_static_name (task, "[gram] beginning of a file");
  g_task_set_task_data (task, data, look_free);
  if (data->path == NULL)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                     _ ("Only files on this computer can be brought in."));
  else
    g_task_run_in_thread (task, look);
}

/* The first look at these columns proposes a mapping; a later one keeps what the person chose meanwhile. */
static void
propose (GramImportDraft *self, Look *data)
{
  const GramImportPreview *preview = data->preview;
  gboolean same = g_strcmp0 (self->fingerprint, preview->fingerprint) == 0;

  g_strfreev (self->columns);
  self->columns = g_strdupv (preview->headers);
  if (same)
    {
      _gram_import_draft_update_ready (self);
      return;
    }

  g_set_str (&self->fingerprint, preview->fingerprint);
  if (data->remembered != NULL)
    _gram_import_draft_take_mapping (self, g_steal_pointer (&data->remembered));
  else if (preview->preset != NULL)
    _gram_import_draft_take_mapping (self, gram_mapping_new_preset (preview->preset));
  else
    _gram_import_draft_take_mapping (self, gram_mapping_new_proposal (
                                               (const char *const *)preview->headers));
}

GramImportPreview *
gram_import_draft_preview_finish (GramImportDraft *self, GAsyncResult *result, GError **error)
{
  Look *data;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  data = g_task_get_task_data (G_TASK (result));
  g_object_freeze_notify (G_OBJECT (self));
  _gram_import_draft_take_layout (self, &data->layout);
  propose (self, data);
  g_object_thaw_notify (G_OBJECT (self));
  return g_steal_pointer (&data->preview);
}

gboolean
gram_import_draft_remember (GramImportDraft *self, GError **error)
{
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GRAM_IS_IMPORT_DRAFT (self), FALSE);
  g_return_val_if_fail (self->fingerprint != NULL, FALSE);

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", self->folder,
                   g_strerror (code));
      return FALSE;
    }
  file = mapping_file (self->folder, self->fingerprint);
  text = gram_mapping_to_json (self->mapping);
  return g_file_set_contents_full (file, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
