/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-questions-trades.h"

G_BEGIN_DECLS

/*
 * What can be done with trades from the list, from the view of one, and from the case that decides one.
 */

/**
 * gram_trade_withdraw:
 * @parent: a widget of the window
 * @session: the session
 * @record: a live notification of an account of the person
 *
 * Asks why, and withdraws it.
 */
void gram_trade_withdraw (GtkWidget *parent,
                          GramSession *session,
                          const GramTradeNotificationRecord *record);

/**
 * GramTradeDecided:
 * @parent: the widget that asked
 *
 * Told when trades were decided; never after a refusal or when the person thinks better of it.
 */
typedef void (*GramTradeDecided) (GtkWidget *parent);

/**
 * gram_trades_decide:
 * @parent: a widget of the window
 * @session: the session
 * @records: (element-type GramTradeNotificationRecord): a notification of each trade, matched; what is needed is copied
 * @satisfied: register them; else refuse them
 * @decided: (nullable): told when it is done, while @parent is there
 *
 * Registers or refuses trades, one or many, by a dialog that says what follows and asks for the reason.
 */
void gram_trades_decide (GtkWidget *parent,
                         GramSession *session,
                         const GPtrArray *records,
                         gboolean satisfied,
                         GramTradeDecided decided);

/**
 * gram_trade_record:
 * @parent: a widget of the window
 * @session: the session of a registry of one's own
 * @record: a live notification
 * @satisfied: it was registered; else refused
 * @decided: (nullable): told when it is done, while @parent is there
 *
 * Records what the administrator decided; the other party's notification may be missing in the own books.
 */
void gram_trade_record (GtkWidget *parent,
                        GramSession *session,
                        const GramTradeNotificationRecord *record,
                        gboolean satisfied,
                        GramTradeDecided decided);

/**
 * gram_trade_save:
 * @parent: a widget of the window
 * @session: the session
 * @record: a live notification of an account of the person
 *
 * Asks where to, and writes the signed exchange file of the notification.
 */
void gram_trade_save (GtkWidget *parent,
                      GramSession *session,
                      const GramTradeNotificationRecord *record);

/**
 * gram_trade_save_to:
 * @parent: a widget of the window
 * @session: the session
 * @notification_id: a live notification
 * @file: where to
 *
 * Writes the file once it is chosen.
 */
void
gram_trade_save_to (GtkWidget *parent, GramSession *session, gint64 notification_id, GFile *file);

/**
 * gram_trade_bring_in:
 * @parent: a widget of the window
 * @session: the session
 *
 * Asks for an exchange file, and notifies what it says for the party that signed it.
 */
void gram_trade_bring_in (GtkWidget *parent, GramSession *session);

/**
 * gram_trade_bring_in_file:
 * @parent: a widget of the window
 * @session: the session
 * @file: an exchange file
 *
 * Brings it in once it is chosen.
 */
void gram_trade_bring_in_file (GtkWidget *parent, GramSession *session, GFile *file);

G_END_DECLS
