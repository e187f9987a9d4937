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
 * @member: account, person, owner, permissions
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
 * @member: account, person, owner, permissions
 * @error: return location
 *
 * Writes owner and permissions of a member that is there; %GRAM_STORE_ERROR_CONSTRAINT if there is none. To hand the
 * ownership over, take it from the old owner first.
 *
 * Returns: %FALSE on error
 */
gboolean gram_member_table_update (GramUnit *unit, const GramMember *member, GError **error);

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramMember, gram_member_free)

G_END_DECLS
