/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal-query.h"
#include "gram-session.h"

G_BEGIN_DECLS

/**
 * GramHistoryExportProgress:
 * @n_rows: entries written so far
 * @user_data: closure
 *
 * Told after each page.
 */
typedef void (*GramHistoryExportProgress) (gint64 n_rows, gpointer user_data);

/**
 * gram_history_export_async:
 * @session: a session
 * @query: which entries; copied
 * @file: where to; replaced
 * @progress: (nullable) (scope notified): told while it works
 * @progress_data: closure of @progress; has to live until @callback
 * @cancellable: (nullable): to stop it
 * @callback: when it is written, or not
 * @user_data: closure of @callback
 *
 * Writes the journal as CSV, newest first, page by page: what a person reads in the history, and beside it what the
 * program keeps. Nothing is left of @file if it is cancelled.
 */
void gram_history_export_async (GramSession *session,
                                const GramJournalQuery *query,
                                GFile *file,
                                GramHistoryExportProgress progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_history_export_finish:
 * @session: the session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why the journal was not told
 * @error: return location
 *
 * Returns: how many entries were written, -1 if it was refused or failed
 */
gint64 gram_history_export_finish (GramSession *session,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error);

G_END_DECLS
