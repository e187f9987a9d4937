/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramInvitationRecord:
 * @id: row of the invitation, 0 before it is stored
 * @account_id: the account that it invites to
 * @email: the address it is for, as the registry normalised it
 * @permissions: bit set of #GramPermission that it grants
 * @code_hash: SHA-256 of the code, hexadecimal; the code itself stands nowhere
 * @state: state; one that is pending after @lapses_at counts as lapsed
 * @invited_by: who invited or sent it again: whose permissions bound it
 * @invited_at: UTC microseconds
 * @lapses_at: UTC microseconds from which the code is worth nothing
 * @times_sent: 1 and one more for each time it was sent again
 * @used_by: who used it, 0 nobody
 * @decided_at: UTC microseconds of its use, revocation or lapse; 0 pending
 * @inviter: (nullable): name of @invited_by; read, not written
 * @inviter_email: (nullable): e-mail of @invited_by; read, not written
 * @number: (nullable): number of the account; read, not written
 * @holder: (nullable): holder of the account; read, not written
 *
 * An invitation as plain data. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  char *email;
  guint permissions;
  char *code_hash;
  GramInvitationState state;
  gint64 invited_by;
  gint64 invited_at;
  gint64 lapses_at;
  int times_sent;
  gint64 used_by;
  gint64 decided_at;
  char *inviter;
  char *inviter_email;
  char *number;
  char *holder;
} GramInvitationRecord;

/**
 * gram_invitation_record_new:
 *
 * Makes an empty record: pending, sent once.
 *
 * Returns: (transfer full): the record; free with gram_invitation_record_free()
 */
GramInvitationRecord *gram_invitation_record_new (void);

/**
 * gram_invitation_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramInvitationRecord *gram_invitation_record_copy (const GramInvitationRecord *self);

/**
 * gram_invitation_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_invitation_record_free (GramInvitationRecord *self);

/**
 * gram_invitation_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts an invitation. A second pending one for the same address and account is %GRAM_STORE_ERROR_CONSTRAINT, and so is
 * a code that was used before.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_invitation_table_insert (GramUnit *unit, GramInvitationRecord *record, GError **error);

/**
 * gram_invitation_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change. The row is not as @before any more: %GRAM_STORE_ERROR_CONSTRAINT, and nothing is written. Account,
 * address and first instant never change.
 *
 * Returns: %FALSE on error
 */
gboolean gram_invitation_table_update (GramUnit *unit,
                                       const GramInvitationRecord *before,
                                       const GramInvitationRecord *after,
                                       GError **error);

/**
 * gram_invitation_table_get:
 * @store: a store
 * @id: id of an invitation
 * @record: (out) (nullable) (transfer full): the invitation, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_invitation_table_get (GramStore *store,
                                    gint64 id,
                                    GramInvitationRecord **record,
                                    GError **error);

/**
 * gram_invitation_table_get_by_code:
 * @store: a store
 * @code_hash: SHA-256 of a code, hexadecimal
 * @record: (out) (nullable) (transfer full): the invitation, or %NULL if no code is like this
 * @error: return location
 *
 * The invitation that a code belongs to, whatever its state.
 *
 * Returns: %FALSE on error
 */
gboolean gram_invitation_table_get_by_code (GramStore *store,
                                            const char *code_hash,
                                            GramInvitationRecord **record,
                                            GError **error);

/**
 * gram_invitation_table_get_pending:
 * @store: a store
 * @account_id: an account
 * @email: an e-mail address, normalised
 * @record: (out) (nullable) (transfer full): the invitation, or %NULL if none is pending
 * @error: return location
 *
 * The invitation of an address that waits; it may have lapsed by now.
 *
 * Returns: %FALSE on error
 */
gboolean gram_invitation_table_get_pending (GramStore *store,
                                            gint64 account_id,
                                            const char *email,
                                            GramInvitationRecord **record,
                                            GError **error);

/**
 * gram_invitation_table_list:
 * @store: a store
 * @account_id: an account
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Invitations of an account: those that wait first, the newest first.
 *
 * Returns: (transfer full) (element-type GramInvitationRecord) (nullable): the invitations
 */
GPtrArray *
gram_invitation_table_list (GramStore *store, gint64 account_id, guint limit, GError **error);

/**
 * gram_invitation_table_list_pending:
 * @store: a store
 * @account_id: an account
 * @error: return location
 *
 * Invitations of an account that wait, lapsed or not, the newest first.
 *
 * Returns: (transfer full) (element-type GramInvitationRecord) (nullable): the invitations
 */
GPtrArray *gram_invitation_table_list_pending (GramStore *store, gint64 account_id, GError **error);

/**
 * gram_invitation_table_list_for_email:
 * @store: a store
 * @email: an e-mail address, normalised
 * @error: return location
 *
 * Invitations that wait for an address, in any account, by holder.
 *
 * Returns: (transfer full) (element-type GramInvitationRecord) (nullable): the invitations
 */
GPtrArray *
gram_invitation_table_list_for_email (GramStore *store, const char *email, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramInvitationRecord, gram_invitation_record_free)

G_END_DECLS
