/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-charges.h"
#include "gram-queries-dashboard.h"
#include "gram-queries-explain-ccs.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about where an account of the Clean Car Standard and its vehicles stand; see gram-questions.h.
 */

/**
 * gram_session_dashboard_async:
 * @self: a session with an account
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks where the current account stands.
 */
void gram_session_dashboard_async (GramSession *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_dashboard_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the dashboard
 */
GramDashboard *gram_session_dashboard_finish (GramSession *self,
                                              GAsyncResult *result,
                                              GramRefusal **refusal,
                                              GError **error);

/**
 * gram_session_explain_ccs_async:
 * @self: a session
 * @figure: word of a figure, see gram_registry_explain_ccs()
 * @account_id: an account, 0 the current one
 * @year: obligation year or year of origin, where the figure has one
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks how a figure comes about.
 */
void gram_session_explain_ccs_async (GramSession *self,
                                     const char *figure,
                                     gint64 account_id,
                                     int year,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_explain_ccs_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the explanation
 */
GramFigureExplanation *gram_session_explain_ccs_finish (GramSession *self,
                                                        GAsyncResult *result,
                                                        GramRefusal **refusal,
                                                        GError **error);

/**
 * gram_session_vehicle_standing_async:
 * @self: a session
 * @vehicle_id: a vehicle of an account of the Clean Car Standard
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks what a vehicle brings, or brought when it was accepted.
 */
void gram_session_vehicle_standing_async (GramSession *self,
                                          gint64 vehicle_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * gram_session_vehicle_standing_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): where the vehicle stands
 */
GramVehicleStanding *gram_session_vehicle_standing_finish (GramSession *self,
                                                           GAsyncResult *result,
                                                           GramRefusal **refusal,
                                                           GError **error);

/**
 * gram_session_accept_bill_async:
 * @self: a session
 * @arguments: arguments of `vehicle.accept` as they would be sent; a floating reference is consumed
 * @cancellable: (nullable): to stop it
 * @callback: when it is reckoned
 * @user_data: closure of @callback
 *
 * Asks what accepting a selection costs and brings; nothing is changed. It reads all vehicles of the selection, on a thread
 * of its own.
 */
void gram_session_accept_bill_async (GramSession *self,
                                     GVariant *arguments,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_accept_bill_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the bill
 */
GramAcceptBill *gram_session_accept_bill_finish (GramSession *self,
                                                 GAsyncResult *result,
                                                 GramRefusal **refusal,
                                                 GError **error);

G_END_DECLS
