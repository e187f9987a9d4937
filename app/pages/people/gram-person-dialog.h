/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PERSON_DIALOG (gram_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramPersonDialog, gram_person_dialog, GRAM, PERSON_DIALOG, AdwDialog)

/**
 * gram_person_dialog_new:
 * @session: the session of an administrator
 *
 * Adds a person to the registry (`user.create`): name, e-mail, role and first password.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_person_dialog_new (GramSession *session);

G_END_DECLS
