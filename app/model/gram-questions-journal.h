/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-accounts.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about the journal; see gram-questions.h.
 */

/**
 * gram_session_journal_page_async:
 * @self: a session
 * @query: account (0: the whole registry, for the administrator's side), person, commands, instants, text; copied
 * @before: only entries before this id, 0 from the newest
 * @limit: at most so many
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for a page of the journal.
 */
void gram_session_journal_page_async (GramSession *self,
                                      const GramJournalQuery *query,
                                      gint64 before,
                                      guint limit,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gram_session_journal_page_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramJournalEntry) (nullable): newest first
 */
GPtrArray *gram_session_journal_page_finish (GramSession *self,
                                             GAsyncResult *result,
                                             GramRefusal **refusal,
                                             GError **error);

/**
 * gram_session_journal_persons_async:
 * @self: a session
 * @account_id: an account, 0 the whole registry
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks who sent the commands that the journal of the account has, for the filter by person.
 */
void gram_session_journal_persons_async (GramSession *self,
                                         gint64 account_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_journal_persons_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramPersonRecord) (nullable): by name, without secrets
 */
GPtrArray *gram_session_journal_persons_finish (GramSession *self,
                                                GAsyncResult *result,
                                                GramRefusal **refusal,
                                                GError **error);

/**
 * gram_session_timeline_async:
 * @self: a session
 * @subject: `person`, `invitation`, `handover`, `request`, `measure`, `closing` or `application`
 * @subject_id: its id
 * @limit: at most so many
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for what the journal of the current account says about one object; without an account, what the whole journal
 * says, which only the administrator's side is told.
 */
void gram_session_timeline_async (GramSession *self,
                                  const char *subject,
                                  gint64 subject_id,
                                  guint limit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * gram_session_timeline_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramJournalEntry) (nullable): newest first
 */
GPtrArray *gram_session_timeline_finish (GramSession *self,
                                         GAsyncResult *result,
                                         GramRefusal **refusal,
                                         GError **error);

G_END_DECLS
