/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccts-rows.h"
#include "gramctl-list.h"
#include "gramctl-verbs.h"

#include "gram-queries-publication.h"

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

/* Writes a file into a stream; says in @row what it was. */
typedef GramOutcome (*SaveFunc) (Gramctl *self,
                                 GOutputStream *stream,
                                 gpointer data,
                                 GramctlRow *row,
                                 GramRefusal **refusal,
                                 GError **error);

/* What can be long is written row by row, straight into the file. */
static GramctlExit
save_stream (Gramctl *self, const char *path, SaveFunc func, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GramctlRow) row = gramctl_row_new ();
  GramOutcome outcome;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, gramctl_cancellable (), &error);
  if (stream == NULL)
    return gramctl_failed (error);
  gramctl_begin_progress ();
  outcome = func (self, G_OUTPUT_STREAM (stream), data, row, &refusal, &error);
  gramctl_end_progress ();
  if (outcome != GRAM_OUTCOME_DONE
      || !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error))
    {
      g_file_delete (file, NULL, NULL);
      return gramctl_no (refusal, error);
    }
  gramctl_row_set_text (row, "file", path);
  gramctl_print (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}

/* A statement of account: which, and as what. */
typedef struct
{
  const GramAccountRecord *account;
  GramStatementFormat format;
} Statement;

static GramOutcome
write_statement (Gramctl *self,
                 GOutputStream *stream,
                 gpointer data,
                 GramctlRow *row,
                 GramRefusal **refusal,
                 GError **error)
{
  const Statement *statement = data;

  gramctl_row_set_text (row, "account", statement->account->number);
  return gram_registry_save_statement (self->registry, self->actor, statement->account->id,
                                       gramctl_get_where (self, "from"),
                                       gramctl_get_where (self, "to"), statement->format, stream,
                                       gramctl_show_progress, NULL, gramctl_cancellable (), refusal,
                                       error);
}

static GramctlExit
save_statement (Gramctl *self, const char *path)
{
  static const char *const known[] = { "account", "from", "to", NULL };
  g_autoptr (GramAccountRecord) account = NULL;
  Statement statement = { 0 };
  GramctlExit exit;

  if (!read_format (path, &statement.format))
    return gramctl_usage (_ ("a statement is saved as .csv or .pdf"));
  if (!gramctl_check_where (self, known, &exit) || !gramctl_sign_in (self, &exit)
      || !gramctl_find_account (self, gramctl_get_where (self, "account"), &account, &exit))
    return exit;
  statement.account = account;
  return save_stream (self, path, write_statement, &statement);
}

static GramOutcome
write_participants (Gramctl *self,
                    GOutputStream *stream,
                    gpointer data,
                    GramctlRow *row,
                    GramRefusal **refusal,
                    GError **error)
{
  int year = *(int *)data;
  g_autoptr (GBytes) csv
      = gram_registry_publication_csv (self->registry, self->actor, year, refusal, error);

  gramctl_row_set_number (row, "year", year);
  if (csv == NULL)
    return *error != NULL ? GRAM_OUTCOME_FAILED : GRAM_OUTCOME_REFUSED;
  return g_output_stream_write_all (stream, g_bytes_get_data (csv, NULL), g_bytes_get_size (csv),
                                    NULL, gramctl_cancellable (), error)
             ? GRAM_OUTCOME_DONE
             : GRAM_OUTCOME_FAILED;
}

static GramOutcome
write_vehicles (Gramctl *self,
                GOutputStream *stream,
                gpointer data,
                GramctlRow *row,
                GramRefusal **refusal,
                GError **error)
{
  int year = *(int *)data;
  GramPublishedVehicles published = { 0 };
  GramOutcome outcome
      = gram_registry_save_published_vehicles (self->registry, self->actor, year, stream,
                                               gramctl_show_progress, NULL, gramctl_cancellable (),
                                               &published, refusal, error);

  gramctl_row_set_number (row, "year", year);
  gramctl_row_set_number (row, "records", published.records);
  gramctl_row_set_number (row, "cars", published.cars);
  gramctl_row_set_number (row, "cars-zero-emission", published.cars_zero);
  gramctl_row_set_number (row, "changed-since-measured", published.changed);
  return outcome;
}

/* What is published of a scheme year (CCTS art. 80). */
static GramctlExit
save_publication (Gramctl *self, const char *path, SaveFunc func)
{
  static const char *const known[] = { "year", NULL };
  const char *text = gramctl_get_where (self, "year");
  GramctlExit exit;
  gint64 number;
  int year;

  if (!gramctl_check_where (self, known, &exit))
    return exit;
  if (text == NULL || !g_ascii_string_to_signed (text, 10, 2000, 2999, &number, NULL))
    return gramctl_usage (_ ("say which scheme year: --where year=2025"));
  if (!gramctl_sign_in (self, &exit))
    return exit;
  year = (int)number;
  return save_stream (self, path, func, &year);
}

GramctlExit
gramctl_verb_save (Gramctl *self, char **words)
{
  if (words[2] == NULL && g_str_equal (words[0], "statement"))
    return save_statement (self, words[1]);
  if (words[2] == NULL && g_str_equal (words[0], "publication"))
    return save_publication (self, words[1], write_participants);
  if (words[2] == NULL && g_str_equal (words[0], "published-vehicles"))
    return save_publication (self, words[1], write_vehicles);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && words[2] != NULL; i++)
    if (g_str_equal (words[0], kinds[i].name))
      return save (self, i, words[1], words[2]);
  return gramctl_usage (_ ("“%s” cannot be saved so: attachment NUMBER FILE, document NUMBER FILE, "
                           "statement FILE --where account=…, or publication or "
                           "published-vehicles FILE --where year=…"),
                        words[0]);
}
