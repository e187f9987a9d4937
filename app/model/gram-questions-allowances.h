/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-allowances.h"
#include "gram-queries-explain-ccts.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about the allowances of a CCTS account; see gram-questions.h. Where no account is named it is the current one.
 */

/**
 * gram_session_allowance_years_async:
 * @self: a session
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks for every scheme year of the current account.
 */
void gram_session_allowance_years_async (GramSession *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_allowance_years_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramAllowanceYear) (nullable): the years, the newest first
 */
GPtrArray *gram_session_allowance_years_finish (GramSession *self,
                                                GAsyncResult *result,
                                                GramRefusal **refusal,
                                                GError **error);

/**
 * gram_session_allowance_year_async:
 * @self: a session
 * @account_id: an account, 0 the current one
 * @year: scheme year
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks what an account has, needs and can do in a year.
 */
void gram_session_allowance_year_async (GramSession *self,
                                        gint64 account_id,
                                        int year,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * gram_session_allowance_year_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the year
 */
GramAllowanceYear *gram_session_allowance_year_finish (GramSession *self,
                                                       GAsyncResult *result,
                                                       GramRefusal **refusal,
                                                       GError **error);

/**
 * gram_session_allowance_days_async:
 * @self: a session
 * @account_id: an account, 0 the current one
 * @year: scheme year
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks for activity and holdings day by day, for the chart.
 */
void gram_session_allowance_days_async (GramSession *self,
                                        gint64 account_id,
                                        int year,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * gram_session_allowance_days_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramAllowanceDay) (nullable): the points, oldest first
 */
GArray *gram_session_allowance_days_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_session_preview_surrender_async:
 * @self: a session
 * @year: scheme year
 * @quantity: allowances, as typed
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks what a surrender of the current account would leave.
 */
void gram_session_preview_surrender_async (GramSession *self,
                                           int year,
                                           const char *quantity,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

/**
 * gram_session_preview_surrender_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the preview; free with g_free()
 */
GramSurrenderPreview *gram_session_preview_surrender_finish (GramSession *self,
                                                             GAsyncResult *result,
                                                             GramRefusal **refusal,
                                                             GError **error);

/**
 * gram_session_preview_conversion_async:
 * @self: a session
 * @year: scheme year
 * @direction: `from-crts` or `to-crts`
 * @quantity: CRTS or CCTS allowances, as typed
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks what a conversion of the current account would do.
 */
void gram_session_preview_conversion_async (GramSession *self,
                                            int year,
                                            const char *direction,
                                            const char *quantity,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);

/**
 * gram_session_preview_conversion_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the preview; free with g_free()
 */
GramConversionPreview *gram_session_preview_conversion_finish (GramSession *self,
                                                               GAsyncResult *result,
                                                               GramRefusal **refusal,
                                                               GError **error);

/**
 * gram_session_settlements_async:
 * @self: a session
 * @account_id: an account, 0 the current one
 * @year: scheme year, 0 all
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks for conversions and surrenders as they were posted.
 */
void gram_session_settlements_async (GramSession *self,
                                     gint64 account_id,
                                     int year,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_settlements_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramSettlementRow) (nullable): the rows, the newest first
 */
GPtrArray *gram_session_settlements_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_session_explain_ccts_async:
 * @self: a session
 * @figure: `allocation`, `activity`, `conversion`, `payment` or `holdings`
 * @account_id: an account, 0 the current one
 * @year: scheme year
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks how a figure comes about.
 */
void gram_session_explain_ccts_async (GramSession *self,
                                      const char *figure,
                                      gint64 account_id,
                                      int year,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gram_session_explain_ccts_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the explanation
 */
GramFigureExplanation *gram_session_explain_ccts_finish (GramSession *self,
                                                         GAsyncResult *result,
                                                         GramRefusal **refusal,
                                                         GError **error);

G_END_DECLS
