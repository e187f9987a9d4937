/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-queries-trades.h"

G_BEGIN_DECLS

/*
 * What screens say about trades. Closures of templates: see gram_trade_texts_bind_closures().
 */

/**
 * gram_trade_dup_number:
 * @id: number of a notification
 *
 * Returns: (transfer full): the number as people write it, for example `#12`
 */
char *gram_trade_dup_number (gint64 id);

/**
 * gram_trade_dup_step:
 * @state: state of a notification
 * @days_left: days to the last day of its window, 0 on that day; -1 none
 *
 * Returns: (transfer full): what comes next, for a cell: `Waits for the other party, 12 days left`
 */
char *gram_trade_dup_step (GramTradeState state, int days_left);

/**
 * gram_trade_dup_days_left:
 * @days_left: days to the last day of the window, 0 on that day
 *
 * Returns: (transfer full): the countdown: `12 days left`, `today is the last day`
 */
char *gram_trade_dup_days_left (int days_left);

/**
 * gram_trade_dup_sentence:
 * @detail: a notification in detail
 *
 * Returns: (transfer full): what its state means for the party, and what to do next
 */
char *gram_trade_dup_sentence (const GramTradeDetail *detail);

/**
 * gram_trade_dup_party:
 * @name: name of a party
 * @number: number of its account
 *
 * Returns: (transfer full): both in one line
 */
char *gram_trade_dup_party (const char *name, const char *number);

/**
 * gram_trade_dup_price:
 * @price: price in all, pence
 * @quantity: allowances
 *
 * Returns: (transfer full): the price, with that of one allowance: `£375,000.00 (£12.50 each)`
 */
char *gram_trade_dup_price (gint64 price, gint64 quantity);

/**
 * gram_trade_dup_each:
 * @price: price in all, pence
 * @quantity: allowances, more than 0
 *
 * Returns: (transfer full): price of one allowance in pounds, to the hundredth of a penny where it does not come out even
 */
char *gram_trade_dup_each (gint64 price, gint64 quantity);

/**
 * gram_trade_dup_field:
 * @record: a notification
 * @field: one of #GramTradeField
 *
 * Returns: (transfer full): what the notification says of that field, as people read it
 */
char *gram_trade_dup_field (const GramTradeNotificationRecord *record, GramTradeField field);

/**
 * gram_trade_texts_bind_closures:
 * @widget_class: class of a template that uses them
 *
 * Lets a template of the list use, as closures: `$trade_number`, `$trade_party`, `$trade_parties`, `$trade_summary`,
 * `$trade_quantity`, `$trade_signed`, `$trade_price`, `$trade_price_tip`, `$trade_notified`, `$trade_side`, `$trade_year`,
 * `$trade_step`, `$trade_urgency`, `$trade_row_label`.
 */
void gram_trade_texts_bind_closures (GtkWidgetClass *widget_class);

G_END_DECLS
