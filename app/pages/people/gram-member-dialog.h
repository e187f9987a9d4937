/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-people.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_MEMBER_DIALOG (gram_member_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramMemberDialog, gram_member_dialog, GRAM, MEMBER_DIALOG, AdwDialog)

/**
 * gram_member_dialog_new:
 * @session: a session with the account of the member
 * @member: a member; copied as far as needed
 * @granter: #GramPermission flags of who is signed in
 *
 * A member of the current account: role, permissions, who granted them, last sign-in; changes the permissions
 * (`member.set-permissions`), says what the person can do, offers the ownership (`owner.offer`), removes the member
 * (`member.remove`). What cannot be done is insensitive and says why.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
gram_member_dialog_new (GramSession *session, const GramMemberRow *member, guint granter);

G_END_DECLS
