/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"
#include "gram-vehicle-choice.h"

G_BEGIN_DECLS

#define GRAM_TYPE_DISPUTE_DIALOG (gram_dispute_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramDisputeDialog, gram_dispute_dialog, GRAM, DISPUTE_DIALOG, AdwDialog)

/**
 * GramDisputeDialog:
 *
 * The forms of a dispute: a value is wrong, this vehicle is not ours, a vehicle is missing. Each is short, checks what is
 * typed while it is typed, and takes evidence along. A vehicle that is accepted is no longer disputed: the dialog says so,
 * explains the way of correction, and offers it with the same form.
 *
 * Signal `opened ()`: the registry has the case.
 */

/**
 * gram_dispute_dialog_new:
 * @session: a session with an account
 * @choice: the vehicles; one, some, or all that match
 *
 * Returns: (transfer floating): the dialog for vehicles that are there
 */
AdwDialog *gram_dispute_dialog_new (GramSession *session, GramVehicleChoice *choice);

/**
 * gram_dispute_dialog_new_missing:
 * @session: a session with an account
 *
 * Returns: (transfer floating): the dialog for one that is not
 */
AdwDialog *gram_dispute_dialog_new_missing (GramSession *session);

G_END_DECLS
