/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_AUTO_ACCEPT_DIALOG (gram_auto_accept_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramAutoAcceptDialog,
                      gram_auto_accept_dialog,
                      GRAM,
                      AUTO_ACCEPT_DIALOG,
                      AdwDialog)

/**
 * gram_auto_accept_dialog_new:
 * @session: a session with an account
 * @switches: #GramAutoAccept flags as they would be
 *
 * The rehearsal before auto-accept is turned on: what it would accept of the vehicles that are ready now, and what not and
 * why. It acts on what becomes ready from then on; whether those that wait already are included is asked, and the default
 * is no. Nothing is changed before *Turn On*.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_auto_accept_dialog_new (GramSession *session, guint switches);

G_END_DECLS
