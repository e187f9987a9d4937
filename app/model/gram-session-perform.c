/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-progress.h"
#include "gram-session-private.h"

typedef struct
{
  GramActor *actor;
  char *command;
  GVariant *arguments;
  GramProgress *progress;

  /* What came of it */
  GramOutcome outcome;
  GVariant *value;
  GramRefusal *refusal;
} Performance;

static void
performance_free (gpointer data)
{
  Performance *performance = data;

  g_clear_pointer (&performance->actor, gram_actor_unref);
  g_free (performance->command);
  g_clear_pointer (&performance->arguments, g_variant_unref);
  g_clear_pointer (&performance->progress, gram_progress_unref);
  g_clear_pointer (&performance->value, g_variant_unref);
  g_clear_pointer (&performance->refusal, gram_refusal_free);
  g_free (performance);
}

static void
perform (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  Performance *data = g_task_get_task_data (task);
  GError *error = NULL;

  data->outcome
      = gram_registry_perform (registry, data->actor, NULL, data->command, data->arguments,
                               data->progress != NULL ? gram_progress_tell : NULL, data->progress,
                               cancellable, &data->value, &data->refusal, &error);
  if (data->outcome == GRAM_OUTCOME_FAILED)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* After the caller's callback, in the same context. */
static void
completed_cb (GramSession *self, GParamSpec *pspec, GTask *task)
{
  const Performance *data = g_task_get_task_data (task);

  _gram_session_add_performing (self, -1);
  if (data->outcome == GRAM_OUTCOME_DONE)
    _gram_session_queue_change (self);
}

void
gram_session_perform_async (GramSession *self,
                            const char *command,
                            GVariant *arguments,
                            GramSessionProgress progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GVariant) kept = NULL;
  Performance *data;
  GTask *task;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (self->writer != NULL && self->actor != NULL);
  g_return_if_fail (command != NULL);
  g_return_if_fail (g_variant_is_of_type (arguments, G_VARIANT_TYPE_VARDICT));

  kept = g_variant_ref_sink (arguments);
  data = g_new0 (Performance, 1);
  data->actor = gram_actor_ref (self->actor);
  data->command = g_strdup (command);
  data->arguments = g_steal_pointer (&kept);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, gram_session_perform_async);
  g_task_set_static_name (task, "[gram] command");
  g_task_set_task_data (task, data, performance_free);
  data->progress = gram_progress_new (self, task, progress, progress_data);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (completed_cb), self,
                           G_CONNECT_SWAPPED);
  _gram_session_add_performing (self, 1);
  if (!self->locked)
    {
      gram_worker_push (self->writer, task, perform);
      return;
    }
  _gram_session_refuse_locked (&data->refusal);
  data->outcome = GRAM_OUTCOME_REFUSED;
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

GramOutcome
gram_session_perform_finish (GramSession *self,
                             GAsyncResult *result,
                             GVariant **value,
                             GramRefusal **refusal,
                             GError **error)
{
  Performance *data;

  g_return_val_if_fail (g_task_is_valid (result, self), GRAM_OUTCOME_FAILED);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return GRAM_OUTCOME_FAILED;

  data = g_task_get_task_data (G_TASK (result));
  if (value != NULL)
    *value = g_steal_pointer (&data->value);
  if (refusal != NULL)
    *refusal = g_steal_pointer (&data->refusal);
  return data->outcome;
}
