/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-people.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about people; see gram-questions.h.
 */

/**
 * GramPersonChoice:
 * @person: a person, without a password hash
 * @accounts: (element-type GramAccountRecord): the accounts of which the person is a member, with owner flag
 *
 * Who may be chosen in a practice registry, and what they do in it.
 */
typedef struct
{
  GramPersonRecord *person;
  GPtrArray *accounts;
} GramPersonChoice;

/**
 * gram_person_choice_free:
 * @self: (nullable): a choice
 *
 * Frees it.
 */
void gram_person_choice_free (GramPersonChoice *self);

/**
 * gram_session_list_choices_async:
 * @self: a session of a practice registry
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks who may be chosen without a password, and what each of them does. Other kinds of registry answer with an empty
 * array: they do not tell.
 */
void gram_session_list_choices_async (GramSession *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gram_session_list_choices_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramPersonChoice) (nullable): the choices, by name
 */
GPtrArray *
gram_session_list_choices_finish (GramSession *self, GAsyncResult *result, GError **error);

/**
 * gram_session_members_async:
 * @self: a session with an account
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the members of the current account, with who granted what and when they last signed in.
 */
void gram_session_members_async (GramSession *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * gram_session_members_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramMemberRow) (nullable): the owner first, then by name
 */
GPtrArray *gram_session_members_finish (GramSession *self,
                                        GAsyncResult *result,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_session_invitations_async:
 * @self: a session with an account
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the invitations to the current account.
 */
void gram_session_invitations_async (GramSession *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_invitations_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramInvitationRow) (nullable): pending ones first, then the newest
 */
GPtrArray *gram_session_invitations_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_session_handovers_async:
 * @self: a session with an account
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the hand-overs of the current account.
 */
void gram_session_handovers_async (GramSession *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_handovers_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramHandoverRow) (nullable): the pending one, if there is one, first,
 *   then the newest
 */
GPtrArray *gram_session_handovers_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_session_requests_async:
 * @self: a session with an account
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the commands on the current account that wait for a second person, or waited.
 */
void gram_session_requests_async (GramSession *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * gram_session_requests_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramRequestRow) (nullable): pending ones first, then the newest
 */
GPtrArray *gram_session_requests_finish (GramSession *self,
                                         GAsyncResult *result,
                                         GramRefusal **refusal,
                                         GError **error);

/**
 * gram_session_for_me_async:
 * @self: a session
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks what waits for the person who is signed in, of all accounts: invitations, ownerships, requests to approve.
 */
void gram_session_for_me_async (GramSession *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_session_for_me_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what waits
 */
GramForMe *gram_session_for_me_finish (GramSession *self,
                                       GAsyncResult *result,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_session_rights_async:
 * @self: a session
 * @person_id: a person, 0 who is signed in
 * @on_account: about the commands on the current account; else about those that name none
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * What can this person do? Asks about each command.
 */
void gram_session_rights_async (GramSession *self,
                                gint64 person_id,
                                gboolean on_account,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_session_rights_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramRight) (nullable): in the order of the command table
 */
GPtrArray *gram_session_rights_finish (GramSession *self,
                                       GAsyncResult *result,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_session_person_detail_async:
 * @self: a session
 * @person_id: a person
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for a person in detail, with their accounts: for the administrator's side, or about oneself.
 */
void gram_session_person_detail_async (GramSession *self,
                                       gint64 person_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_person_detail_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the person
 */
GramPersonDetail *gram_session_person_detail_finish (GramSession *self,
                                                     GAsyncResult *result,
                                                     GramRefusal **refusal,
                                                     GError **error);

/**
 * gram_session_person_counts_async:
 * @self: a session
 * @search: (nullable): words typed
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Counts the persons that a #GramPersonList would show, by role and whether they are active; for the administrator's
 * side.
 */
void gram_session_person_counts_async (GramSession *self,
                                       const char *search,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_person_counts_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the counts; free with g_free()
 */
GramPersonCounts *gram_session_person_counts_finish (GramSession *self,
                                                     GAsyncResult *result,
                                                     GramRefusal **refusal,
                                                     GError **error);

G_END_DECLS
