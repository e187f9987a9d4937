/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

/**
 * GramConfirm:
 * @heading: translated question, for example “Remove Lena Marsh?”
 * @body: translated: what it does, and whether it can be undone
 * @verb: translated, with a mnemonic: the button that does it
 * @destructive: give the button that look
 * @reason: (nullable): translated title, with a mnemonic: a reason is asked for and sent as the argument `reason`
 * @toast: (nullable): translated: said when it is done
 *
 * A question before a command.
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *verb;
  gboolean destructive;
  const char *reason;
  const char *toast;
} GramConfirm;

/**
 * GramConfirmDone:
 * @value: `a{sv}`, what the command answered
 * @user_data: closure
 *
 * Called when the command was performed; never when it was cancelled, refused or failed.
 */
typedef void (*GramConfirmDone) (GVariant *value, gpointer user_data);

/**
 * gram_confirm_perform:
 * @parent: a widget of the window
 * @session: the session
 * @confirm: the question; copied as far as needed
 * @command: name of the command
 * @arguments: `a{sv}`; a floating reference is consumed
 * @done: (nullable) (scope notified): told when it is done
 * @user_data: closure of @done
 * @destroy: (nullable): frees @user_data, in any case
 *
 * Asks, performs the command, and presents a refusal or a failure in a dialog.
 */
void gram_confirm_perform (GtkWidget *parent,
                           GramSession *session,
                           const GramConfirm *confirm,
                           const char *command,
                           GVariant *arguments,
                           GramConfirmDone done,
                           gpointer user_data,
                           GDestroyNotify destroy);

G_END_DECLS
