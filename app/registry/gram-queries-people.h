/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-person-query.h"
#include "gram-queries.h"
#include "gram-words.h"

G_BEGIN_DECLS

/*
 * Questions about people. What somebody may not know is refused; %NULL or %FALSE comes with exactly one of @refusal and
 * @error set. Strings of rows are owned by the row.
 */

/**
 * GramMemberRow:
 * @account_id: the account
 * @person_id: the person
 * @name: name of the person
 * @email: e-mail of the person
 * @owner: the person is the owner
 * @you: the person is who asked
 * @active: the person can sign in
 * @permissions: #GramPermission flags
 * @granted_by: (nullable): name of who granted the permissions last, %NULL if they came with the account
 * @last_sign_in: UTC microseconds, 0 never
 *
 * A member of an account.
 */
typedef struct
{
  gint64 account_id;
  gint64 person_id;
  char *name;
  char *email;
  gboolean owner;
  gboolean you;
  gboolean active;
  guint permissions;
  char *granted_by;
  gint64 last_sign_in;
} GramMemberRow;

/**
 * gram_registry_members:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramMemberRow) (nullable): the members, the owner first, then by name
 */
GPtrArray *gram_registry_members (GramRegistry *self,
                                  GramActor *actor,
                                  gint64 account_id,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_member_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_member_row_free (GramMemberRow *self);

/**
 * GramInvitationRow:
 * @id: the invitation
 * @account_id: the account
 * @account: number of the account
 * @holder: holder of the account
 * @email: e-mail address that it names
 * @permissions: #GramPermission flags that it grants
 * @state: its state; a pending one whose time is over is lapsed
 * @invited_by: name of the inviter
 * @invited_at: UTC microseconds
 * @lapses_at: UTC microseconds
 * @times_sent: how often a code was made for it
 * @decided_at: UTC microseconds of its end, 0 none
 *
 * An invitation. Its code is nowhere.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  char *account;
  char *holder;
  char *email;
  guint permissions;
  GramInvitationState state;
  char *invited_by;
  gint64 invited_at;
  gint64 lapses_at;
  int times_sent;
  gint64 decided_at;
} GramInvitationRow;

/**
 * gram_registry_invitations:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramInvitationRow) (nullable): the invitations of an account, pending ones
 *   first, then the newest
 */
GPtrArray *gram_registry_invitations (GramRegistry *self,
                                      GramActor *actor,
                                      gint64 account_id,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_invitation_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_invitation_row_free (GramInvitationRow *self);

/**
 * GramHandoverRow:
 * @id: the hand-over
 * @account_id: the account
 * @account: number of the account
 * @holder: holder of the account
 * @to_person: who shall become the owner
 * @to_name: name of that person
 * @to_email: e-mail of that person
 * @offered_by: name of who offers it
 * @offered_at: UTC microseconds
 * @lapses_at: UTC microseconds
 * @state: its state; a pending one whose time is over is lapsed
 *
 * A hand-over of the ownership of an account.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  char *account;
  char *holder;
  gint64 to_person;
  char *to_name;
  char *to_email;
  char *offered_by;
  gint64 offered_at;
  gint64 lapses_at;
  GramHandoverState state;
} GramHandoverRow;

/**
 * gram_registry_handovers:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramHandoverRow) (nullable): the hand-overs of an account; the pending one, if
 *   there is one, first, then the newest
 */
GPtrArray *gram_registry_handovers (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_handover_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_handover_row_free (GramHandoverRow *self);

/**
 * GramRequestRow:
 * @id: the request
 * @account_id: the account
 * @act: what kind of act it is
 * @command: name of the command that waits
 * @summary: what it does, translated
 * @arguments: (nullable): arguments of the command, `a{sv}`, without secrets
 * @prepared_by: id of who prepared it
 * @prepared_name: name of that person
 * @prepared_at: UTC microseconds
 * @lapses_at: UTC microseconds
 * @state: its state; a pending one whose time is over is lapsed
 * @decided_name: (nullable): name of who decided it
 * @decided_at: UTC microseconds, 0 not yet
 * @reason: reason of the decision, may be empty
 * @approvers: (array zero-terminated=1): names of those who may approve it; empty unless it is pending
 * @approve: (nullable): why who asks may not approve it, %NULL if they may
 * @decline: (nullable): why who asks may not decline it, %NULL if they may
 * @withdraw: (nullable): why who asks may not withdraw it, %NULL if they may
 *
 * A command that waits for a second person, or waited.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  GramAct act;
  char *command;
  char *summary;
  GVariant *arguments;
  gint64 prepared_by;
  char *prepared_name;
  gint64 prepared_at;
  gint64 lapses_at;
  GramRequestState state;
  char *decided_name;
  gint64 decided_at;
  char *reason;
  GStrv approvers;
  GramRefusal *approve;
  GramRefusal *decline;
  GramRefusal *withdraw;
} GramRequestRow;

/**
 * gram_registry_requests:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramRequestRow) (nullable): the requests of an account, pending ones first, then
 *   the newest
 */
GPtrArray *gram_registry_requests (GramRegistry *self,
                                   GramActor *actor,
                                   gint64 account_id,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * gram_request_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_request_row_free (GramRequestRow *self);

/**
 * GramForMe:
 * @invitations: (element-type GramInvitationRow): pending invitations to the person's address
 * @handovers: (element-type GramHandoverRow): ownerships that are offered to the person
 * @requests: (element-type GramRequestRow): requests, of all accounts, that the person may approve now
 *
 * What waits for a person.
 */
typedef struct
{
  GPtrArray *invitations;
  GPtrArray *handovers;
  GPtrArray *requests;
} GramForMe;

/**
 * gram_registry_for_me:
 * @self: a registry
 * @actor: who asks
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what waits for the person who asks
 */
GramForMe *
gram_registry_for_me (GramRegistry *self, GramActor *actor, GramRefusal **refusal, GError **error);

/**
 * gram_for_me_free:
 * @self: (nullable): what waits
 *
 * Frees it.
 */
void gram_for_me_free (GramForMe *self);

/**
 * GramRight:
 * @command: (not nullable): row of the command table
 * @refusal: (nullable): why the person may not send it now, %NULL if they may
 *
 * Whether a person may send a command.
 */
typedef struct
{
  const GramCommand *command;
  GramRefusal *refusal;
} GramRight;

/**
 * gram_registry_rights:
 * @self: a registry
 * @actor: who asks: a member about the members, the administrator's side about everybody, each about themselves
 * @account_id: an account, 0 for the commands that name none
 * @person_id: whose rights, 0 of who asks
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * What can this person do? The sentences are about “you” if one asks about oneself. Each command that is not the program's own, in the order of the table: those on an account if
 * one is named, else those on none.
 *
 * Returns: (transfer full) (element-type GramRight) (nullable): the rights
 */
GPtrArray *gram_registry_rights (GramRegistry *self,
                                 GramActor *actor,
                                 gint64 account_id,
                                 gint64 person_id,
                                 GramRefusal **refusal,
                                 GError **error);

/**
 * gram_right_free:
 * @self: (nullable): a right
 *
 * Frees it.
 */
void gram_right_free (GramRight *self);

/**
 * GramPersonRow:
 * @id: the person
 * @name: name
 * @email: e-mail
 * @role: role
 * @active: the person can sign in
 * @last_sign_in: UTC microseconds, 0 never
 * @n_accounts: how many accounts the person is a member of
 *
 * A person of the registry.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *email;
  GramRole role;
  gboolean active;
  gint64 last_sign_in;
  gint64 n_accounts;
} GramPersonRow;

/**
 * gram_registry_person_ids:
 * @self: a registry
 * @actor: who asks; the administrator's side
 * @query: search, roles, activity, order
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): ids of the persons that match, in order
 */
GArray *gram_registry_person_ids (GramRegistry *self,
                                  GramActor *actor,
                                  const GramPersonQuery *query,
                                  guint limit,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_registry_person_counts:
 * @self: a registry
 * @actor: who asks; the administrator's side
 * @query: (nullable): a filter of which only the search counts; %NULL all persons
 * @counts: (out): persons by role and activity
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Counts the persons that match, for the chips of the list.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_person_counts (GramRegistry *self,
                                         GramActor *actor,
                                         const GramPersonQuery *query,
                                         GramPersonCounts *counts,
                                         GramRefusal **refusal,
                                         GError **error);

/**
 * gram_registry_person_rows:
 * @self: a registry
 * @actor: who asks; the administrator's side
 * @ids: (array length=n_ids): ids
 * @n_ids: how many
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramPersonRow) (nullable): the persons, in the order of @ids; ids that are none
 *   are left out
 */
GPtrArray *gram_registry_person_rows (GramRegistry *self,
                                      GramActor *actor,
                                      const gint64 *ids,
                                      guint n_ids,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_person_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_person_row_free (GramPersonRow *self);

/**
 * GramPersonDetail:
 * @row: the person
 * @created_at: UTC microseconds
 * @failed_tries: wrong passwords since the last right one
 * @locked_until: UTC microseconds until which sign-in waits, 0 not locked
 * @code_lapses_at: UTC microseconds until which a one-time code for a new password works, 0 none
 * @accounts: (element-type GramAccountRecord): accounts the person is a member of, with permissions and owner flag
 *
 * A person in detail. Their password is nowhere.
 */
typedef struct
{
  GramPersonRow *row;
  gint64 created_at;
  int failed_tries;
  gint64 locked_until;
  gint64 code_lapses_at;
  GPtrArray *accounts;
} GramPersonDetail;

/**
 * gram_registry_person_detail:
 * @self: a registry
 * @actor: who asks; the administrator's side, or the person
 * @person_id: a person
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the person
 */
GramPersonDetail *gram_registry_person_detail (GramRegistry *self,
                                               GramActor *actor,
                                               gint64 person_id,
                                               GramRefusal **refusal,
                                               GError **error);

/**
 * gram_person_detail_free:
 * @self: (nullable): a detail
 *
 * Frees it.
 */
void gram_person_detail_free (GramPersonDetail *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramMemberRow, gram_member_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramInvitationRow, gram_invitation_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramHandoverRow, gram_handover_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRequestRow, gram_request_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramForMe, gram_for_me_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRight, gram_right_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPersonRow, gram_person_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPersonDetail, gram_person_detail_free)

G_END_DECLS
