/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-trades.h"

G_BEGIN_DECLS

/*
 * The parts in which a trade is shown: in its own view, and in the case that decides it.
 */

/**
 * gram_trade_facts_group_new:
 * @record: a notification
 * @note: show the party's own note
 *
 * All that the notification says.
 *
 * Returns: (transfer floating): a group
 */
GtkWidget *gram_trade_facts_group_new (const GramTradeNotificationRecord *record, gboolean note);

/**
 * gram_trade_differences_group_new:
 * @record: the party's own notification
 * @fields: #GramTradeField flags: what differs from the other party's
 *
 * The fields that differ, with what the own notification says of each, and nothing of what the other one does.
 *
 * Returns: (transfer floating): a group
 */
GtkWidget *
gram_trade_differences_group_new (const GramTradeNotificationRecord *record, guint fields);

/**
 * gram_trade_compare_new:
 * @transferor: (nullable): notification of the transferor
 * @transferee: (nullable): notification of the transferee
 *
 * Both notifications side by side, for the administrator's side: what differs stands out. One that is missing shows dashes.
 *
 * Returns: (transfer floating): a group
 */
GtkWidget *gram_trade_compare_new (const GramTradeNotificationRecord *transferor,
                                   const GramTradeNotificationRecord *transferee);

/**
 * gram_trade_changes_group_new:
 * @changes: (element-type GramTradeChange): what the party changed, oldest first
 *
 * Returns: (transfer floating) (nullable): a group, %NULL if nothing was changed
 */
GtkWidget *gram_trade_changes_group_new (GPtrArray *changes);

/**
 * gram_trade_obstacles_group_new:
 * @obstacles: (element-type GramRefusal): what stands in the way of registering a trade
 *
 * Returns: (transfer floating) (nullable): a group, %NULL if nothing does
 */
GtkWidget *gram_trade_obstacles_group_new (GPtrArray *obstacles);

G_END_DECLS
