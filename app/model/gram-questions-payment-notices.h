/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-payment-notices.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about payment notices (art. 39) and the documents that the registry made; see gram-questions.h. They
 * concern the account that is named, not the current one.
 */

/**
 * gram_session_payment_notices_async:
 * @self: a session
 * @account_id: an account, 0 all that the person may see
 * @year: a scheme year, 0 all
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for payment notices.
 */
void gram_session_payment_notices_async (GramSession *self,
                                         gint64 account_id,
                                         int year,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_payment_notices_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramPaymentNoticeRow) (nullable): the newest first
 */
GPtrArray *gram_session_payment_notices_finish (GramSession *self,
                                                GAsyncResult *result,
                                                GramRefusal **refusal,
                                                GError **error);

/**
 * gram_session_payment_notice_async:
 * @self: a session
 * @notice_id: a payment notice
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for all that the view of a payment notice shows, and what the person may do with it.
 */
void gram_session_payment_notice_async (GramSession *self,
                                        gint64 notice_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * gram_session_payment_notice_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the notice
 */
GramPaymentNoticeDetail *gram_session_payment_notice_finish (GramSession *self,
                                                             GAsyncResult *result,
                                                             GramRefusal **refusal,
                                                             GError **error);

/**
 * gram_session_payment_notice_draft_async:
 * @self: a session
 * @account_id: an account
 * @year: a scheme year
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks what the form of a payment notice begins with: the amount and how it is calculated, the earliest last day, and
 * the texts of the last notice.
 */
void gram_session_payment_notice_draft_async (GramSession *self,
                                              gint64 account_id,
                                              int year,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

/**
 * gram_session_payment_notice_draft_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the draft
 */
GramPaymentNoticeDraft *gram_session_payment_notice_draft_finish (GramSession *self,
                                                                  GAsyncResult *result,
                                                                  GramRefusal **refusal,
                                                                  GError **error);

/**
 * gram_session_documents_async:
 * @self: a session
 * @account_id: an account, 0 all that the person may see
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for documents that the registry made and keeps.
 */
void gram_session_documents_async (GramSession *self,
                                   gint64 account_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_documents_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramDocumentRecord) (nullable): the newest first
 */
GPtrArray *gram_session_documents_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

G_END_DECLS
