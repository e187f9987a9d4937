/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CODE_DIALOG (gram_code_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramCodeDialog, gram_code_dialog, GRAM, CODE_DIALOG, AdwDialog)

/**
 * gram_code_dialog_new_invitation:
 * @session: a session with the account of the invitation
 * @email: who is invited
 * @value: `a{sv}`, what `invitation.create` or `invitation.resend` answered
 *
 * Shows the code of an invitation, once; with the file that can be sent.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
gram_code_dialog_new_invitation (GramSession *session, const char *email, GVariant *value);

/**
 * gram_code_dialog_new_password:
 * @name: whose password is reset
 * @value: `a{sv}`, what `user.reset-password` answered
 *
 * Shows the code for a new password, once.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_code_dialog_new_password (const char *name, GVariant *value);

G_END_DECLS
