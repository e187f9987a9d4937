/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session-export.h"

#include "gram-deadlines-file.h"
#include "gram-progress.h"
#include "gram-queries-disputes.h"
#include "gram-question.h"

/* What came of it. */
typedef struct
{
  GFile *file;
  gint64 n_rows;
  GramPublishedVehicles published;
} Exported;

static void
exported_free (gpointer data)
{
  Exported *exported = data;

  g_clear_object (&exported->file);
  g_free (exported);
}

typedef gboolean (*WriteFunc) (const GramQuestion *question,
                               GramRegistry *registry,
                               GOutputStream *stream,
                               Exported *exported,
                               GCancellable *cancellable,
                               GramRefusal **refusal,
                               GError **error);

/* What is written, and where: days of a calendar, answers, the statement of a period, the vehicles of a year. */
typedef struct
{
  WriteFunc write;
  GFile *file;
  char *from;
  char *to;
  GramStatementFormat format;
} Export;

static Export *
export_new (WriteFunc write, GFile *file, const char *from, const char *to)
{
  Export *export = g_new0 (Export, 1);

  export->write = write;
  export->file = g_object_ref (file);
  export->from = g_strdup (from);
  export->to = g_strdup (to);
  return export;
}

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->file);
  g_free (export->from);
  g_free (export->to);
  g_free (export);
}

/* Through a file of our own, so that one that the person has chosen is touched only when all of it is there. */
static gpointer
write_out (const GramQuestion *question,
           GramRegistry *registry,
           GCancellable *cancellable,
           GramRefusal **refusal,
           GError **error)
{
  const Export *export = question->input;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) spool = g_file_new_tmp ("gram-XXXXXX", &stream, error);
  Exported *exported;
  gboolean good;

  if (spool == NULL)
    return NULL;
  exported = g_new0 (Exported, 1);
  good = export->write (question, registry, g_io_stream_get_output_stream (G_IO_STREAM (stream)),
                        exported, cancellable, refusal, error)
         && g_io_stream_close (G_IO_STREAM (stream), cancellable, error)
         && g_file_copy (spool, export->file,
                         G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable,
                         NULL, NULL, error);
  g_file_delete (spool, NULL, NULL);
  if (good)
    exported->file = g_object_ref (export->file);
  else
    g_clear_pointer (&exported, exported_free);
  return exported;
}

/* An export takes long, and what it wrote is told of even if it was called off too late. */
static GramQuestion
question_of (Export *export, gint64 number)
{
  return (GramQuestion){ .func = write_out,
                         .free_answer = exported_free,
                         .input = export,
                         .free_input = export_free,
                         .number = number,
                         .apart = TRUE,
                         .writes = TRUE };
}

static GFile *
finish_export (GramSession *self,
               GAsyncResult *result,
               gint64 *n_rows,
               GramPublishedVehicles *published,
               GramRefusal **refusal,
               GError **error)
{
  Exported *exported = gram_question_answer (self, result, refusal, error);
  GFile *file;

  if (exported == NULL)
    return NULL;

  if (n_rows != NULL)
    *n_rows = exported->n_rows;
  if (published != NULL)
    *published = exported->published;
  file = g_steal_pointer (&exported->file);
  exported_free (exported);
  return file;
}

static gboolean
write_deadlines (const GramQuestion *question,
                 GramRegistry *registry,
                 GOutputStream *stream,
                 Exported *exported,
                 GCancellable *cancellable,
                 GramRefusal **refusal,
                 GError **error)
{
  return gram_registry_write_deadlines (registry, question->actor, question->number, stream,
                                        &exported->n_rows, cancellable, refusal, error);
}

void
gram_session_export_deadlines_async (GramSession *self,
                                     gint64 account_id,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GramQuestion question;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  question = question_of (export_new (write_deadlines, file, NULL, NULL), account_id);
  gram_question_ask (self, &question, gram_session_export_deadlines_async, cancellable, callback,
                     user_data);
}

GFile *
gram_session_export_deadlines_finish (GramSession *self,
                                      GAsyncResult *result,
                                      gint64 *n_deadlines,
                                      GramRefusal **refusal,
                                      GError **error)
{
  return finish_export (self, result, n_deadlines, NULL, refusal, error);
}

static gboolean
write_answers (const GramQuestion *question,
               GramRegistry *registry,
               GOutputStream *stream,
               Exported *exported,
               GCancellable *cancellable,
               GramRefusal **refusal,
               GError **error)
{
  const Export *export = question->input;

  return gram_registry_write_answers (registry, question->actor, question->number, export->from,
                                      export->to, stream, &exported->n_rows, cancellable, refusal,
                                      error);
}

void
gram_session_export_answers_async (GramSession *self,
                                   gint64 account_id,
                                   const char *from,
                                   const char *to,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GramQuestion question;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (account_id > 0);
  g_return_if_fail (G_IS_FILE (file));

  question = question_of (export_new (write_answers, file, from, to), account_id);
  gram_question_ask (self, &question, gram_session_export_answers_async, cancellable, callback,
                     user_data);
}

GFile *
gram_session_export_answers_finish (GramSession *self,
                                    GAsyncResult *result,
                                    gint64 *n_answers,
                                    GramRefusal **refusal,
                                    GError **error)
{
  return finish_export (self, result, n_answers, NULL, refusal, error);
}

static gboolean
write_statement (const GramQuestion *question,
                 GramRegistry *registry,
                 GOutputStream *stream,
                 Exported *exported,
                 GCancellable *cancellable,
                 GramRefusal **refusal,
                 GError **error)
{
  const Export *export = question->input;

  return gram_registry_save_statement (registry, question->actor, question->account_id,
                                       export->from, export->to, export->format, stream,
                                       question->teller != NULL ? gram_progress_tell : NULL,
                                       question->teller, cancellable, refusal, error)
         == GRAM_OUTCOME_DONE;
}

void
gram_session_export_statement_async (GramSession *self,
                                     const char *from,
                                     const char *to,
                                     GramStatementFormat format,
                                     GFile *file,
                                     GramSessionProgress progress,
                                     gpointer progress_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GramQuestion question;
  Export *export;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  export = export_new (write_statement, file, from, to);
  export->format = format;
  question = question_of (export, 0);
  question.progress = progress;
  question.progress_data = progress_data;
  gram_question_ask (self, &question, gram_session_export_statement_async, cancellable, callback,
                     user_data);
}

GFile *
gram_session_export_statement_finish (GramSession *self,
                                      GAsyncResult *result,
                                      GramRefusal **refusal,
                                      GError **error)
{
  return finish_export (self, result, NULL, NULL, refusal, error);
}

static gboolean
write_vehicles (const GramQuestion *question,
                GramRegistry *registry,
                GOutputStream *stream,
                Exported *exported,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  return gram_registry_save_published_vehicles (registry, question->actor, (int)question->number,
                                                stream,
                                                question->teller != NULL ? gram_progress_tell
                                                                         : NULL,
                                                question->teller, cancellable, &exported->published,
                                                refusal, error)
         == GRAM_OUTCOME_DONE;
}

void
gram_session_export_vehicles_async (GramSession *self,
                                    int year,
                                    GFile *file,
                                    GramSessionProgress progress,
                                    gpointer progress_data,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GramQuestion question;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  question = question_of (export_new (write_vehicles, file, NULL, NULL), year);
  question.progress = progress;
  question.progress_data = progress_data;
  gram_question_ask (self, &question, gram_session_export_vehicles_async, cancellable, callback,
                     user_data);
}

GFile *
gram_session_export_vehicles_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramPublishedVehicles *published,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return finish_export (self, result, NULL, published, refusal, error);
}
