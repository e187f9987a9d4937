/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ROLE_DIALOG (gram_role_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramRoleDialog, gram_role_dialog, GRAM, ROLE_DIALOG, AdwDialog)

/**
 * gram_role_dialog_new:
 * @session: a session of an administrator
 * @email: whose role changes
 * @name: name of that person
 * @role: the role so far
 *
 * Gives a person another role (`user.set-role`).
 *
 * Signals: `changed ()`: it is done; the dialog has closed.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
gram_role_dialog_new (GramSession *session, const char *email, const char *name, GramRole role);

G_END_DECLS
