/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-session-private.h"

typedef struct
{
  GramWorker *reader;
  GramWorker *writer;
} Workers;

static void
workers_free (gpointer data)
{
  Workers *workers = data;

  g_clear_object (&workers->reader);
  g_clear_object (&workers->writer);
  g_free (workers);
}

/* The session knows nobody and nothing from here on; its workers still have to end. */
static Workers *
leave (GramSession *self)
{
  Workers *workers = g_new0 (Workers, 1);

  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_cancellable_cancel (self->closing);
  workers->reader = g_steal_pointer (&self->reader);
  workers->writer = g_steal_pointer (&self->writer);
  return workers;
}

/* Questions are broken off, commands are not. */
static void
end_workers (Workers *workers)
{
  if (workers->reader != NULL)
    gram_worker_abort (workers->reader);
  if (workers->writer != NULL)
    gram_worker_shutdown (workers->writer);
}

static void
end_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  end_workers (task_data);
  g_task_return_boolean (task, TRUE);
}

void
gram_session_close (GramSession *self)
{
  Workers *workers;

  g_return_if_fail (GRAM_IS_SESSION (self));

  if (self->writer == NULL)
    return;

  workers = leave (self);
  end_workers (workers);
  workers_free (workers);
  gram_session_sign_out (self);
}

void
gram_session_close_async (GramSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GRAM_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, gram_session_close_async);
  g_task_set_static_name (task, "[gram] close the registry");
  g_task_set_task_data (task, leave (self), workers_free);
  gram_session_sign_out (self);
  g_task_run_in_thread (task, end_in_thread);
}

void
gram_session_close_finish (GramSession *self, GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}
