/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccts-rows.h"
#include "gramctl-list.h"
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

static gboolean
read_format (const char *path, GramStatementFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  *format = g_str_has_suffix (lower, ".pdf") ? GRAM_STATEMENT_PDF : GRAM_STATEMENT_CSV;
  return g_str_has_suffix (lower, ".pdf") || g_str_has_suffix (lower, ".csv");
}

/* A statement of account is written line by line, straight into the file. */
static GramctlExit
save_statement (Gramctl *self, const char *path)
{
  static const char *const known[] = { "account", "from", "to", NULL };
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramctlRow) row = NULL;
  GramStatementFormat format;
  GramOutcome outcome;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!read_format (path, &format))
    return gramctl_usage (_ ("a statement is saved as .csv or .pdf"));
  if (!gramctl_check_where (self, known, &exit) || !gramctl_sign_in (self, &exit)
      || !gramctl_find_account (self, gramctl_get_where (self, "account"), &account, &exit))
    return exit;
  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, gramctl_cancellable (), &error);
  if (stream == NULL)
    return gramctl_failed (error);
  gramctl_begin_progress ();
  outcome = gram_registry_save_statement (self->registry, self->actor, account->id,
                                          gramctl_get_where (self, "from"),
                                          gramctl_get_where (self, "to"), format,
                                          G_OUTPUT_STREAM (stream), gramctl_show_progress, NULL,
                                          gramctl_cancellable (), &refusal, &error);
  gramctl_end_progress ();
  if (outcome != GRAM_OUTCOME_DONE
      || !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error))
    {
      g_file_delete (file, NULL, NULL);
      return gramctl_no (refusal, error);
    }
  row = gramctl_row_new ();
  gramctl_row_set_text (row, "account", account->number);
  gramctl_row_set_text (row, "file", path);
  gramctl_print (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_verb_save (Gramctl *self, char **words)
{
  gboolean is_statement = g_str_equal (words[0], "statement");

  if (is_statement && words[2] == NULL)
    return save_statement (self, words[1]);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && words[2] != NULL; i++)
    if (g_str_equal (words[0], kinds[i].name))
      return save (self, i, words[1], words[2]);
  return gramctl_usage (_ ("“%s” cannot be saved so: attachment NUMBER FILE, document NUMBER FILE, "
                           "or statement FILE --where account=…"),
                        words[0]);
}
