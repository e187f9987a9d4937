/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccts-rows.h"
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

/* What is saved: its content, and how a row tells it. */
typedef struct
{
  GBytes *content;
  gpointer record;
  GramctlFill fill;
  GDestroyNotify free_record;
} Saved;

static void
saved_clear (Saved *self)
{
  g_clear_pointer (&self->content, g_bytes_unref);
  if (self->record != NULL)
    self->free_record (self->record);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saved, saved_clear)

static void
read_attachment (Gramctl *self, gint64 id, Saved *saved, GramRefusal **refusal, GError **error)
{
  saved->fill = (GramctlFill)gramctl_row_fill_attachment;
  saved->free_record = (GDestroyNotify)gram_attachment_record_free;
  saved->content
      = gram_registry_attachment_content (self->registry, self->actor, id,
                                          (GramAttachmentRecord **)&saved->record, refusal, error);
}

static void
read_document (Gramctl *self, gint64 id, Saved *saved, GramRefusal **refusal, GError **error)
{
  saved->fill = (GramctlFill)gramctl_row_fill_document;
  saved->free_record = (GDestroyNotify)gram_document_record_free;
  saved->content
      = gram_registry_document_content (self->registry, self->actor, id,
                                        (GramDocumentRecord **)&saved->record, refusal, error);
}

static const struct
{
  const char *name;
  void (*read) (Gramctl *self, gint64 id, Saved *saved, GramRefusal **refusal, GError **error);
} kinds[] = {
  { "attachment", read_attachment },
  { "document", read_document },
};

/* Nothing is overwritten: what stands there may be somebody's own evidence. */
static GramctlExit
save (Gramctl *self, gsize kind, const char *id, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_auto (Saved) saved = { 0 };
  g_autoptr (GramctlRow) row = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 number;

  if (!g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &number, NULL))
    return gramctl_usage (_ ("“%s” is not the number of an attachment or a document"), id);
  if (!gramctl_sign_in (self, &exit))
    return exit;
  kinds[kind].read (self, number, &saved, &refusal, &error);
  if (saved.content == NULL)
    return gramctl_no (refusal, error);
  if (!write_new (file, saved.content, &error))
    return gramctl_failed (error);

  row = gramctl_row_new ();
  saved.fill (row, saved.record);
  gramctl_row_set_text (row, "file", path);
  gramctl_print (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_verb_save (Gramctl *self, char **words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (words[0], kinds[i].name))
      return save (self, i, words[1], words[2]);
  return gramctl_usage (_ ("“%s” cannot be saved: attachment or document"), words[0]);
}
