/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-fleet.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about Fleet Average years and borrowing; see gram-questions.h.
 */

/**
 * gram_session_fleet_years_async:
 * @self: a session
 * @account_id: an account; 0 all that the person may see
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for Fleet Average years.
 */
void gram_session_fleet_years_async (GramSession *self,
                                     gint64 account_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_fleet_years_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramFleetYearRow) (nullable): the newest year first, then by account number
 */
GPtrArray *gram_session_fleet_years_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_session_fleet_year_async:
 * @self: a session
 * @account_id: an account
 * @year: obligation year, 0 the running one
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for a Fleet Average year with all that a page shows of it.
 */
void gram_session_fleet_year_async (GramSession *self,
                                    gint64 account_id,
                                    int year,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * gram_session_fleet_year_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the year
 */
GramFleetYearDetail *gram_session_fleet_year_finish (GramSession *self,
                                                     GAsyncResult *result,
                                                     GramRefusal **refusal,
                                                     GError **error);

/**
 * gram_session_rehearse_fleet_year_async:
 * @self: a session
 * @account_id: an account
 * @year: obligation year
 * @cancellable: (nullable): to stop it
 * @callback: when it is worked out
 * @user_data: closure of @callback
 *
 * Asks what settling the year would do; nothing is changed.
 */
void gram_session_rehearse_fleet_year_async (GramSession *self,
                                             gint64 account_id,
                                             int year,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);

/**
 * gram_session_rehearse_fleet_year_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the rehearsal
 */
GramFleetRehearsal *gram_session_rehearse_fleet_year_finish (GramSession *self,
                                                             GAsyncResult *result,
                                                             GramRefusal **refusal,
                                                             GError **error);

/**
 * gram_session_borrowings_async:
 * @self: a session
 * @account_id: an account; 0 all that the person may see
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for borrowings.
 */
void gram_session_borrowings_async (GramSession *self,
                                    gint64 account_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * gram_session_borrowings_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramBorrowingRow) (nullable): the newest first
 */
GPtrArray *gram_session_borrowings_finish (GramSession *self,
                                           GAsyncResult *result,
                                           GramRefusal **refusal,
                                           GError **error);

G_END_DECLS
