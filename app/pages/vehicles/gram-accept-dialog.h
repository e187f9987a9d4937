/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-vehicle-choice.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCEPT_DIALOG (gram_accept_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramAcceptDialog, gram_accept_dialog, GRAM, ACCEPT_DIALOG, AdwDialog)

/**
 * GramAcceptDialog:
 *
 * What accepting a choice of vehicles would mean, before it is done: how many vehicles and cars, their CO₂, and how many
 * of the choice are left out and why. Then it is done, with progress and Cancel, and a toast tells the result. There is
 * no Undo: an acceptance is a posted fact, and the dialog says so.
 *
 * Signal `accepted ()`: it is done.
 */

/**
 * gram_accept_dialog_new:
 * @session: a session with an account
 * @choice: the vehicles
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *gram_accept_dialog_new (GramSession *session, GramVehicleChoice *choice);

G_END_DECLS
