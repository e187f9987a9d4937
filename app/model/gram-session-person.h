/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Who sits in front of a session, besides signing in and out (gram-session.h): the ways in with a one-time code, the
 * password, the lock. All passwords and codes are copied, and wiped after use.
 */

/**
 * gram_session_join_async:
 * @self: a session
 * @email: the address that the invitation names
 * @code: its code, as typed
 * @name: name of the person
 * @password: the password that the person chooses
 * @cancellable: (nullable): to stop it
 * @callback: when it is decided
 * @user_data: closure of @callback
 *
 * Makes a person and a membership of an invitation, for somebody whom the registry does not know yet, and signs them in.
 * Who is known signs in and sends `invitation.accept`.
 */
void gram_session_join_async (GramSession *self,
                              const char *email,
                              const char *code,
                              const char *name,
                              const char *password,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * gram_session_join_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): wrong, used, revoked or lapsed code, weak password
 * @error: return location
 *
 * Returns: the outcome; done: signed in, and the account of the invitation is the current one
 */
GramOutcome gram_session_join_finish (GramSession *self,
                                      GAsyncResult *result,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_session_use_code_async:
 * @self: a session
 * @email: e-mail
 * @code: the one-time code of the administrator, as typed
 * @password: the new password
 * @cancellable: (nullable): to stop it
 * @callback: when it is decided
 * @user_data: closure of @callback
 *
 * Gives a person a new password by the administrator's one-time code (`user.reset-password`), and signs them in.
 */
void gram_session_use_code_async (GramSession *self,
                                  const char *email,
                                  const char *code,
                                  const char *password,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * gram_session_use_code_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): wrong or lapsed code, weak password
 * @error: return location
 *
 * Returns: the outcome; done: signed in
 */
GramOutcome gram_session_use_code_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_session_change_password_async:
 * @self: a session with somebody signed in
 * @password: (nullable): the password so far; %NULL in a practice registry
 * @new_password: the new one
 * @cancellable: (nullable): to stop it
 * @callback: when it is decided
 * @user_data: closure of @callback
 *
 * Sends `user.change-password`.
 */
void gram_session_change_password_async (GramSession *self,
                                         const char *password,
                                         const char *new_password,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_change_password_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): wrong password, weak new one
 * @error: return location
 *
 * Returns: the outcome
 */
GramOutcome gram_session_change_password_finish (GramSession *self,
                                                 GAsyncResult *result,
                                                 GramRefusal **refusal,
                                                 GError **error);

/**
 * gram_session_lock:
 * @self: a session
 *
 * Locks it, for example because nobody touched the window for a while: `locked` becomes %TRUE, questions are refused
 * (`session.locked`), lists fetch nothing, commands are refused and `changed` stays silent until it is unlocked. A command
 * under way goes on. Without anybody signed in, nothing happens.
 */
void gram_session_lock (GramSession *self);

/**
 * gram_session_unlock_async:
 * @self: a locked session
 * @password: (nullable): the person's password; %NULL in a practice registry
 * @cancellable: (nullable): to stop it
 * @callback: when it is decided
 * @user_data: closure of @callback
 *
 * Unlocks it. A wrong password counts as a failed try to sign in. By the time of @callback everything is fresh. Somebody
 * else has to sign out and in instead.
 */
void gram_session_unlock_async (GramSession *self,
                                const char *password,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_session_unlock_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): wrong password, or locked until
 * @error: return location
 *
 * Returns: the outcome
 */
GramOutcome gram_session_unlock_finish (GramSession *self,
                                        GAsyncResult *result,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_session_get_locked:
 * @self: a session
 *
 * Returns: whether it is locked
 */
gboolean gram_session_get_locked (GramSession *self);

/**
 * gram_session_get_previous_sign_in:
 * @self: a session
 *
 * Returns: when the person signed in before this time, UTC microseconds; 0 never
 */
gint64 gram_session_get_previous_sign_in (GramSession *self);

/**
 * gram_session_get_failed_tries:
 * @self: a session
 *
 * Returns: wrong passwords between the previous sign-in and this one
 */
guint gram_session_get_failed_tries (GramSession *self);

G_END_DECLS
