/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-publication.h"
#include "gram-queries-statement.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Files that other programs read: the days of a calendar, the answers to disputes.
 */

/**
 * gram_session_export_deadlines_async:
 * @self: a session
 * @account_id: an account, 0 all that the person may see
 * @file: where to; what is there is replaced
 * @cancellable: (nullable): to stop it
 * @callback: when it is written
 * @user_data: closure of @callback
 *
 * Writes the days of gram_session_deadlines_async() as an iCalendar file.
 */
void gram_session_export_deadlines_async (GramSession *self,
                                          gint64 account_id,
                                          GFile *file,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * gram_session_export_deadlines_finish:
 * @self: a session
 * @result: the result
 * @n_deadlines: (out) (optional): how many days it has
 * @refusal: (out) (optional) (transfer full): why not; then @file was not touched
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *gram_session_export_deadlines_finish (GramSession *self,
                                             GAsyncResult *result,
                                             gint64 *n_deadlines,
                                             GramRefusal **refusal,
                                             GError **error);

/**
 * gram_session_export_answers_async:
 * @self: a session
 * @account_id: an account
 * @from: (nullable): only cases decided on this day or later, ISO
 * @to: (nullable): only cases decided on this day or before, ISO
 * @file: where to; what is there is replaced
 * @cancellable: (nullable): to stop it
 * @callback: when it is written
 * @user_data: closure of @callback
 *
 * Writes what was decided about the disputes and corrections of an account, for its holder to bring into a registry of
 * their own (`dispute.import-answers`).
 */
void gram_session_export_answers_async (GramSession *self,
                                        gint64 account_id,
                                        const char *from,
                                        const char *to,
                                        GFile *file,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * gram_session_export_answers_finish:
 * @self: a session
 * @result: the result
 * @n_answers: (out) (optional): how many lines it has
 * @refusal: (out) (optional) (transfer full): why not; then @file was not touched
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *gram_session_export_answers_finish (GramSession *self,
                                           GAsyncResult *result,
                                           gint64 *n_answers,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * gram_session_export_statement_async:
 * @self: a session
 * @from: (nullable): first day, ISO
 * @to: (nullable): last day
 * @format: kind of file
 * @file: where it goes
 * @progress: (nullable): told how many lines are written, of how many
 * @progress_data: closure of @progress
 * @cancellable: (nullable): to stop it; @file is then as it was
 * @callback: when it is done
 * @user_data: closure of @callback
 *
 * Writes the statement of the current account as a file, on a thread and a connection of its own.
 */
void gram_session_export_statement_async (GramSession *self,
                                          const char *from,
                                          const char *to,
                                          GramStatementFormat format,
                                          GFile *file,
                                          GramSessionProgress progress,
                                          gpointer progress_data,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * gram_session_export_statement_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *gram_session_export_statement_finish (GramSession *self,
                                             GAsyncResult *result,
                                             GramRefusal **refusal,
                                             GError **error);

/**
 * gram_session_export_vehicles_async:
 * @self: a session
 * @year: a measured scheme year
 * @file: where it goes
 * @progress: (nullable): told how many rows are written, of how many
 * @progress_data: closure of @progress
 * @cancellable: (nullable): to stop it; @file is then as it was
 * @callback: when it is done
 * @user_data: closure of @callback
 *
 * Writes the vehicle rows of what is published of a year (CCTS art. 80(1)) as CSV, on a thread and a connection of its own.
 */
void gram_session_export_vehicles_async (GramSession *self,
                                         int year,
                                         GFile *file,
                                         GramSessionProgress progress,
                                         gpointer progress_data,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_export_vehicles_finish:
 * @self: a session
 * @result: the result
 * @published: (out) (optional): what was written
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *gram_session_export_vehicles_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramPublishedVehicles *published,
                                            GramRefusal **refusal,
                                            GError **error);

G_END_DECLS
