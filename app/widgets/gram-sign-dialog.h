/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_SIGN_DIALOG (gram_sign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramSignDialog, gram_sign_dialog, GRAM, SIGN_DIALOG, AdwDialog)

/**
 * GramSignDialog:
 *
 * How a person signs an act (a closing, the approval of a request, a trade): shows what is signed, asks
 * for the password again, and performs the command with the argument `password` added. In a practice registry, where
 * nobody has a password, it only shows what is signed. A refusal, also that of a wrong password, stands in the dialog,
 * which stays open; so whoever presents it has only to wait for `done`.
 *
 * Signals: `done (GVariant)`: the command was performed, or is a request that waits for a second person (`pending` is
 * true in the result `a{sv}`); the dialog has closed. A request has been told in a toast then.
 */

/**
 * gram_sign_dialog_new:
 * @session: the session
 * @command: name of a command that has `signs` in the command table
 * @arguments: `a{sv}` without the password; a floating reference is consumed
 * @title: translated: what is signed, for example “Close the Account”
 * @verb: translated, with a mnemonic: the button, for example “_Close Account”
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_sign_dialog_new (GramSession *session,
                                 const char *command,
                                 GVariant *arguments,
                                 const char *title,
                                 const char *verb);

/**
 * gram_sign_dialog_set_explanation:
 * @self: a dialog
 * @explanation: translated sentences: what the act does and whether it can be undone
 *
 * Says what the signature means, above the lines.
 */
void gram_sign_dialog_set_explanation (GramSignDialog *self, const char *explanation);

/**
 * gram_sign_dialog_add_line:
 * @self: a dialog
 * @title: translated, for example “Account”
 * @value: what is signed, for example “1000 0015”
 *
 * Adds a line to what is signed. Without lines that part is not shown.
 */
void gram_sign_dialog_add_line (GramSignDialog *self, const char *title, const char *value);

/**
 * gram_sign_dialog_set_destructive:
 * @self: a dialog
 *
 * Gives the button the look of an act that cannot be undone.
 */
void gram_sign_dialog_set_destructive (GramSignDialog *self);

G_END_DECLS
