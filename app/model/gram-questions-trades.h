/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-permit.h"
#include "gram-queries-trades.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about trades, and the files in which a notification travels; see gram-questions.h.
 */

/**
 * gram_session_trade_async:
 * @self: a session
 * @notification_id: a notification
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for a notification of a trade in detail.
 */
void gram_session_trade_async (GramSession *self,
                               gint64 notification_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * gram_session_trade_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not: there is none that the person may see
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the notification in detail
 */
GramTradeDetail *gram_session_trade_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_session_get_trade_permit:
 * @self: a session
 * @detail: a notification in detail, asked for by the person who is signed in
 * @command: `trade.amend`, `trade.withdraw`, `trade.register` or `trade.refuse`
 *
 * Whether a button about the notification is sensitive and, if not, why not, as it was when @detail was read.
 *
 * Returns: the permit; its reason is valid as long as @detail
 */
GramPermit gram_session_get_trade_permit (GramSession *self,
                                          const GramTradeDetail *detail,
                                          const char *command);

/**
 * gram_session_trade_sheet_async:
 * @self: a session
 * @trade_id: a trade: the subject of a case of kind trade
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for a trade with both of its notifications.
 */
void gram_session_trade_sheet_async (GramSession *self,
                                     gint64 trade_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_trade_sheet_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the trade
 */
GramTradeSheet *gram_session_trade_sheet_finish (GramSession *self,
                                                 GAsyncResult *result,
                                                 GramRefusal **refusal,
                                                 GError **error);

/**
 * GramTradeStanding:
 * @counts: notifications by state
 * @naming: notifications of others that wait and name the account as the other party; nothing else is told of them
 *
 * What chips and a banner count.
 */
typedef struct
{
  GramTradeCounts counts;
  gint64 naming;
} GramTradeStanding;

/**
 * gram_session_trade_counts_async:
 * @self: a session
 * @query: its states do not count; copied
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Counts what a #GramTradeList would show, by state.
 */
void gram_session_trade_counts_async (GramSession *self,
                                      const GramTradeQuery *query,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gram_session_trade_counts_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the counts; free with g_free()
 */
GramTradeStanding *gram_session_trade_counts_finish (GramSession *self,
                                                     GAsyncResult *result,
                                                     GramRefusal **refusal,
                                                     GError **error);

/**
 * gram_session_trade_years_async:
 * @self: a session with an account of the CCTS
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks which scheme years the current account can trade in, and with how many allowances.
 */
void gram_session_trade_years_async (GramSession *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_trade_years_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramTradeYear) (nullable): the years, the newest first
 */
GPtrArray *gram_session_trade_years_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_session_check_trade_async:
 * @self: a session with an account of the CCTS
 * @notification_id: the notification that would be amended, 0 a new one
 * @form: what was filled in; copied
 * @cancellable: (nullable): to stop it
 * @callback: when it is checked
 * @user_data: closure of @callback
 *
 * Checks the form of a notification of the current account before anybody signs it; nothing is changed.
 */
void gram_session_check_trade_async (GramSession *self,
                                     gint64 notification_id,
                                     const GramTradeForm *form,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_check_trade_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): what the command would be refused with
 * @error: return location
 *
 * Returns: %GRAM_OUTCOME_DONE if it can be sent
 */
GramOutcome gram_session_check_trade_finish (GramSession *self,
                                             GAsyncResult *result,
                                             GramRefusal **refusal,
                                             GError **error);

/**
 * gram_session_trade_key_async:
 * @self: a session
 * @account_id: an account
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for the public key that the exchange files of an account are signed with.
 */
void gram_session_trade_key_async (GramSession *self,
                                   gint64 account_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_trade_key_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the key, 64 hexadecimal digits; empty if there is none yet; %NULL with exactly one
 *   of @refusal and @error set
 */
char *gram_session_trade_key_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error);

/**
 * gram_session_write_trade_async:
 * @self: a session
 * @notification_id: a live notification of an account that the person may transfer from
 * @file: where to; what is there is replaced once all of it is written
 * @cancellable: (nullable): to stop it
 * @callback: when it is written
 * @user_data: closure of @callback
 *
 * Writes the signed exchange file of a notification. The first file of an account makes its keys.
 */
void gram_session_write_trade_async (GramSession *self,
                                     gint64 notification_id,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_write_trade_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: the outcome
 */
GramOutcome gram_session_write_trade_finish (GramSession *self,
                                             GAsyncResult *result,
                                             GramRefusal **refusal,
                                             GError **error);

G_END_DECLS
