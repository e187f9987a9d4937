/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-notices.h"

G_BEGIN_DECLS

/*
 * Telling people what happens to a scheme year, a trade, a payment notice and a pool. One function for each subject, so
 * that the detail of an event always has the facts that gram-notice-texts.c makes its sentence of. With @account_id the
 * members of that account are told; with 0 everybody who handles cases is. Nobody is told through these what the other
 * party of a trade notified: pass only what the recipient may know.
 */

/**
 * gram_notices_tell_trade:
 * @call: a call
 * @event: %GRAM_EVENT_TRADE_WAITING, `_DIFFERS`, `_MATCHED`, `_DECIDED` or `_VOID`
 * @account_id: whose members are told; 0 the administrator's side
 * @notification_id: the notification of @account_id, 0 none: the list of trades is opened then
 * @year: scheme year
 * @quantity: allowances of the recipient's own notification; 0 if there is none
 * @state: (nullable): word of the vocabulary `trade-state` that the recipient's notification is in now
 * @error: return location
 *
 * Tells one side of a trade. The subject of the notice is `trade`, or `trades` (of the account).
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_trade (GramCall *call,
                                  GramEvent event,
                                  gint64 account_id,
                                  gint64 notification_id,
                                  int year,
                                  gint64 quantity,
                                  const char *state,
                                  GError **error);

/**
 * gram_notices_tell_allocation:
 * @call: a call
 * @account_id: account of a participant
 * @year: scheme year
 * @allowances: allocated in all after this run
 * @posted: what this run posted; 0 tells nobody
 * @error: return location
 *
 * Tells %GRAM_EVENT_ALLOCATION_POSTED to the members. The subject is `year`.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_allocation (GramCall *call,
                                       gint64 account_id,
                                       int year,
                                       gint64 allowances,
                                       gint64 posted,
                                       GError **error);

/**
 * gram_notices_tell_payment:
 * @call: a call
 * @event: %GRAM_EVENT_PAYMENT_NOTICE (given, or withdrawn) or %GRAM_EVENT_PAYMENT_OVERDUE
 * @account_id: whose members are told; 0 the administrator's side
 * @notice_id: the payment notice
 * @number: its number
 * @amount: what is owed, pence; 0 for one that is withdrawn
 * @due_on: last day of payment, ISO
 * @error: return location
 *
 * Tells of a payment notice. The subject is `payment-notice`. What is overdue is told once for each last day.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_payment (GramCall *call,
                                    GramEvent event,
                                    gint64 account_id,
                                    gint64 notice_id,
                                    const char *number,
                                    gint64 amount,
                                    const char *due_on,
                                    GError **error);

/**
 * gram_notices_tell_pool:
 * @call: a call
 * @event: %GRAM_EVENT_POOL_ASKED (to agree, or to decide) or %GRAM_EVENT_POOL_DECIDED
 * @account_id: whose members are told; 0 the administrator's side
 * @pool_id: the pool
 * @name: its name
 * @state: word of the vocabulary `pool-state` that it is in now
 * @error: return location
 *
 * Tells of a pool. The subject is `pool`.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_pool (GramCall *call,
                                 GramEvent event,
                                 gint64 account_id,
                                 gint64 pool_id,
                                 const char *name,
                                 const char *state,
                                 GError **error);

/**
 * gram_notices_tell_window:
 * @call: a call
 * @event: %GRAM_EVENT_WINDOW_OPENS or %GRAM_EVENT_WINDOW_CLOSES
 * @account_id: whose members are told; 0 the administrator's side
 * @year: scheme year
 * @day: the first day of the window, or its last, ISO; each is told once
 * @error: return location
 *
 * Tells of a trading window. The subject is `year`.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_window (GramCall *call,
                                   GramEvent event,
                                   gint64 account_id,
                                   int year,
                                   const char *day,
                                   GError **error);

G_END_DECLS
