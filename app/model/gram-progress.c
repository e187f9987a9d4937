/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-progress.h"

struct _GramProgress
{
  gatomicrefcount references;

  /* Main thread only */
  GramSession *session;
  GramSessionProgress func;
  gpointer data;
  gboolean over;

  GMainContext *context;

  /* Under lock */
  GMutex lock;
  gint64 done;
  gint64 total;
  gint64 rows;
  gboolean queued;
};

static GramProgress *
progress_ref (GramProgress *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
completed_cb (GramProgress *self)
{
  self->over = TRUE;
  g_clear_object (&self->session);
}

static gboolean
tell_cb (gpointer user_data)
{
  GramProgress *self = user_data;
  gint64 done;
  gint64 total;
  gint64 rows;

  g_mutex_lock (&self->lock);
  done = self->done;
  total = self->total;
  rows = self->rows;
  self->queued = FALSE;
  g_mutex_unlock (&self->lock);

  if (!self->over)
    self->func (self->session, done, total, rows, self->data);
  return G_SOURCE_REMOVE;
}

static void
unref_closure_cb (gpointer data, GClosure *closure)
{
  gram_progress_unref (data);
}

GramProgress *
gram_progress_new (GramSession *session, GTask *task, GramSessionProgress func, gpointer data)
{
  GramProgress *self;

  if (func == NULL)
    return NULL;

  self = g_new0 (GramProgress, 1);
  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  g_set_object (&self->session, session);
  self->func = func;
  self->data = data;
  self->context = g_main_context_ref (g_task_get_context (task));
  g_signal_connect_data (task, "notify::completed", G_CALLBACK (completed_cb), progress_ref (self),
                         unref_closure_cb, G_CONNECT_SWAPPED);
  return self;
}

void
gram_progress_unref (GramProgress *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_object (&self->session);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
gram_progress_tell (gint64 done, gint64 total, gint64 rows, gpointer data)
{
  GramProgress *self = data;
  gboolean queue;

  if (self == NULL)
    return;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  self->rows = rows;
  queue = !self->queued;
  self->queued = TRUE;
  g_mutex_unlock (&self->lock);

  if (queue)
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell_cb, progress_ref (self),
                                (GDestroyNotify)gram_progress_unref);
}
