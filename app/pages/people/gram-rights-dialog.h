/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_RIGHTS_DIALOG (gram_rights_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramRightsDialog, gram_rights_dialog, GRAM, RIGHTS_DIALOG, AdwDialog)

/**
 * gram_rights_dialog_new:
 * @session: a session
 * @person_id: a person
 * @name: name of the person
 * @on_account: about the commands on the current account; else about those that name none
 *
 * What can this person do? In a dialog.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_rights_dialog_new (GramSession *session,
                                   gint64 person_id,
                                   const char *name,
                                   gboolean on_account);

G_END_DECLS
