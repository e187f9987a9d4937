/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"
#include "gram-trade-table.h"

G_BEGIN_DECLS

#define GRAM_TYPE_TRADE_DIALOG (gram_trade_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramTradeDialog, gram_trade_dialog, GRAM, TRADE_DIALOG, AdwDialog)

/**
 * GramTradeDialog:
 *
 * The notification of a trade (CCTS art. 37(3)), from the current account: who gives up, who receives, how many allowances,
 * for how much. Shows what is available and what is left of it; the other account is known by what is typed, and from the
 * directory, and nothing more is said about it. What is wrong is said before the person signs.
 */

/**
 * gram_trade_dialog_new:
 * @session: a session with an account of the CCTS
 *
 * Returns: (transfer floating): an empty form
 */
AdwDialog *gram_trade_dialog_new (GramSession *session);

/**
 * gram_trade_dialog_new_amend:
 * @session: a session with the account of @record
 * @record: a live notification of the account; copied
 *
 * Returns: (transfer floating): a form that amends a notification; side and scheme year stay as they are
 */
AdwDialog *
gram_trade_dialog_new_amend (GramSession *session, const GramTradeNotificationRecord *record);

G_END_DECLS
