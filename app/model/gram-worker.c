/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-worker.h"

#include "gram-cancellable.h"

struct _GramWorker
{
  GObject parent_instance;

  /* Owned References */
  GThread *thread; /* NULL once shut down */
  GAsyncQueue *jobs;

  /* Touched on the thread only, and by shutdown once the thread has ended */
  GramRegistry *registry;

  /* Under lock: what the thread is doing, so that abort can interrupt it */
  GMutex lock;
  GCancellable *current;
  gboolean aborting;
};

typedef struct
{
  GTask *task; /* NULL ends the thread */
  GramWorkerFunc func;
} Job;

G_DEFINE_FINAL_TYPE (GramWorker, gram_worker, G_TYPE_OBJECT)

static GCancellable *
begin_job (GramWorker *self)
{
  GCancellable *current = g_cancellable_new ();

  g_mutex_lock (&self->lock);
  if (self->aborting)
    g_cancellable_cancel (current);
  self->current = current;
  g_mutex_unlock (&self->lock);
  return current;
}

static void
end_job (GramWorker *self)
{
  g_autoptr (GCancellable) current = NULL;

  g_mutex_lock (&self->lock);
  current = g_steal_pointer (&self->current);
  g_mutex_unlock (&self->lock);
}

/* The function gets a cancellable of the job's own, so that both the caller and the end of the worker can cancel it.
 */
static void
work_job (GramWorker *self, Job *job)
{
  g_autoptr (GTask) task = g_steal_pointer (&job->task);
  GCancellable *asked = g_task_get_cancellable (task);
  GCancellable *current = begin_job (self);
  gulong handler = gram_cancellable_follow (asked, current);

  if (g_cancellable_is_cancelled (current))
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  else
    job->func (self, self->registry, task, current);

  g_cancellable_disconnect (asked, handler);
  end_job (self);
}

static gpointer
work (gpointer user_data)
{
  GramWorker *self = user_data;

  for (;;)
    {
      g_autofree Job *job = g_async_queue_pop (self->jobs);

      if (job->task == NULL)
        break;
      work_job (self, job);
    }
  g_clear_pointer (&self->registry, gram_registry_close);
  return NULL;
}

static void
gram_worker_finalize (GObject *object)
{
  GramWorker *self = GRAM_WORKER (object);

  g_assert (self->thread == NULL);
  g_assert (self->registry == NULL);
  g_clear_pointer (&self->jobs, g_async_queue_unref);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (gram_worker_parent_class)->finalize (object);
}

static void
gram_worker_class_init (GramWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_worker_finalize;
}

static void
gram_worker_init (GramWorker *self)
{
  g_mutex_init (&self->lock);
  self->jobs = g_async_queue_new ();
}

GramWorker *
gram_worker_new (const char *name)
{
  GramWorker *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (GRAM_TYPE_WORKER, NULL);
  self->thread = g_thread_new (name, work, self);
  return self;
}

void
gram_worker_push (GramWorker *self, GTask *task, GramWorkerFunc func)
{
  Job *job;

  g_return_if_fail (GRAM_IS_WORKER (self));
  g_return_if_fail (self->thread != NULL);
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  job = g_new0 (Job, 1);
  job->task = task;
  job->func = func;
  /* What was done is told as done, also if it was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_async_queue_push (self->jobs, job);
}

void
gram_worker_take_registry (GramWorker *self, GramRegistry *registry)
{
  g_return_if_fail (GRAM_IS_WORKER (self));
  g_return_if_fail (self->thread == g_thread_self ());

  g_clear_pointer (&self->registry, gram_registry_close);
  self->registry = registry;
}

static void
shut_down (GramWorker *self, gboolean abort)
{
  if (self->thread == NULL)
    return;

  if (abort)
    {
      g_mutex_lock (&self->lock);
      self->aborting = TRUE;
      if (self->current != NULL)
        g_cancellable_cancel (self->current);
      g_mutex_unlock (&self->lock);
    }
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (g_steal_pointer (&self->thread));
}

void
gram_worker_shutdown (GramWorker *self)
{
  g_return_if_fail (GRAM_IS_WORKER (self));

  shut_down (self, FALSE);
}

void
gram_worker_abort (GramWorker *self)
{
  g_return_if_fail (GRAM_IS_WORKER (self));

  shut_down (self, TRUE);
}
