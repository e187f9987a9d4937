/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-accounts.h"
#include "gram-queries-statement.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about accounts; see gram-questions.h.
 */

/**
 * gram_session_account_detail_async:
 * @self: a session with an account
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for everything that the page of an account shows: the record, the state that counts today and what it lets
 * happen, the measure, notice or closing that is under way, the application, balances.
 */
void gram_session_account_detail_async (GramSession *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * gram_session_account_detail_of_async:
 * @self: a session
 * @account_id: an account that the person may view, and that need not be the current one
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for everything that the page of an account shows; end it with gram_session_account_detail_finish().
 */
void gram_session_account_detail_of_async (GramSession *self,
                                           gint64 account_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

/**
 * gram_session_account_detail_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the account in detail
 */
GramAccountDetail *gram_session_account_detail_finish (GramSession *self,
                                                       GAsyncResult *result,
                                                       GramRefusal **refusal,
                                                       GError **error);

/**
 * gram_session_closing_checklist_of_async:
 * @self: a session
 * @account_id: an account that the person may view, and that need not be the current one
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for what stands between an account and its closing; end it with gram_session_closing_checklist_finish(). The
 * commands check the same again.
 */
void gram_session_closing_checklist_of_async (GramSession *self,
                                              gint64 account_id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

/**
 * gram_session_closing_checklist_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the checklist
 */
GramClosingChecklist *gram_session_closing_checklist_finish (GramSession *self,
                                                             GAsyncResult *result,
                                                             GramRefusal **refusal,
                                                             GError **error);

/**
 * gram_session_account_changes_async:
 * @self: a session with an account
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the history of every field of the account: old and new value, who, when.
 */
void gram_session_account_changes_async (GramSession *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_account_changes_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramAccountChange) (nullable): newest first
 */
GPtrArray *gram_session_account_changes_finish (GramSession *self,
                                                GAsyncResult *result,
                                                GramRefusal **refusal,
                                                GError **error);

/**
 * gram_session_account_counts_async:
 * @self: a session
 * @query: (nullable): its search and person count, its kinds and states do not; copied
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Counts the accounts that a #GramAccountList would show, by kind and state.
 */
void gram_session_account_counts_async (GramSession *self,
                                        const GramAccountQuery *query,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * gram_session_account_counts_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the counts; free with g_free()
 */
GramAccountCounts *gram_session_account_counts_finish (GramSession *self,
                                                       GAsyncResult *result,
                                                       GramRefusal **refusal,
                                                       GError **error);

/**
 * gram_session_statement_async:
 * @self: a session with an account
 * @from: (nullable): first day, ISO
 * @to: (nullable): last day, ISO
 * @limit: at most so many lines, the last ones of the period; 0 all
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for the statement of the account in a period: balances, lines, head of the journal.
 */
void gram_session_statement_async (GramSession *self,
                                   const char *from,
                                   const char *to,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_statement_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the statement
 */
GramAccountStatement *gram_session_statement_finish (GramSession *self,
                                                     GAsyncResult *result,
                                                     GramRefusal **refusal,
                                                     GError **error);

/**
 * gram_session_directory_async:
 * @self: a session
 * @search: (nullable): words in holder, number or contact
 * @limit: at most so many, 0 all
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the directory: open accounts whose holders agreed to be listed.
 */
void gram_session_directory_async (GramSession *self,
                                   const char *search,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_directory_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramDirectoryEntry) (nullable): by holder and number
 */
GPtrArray *gram_session_directory_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_session_confirm_holder_async:
 * @self: a session
 * @number: an account number, as typed
 * @holder: name of a holder, as typed
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks whether the number belongs to the holder; the answer is yes or no and nothing else.
 */
void gram_session_confirm_holder_async (GramSession *self,
                                        const char *number,
                                        const char *holder,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * gram_session_confirm_holder_finish:
 * @self: a session
 * @result: the result
 * @yes: (out): it does
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: the outcome
 */
GramOutcome gram_session_confirm_holder_finish (GramSession *self,
                                                GAsyncResult *result,
                                                gboolean *yes,
                                                GramRefusal **refusal,
                                                GError **error);

G_END_DECLS
