/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Evidence: files into a case and out of it. Documents that the registry made: out of it.
 */

/**
 * gram_session_attach_async:
 * @self: a session
 * @account: number of the account of the case
 * @case_id: number of the case
 * @file: a file on this computer
 * @lane: who is to see it: the holder too, or the administrator's side alone
 * @progress: (nullable) (scope notified): told while it is read, in bytes
 * @progress_data: closure of @progress; has to live until @callback
 * @cancellable: (nullable): to stop it; then nothing is attached
 * @callback: when it is attached, or not
 * @user_data: closure of @callback
 *
 * Puts a file into the registry as evidence: the command `case.attach`.
 */
void gram_session_attach_async (GramSession *self,
                                const char *account,
                                gint64 case_id,
                                GFile *file,
                                GramLane lane,
                                GramSessionProgress progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_session_attach_finish:
 * @self: a session
 * @result: the result
 * @attachment_id: (out) (optional): the attachment
 * @refusal: (out) (optional) (transfer full): why not: too large, empty, a name that is none, a file that has no path here
 * @error: return location
 *
 * Returns: the outcome
 */
GramOutcome gram_session_attach_finish (GramSession *self,
                                        GAsyncResult *result,
                                        gint64 *attachment_id,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_session_open_attachment_async:
 * @self: a session
 * @attachment_id: an attachment of a case that the person may see
 * @cancellable: (nullable): to stop it
 * @callback: when the file is there
 * @user_data: closure of @callback
 *
 * Writes an attachment to a file of its own name that only this user of the computer may read, for another program to
 * show (#GtkFileLauncher). The file goes with the session: when the person signs out, and on closing.
 */
void gram_session_open_attachment_async (GramSession *self,
                                         gint64 attachment_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_open_attachment_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *gram_session_open_attachment_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_session_save_attachment_async:
 * @self: a session
 * @attachment_id: an attachment of a case that the person may see
 * @file: where to; what is there is replaced
 * @cancellable: (nullable): to stop it
 * @callback: when it is written
 * @user_data: closure of @callback
 *
 * Writes an attachment to a file that the person has chosen.
 */
void gram_session_save_attachment_async (GramSession *self,
                                         gint64 attachment_id,
                                         GFile *file,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_save_attachment_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *gram_session_save_attachment_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_session_open_document_async:
 * @self: a session
 * @document_id: a document that the person may see: a payment notice, a publication
 * @cancellable: (nullable): to stop it
 * @callback: when the file is there
 * @user_data: closure of @callback
 *
 * As gram_session_open_attachment_async(), for a document that the registry made. It is hashed again on the way.
 */
void gram_session_open_document_async (GramSession *self,
                                       gint64 document_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_open_document_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *gram_session_open_document_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_session_save_document_async:
 * @self: a session
 * @document_id: a document that the person may see
 * @file: where to; what is there is replaced
 * @cancellable: (nullable): to stop it
 * @callback: when it is written
 * @user_data: closure of @callback
 *
 * Writes a document to a file that the person has chosen.
 */
void gram_session_save_document_async (GramSession *self,
                                       gint64 document_id,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_save_document_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *gram_session_save_document_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

G_END_DECLS
