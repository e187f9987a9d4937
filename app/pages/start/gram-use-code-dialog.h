/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_USE_CODE_DIALOG (gram_use_code_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramUseCodeDialog, gram_use_code_dialog, GRAM, USE_CODE_DIALOG, AdwDialog)

/**
 * gram_use_code_dialog_new:
 * @session: a session with nobody signed in
 * @email: what stands in the sign-in form, may be empty
 *
 * For a person who forgot the password: takes the one-time code that an administrator made, and a new password.
 *
 * Signals: `signed-in ()`: the password is changed and the person signed in; the dialog has closed.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_use_code_dialog_new (GramSession *session, const char *email);

G_END_DECLS
