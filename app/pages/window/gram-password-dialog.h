/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PASSWORD_DIALOG (gram_password_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramPasswordDialog, gram_password_dialog, GRAM, PASSWORD_DIALOG, AdwDialog)

/**
 * gram_password_dialog_new:
 * @session: a session with somebody signed in, not of a practice registry
 *
 * Changes the own password (`user.change-password`): asks for the one so far, and for the new one twice.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_password_dialog_new (GramSession *session);

G_END_DECLS
