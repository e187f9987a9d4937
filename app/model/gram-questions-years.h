/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-years.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about scheme years, for the administrator’s side; see gram-questions.h. The current account does not
 * matter.
 */

/**
 * gram_session_years_async:
 * @self: a session
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the scheme years.
 */
void gram_session_years_async (GramSession *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * gram_session_years_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramYearRow) (nullable): the newest first
 */
GPtrArray *gram_session_years_finish (GramSession *self,
                                      GAsyncResult *result,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_session_year_async:
 * @self: a session
 * @year: a scheme year
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for all that the page of a scheme year shows: state, what is missing, participants, sums, documents, and what
 * the person may do.
 */
void gram_session_year_async (GramSession *self,
                              int year,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * gram_session_year_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the year
 */
GramYearDetail *gram_session_year_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_session_rehearse_year_async:
 * @self: a session
 * @command: `year.measure`, `allocation.post`, `year.account` or `year.close`
 * @arguments: `a{sv}`: what it would be sent with; a floating reference is consumed
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks what a command of a scheme year would do, participant by participant. Nothing is changed. The digest of the
 * answer goes with the command as `expect`, so that what is done is what was shown.
 */
void gram_session_rehearse_year_async (GramSession *self,
                                       const char *command,
                                       GVariant *arguments,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_rehearse_year_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it would do
 */
GramYearRehearsal *gram_session_rehearse_year_finish (GramSession *self,
                                                      GAsyncResult *result,
                                                      GramRefusal **refusal,
                                                      GError **error);

/**
 * gram_session_baselines_async:
 * @self: a session
 * @year: a scheme year
 * @account_id: an account, 0 all that the person may see
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the baselines of a year with their history.
 */
void gram_session_baselines_async (GramSession *self,
                                   int year,
                                   gint64 account_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_baselines_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramBaselineRow) (nullable): by holder, the newest first
 */
GPtrArray *gram_session_baselines_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_session_positions_async:
 * @self: a session
 * @year: a scheme year
 * @account_id: an account, 0 all that the person may see
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks where participants stand in the CRTS, with what was entered before.
 */
void gram_session_positions_async (GramSession *self,
                                   int year,
                                   gint64 account_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_positions_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramPositionRow) (nullable): by holder, the newest first
 */
GPtrArray *gram_session_positions_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_session_eco_notices_async:
 * @self: a session
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the notices about eco-innovations (art. 36(3)).
 */
void gram_session_eco_notices_async (GramSession *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_eco_notices_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramEcoNoticeRow) (nullable): the newest first
 */
GPtrArray *gram_session_eco_notices_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_session_publication_csv_async:
 * @self: a session
 * @year: a scheme year
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for the table of a year that is published (art. 80).
 */
void gram_session_publication_csv_async (GramSession *self,
                                         int year,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_publication_csv_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): CSV
 */
GBytes *gram_session_publication_csv_finish (GramSession *self,
                                             GAsyncResult *result,
                                             GramRefusal **refusal,
                                             GError **error);

/**
 * GramYearDays:
 * @first: its first day, ISO
 * @last: its last day, ISO
 *
 * The days of a scheme year: the first one begins when the Order does.
 */
typedef struct
{
  char *first;
  char *last;
} GramYearDays;

/**
 * gram_year_days_free:
 * @self: (nullable): days
 *
 * Frees them.
 */
void gram_year_days_free (GramYearDays *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramYearDays, gram_year_days_free)

/**
 * gram_session_year_days_async:
 * @self: a session
 * @year: a scheme year
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks which days of first registration a scheme year has, for a list of exactly its vehicles.
 */
void gram_session_year_days_async (GramSession *self,
                                   int year,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_year_days_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the days
 */
GramYearDays *gram_session_year_days_finish (GramSession *self,
                                             GAsyncResult *result,
                                             GramRefusal **refusal,
                                             GError **error);

G_END_DECLS
