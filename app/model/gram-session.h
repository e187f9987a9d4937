/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account.h"
#include "gram-permit.h"
#include "gram-registry.h"
#include "gram-worker.h"

G_BEGIN_DECLS

#define GRAM_TYPE_SESSION (gram_session_get_type ())
G_DECLARE_FINAL_TYPE (GramSession, gram_session, GRAM, SESSION, GObject)

/**
 * GramSession:
 *
 * A registry that the window has open, and the person who is signed in. Main thread only; never blocks: every call into
 * the registry goes to one of two workers (writer and reader) and comes back as a #GTask.
 *
 * Properties: `path`, `title`, `kind` (uint, #GramRegistryKind), `signed-in` (boolean), `person-name`, `person-email`,
 * `person-role` (uint, #GramRole), `is-administrator` (boolean), `practice-today` (ISO date, %NULL unless a practice
 * registry), `accounts` (#GListModel of #GramAccount, by holder and number: those that the person is a member of, and the
 * few others visited last: see gram_session_visit_async()), `account` (the current #GramAccount, nullable; read and
 * write), `busy` (a command is being performed), `locked` (see gram_session_lock()), `previous-sign-in` (int64, UTC
 * microseconds, 0 never), `failed-tries` (uint, before this sign-in), and what waits for the person, for badges (int64):
 * `unread` (notices), `cases-to-do` (for who handles cases: theirs and nobody's), `disputes-to-do` (cases of the current
 * account in which information is asked). All but `account` are read-only.
 *
 * Signals:
 *
 * - `changed ()`: something in the registry may differ: a command of ours was performed, or another process committed
 *   (looked for twice a second). Coalesced: once an idle, however many commands. Accounts and permits are fresh by then.
 * - `permits-changed ()`: gram_session_get_permit() may answer differently: after a change, another account, another
 *   person.
 * - `account-lost (sentence)`: the current account is not the person's any more, and @sentence, translated, says so. By
 *   then another account, or none, is the current one.
 * - `person-lost (sentence)`: the person was removed from the registry and has just been signed out.
 * - `notice-arrived (notice)`: a #GramNoticeItem that the desktop is to show, once: of all windows and programs that have
 *   the registry open, and that listen, one is told. gram_session_open_notice_async() goes to what it is about.
 * - `notices-arrived (n)`: so many (uint) arrived at once that they are to be shown as one.
 *
 * Every `_finish` that asks or changes answers three ways: a value; a #GramRefusal (a sentence that a person can act on);
 * a #GError (the store failed). %G_IO_ERROR_CANCELLED is ignored silently.
 */

/**
 * GramSessionProgress:
 * @self: the session
 * @done: so much, in rows or bytes
 * @total: of so much, 0 unknown
 * @rows: rows so far
 * @user_data: closure
 *
 * Told on the main thread while a long call works, at most some ten times a second; never after its callback.
 */
typedef void (*GramSessionProgress) (GramSession *self,
                                     gint64 done,
                                     gint64 total,
                                     gint64 rows,
                                     gpointer user_data);

/**
 * gram_session_open_async:
 * @path: a registry file
 * @cancellable: (nullable): to stop it
 * @callback: when it is open, or not
 * @user_data: closure of @callback
 *
 * Opens a registry for reading and writing. Nobody is signed in yet.
 */
