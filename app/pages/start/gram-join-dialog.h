/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_JOIN_DIALOG (gram_join_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramJoinDialog, gram_join_dialog, GRAM, JOIN_DIALOG, AdwDialog)

/**
 * GramJoinDialog:
 *
 * Takes an invitation: its code, or the file that was sent. Who is new in the registry gives a name and chooses a
 * password; who signs in there already gives the password and accepts.
 *
 * Signals: `signed-in ()`: the person is signed in and a member of the account; the dialog has closed.
 */

/**
 * gram_join_dialog_new:
 * @session: a session with nobody signed in
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_join_dialog_new (GramSession *session);

/**
 * gram_join_dialog_take_file:
 * @self: a dialog
 * @text: content of an invitation file
 * @length: bytes
 *
 * Fills the form from a file, or says that it is none.
 */
void gram_join_dialog_take_file (GramJoinDialog *self, const char *text, gsize length);

G_END_DECLS
