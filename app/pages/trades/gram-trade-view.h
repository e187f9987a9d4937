/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-detail-dialog.h"

G_BEGIN_DECLS

#define GRAM_TYPE_TRADE_VIEW (gram_trade_view_get_type ())
G_DECLARE_FINAL_TYPE (GramTradeView, gram_trade_view, GRAM, TRADE_VIEW, GramDetailDialog)

/**
 * GramTradeView:
 *
 * A notification of a trade: where it stands, how long there is, what differs from the other party's, all that it says, and
 * what can be done. A party sees its own values only; the administrator's side sees both notifications side by side.
 */

/**
 * gram_trade_view_new:
 * @session: a session
 * @notification_id: a notification that the person may see
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_trade_view_new (GramSession *session, gint64 notification_id);

G_END_DECLS
