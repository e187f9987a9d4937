/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_FOR_ME_DIALOG (gram_for_me_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramForMeDialog, gram_for_me_dialog, GRAM, FOR_ME_DIALOG, AdwDialog)

/**
 * gram_for_me_dialog_new:
 * @session: a session with somebody signed in
 *
 * What waits for the person, in all accounts: invitations, which are accepted here with their code; ownerships on offer
 * and requests for a second person, which lead to the People page of their account.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_for_me_dialog_new (GramSession *session);

G_END_DECLS
