/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"

G_BEGIN_DECLS

#define GRAM_TYPE_WORKER (gram_worker_get_type ())
G_DECLARE_FINAL_TYPE (GramWorker, gram_worker, GRAM, WORKER, GObject)

/**
 * GramWorker:
 *
 * A thread of its own with a queue that is worked first in, first out, and never reordered. It owns at most one
 * #GramRegistry, which is opened, used and closed on that thread. A session has two: one that writes, one that reads,
 * so that a long import never holds up a list.
 *
 * Jobs are #GTask: pushed from the main thread, answered in the main context that made the task. What crosses is
 * immutable: plain structs, arrays, #GVariant, never a #GObject with properties. A task whose cancellable is cancelled
 * before its turn is answered with %G_IO_ERROR_CANCELLED and its function is not called.
 *
 * A worker has to be shut down before its last reference goes; that is asserted.
 */

/**
 * GramWorkerFunc:
 * @worker: the worker, to hand it its registry
 * @registry: (nullable): the worker's registry, %NULL until a job has set one
 * @task: the task, with its data; the function answers it, exactly once
 * @cancellable: cancelled with the task's own cancellable, and when the worker is aborted
 *
 * A job, called on the worker's thread.
 */
typedef void (*GramWorkerFunc) (GramWorker *worker,
                                GramRegistry *registry,
                                GTask *task,
                                GCancellable *cancellable);

/**
 * gram_worker_new:
 * @name: name of the thread, at most 15 bytes
 *
 * Starts a worker.
 *
 * Returns: (transfer full): the worker
 */
GramWorker *gram_worker_new (const char *name);

/**
 * gram_worker_push:
 * @self: a worker that is not shut down
 * @task: (transfer full): the task
 * @func: what to do
 *
 * Puts a job at the end of the queue.
 */
void gram_worker_push (GramWorker *self, GTask *task, GramWorkerFunc func);

/**
 * gram_worker_take_registry:
 * @self: a worker
 * @registry: (transfer full) (nullable): what later jobs get
 *
 * Gives the worker its registry and closes the one before. From a job only.
 */
void gram_worker_take_registry (GramWorker *self, GramRegistry *registry);

/**
 * gram_worker_shutdown:
 * @self: a worker
 *
 * Works what is queued, closes the registry and ends the thread; waits for it. Jobs that should not be waited for are
 * cancelled by their owners before. A second call does nothing.
 */
void gram_worker_shutdown (GramWorker *self);

/**
 * gram_worker_abort:
 * @self: a worker
 *
 * As gram_worker_shutdown(), but interrupts what is under way and answers what is queued with %G_IO_ERROR_CANCELLED.
 */
void gram_worker_abort (GramWorker *self);

G_END_DECLS
