/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_EDIT_DIALOG (gram_account_edit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountEditDialog,
                      gram_account_edit_dialog,
                      GRAM,
                      ACCOUNT_EDIT_DIALOG,
                      AdwDialog)

/**
 * gram_account_edit_dialog_new:
 * @session: a session with an account
 *
 * Edits holder and contact of the current account (`account.edit`). Unsaved edits are not lost without a question; an
 * account that somebody else edited meanwhile is not written over.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_account_edit_dialog_new (GramSession *session);

G_END_DECLS
