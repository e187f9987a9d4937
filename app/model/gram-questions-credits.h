/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-accounts.h"
#include "gram-queries-credits.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about credits and their transfers; see gram-questions.h.
 */

/**
 * gram_session_credits_async:
 * @self: a session
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks for the credits of the current account: by year of origin, with the days on which they lapse.
 */
void gram_session_credits_async (GramSession *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * gram_session_credits_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its credits
 */
GramCredits *gram_session_credits_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_session_credit_transfers_async:
 * @self: a session
 * @limit: at most so many
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks for transfers of the current account, those that wait for an answer first.
 */
void gram_session_credit_transfers_async (GramSession *self,
                                          guint limit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * gram_session_credit_transfers_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramCreditTransferRow) (nullable): the transfers
 */
GPtrArray *gram_session_credit_transfers_finish (GramSession *self,
                                                 GAsyncResult *result,
                                                 GramRefusal **refusal,
                                                 GError **error);

/**
 * gram_session_credit_transfer_async:
 * @self: a session
 * @transfer_id: a transfer
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks for a transfer, from the side of the current account.
 */
void gram_session_credit_transfer_async (GramSession *self,
                                         gint64 transfer_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_credit_transfer_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the transfer
 */
GramCreditTransferDetail *gram_session_credit_transfer_finish (GramSession *self,
                                                               GAsyncResult *result,
                                                               GramRefusal **refusal,
                                                               GError **error);

/**
 * gram_session_credit_offer_async:
 * @self: a session
 * @arguments: arguments of transfer.offer, as far as they are filled in; a floating reference is consumed
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks what an offer of the current account would do; nothing is written.
 */
void gram_session_credit_offer_async (GramSession *self,
                                      GVariant *arguments,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gram_session_credit_offer_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the preview, perhaps with a refusal in it
 */
GramCreditOffer *gram_session_credit_offer_finish (GramSession *self,
                                                   GAsyncResult *result,
                                                   GramRefusal **refusal,
                                                   GError **error);

/**
 * gram_session_credit_receivers_async:
 * @self: a session
 * @search: (nullable): words typed
 * @limit: at most so many
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks who could be offered credits: holders who agreed to be listed.
 */
void gram_session_credit_receivers_async (GramSession *self,
                                          const char *search,
                                          guint limit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * gram_session_credit_receivers_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramDirectoryEntry) (nullable): by holder and number
 */
GPtrArray *gram_session_credit_receivers_finish (GramSession *self,
                                                 GAsyncResult *result,
                                                 GramRefusal **refusal,
                                                 GError **error);

G_END_DECLS
