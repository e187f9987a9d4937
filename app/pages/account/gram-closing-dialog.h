/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CLOSING_DIALOG (gram_closing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramClosingDialog, gram_closing_dialog, GRAM, CLOSING_DIALOG, AdwDialog)

/**
 * gram_closing_dialog_new:
 * @session: a session with an account
 * @command: `account.request-closing` (the holder asks, and signs) or `account.close` (the administrator closes)
 * @detail: the account as it stands; what is needed of it is copied
 *
 * What stands between an account and its closing, each line with a way to its fix; the credits that are left, which
 * are deleted only after their amount was typed; what changes; the reason. The list is asked for again whenever the
 * registry changes.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_closing_dialog_new (GramSession *session,
                                    const char *command,
                                    const GramAccountDetail *detail);

G_END_DECLS
