/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_INVITE_DIALOG (gram_invite_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramInviteDialog, gram_invite_dialog, GRAM, INVITE_DIALOG, AdwDialog)

/**
 * gram_invite_dialog_new:
 * @session: a session with an account
 * @granter: #GramPermission flags of who is signed in
 *
 * Invites somebody to the current account (`invitation.create`) in steps: the address, the permissions, and the one-time
 * code with the file that can be sent.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_invite_dialog_new (GramSession *session, guint granter);

/**
 * gram_invite_dialog_get_step:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): tag of the page shown: `address`, `permissions` or `done`
 */
const char *gram_invite_dialog_get_step (GramInviteDialog *self);

G_END_DECLS
