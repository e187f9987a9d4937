/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-session-private.h"

typedef struct
{
  char *today;
} Today;

static void
today_free (gpointer data)
{
  Today *today = data;

  g_free (today->today);
  g_free (today);
}

static void
set_today (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  const Today *today = g_task_get_task_data (task);
  g_autoptr (GramRefusal) refusal = NULL;

  /* A refusal: the registry is not a practice registry, and has no date of its own. */
  if (registry != NULL)
    gram_registry_set_today (registry, today->today, &refusal);
  g_task_return_boolean (task, refusal == NULL);
}

static void
today_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    _gram_session_queue_change (GRAM_SESSION (source));
}

void
_gram_session_push_today (GramSession *self, GramWorker *worker, GAsyncReadyCallback callback)
{
  Today *today = g_new0 (Today, 1);
  GTask *task = g_task_new (self, NULL, callback, NULL);

  today->today = g_strdup (self->today_wanted);
  g_task_set_static_name (task, "[gram] date of the practice registry");
  g_task_set_task_data (task, today, today_free);
  gram_worker_push (worker, task, set_today);
}

void
gram_session_set_today (GramSession *self, const char *today)
{
  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (self->writer != NULL);
  g_return_if_fail (today != NULL);

  g_set_str (&self->today_wanted, today);
  _gram_session_push_today (self, self->writer, NULL);
  _gram_session_push_today (self, self->reader, today_cb);
}
