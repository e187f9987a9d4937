/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_DIALOG (gram_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountDialog, gram_account_dialog, GRAM, ACCOUNT_DIALOG, AdwDialog)

/**
 * gram_account_dialog_new:
 * @session: a session with somebody signed in
 *
 * The account set-up wizard. Its pages edit one draft, which is kept on every page, so that it can be left and resumed;
 * the last step but one shows all answers and hands the draft to one command.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_account_dialog_new (GramSession *session);

/**
 * gram_account_dialog_get_step:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): tag of the page shown
 */
const char *gram_account_dialog_get_step (GramAccountDialog *self);

G_END_DECLS
