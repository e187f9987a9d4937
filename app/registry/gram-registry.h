/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-account-table.h"
#include "gram-command.h"
#include "gram-journal.h"
#include "gram-person-table.h"
#include "gram-refusal.h"
#include "gram-store.h"
#include "gram-vehicle-table.h"
#include "gram-verify.h"

G_BEGIN_DECLS

/**
 * GramRegistry:
 *
 * Every change and every question. Synchronous and thread-agnostic, but an instance belongs to the thread that opened
 * it: the model has one for the writer's thread and one, read-only, for the reader's; gramctl has one.
 */
typedef struct _GramRegistry GramRegistry;

/**
 * GramActor:
 *
 * A signed-in person. Immutable and reference counted; may cross threads. Rights are never kept in it: they are looked
 * up inside each transaction.
 */
typedef struct _GramActor GramActor;

/**
 * GramOutcome:
 * @GRAM_OUTCOME_FAILED: the store failed; error is set; nothing changed
 * @GRAM_OUTCOME_REFUSED: refused; refusal is set; nothing changed
 * @GRAM_OUTCOME_DONE: done and on disk
 *
 * What became of a command.
 */
typedef enum
{
  GRAM_OUTCOME_FAILED,
  GRAM_OUTCOME_REFUSED,
  GRAM_OUTCOME_DONE,
} GramOutcome;

/**
 * GramProgressFunc:
 * @done: so much, in rows or bytes
 * @total: of so much, 0 unknown
 * @rows: rows so far
 * @data: closure
 *
 * Told now and then (at most some ten times a second) on the thread that works.
 */
typedef void (*GramProgressFunc) (gint64 done, gint64 total, gint64 rows, gpointer data);

/**
 * GramSetup:
 * @kind: kind of the registry
 * @title: what it is called, for example the organisation's name
 * @email: e-mail of the first person, who is its administrator
 * @name: that person's name
 * @password: their password, at least 10 characters; not kept. %NULL in a practice registry only
 * @practice_today: (nullable): fixed date of a practice registry, ISO
 * @rulebook_folder: (nullable): folder whose rulebooks are published at once; %NULL for the installed ones
 *
 * What set-up needs.
 */
typedef struct
{
  GramRegistryKind kind;
  const char *title;
  const char *email;
  const char *name;
  const char *password;
  const char *practice_today;
  const char *rulebook_folder;
} GramSetup;

/**
 * gram_registry_create:
 * @path: file to make
 * @setup: what it needs
 * @refusal: (out) (optional): refusal (bad e-mail, weak password …)
 * @error: return location
 *
 * Makes a registry: the set-up command is the journal's first entry.
 *
 * Returns: (transfer full) (nullable): the registry, open; %NULL with one of @refusal and @error set, and no file left
 */
