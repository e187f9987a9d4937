/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_TRADE_KEY_DIALOG (gram_trade_key_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramTradeKeyDialog, gram_trade_key_dialog, GRAM, TRADE_KEY_DIALOG, AdwDialog)

/**
 * gram_trade_key_dialog_new:
 * @session: a session with an account
 *
 * The public key of the current account: what its exchange files are signed with, to be given to the administrator once, by
 * another way than the files.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_trade_key_dialog_new (GramSession *session);

G_END_DECLS
