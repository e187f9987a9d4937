/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * GramCallSubject:
 * @subject: `person`, `invitation`, `handover`, `request`, `measure`, `closing`, `application`, `case`, `year`, `trade` (a
 *   notification), `pool`, `payment-notice`, `charge`, `payment`, `transfer`, `borrowing`, `fleet-year`, or `account`: one of many
 *   that a command without an account of its own is about; the history of that account tells of it
 * @id: its row
 *
 * An object that a journal entry is about besides its account.
 */
typedef struct
{
  const char *subject;
  gint64 id;
} GramCallSubject;

/**
 * GramCall:
 * @registry: the registry
 * @unit: the open unit of work
 * @store: its store
 * @command: the row of the command table
 * @person: (nullable): who, looked up inside the unit; %NULL is the program itself
 * @account: (nullable): the account that the argument `account` names, looked up inside the unit
 * @arguments: the arguments, checked against the signature
 * @journal_id: number that the journal entry of this call will get
 * @now: UTC microseconds; all that this call writes has the same instant
 * @progress: (nullable): told while a long command works
 * @progress_data: closure of @progress
 * @cancellable: (nullable): to stop it
 * @result: what the command did; see the gram_call_answer functions
 * @notes: what the journal's arguments get besides; see gram_call_note()
 * @secrets: what the caller is told and the journal is not; see gram_call_answer_secret()
 * @subjects: (nullable): what the journal entry is about besides the account; see gram_call_touches()
 * @approver: (nullable): the second person, where @person prepared the command and somebody else approves it
 * @internal: members of the account do not read the journal entry; see gram_call_keep_internal()
 *
 * One command under way, as its handler sees it. It lives for the length of the handler.
 */
struct _GramCall
{
  /* Borrowed References */
  GramRegistry *registry;
  GramUnit *unit;
  GramStore *store;
  const GramCommand *command;
  GVariant *arguments;
  gpointer progress_data;
  GCancellable *cancellable;
  const GramPersonRecord *approver;

  /* Owned References */
  GramPersonRecord *person;
  GramAccountRecord *account;
  GVariantDict result;
  GVariantDict notes;
  GVariantDict secrets;
  GArray *subjects;

  gint64 journal_id;
  gint64 now;
  GramProgressFunc progress;
  gboolean internal;
};

/**
 * gram_call_get_string:
 * @self: a call
 * @name: name of an argument
 *
 * Returns: (transfer none) (nullable): the argument, %NULL if it was not given
 */
const char *gram_call_get_string (GramCall *self, const char *name);

/**
 * gram_call_get_int64:
 * @self: a call
 * @name: name of an argument
 * @otherwise: what counts if it was not given
 *
 * Returns: the argument
 */
gint64 gram_call_get_int64 (GramCall *self, const char *name, gint64 otherwise);

/**
 * gram_call_get_boolean:
 * @self: a call
 * @name: name of an argument
 *
 * Returns: the argument, %FALSE if it was not given
 */
gboolean gram_call_get_boolean (GramCall *self, const char *name);

/**
 * gram_call_dup_value:
 * @self: a call
 * @name: name of an argument
 *
 * Returns: (transfer full) (nullable): the argument, %NULL if it was not given
 */
GVariant *gram_call_dup_value (GramCall *self, const char *name);

/**
 * gram_call_dup_ids:
 * @self: a call
 * @name: name of an argument of type `ax`
 *
 * Returns: (transfer full) (element-type gint64): the numbers in their order, none twice; empty if it was not given
 */
GArray *gram_call_dup_ids (GramCall *self, const char *name);

/**
 * gram_call_person_id:
 * @self: a call
 *
 * Returns: id of the person, 0 for the program itself
 */
gint64 gram_call_person_id (const GramCall *self);

/**
 * gram_call_dup_today:
 * @self: a call on an account
 *
 * Returns: (transfer full): the date in the zone of the account's scheme, ISO
 */
char *gram_call_dup_today (GramCall *self);

/**
 * gram_call_answer_string:
 * @self: a call
 * @name: key in the result
 * @value: value
 *
 * Puts a text into the result.
 */
void gram_call_answer_string (GramCall *self, const char *name, const char *value);

/**
 * gram_call_answer_int64:
 * @self: a call
 * @name: key in the result
 * @value: value
 *
 * Puts a number into the result.
 */
void gram_call_answer_int64 (GramCall *self, const char *name, gint64 value);

/**
 * gram_call_answer:
 * @self: a call
 * @name: key in the result
 * @value: value; a floating reference is consumed
 *
 * Puts a value into the result.
 */
void gram_call_answer (GramCall *self, const char *name, GVariant *value);

/**
 * gram_call_answer_secret:
 * @self: a call
 * @name: key in the result
 * @value: a secret, for example a one-time code
 *
 * Puts a text into the result that the caller gets once: it never stands in the journal, and the same request sent again
 * is answered without it.
 */
void gram_call_answer_secret (GramCall *self, const char *name, const char *value);

/**
 * gram_call_touches:
 * @self: a call
 * @subject: as in #GramCallSubject; a constant
 * @subject_id: its row
 *
 * Notes that the journal entry is about an object besides the account, for the timeline of that object.
 */
void gram_call_touches (GramCall *self, const char *subject, gint64 subject_id);

/**
 * gram_call_keep_internal:
 * @self: a call
 *
 * Keeps the journal entry of this call to the administrator's side: it names no account, so the history of the account and
 * the list of who acted there do not have it. The timeline of what the call touches has it for those who may read the
 * whole journal.
 */
void gram_call_keep_internal (GramCall *self);

/**
 * gram_call_note:
 * @self: a call
 * @name: key, one that no argument has
 * @value: value
 *
 * Puts a fact about the arguments into the journal that the caller did not send, for example the digest of a file.
 */
void gram_call_note (GramCall *self, const char *name, const char *value);

/**
 * gram_call_progress:
 * @self: a call
 * @done: so much
 * @total: of so much, 0 unknown
 * @rows: rows so far
 * @error: return location
 *
 * Reports progress, and asks whether to go on.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED if the call was cancelled
 */
gboolean
gram_call_progress (GramCall *self, gint64 done, gint64 total, gint64 rows, GError **error);

G_END_DECLS
