/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session-export.h"

#include "gram-deadlines-file.h"
#include "gram-progress.h"
#include "gram-queries-disputes.h"
#include "gram-question.h"

/* What is written for whom: days of a calendar, answers or the statement of a period. */
typedef struct
{
  GFile *file;
  char *from;
  char *to;
  GramStatementFormat format;
} Export;

static Export *
export_new (GFile *file, const char *from, const char *to)
{
  Export *export = g_new0 (Export, 1);

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

/* Through a file of our own, so that one that the person has chosen is touched only when all of it is there. */
static gpointer
write_out (const GramQuestion *question,
           GramRegistry *registry,
           WriteFunc write,
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
  good = write (question, registry, g_io_stream_get_output_stream (G_IO_STREAM (stream)), exported,
                cancellable, refusal, error)
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

static void
ask_for_export (GramSession *self,
                GramQuestionFunc func,
                gint64 account_id,
                GFile *file,
                const char *from,
                const char *to,
                gpointer tag,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  GramQuestion question = { .func = func,
                            .free_answer = exported_free,
                            .free_input = export_free,
                            .number = account_id,
                            .apart = TRUE,
                            .writes = TRUE };

  question.input = export_new (file, from, to);
  gram_question_ask (self, &question, tag, cancellable, callback, user_data);
}

static GFile *
finish_export (GramSession *self,
               GAsyncResult *result,
               gint64 *n_rows,
               GramRefusal **refusal,
               GError **error)
{
  Exported *exported = gram_question_answer (self, result, refusal, error);
  GFile *file;

  if (exported == NULL)
    return NULL;

  if (n_rows != NULL)
    *n_rows = exported->n_rows;
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

static gpointer
export_deadlines (const GramQuestion *question,
                  GramRegistry *registry,
                  GCancellable *cancellable,
                  GramRefusal **refusal,
                  GError **error)
{
  return write_out (question, registry, write_deadlines, cancellable, refusal, error);
}

void
gram_session_export_deadlines_async (GramSession *self,
                                     gint64 account_id,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  ask_for_export (self, export_deadlines, account_id, file, NULL, NULL,
                  gram_session_export_deadlines_async, cancellable, callback, user_data);
}

GFile *
gram_session_export_deadlines_finish (GramSession *self,
                                      GAsyncResult *result,
                                      gint64 *n_deadlines,
                                      GramRefusal **refusal,
                                      GError **error)
{
  return finish_export (self, result, n_deadlines, refusal, error);
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

static gpointer
export_answers (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  return write_out (question, registry, write_answers, cancellable, refusal, error);
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
  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (account_id > 0);
  g_return_if_fail (G_IS_FILE (file));

  ask_for_export (self, export_answers, account_id, file, from, to,
                  gram_session_export_answers_async, cancellable, callback, user_data);
}

GFile *
gram_session_export_answers_finish (GramSession *self,
                                    GAsyncResult *result,
                                    gint64 *n_answers,
                                    GramRefusal **refusal,
                                    GError **error)
{
  return finish_export (self, result, n_answers, refusal, error);
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

static gpointer
export_statement (const GramQuestion *question,
                  GramRegistry *registry,
                  GCancellable *cancellable,
                  GramRefusal **refusal,
                  GError **error)
{
  return write_out (question, registry, write_statement, cancellable, refusal, error);
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
  GramQuestion question = { .func = export_statement,
                            .free_answer = exported_free,
                            .free_input = export_free,
                            .apart = TRUE,
                            .writes = TRUE,
                            .progress = progress,
                            .progress_data = progress_data };
  Export *export;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  export = export_new (file, from, to);
  export->format = format;
  question.input = export;
  gram_question_ask (self, &question, gram_session_export_statement_async, cancellable, callback,
                     user_data);
}

GFile *
gram_session_export_statement_finish (GramSession *self,
                                      GAsyncResult *result,
                                      GramRefusal **refusal,
                                      GError **error)
{
  return finish_export (self, result, NULL, refusal, error);
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

static gpointer
export_vehicles (const GramQuestion *question,
                 GramRegistry *registry,
                 GCancellable *cancellable,
                 GramRefusal **refusal,
                 GError **error)
{
  return write_out (question, registry, write_vehicles, cancellable, refusal, error);
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
  GramQuestion question = { .func = export_vehicles,
                            .free_answer = exported_free,
                            .free_input = export_free,
                            .number = year,
                            .apart = TRUE,
                            .writes = TRUE,
                            .progress = progress,
                            .progress_data = progress_data };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  question.input = export_new (file, NULL, NULL);
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
  Exported *exported = gram_question_answer (self, result, refusal, error);
  GFile *file;

  if (exported == NULL)
    return NULL;

  if (published != NULL)
    *published = exported->published;
  file = g_steal_pointer (&exported->file);
  exported_free (exported);
  return file;
}
