/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal.h"
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
 * @cancellable: (nullable): to stop it
 * @callback: when all was recomputed
 * @user_data: closure of @callback
 *
 * Has the auditor recompute the whole registry; on a reader of its own.
 */
void gram_session_verify_async (GramSession *self,
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
 * GramJournalLine:
 * @entry: the entry
 * @person: (nullable): name of who sent the command, %NULL for the program itself
 *
 * A line of the journal as a page shows it.
 */
typedef struct
{
  GramJournalEntry *entry;
  char *person;
} GramJournalLine;

/**
 * gram_session_journal_async:
 * @self: a session
 * @account_only: only entries of the current account; persons who have no role in the registry get no others anyway
 * @before: only entries before this id, 0 from the newest
 * @limit: at most so many
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for a page of the journal, newest first.
 */
void gram_session_journal_async (GramSession *self,
                                 gboolean account_only,
                                 gint64 before,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * gram_session_journal_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramJournalLine) (nullable): the lines
 */
GPtrArray *gram_session_journal_finish (GramSession *self,
                                        GAsyncResult *result,
                                        GramRefusal **refusal,
                                        GError **error);

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
