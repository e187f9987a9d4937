/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-rows.h"
#include "gramctl-verbs.h"

#include <glib/gi18n-lib.h>

/* Makes the file, readable by its owner only; a half-written one does not stay. */
static gboolean
write_new (GFile *file, GBytes *content, GError **error)
{
  g_autoptr (GFileOutputStream) stream
      = g_file_create (file, G_FILE_CREATE_PRIVATE, gramctl_cancellable (), error);
  gsize size = 0;
  const void *bytes = g_bytes_get_data (content, &size);

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), bytes, size, NULL,
                                 gramctl_cancellable (), error)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return TRUE;
  g_file_delete (file, NULL, NULL);
  return FALSE;
}

/* Nothing is overwritten: what stands there may be somebody's own evidence. */
static GramctlExit
save_attachment (Gramctl *self, const char *id, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GramAttachmentRecord) record = NULL;
  g_autoptr (GramctlRow) row = NULL;
  g_autoptr (GBytes) content = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 number;

  if (!g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &number, NULL))
    return gramctl_usage (_ ("“%s” is not the number of an attachment"), id);
  if (!gramctl_sign_in (self, &exit))
    return exit;
  content = gram_registry_attachment_content (self->registry, self->actor, number, &record,
                                              &refusal, &error);
  if (content == NULL)
    return gramctl_no (refusal, error);
  if (!write_new (file, content, &error))
    return gramctl_failed (error);

  row = gramctl_row_new ();
  gramctl_row_fill_attachment (row, record);
  gramctl_row_set_text (row, "file", path);
  gramctl_print (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_verb_save (Gramctl *self, char **words)
{
  if (!g_str_equal (words[0], "attachment"))
    return gramctl_usage (_ ("“%s” cannot be saved: attachment"), words[0]);
  return save_attachment (self, words[1], words[2]);
}
