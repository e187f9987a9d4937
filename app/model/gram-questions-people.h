/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-member-table.h"
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
 * As gram_session_list_persons_async(), with what each person does. Other kinds of registry answer with an empty array.
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
 * gram_session_people_async:
 * @self: a session
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the persons of the registry: an administrator sees all, others the members of the current account and
 * themselves.
 */
void gram_session_people_async (GramSession *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_session_people_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramPersonRecord) (nullable): persons by name, without password hashes
 */
GPtrArray *gram_session_people_finish (GramSession *self,
                                       GAsyncResult *result,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_session_members_async:
 * @self: a session with an account
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the members of the current account.
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
 * Returns: (transfer container) (element-type GramMember) (nullable): the owner first, then by name
 */
GPtrArray *gram_session_members_finish (GramSession *self,
                                        GAsyncResult *result,
                                        GramRefusal **refusal,
                                        GError **error);

G_END_DECLS
