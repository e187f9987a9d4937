/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-consequences.h"
#include "gram-snippet-table.h"
#include "gram-queries-cases.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about cases, of whatever account the person may see; see gram-questions.h.
 */

/**
 * gram_session_case_async:
 * @self: a session
 * @case_id: number of a case
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for everything that the view of a case shows: the case, the dispute, its first vehicles, the thread in the lanes
 * that the person may see, attachments, differences, corrections, and what the person may do with it. The current account
 * does not matter.
 */
void gram_session_case_async (GramSession *self,
                              gint64 case_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * gram_session_case_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the case in detail
 */
GramCaseDetail *gram_session_case_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_session_get_case_permit:
 * @self: a session
 * @detail: a case in detail, asked for by the person who is signed in
 * @command: name of a command about a case, for example `case.claim` or `dispute.uphold`
 *
 * Whether a button of the view of a case is sensitive and, if not, why not: by the role of the person, the state of the
 * account and that of the case, as they were when @detail was read. gram_session_get_permit() is for commands that do not
 * depend on a case, for example `case.claim` in the list.
 *
 * Returns: the permit; its reason is valid as long as @detail
 */
GramPermit
gram_session_get_case_permit (GramSession *self, const GramCaseDetail *detail, const char *command);

/**
 * gram_session_case_counts_async:
 * @self: a session
 * @query: (nullable): its account and search count, its kinds, states, claimant and due do not; copied
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Counts the cases that a #GramCaseList would show, by kind and state, and those that are the person's own or overdue.
 */
void gram_session_case_counts_async (GramSession *self,
                                     const GramCaseQuery *query,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_case_counts_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the counts; free with g_free()
 */
GramCaseCounts *gram_session_case_counts_finish (GramSession *self,
                                                 GAsyncResult *result,
                                                 GramRefusal **refusal,
                                                 GError **error);

/**
 * gram_session_consequences_async:
 * @self: a session
 * @command: `dispute.uphold`, `difference.take` …: the command that is thought of
 * @arguments: `a{sv}`: what it would be sent with; a floating reference is consumed
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks what a decision would change: target, charge, credits, activity, before and after. Nothing is changed. The digest
 * of the answer goes with the command as `expect`, so that what is done is what was shown.
 */
void gram_session_consequences_async (GramSession *self,
                                      const char *command,
                                      GVariant *arguments,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gram_session_consequences_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why the command would be refused
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the consequences
 */
GramConsequences *gram_session_consequences_finish (GramSession *self,
                                                    GAsyncResult *result,
                                                    GramRefusal **refusal,
                                                    GError **error);

/**
 * gram_session_snippets_async:
 * @self: a session
 * @kind: kind of case that they have to fit, 0 all
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the texts that case handlers keep for reasons and questions.
 */
void gram_session_snippets_async (GramSession *self,
                                  GramCaseKind kind,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * gram_session_snippets_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramSnippetRecord) (nullable): by title
 */
GPtrArray *gram_session_snippets_finish (GramSession *self,
                                         GAsyncResult *result,
                                         GramRefusal **refusal,
                                         GError **error);

/**
 * gram_session_case_handlers_async:
 * @self: a session
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the people whom a case can be assigned to.
 */
void gram_session_case_handlers_async (GramSession *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_case_handlers_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramPersonRecord) (nullable): by name
 */
GPtrArray *gram_session_case_handlers_finish (GramSession *self,
                                              GAsyncResult *result,
                                              GramRefusal **refusal,
                                              GError **error);

/**
 * gram_session_deadlines_async:
 * @self: a session
 * @account_id: an account, 0 all that the person may see
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the days that somebody has to keep in mind: for the overview and for a calendar file.
 */
void gram_session_deadlines_async (GramSession *self,
                                   gint64 account_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_deadlines_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramDeadline) (nullable): the next first
 */
GPtrArray *gram_session_deadlines_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

G_END_DECLS
