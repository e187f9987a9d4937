/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-trades.h"

#include "gram-session-private.h"

/* An exchange file that is written: by the writer, since the first one of an account makes its keys. */
typedef struct
{
  GramActor *actor;
  GFile *file;
  gint64 notification_id;

  /* What came of it */
  GramOutcome outcome;
  GramRefusal *refusal;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_pointer (&writing->actor, gram_actor_unref);
  g_clear_object (&writing->file);
  g_clear_pointer (&writing->refusal, gram_refusal_free);
  g_free (writing);
}

/* In memory first: what the person has chosen is touched only when all of it is there. */
static gboolean
write_file (Writing *writing, GramRegistry *registry, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) content = NULL;

  if (!gram_registry_write_trade_file (registry, writing->actor, writing->notification_id, stream,
                                       cancellable, &writing->refusal, error)
      || !g_output_stream_close (stream, cancellable, error))
    return FALSE;

  content = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));

  return g_file_replace_contents (writing->file, g_bytes_get_data (content, NULL),
                                  g_bytes_get_size (content), NULL, FALSE,
                                  G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, error);
}

static void
write_trade (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  Writing *writing = g_task_get_task_data (task);
  GError *error = NULL;

  if (write_file (writing, registry, cancellable, &error))
    writing->outcome = GRAM_OUTCOME_DONE;
  else if (writing->refusal != NULL)
    writing->outcome = GRAM_OUTCOME_REFUSED;
  else
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_boolean (task, TRUE);
}

/* The keys of an account may be new. */
static void
completed_cb (GramSession *self, GParamSpec *pspec, GTask *task)
{
  const Writing *writing = g_task_get_task_data (task);

  _gram_session_add_performing (self, -1);
  if (writing->outcome == GRAM_OUTCOME_DONE)
    _gram_session_queue_change (self);
}

void
gram_session_write_trade_async (GramSession *self,
                                gint64 notification_id,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Writing *writing;
  GTask *task;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (self->writer != NULL && self->actor != NULL);
  g_return_if_fail (G_IS_FILE (file));

  writing = g_new0 (Writing, 1);
  writing->actor = gram_actor_ref (self->actor);
  writing->file = g_object_ref (file);
  writing->notification_id = notification_id;
  writing->outcome = GRAM_OUTCOME_FAILED;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, gram_session_write_trade_async);
  g_task_set_static_name (task, "[gram] exchange file");
  g_task_set_task_data (task, writing, writing_free);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (completed_cb), self,
                           G_CONNECT_SWAPPED);
  _gram_session_add_performing (self, 1);
  if (!self->locked)
    {
      gram_worker_push (self->writer, task, write_trade);
      return;
    }
  _gram_session_refuse_locked (&writing->refusal);
  writing->outcome = GRAM_OUTCOME_REFUSED;
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

GramOutcome
gram_session_write_trade_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  Writing *writing;

  g_return_val_if_fail (g_task_is_valid (result, self), GRAM_OUTCOME_FAILED);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return GRAM_OUTCOME_FAILED;

  writing = g_task_get_task_data (G_TASK (result));
  if (refusal != NULL)
    *refusal = g_steal_pointer (&writing->refusal);

  return writing->outcome;
}
