/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-request-table.h"

G_BEGIN_DECLS

/*
 * Four eyes: a command that waits for a second person. It has passed every check; when it is approved, it passes them
 * again, for the person who prepared it.
 */

/**
 * gram_requests_prepare:
 * @call: a call whose checks have passed
 * @acts: #GramAct flags for which the account asks for four eyes, at least one
 * @refusal: (out) (optional): `request.pending`: the same is waiting already; `four-eyes.alone`: nobody else could approve
 * @error: return location
 *
 * Makes a request instead of doing what the command does: the result has `request` and `pending`.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_requests_prepare (GramCall *call, guint acts, GramRefusal **refusal, GError **error);

/**
 * gram_requests_state:
 * @request: a request
 * @now: UTC microseconds
 *
 * Returns: its state: one that is pending after its time is lapsed
 */
GramRequestState gram_requests_state (const GramRequestRecord *request, gint64 now);

/**
 * gram_requests_dup_arguments:
 * @request: a request
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the arguments of the command that waits, as its handler gets them
 */
GVariant *gram_requests_dup_arguments (const GramRequestRecord *request, GError **error);

/**
 * gram_requests_check_approver:
 * @registry: a registry
 * @request: a request
 * @account: its account
 * @person: who would approve it
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Whether a person may approve a request now: it waits, they did not prepare it, and they have the rights.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_requests_check_approver (GramRegistry *registry,
                                       const GramRequestRecord *request,
                                       const GramAccountRecord *account,
                                       const GramPersonRecord *person,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_requests_check_decliner:
 * @registry: a registry
 * @request: a request
 * @account: its account
 * @person: who would decline it
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * The same for saying no, which is possible in every state of the account.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_requests_check_decliner (GramRegistry *registry,
                                       const GramRequestRecord *request,
                                       const GramAccountRecord *account,
                                       const GramPersonRecord *person,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_requests_check_preparer:
 * @registry: a registry
 * @request: a request
 * @person: who would withdraw it
 * @refusal: (out) (optional): why not
 *
 * Whether a person may withdraw a request now.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_requests_check_preparer (GramRegistry *registry,
                                       const GramRequestRecord *request,
                                       const GramPersonRecord *person,
                                       GramRefusal **refusal);

/**
 * gram_requests_approvers:
 * @registry: a registry
 * @command: a row of the command table
 * @act: which act it is
 * @account: an account
 * @except_id: the person who prepares or prepared it
 * @error: return location
 *
 * Names of the members who could approve a command that somebody else prepares.
 *
 * Returns: (transfer full) (nullable): the names, none for an empty list; %NULL on error
 */
GStrv gram_requests_approvers (GramRegistry *registry,
                               const GramCommand *command,
                               GramAct act,
                               const GramAccountRecord *account,
                               gint64 except_id,
                               GError **error);

/**
 * gram_requests_end_of_person:
 * @call: a call on an account
 * @person_id: a person who loses their membership; 0: whoever prepared it, when the account closes
 * @error: return location
 *
 * Ends what that person prepared and nobody has approved yet.
 *
 * Returns: %FALSE on error
 */
gboolean gram_requests_end_of_person (GramCall *call, gint64 person_id, GError **error);

G_END_DECLS
