/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-case-words.h"

G_BEGIN_DECLS

/*
 * Who is told what. A notice is written in the unit of work of the command that it is about, so nobody is told what did not
 * happen. It is never told twice (person, event, subject and occasion are unique), never to the sender, never to somebody
 * without access, and not to who has switched the event off. What it says is a sentence that the window makes of the event
 * and of the detail; no secrets and no internal notes stand in there. A command over many vehicles or cases tells one notice.
 */

/**
 * GramRecipients:
 * @GRAM_RECIPIENTS_MEMBERS: members of the account who have the permission that the event asks for
 * @GRAM_RECIPIENTS_HANDLERS: everybody who handles cases: administrators, case handlers and decision makers
 * @GRAM_RECIPIENTS_PERSON: one person
 *
 * Who is told.
 */
typedef enum
{
  GRAM_RECIPIENTS_MEMBERS,
  GRAM_RECIPIENTS_HANDLERS,
  GRAM_RECIPIENTS_PERSON,
} GramRecipients;

/**
 * GramTidings:
 * @event: what happened
 * @account_id: account that it is about, 0 none
 * @subject: what the notice opens: `case`, `cases` (of the account), `vehicle`, `vehicles` (of the account), `account`,
 *   `membership`; a constant
 * @subject_id: its row; for `cases`, `vehicles` and `membership` the account
 * @occasion: (nullable): what tells two tidings about the same thing apart, for example a due date; %NULL this command
 * @detail: (nullable): `a{sv}` for the sentence; a floating reference is consumed
 * @recipients: who is told
 * @person_id: with %GRAM_RECIPIENTS_PERSON: the person; 0 nobody
 *
 * One thing to tell.
 */
typedef struct
{
  GramEvent event;
  gint64 account_id;
  const char *subject;
  gint64 subject_id;
  const char *occasion;
  GVariant *detail;
  GramRecipients recipients;
  gint64 person_id;
} GramTidings;

/**
 * gram_notices_tell:
 * @call: a call
 * @tidings: what, and whom
 * @error: return location
 *
 * Writes a notice for each recipient who has access now and wants to be told.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell (GramCall *call, const GramTidings *tidings, GError **error);

/**
 * gram_notices_tell_side:
 * @call: a call
 * @event: what happened
 * @account_id: whose members are told; 0 those who handle cases
 * @subject: what the notice opens, a constant
 * @subject_id: its row
 * @occasion: (nullable): as in #GramTidings
 * @detail: facts of the sentence; it is ended
 * @error: return location
 *
 * Tells one side: the members of an account, or those who handle cases.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_side (GramCall *call,
                                 GramEvent event,
                                 gint64 account_id,
                                 const char *subject,
                                 gint64 subject_id,
                                 const char *occasion,
                                 GVariantDict *detail,
                                 GError **error);

/**
 * gram_notices_tell_vehicles:
 * @call: a call on an account
 * @event: %GRAM_EVENT_VEHICLE_READY or %GRAM_EVENT_AUTO_ACCEPTED
 * @n_vehicles: how many; with 0 nobody is told
 * @vehicle_id: the vehicle if it is one, else 0
 * @error: return location
 *
 * Tells the members who may accept what a command did to vehicles.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_vehicles (GramCall *call,
                                     GramEvent event,
                                     gint64 n_vehicles,
                                     gint64 vehicle_id,
                                     GError **error);

/**
 * gram_notices_tell_vehicles_of:
 * @call: a call
 * @account_id: the account, perhaps another than that of the call
 * @event: %GRAM_EVENT_VEHICLE_READY or %GRAM_EVENT_AUTO_ACCEPTED
 * @n_vehicles: how many; with 0 nobody is told
 * @vehicle_id: the vehicle if it is one, else 0
 * @error: return location
 *
 * gram_notices_tell_vehicles() for vehicles that a command brought to another account.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_vehicles_of (GramCall *call,
                                        gint64 account_id,
                                        GramEvent event,
                                        gint64 n_vehicles,
                                        gint64 vehicle_id,
                                        GError **error);

/**
 * gram_notices_find_claimant:
 * @call: a call
 * @claimed_by: who claimed a case, 0 nobody
 * @person_id: (out): that person as long as they work cases here, else 0
 * @error: return location
 *
 * What is about a case goes to who claimed it; somebody who was removed or given another role does nothing about it.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_notices_find_claimant (GramCall *call, gint64 claimed_by, gint64 *person_id, GError **error);

/**
 * gram_notices_has_access:
 * @registry: a registry
 * @event: what happened
 * @person: a person
 * @account_id: the account, 0 none
 * @access: (out): whether the person may be told, and read it
 * @error: return location
 *
 * Asked when a notice is written, and again when it is read.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_has_access (GramRegistry *registry,
                                  GramEvent event,
                                  const GramPersonRecord *person,
                                  gint64 account_id,
                                  gboolean *access,
                                  GError **error);

G_END_DECLS
