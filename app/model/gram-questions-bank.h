/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-bank.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * What a bank statement would bring in; see gram-questions.h.
 */

/**
 * gram_session_bank_preview_async:
 * @self: a session
 * @path: path of the statement, CAMT.053 or CSV
 * @cancellable: (nullable): to stop it
 * @callback: when it is read
 * @user_data: closure of @callback
 *
 * Reads a bank statement on a thread of its own; nothing is changed.
 */
void gram_session_bank_preview_async (GramSession *self,
                                      const char *path,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gram_session_bank_preview_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the preview
 */
GramBankPreview *gram_session_bank_preview_finish (GramSession *self,
                                                   GAsyncResult *result,
                                                   GramRefusal **refusal,
                                                   GError **error);

G_END_DECLS
