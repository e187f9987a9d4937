/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-notice-item.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about what the person is told; see gram-questions.h. What waits for them, in numbers, the session knows
 * itself: its properties `unread`, `cases-to-do` and `disputes-to-do`.
 */

/**
 * gram_session_events_async:
 * @self: a session
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the events that the person can be told about, with their switches: inbox and desktop.
 */
void gram_session_events_async (GramSession *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_session_events_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramEventSwitch) (nullable): as in the table of events
 */
GPtrArray *gram_session_events_finish (GramSession *self,
                                       GAsyncResult *result,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_session_notices_async:
 * @self: a session
 * @ids: (array length=n_ids): notices of the person who is signed in
 * @n_ids: how many
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks how notices stand now: whether they were read, whether the person may still see them. Those that only the desktop
 * shows are found, too.
 */
void gram_session_notices_async (GramSession *self,
                                 const gint64 *ids,
                                 guint n_ids,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * gram_session_notices_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramNoticeRow) (nullable): the notices, without those that the person may not
 *   see any more
 */
GPtrArray *gram_session_notices_finish (GramSession *self,
                                        GAsyncResult *result,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_session_open_notice_async:
 * @self: a session
 * @notice_id: a notice of the person who is signed in
 * @cancellable: (nullable): to stop it
 * @callback: when its object can be shown, or not
 * @user_data: closure of @callback
 *
 * Goes to where a notice leads: marks it as read, and makes the account that it is about the current one. Then the window
 * shows exactly the object that the answer names: `subject` and `subject-id`. For a row of the inbox and for a
 * notification of the desktop, whose target is the id alone, alike.
 */
void gram_session_open_notice_async (GramSession *self,
                                     gint64 notice_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_open_notice_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): it is nobody's or somebody else's, or the person has no access any more
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the notice
 */
GramNoticeItem *gram_session_open_notice_finish (GramSession *self,
                                                 GAsyncResult *result,
                                                 GramRefusal **refusal,
                                                 GError **error);

G_END_DECLS
