/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-account-rules.h"
#include "gram-member-table.h"

G_BEGIN_DECLS

/* What the commands about members, invitations and owners share. */

/**
 * gram_members_read_permissions:
 * @call: a call
 * @name: name of an argument of type `as`
 * @permissions: (out): #GramPermission flags, with *view*
 * @refusal: (out) (optional): `permission.unknown`, `permission.none`
 *
 * Reads the words of permissions; the word of a preset stands for its permissions.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_members_read_permissions (GramCall *call,
                                        const char *name,
                                        guint *permissions,
                                        GramRefusal **refusal);

/**
 * gram_members_check_grant:
 * @granter: permissions of who grants
 * @before: permissions that the other one has
 * @after: permissions that the other one would have
 * @refusal: (out) (optional): `permission.lacking`
 *
 * Nobody grants what they lack.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_members_check_grant (guint granter, guint before, guint after, GramRefusal **refusal);

/**
 * gram_members_check_side:
 * @registry: a registry
 * @person: a person
 * @refusal: (out) (optional): `member.administrators-side`
 *
 * In an administrator's registry, its side and membership of an account never meet in one person.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_members_check_side (GramRegistry *registry,
                                  const GramPersonRecord *person,
                                  GramRefusal **refusal);

/**
 * gram_members_find:
 * @call: a call on an account with the argument `person`
 * @member: (out) (transfer full): the member
 * @refusal: (out) (optional): `member.unknown`: no such person or no such member, one text for both
 * @error: return location
 *
 * Looks up the member that a command is about.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean
gram_members_find (GramCall *call, GramMember **member, GramRefusal **refusal, GError **error);

/**
 * gram_members_rules:
 * @call: a call on an account
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the rules about accounts in force
 */
const GramAccountRules *gram_members_rules (GramCall *call, GError **error);

/**
 * gram_handovers_end:
 * @call: a call on an account
 * @person_id: a person who loses their membership
 * @error: return location
 *
 * Ends the hand-over that waits, if it is offered to that person.
 *
 * Returns: %FALSE on error
 */
gboolean gram_handovers_end (GramCall *call, gint64 person_id, GError **error);

G_END_DECLS