GramRegistry *gram_registry_create (const char *path,
                                    const GramSetup *setup,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_registry_open:
 * @path: a registry file
 * @mode: for writing, or read-only
 * @error: return location
 *
 * Opens a registry.
 *
 * Returns: (transfer full) (nullable): the registry
 */
GramRegistry *gram_registry_open (const char *path, GramStoreMode mode, GError **error);

/**
 * gram_registry_close:
 * @self: (nullable): a registry
 *
 * Closes it.
 */
void gram_registry_close (GramRegistry *self);

/**
 * gram_registry_get_kind:
 * @self: a registry
 *
 * Returns: its kind
 */
GramRegistryKind gram_registry_get_kind (GramRegistry *self);

/**
 * gram_registry_get_title:
 * @self: a registry
 *
 * Returns: (transfer none): what it is called
 */
const char *gram_registry_get_title (GramRegistry *self);

/**
 * gram_registry_get_store:
 * @self: a registry
 *
 * For questions that a table answers directly, from the registry's own thread.
 *
 * Returns: (transfer none): its store
 */
GramStore *gram_registry_get_store (GramRegistry *self);

/**
 * gram_registry_dup_today:
 * @self: a registry
 * @kind: kind of account, whose scheme has a zone
 *
 * The scheme's local date: from the clock, or the practice registry's own date.
 *
 * Returns: (transfer full): ISO date
 */
char *gram_registry_dup_today (GramRegistry *self, GramAccountKind kind);

/**
 * gram_registry_set_today:
 * @self: a registry
 * @today: ISO date
 * @refusal: (out) (optional): refused unless it is a practice registry
 *
 * Gives a practice registry another date for this instance (`--today`).
 *
 * Returns: %FALSE if refused
 */
gboolean gram_registry_set_today (GramRegistry *self, const char *today, GramRefusal **refusal);

/**
 * gram_registry_sign_in:
 * @self: a registry, open for writing
 * @email: e-mail
 * @password: (nullable): password; may be %NULL in a practice registry
 * @actor: (out) (transfer full): who is signed in
 * @refusal: (out) (optional): wrong e-mail or password (one text for both), or locked until
 * @error: return location
 *
 * Signs in. Five wrong tries wait, with growing times that survive a restart. While another process writes for long, who
 * knows the password is signed in without an entry in the journal.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_sign_in (GramRegistry *self,
                                   const char *email,
                                   const char *password,
                                   GramActor **actor,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * gram_registry_join:
 * @self: a registry, open for writing
 * @email: e-mail address that the invitation names
 * @code: its code, as somebody types it
 * @name: name of the person
 * @password: (nullable): password that the person chooses; may be %NULL in a practice registry
 * @actor: (out) (transfer full): who is signed in
 * @refusal: (out) (optional): `invitation.wrong` (address or code: one text for both), `invitation.sign-in` (is known
 *   here already), `invitation.used`, `.revoked`, `.lapsed`, `.inviter`, `text.*`, `password.*`
 * @error: return location
 *
 * Takes an invitation up by somebody who is no person of the registry yet: makes the officer and the membership in one
 * go, and signs in.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_join (GramRegistry *self,
                                const char *email,
                                const char *code,
                                const char *name,
                                const char *password,
                                GramActor **actor,
                                GramRefusal **refusal,
                                GError **error);

/**
 * gram_registry_use_code:
 * @self: a registry, open for writing
 * @email: e-mail
 * @code: one-time code that the administrator gave, as somebody types it
 * @new_password: password that the person chooses
 * @actor: (out) (transfer full): who is signed in
 * @refusal: (out) (optional): `session.code` (e-mail, code or its time: one text for all), `session.wait`, `password.*`
 * @error: return location
 *
 * Sets a new password with a one-time code, and signs in. A wrong code counts as a wrong password does.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_use_code (GramRegistry *self,
                                    const char *email,
                                    const char *code,
                                    const char *new_password,
                                    GramActor **actor,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_registry_check_password:
 * @self: a registry, open for writing
 * @actor: who is signed in
 * @password: (nullable): what was typed; a practice registry takes everything
 * @refusal: (out) (optional): `session.password`, `session.wait`, `session.removed`
 * @error: return location
 *
 * Whether the person who sits there is the one who signed in, to unlock a window. A wrong try is counted.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_check_password (GramRegistry *self,
                                          GramActor *actor,
                                          const char *password,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_actor_get_previous_sign_in:
 * @self: an actor
 *
 * Returns: when the person signed in before this time, UTC microseconds, 0 never
 */
gint64 gram_actor_get_previous_sign_in (const GramActor *self);

/**
 * gram_actor_get_failed_tries:
 * @self: an actor
 *
 * Returns: how many wrong passwords somebody tried since then
 */
int gram_actor_get_failed_tries (const GramActor *self);

/**
 * gram_actor_get_person_id:
 * @self: an actor
 *
 * Returns: id of the person
 */
gint64 gram_actor_get_person_id (const GramActor *self);

/**
 * gram_actor_get_name:
 * @self: an actor
 *
 * Returns: (transfer none): name of the person
 */
const char *gram_actor_get_name (const GramActor *self);

/**
 * gram_actor_get_email:
 * @self: an actor
 *
 * Returns: (transfer none): e-mail of the person
 */
const char *gram_actor_get_email (const GramActor *self);

/**
 * gram_actor_ref:
 * @self: an actor
 *
 * Returns: (transfer full): @self
 */
GramActor *gram_actor_ref (GramActor *self);

/**
 * gram_actor_unref:
 * @self: (nullable): an actor
 *
 * Drops a reference.
 */
void gram_actor_unref (GramActor *self);

/**
 * GRAM_REQUEST_ID_MAX_BYTES:
 *
 * Longest request id, in bytes.
 */
#define GRAM_REQUEST_ID_MAX_BYTES 200

/**
 * gram_registry_perform:
 * @self: a registry, open for writing
 * @actor: who
 * @request_id: (nullable): request id; %NULL makes one
 * @name: name of the command
 * @arguments: `a{sv}`; a floating reference is consumed
 * @progress: (nullable) (scope call): told while a long command works
 * @progress_data: closure of @progress
 * @cancellable: (nullable): to stop it; then nothing changed
 * @result: (out) (optional) (transfer full): `a{sv}`, what it did
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * The one entry for every change: command table, one transaction, ledger, journal. If the account asks for four eyes,
 * the result has `pending` (`b`) and `request` (`x`), and a second person has to approve it.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_perform (GramRegistry *self,
                                   GramActor *actor,
                                   const char *request_id,
                                   const char *name,
                                   GVariant *arguments,
                                   GramProgressFunc progress,
                                   gpointer progress_data,
                                   GCancellable *cancellable,
                                   GVariant **result,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * gram_registry_allows:
 * @self: a registry
 * @actor: who
 * @name: name of the command
 * @account_id: the account, 0 none
 * @refusal: (out) (optional) (transfer full): why not: the tooltip of the button
 * @error: return location
 *
 * Asks the command table whether @actor could send @name now: kind of registry, permission, state of the account.
 *
 * Returns: %GRAM_OUTCOME_DONE if so
 */
GramOutcome gram_registry_allows (GramRegistry *self,
                                  GramActor *actor,
                                  const char *name,
                                  gint64 account_id,
                                  GramRefusal **refusal,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRegistry, gram_registry_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramActor, gram_actor_unref)

G_END_DECLS
