/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-rulebook-table.h"
#include "gram-session.h"
#include "gram-verify.h"

G_BEGIN_DECLS

/*
 * Questions about the registry as a whole; see gram-questions.h.
 */

/**
 * gram_session_verify_async:
 * @self: a session
 * @progress: (nullable) (scope notified): told while it works, in rows
 * @progress_data: closure of @progress; has to live until @callback
 * @cancellable: (nullable): to stop it
 * @callback: when all was recomputed
 * @user_data: closure of @callback
 *
 * Has the auditor recompute the whole registry; on a reader of its own.
 */
void gram_session_verify_async (GramSession *self,
                                GramSessionProgress progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_session_verify_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the report
 */
GramVerifyReport *
gram_session_verify_finish (GramSession *self, GAsyncResult *result, GError **error);

/**
 * gram_session_rulebooks_async:
 * @self: a session
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the published rulebooks with their content; everybody may read them.
 */
void gram_session_rulebooks_async (GramSession *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_rulebooks_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramRulebookRecord) (nullable): by scheme, then the latest first day first
 */
GPtrArray *gram_session_rulebooks_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

G_END_DECLS
