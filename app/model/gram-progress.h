/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-session.h"

G_BEGIN_DECLS

/**
 * GramProgress:
 *
 * Carries progress from a worker's thread to the main thread: the newest news only, and nothing once the task has
 * called back. Counted references; for this floor only.
 */
typedef struct _GramProgress GramProgress;

/**
 * gram_progress_new:
 * @session: (nullable): the session that is told about
 * @task: the task; its context is where @func is called
 * @func: (nullable): who wants to know
 * @data: closure of @func
 *
 * Returns: (transfer full) (nullable): %NULL if @func is
 */
GramProgress *
gram_progress_new (GramSession *session, GTask *task, GramSessionProgress func, gpointer data);

/**
 * gram_progress_unref:
 * @self: (nullable): progress
 *
 * Drops a reference.
 */
void gram_progress_unref (GramProgress *self);

/**
 * gram_progress_tell:
 * @done: so much
 * @total: of so much
 * @rows: rows so far
 * @data: a #GramProgress
 *
 * A #GramProgressFunc, for the thread that works.
 */
void gram_progress_tell (gint64 done, gint64 total, gint64 rows, gpointer data);

G_END_DECLS
