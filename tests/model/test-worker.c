/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-loop.h"
#include "gram-worker.h"

typedef struct
{
  GMutex lock;
  GString *order;
  GThread *thread;
  gint entered;
  gboolean done;
} Log;

typedef struct
{
  Log *log;
  guint number;
} Job;

static void
log_init (Log *log)
{
  g_mutex_init (&log->lock);
  log->order = g_string_new (NULL);
}

static void
log_clear (Log *log)
{
  g_string_free (log->order, TRUE);
  g_mutex_clear (&log->lock);
}

static void
note (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  const Job *job = g_task_get_task_data (task);

  g_assert_null (registry);
  g_mutex_lock (&job->log->lock);
  g_string_append_printf (job->log->order, "%u ", job->number);
  g_assert_true (job->log->thread == NULL || job->log->thread == g_thread_self ());
  job->log->thread = g_thread_self ();
  g_mutex_unlock (&job->log->lock);
  g_task_return_boolean (task, TRUE);
}

static void
last_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;

  *done = TRUE;
}

static void
push (GramWorker *worker,
      Log *log,
      guint number,
      GCancellable *cancellable,
      GramWorkerFunc func,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->log = log;
  job->number = number;
  g_task_set_task_data (task, job, g_free);
  gram_worker_push (worker, task, func);
}

/* Forty jobs in a row, one thread, never reordered. */
static void
test_order (void)
{
  GramWorker *worker = gram_worker_new ("test-worker");
  Log log = { 0 };

  log_init (&log);
  for (guint i = 0; i < 10; i++)
    push (worker, &log, i, NULL, note, i == 9 ? last_cb : NULL, &log.done);
  gram_test_wait_for (&log.done);
  g_assert_cmpstr (log.order->str, ==, "0 1 2 3 4 5 6 7 8 9 ");
  g_assert_true (log.thread != g_thread_self ());

  gram_worker_shutdown (worker);
  gram_worker_shutdown (worker);
  g_assert_finalize_object (worker);
  log_clear (&log);
}

static void
test_shutdown_finishes (void)
{
  GramWorker *worker = gram_worker_new ("test-worker");
  Log log = { 0 };

  log_init (&log);
  for (guint i = 0; i < 5; i++)
    push (worker, &log, i, NULL, note, NULL, NULL);
  gram_worker_shutdown (worker);
  g_assert_cmpstr (log.order->str, ==, "0 1 2 3 4 ");
  gram_test_settle ();
  g_assert_finalize_object (worker);
  log_clear (&log);
}

static void
wait_until_cancelled (GramWorker *worker,
                      GramRegistry *registry,
                      GTask *task,
                      GCancellable *cancellable)
{
  const Job *job = g_task_get_task_data (task);
  GPollFD fd;

  g_atomic_int_set (&job->log->entered, 1);
  g_assert_true (g_cancellable_make_pollfd (cancellable, &fd));
  g_poll (&fd, 1, -1);
  g_cancellable_release_fd (cancellable);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_task_return_error_if_cancelled (task);
  if (!g_task_had_error (task))
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
}

static void
assert_cancelled (GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
has_entered (gpointer data)
{
  Log *log = data;

  return g_atomic_int_get (&log->entered) != 0;
}

/* The caller's cancellable reaches the job that runs, and the job that waits is not begun. */
static void
test_cancel (void)
{
  GramWorker *worker = gram_worker_new ("test-worker");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) running = NULL;
  g_autoptr (GAsyncResult) waiting = NULL;
  Log log = { 0 };

  log_init (&log);
  push (worker, &log, 0, cancellable, wait_until_cancelled, gram_test_keep_result, &running);
  push (worker, &log, 1, cancellable, note, gram_test_keep_result, &waiting);
  gram_test_wait_until (has_entered, &log);
  g_cancellable_cancel (cancellable);
  gram_test_wait_result (&running);
  gram_test_wait_result (&waiting);
  assert_cancelled (running);
  assert_cancelled (waiting);
  g_assert_cmpstr (log.order->str, ==, "");

  gram_worker_shutdown (worker);
  g_assert_finalize_object (worker);
  log_clear (&log);
}

static void
test_abort (void)
{
  GramWorker *worker = gram_worker_new ("test-worker");
  g_autoptr (GAsyncResult) running = NULL;
  g_autoptr (GAsyncResult) waiting = NULL;
  Log log = { 0 };

  log_init (&log);
  push (worker, &log, 0, NULL, wait_until_cancelled, gram_test_keep_result, &running);
  push (worker, &log, 1, NULL, note, gram_test_keep_result, &waiting);
  gram_test_wait_until (has_entered, &log);
  gram_worker_abort (worker);
  gram_test_wait_result (&running);
  gram_test_wait_result (&waiting);
  assert_cancelled (running);
  assert_cancelled (waiting);
  g_assert_finalize_object (worker);
  log_clear (&log);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/shutdown-finishes", test_shutdown_finishes);
  g_test_add_func ("/worker/cancel", test_cancel);
  g_test_add_func ("/worker/abort", test_abort);

  return g_test_run ();
}