void gram_session_open_async (const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * gram_session_open_finish:
 * @result: the result
 * @error: return location
 *
 * Also ends gram_session_create_practice_async().
 *
 * Returns: (transfer full) (nullable): the session
 */
GramSession *gram_session_open_finish (GAsyncResult *result, GError **error);

/**
 * gram_session_create_async:
 * @path: file to make; it must not exist
 * @setup: what set-up needs; copied, and its password wiped when it has been used
 * @cancellable: (nullable): to stop it
 * @callback: when it is made, or not
 * @user_data: closure of @callback
 *
 * Makes a registry, opens it, and signs its first person in.
 */
void gram_session_create_async (const char *path,
                                const GramSetup *setup,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_session_create_finish:
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not (bad e-mail, weak password)
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the session; if %NULL, one of @refusal and @error is set and no file is left
 */
GramSession *
gram_session_create_finish (GAsyncResult *result, GramRefusal **refusal, GError **error);

/**
 * gram_session_create_practice_async:
 * @path: file to make; one that is there is replaced
 * @progress: (nullable) (scope notified): told while it works
 * @progress_data: closure of @progress
 * @cancellable: (nullable): to stop it
 * @callback: when it is made, or not
 * @user_data: closure of @callback
 *
 * Makes the practice registry and opens it. Nobody is signed in yet: see gram_session_list_choices_async(). In @progress
 * the session is %NULL.
 */
void gram_session_create_practice_async (const char *path,
                                         GramSessionProgress progress,
                                         gpointer progress_data,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_open_beside_async:
 * @self: a session
 * @cancellable: (nullable): to stop it
 * @callback: when it is open, or not
 * @user_data: closure of @callback
 *
 * Opens the same registry once more, for a second window: with the same person signed in (if any), without asking again,
 * and with a current account, a lock and a sign-out of its own. It begins with @self's current account. End it with
 * gram_session_open_finish().
 */
void gram_session_open_beside_async (GramSession *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_close:
 * @self: a session
 *
 * Cancels the questions under way, waits for the command under way, and closes the registry. The session's list models
 * are empty from then on. Has to be called before the last reference goes; a second call does nothing.
 */
void gram_session_close (GramSession *self);

/**
 * gram_session_close_async:
 * @self: a session
 * @callback: (nullable): when the registry is closed
 * @user_data: closure of @callback
 *
 * As gram_session_close(), but the command under way is waited for elsewhere: a window that goes does not hold up the
 * windows that stay. The program has to go on until @callback, or the command is lost (a #GApplication is held so long).
 */
void gram_session_close_async (GramSession *self, GAsyncReadyCallback callback, gpointer user_data);

/**
 * gram_session_close_finish:
 * @self: a session
 * @result: the result
 */
void gram_session_close_finish (GramSession *self, GAsyncResult *result);

/**
 * gram_session_set_today:
 * @self: a session of a practice registry
 * @today: ISO date
 *
 * Gives a practice registry another date until it is closed (`--today`); other kinds take no notice.
 */
void gram_session_set_today (GramSession *self, const char *today);

/**
 * gram_session_sign_in_async:
 * @self: a session
 * @email: e-mail
 * @password: (nullable): password, copied and wiped after use; %NULL in a practice registry
 * @cancellable: (nullable): to stop it
 * @callback: when it is decided
 * @user_data: closure of @callback
 *
 * Signs a person in, in place of the one before. By the time of @callback the accounts and permits are there, and
 * `account` is the first of them.
 */
void gram_session_sign_in_async (GramSession *self,
                                 const char *email,
                                 const char *password,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * gram_session_sign_in_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): wrong e-mail or password, or locked until
 * @error: return location
 *
 * Returns: the outcome
 */
GramOutcome gram_session_sign_in_finish (GramSession *self,
                                         GAsyncResult *result,
                                         GramRefusal **refusal,
                                         GError **error);

/**
 * gram_session_sign_out:
 * @self: a session
 *
 * Forgets the person and the accounts; the registry stays open.
 */
void gram_session_sign_out (GramSession *self);

const char *gram_session_get_path (GramSession *self);
const char *gram_session_get_title (GramSession *self);
GramRegistryKind gram_session_get_kind (GramSession *self);
gboolean gram_session_get_signed_in (GramSession *self);
const char *gram_session_get_person_name (GramSession *self);
const char *gram_session_get_person_email (GramSession *self);
GramRole gram_session_get_person_role (GramSession *self);
gboolean gram_session_get_is_administrator (GramSession *self);
const char *gram_session_get_practice_today (GramSession *self);
gboolean gram_session_get_busy (GramSession *self);

/**
 * gram_session_get_accounts:
 * @self: a session
 *
 * Returns: (transfer none): #GListModel of #GramAccount; the same object for the whole life of the session
 */
GListModel *gram_session_get_accounts (GramSession *self);

/**
 * gram_session_get_account:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the current account
 */
GramAccount *gram_session_get_account (GramSession *self);

/**
 * gram_session_set_account:
 * @self: a session
 * @account: (nullable): one of its accounts
 *
 * Makes it the current one; the permits are asked for anew.
 */
void gram_session_set_account (GramSession *self, GramAccount *account);

/**
 * gram_session_find_account:
 * @self: a session
 * @number: (nullable): an account number
 *
 * Returns: (transfer none) (nullable): that account, if it is in the list of accounts
 */
GramAccount *gram_session_find_account (GramSession *self, const char *number);

/**
 * GRAM_SESSION_VISITS:
 *
 * Accounts of others that the list of accounts keeps.
 */
#define GRAM_SESSION_VISITS 12

/**
 * gram_session_visit_async:
 * @self: a session
 * @number: number of an account that the person may view
 * @cancellable: (nullable): to stop it
 * @callback: when it is the current account, or not
 * @user_data: closure of @callback
 *
 * Makes an account the current one, whether or not it is in the list of accounts: an administrator is a member of few
 * and may view all. The %GRAM_SESSION_VISITS visited last stay in the list until the person signs out. By the time of
 * @callback the permits are there.
 */
void gram_session_visit_async (GramSession *self,
                               const char *number,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * gram_session_visit_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): no such account, or not for this person
 * @error: return location
 *
 * Returns: the outcome
 */
GramOutcome gram_session_visit_finish (GramSession *self,
                                       GAsyncResult *result,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_session_get_permit:
 * @self: a session
 * @command: name of a command, for example `vehicle.accept`
 *
 * Whether a button is sensitive and, if not, why not. Answered at once from what was asked in the background; until the
 * first answer is there, not allowed, without a reason. The engine asks again inside the transaction.
 *
 * Returns: the permit; its reason is valid until `permits-changed`
 */
GramPermit gram_session_get_permit (GramSession *self, const char *command);

/**
 * gram_session_perform_async:
 * @self: a session
 * @command: name of the command
 * @arguments: `a{sv}`; a floating reference is consumed
 * @progress: (nullable) (scope notified): told while it works
 * @progress_data: closure of @progress; has to live until @callback
 * @cancellable: (nullable): to stop it; then nothing changed
 * @callback: when it is done, refused or failed
 * @user_data: closure of @callback
 *
 * The one way to change anything. Commands are performed in the order in which they were sent. The accounts and permits
 * are fresh by the time of `changed`, which follows @callback.
 */
void gram_session_perform_async (GramSession *self,
                                 const char *command,
                                 GVariant *arguments,
                                 GramSessionProgress progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * gram_session_perform_finish:
 * @self: a session
 * @result: the result
 * @value: (out) (optional) (transfer full): `a{sv}`, what it did
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: the outcome
 */
GramOutcome gram_session_perform_finish (GramSession *self,
                                         GAsyncResult *result,
                                         GVariant **value,
                                         GramRefusal **refusal,
                                         GError **error);

/**
 * gram_session_get_reader:
 * @self: a session
 *
 * For the list models and questions of this floor.
 *
 * Returns: (transfer none) (nullable): the worker that reads, %NULL once closed
 */
GramWorker *gram_session_get_reader (GramSession *self);

/**
 * gram_session_get_actor:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): who is signed in
 */
GramActor *gram_session_get_actor (GramSession *self);

G_END_DECLS
