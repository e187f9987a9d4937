/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramMember:
 * @account_id: the account
 * @person_id: the person
 * @name: (nullable): name of the person; read, not written
 * @email: (nullable): e-mail of the person; read, not written
 * @owner: the person is the owner; there is exactly one
 * @permissions: bit set of #GramPermission; %GRAM_PERMISSION_VIEW is always in it
 * @granted_by: who granted last, 0 nobody known
 * @version: 1 for the first permissions, one more with each change
 * @granted_by_name: (nullable): name of @granted_by; read, not written
 * @role: role of the person; read, not written
 * @active: the person may sign in; read, not written
 * @last_sign_in: UTC microseconds of the person's last sign-in, 0 never; read, not written
 * @number: (nullable): number of the account; read, not written
 * @holder: (nullable): holder of the account; read, not written
 * @state: state of the account; read, not written
 *
 * Membership of one person in one account. Strings are owned.
 */
typedef struct
{
  gint64 account_id;
  gint64 person_id;
  char *name;
  char *email;
  gboolean owner;
  guint permissions;
  gint64 granted_by;
  int version;
  char *granted_by_name;
  GramRole role;
  gboolean active;
  gint64 last_sign_in;
  char *number;
  char *holder;
  GramAccountState state;
} GramMember;

/**
 * gram_member_free:
 * @self: (nullable): a member
 *
 * Frees a member.
 */
void gram_member_free (GramMember *self);

/**
 * gram_member_table_insert:
 * @unit: a unit of work
 * @member: account, person, owner, permissions, who granted
 * @error: return location
 *
 * Makes a person a member. A second membership of the same person, and a second owner, are
 * %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_member_table_insert (GramUnit *unit, const GramMember *member, GError **error);

/**
 * gram_member_table_update:
 * @unit: a unit of work
 * @before: the member as it was read
 * @after: owner, permissions and who granted as they shall be; same account and person
 * @error: return location
 *
 * Writes owner, permissions and who granted, and raises the version. There is no such member, or it has moved on since
 * @before was read: %GRAM_STORE_ERROR_CONSTRAINT. To hand the ownership over, take it from the old owner first.
 *
 * Returns: %FALSE on error
 */
gboolean gram_member_table_update (GramUnit *unit,
                                   const GramMember *before,
                                   const GramMember *after,
                                   GError **error);

/**
 * gram_member_table_remove:
 * @unit: a unit of work
 * @member: the member as it was read
 * @error: return location
 *
 * Ends a membership. There is none, or it has moved on since it was read: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_member_table_remove (GramUnit *unit, const GramMember *member, GError **error);

/**
 * gram_member_table_get:
 * @store: a store
 * @account_id: an account
 * @person_id: a person
 * @member: (out) (nullable) (transfer full): the membership, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_member_table_get (GramStore *store,
                                gint64 account_id,
                                gint64 person_id,
                                GramMember **member,
                                GError **error);

/**
 * gram_member_table_list:
 * @store: a store
 * @account_id: an account
 * @error: return location
 *
 * Members of an account: the owner first, then by name and e-mail.
 *
 * Returns: (transfer full) (element-type GramMember) (nullable): the members
 */
GPtrArray *gram_member_table_list (GramStore *store, gint64 account_id, GError **error);

/**
 * gram_member_table_list_for_person:
 * @store: a store
 * @person_id: a person
 * @error: return location
 *
 * Memberships of a person, by holder and number of the account.
 *
 * Returns: (transfer full) (element-type GramMember) (nullable): the memberships
 */
GPtrArray *gram_member_table_list_for_person (GramStore *store, gint64 person_id, GError **error);

/**
 * gram_member_table_get_owner:
 * @store: a store
 * @account_id: an account
 * @member: (out) (nullable) (transfer full): the owner, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_member_table_get_owner (GramStore *store,
                                      gint64 account_id,
                                      GramMember **member,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramMember, gram_member_free)

G_END_DECLS
