/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-ccts-trade.h"
#include "gram-trade-table.h"

G_BEGIN_DECLS

/*
 * What the commands about trades share (CCTS art. 37). Matching: one year, opposite sides, the same two account numbers. Of
 * all such notifications that are not matched, those that say the same pair first, the oldest first; what is left pairs as
 * differing, kept pairs before new ones. A trade comes into being when two match; it is never taken apart again.
 */

/**
 * GRAM_TRADE_ARTICLE:
 *
 * The article on which the refusals of trades rest.
 */
#define GRAM_TRADE_ARTICLE "CCTS art. 37"

/**
 * GRAM_TRADE_UNPAIRED:
 *
 * States in which a notification has not matched and can still.
 */
#define GRAM_TRADE_UNPAIRED (GRAM_TRADE_WAITING | GRAM_TRADE_DIFFERING)

/**
 * gram_trade_notification_borrow:
 * @record: a notification as it is stored
 * @notification: (out caller-allocates): the same for the rules; its texts stay those of @record
 *
 * The rules know no records.
 */
void gram_trade_notification_borrow (const GramTradeNotificationRecord *record,
                                     GramTradeNotification *notification);

/**
 * gram_trade_differing:
 * @a: a notification as it is stored
 * @b: another one
 *
 * Returns: #GramTradeField flags of what differs
 */
guint
gram_trade_differing (const GramTradeNotificationRecord *a, const GramTradeNotificationRecord *b);

/**
 * gram_trade_find:
 * @call: a call on an account
 * @id: number of a notification
 * @record: (out) (transfer full): the notification
 * @refusal: (out) (optional): `trade.unknown`, also for one of another account
 * @error: return location
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_trade_find (GramCall *call,
                          gint64 id,
                          GramTradeNotificationRecord **record,
                          GramRefusal **refusal,
                          GError **error);

/**
 * gram_trade_check_version:
 * @call: a call with the argument `version`
 * @record: the notification that it is about
 * @refusal: (out) (optional): `trade.changed-meanwhile`
 *
 * Returns: %FALSE if somebody has changed it since it was looked at
 */
gboolean gram_trade_check_version (GramCall *call,
                                   const GramTradeNotificationRecord *record,
                                   GramRefusal **refusal);

/**
 * gram_trade_refuse_unknown:
 * @id: number of a notification or a trade
 * @refusal: (out) (optional): `trade.unknown`
 *
 * One text for what is not there and what is somebody else's.
 *
 * Returns: always %FALSE
 */
gboolean gram_trade_refuse_unknown (gint64 id, GramRefusal **refusal);

/**
 * gram_trade_check:
 * @registry: a registry
 * @account: account of the notifying party
 * @form: what the party filled in
 * @before: (nullable): the notification that it changes, %NULL a new one
 * @exact: who asks may know what is wrong with the account of the other party
 * @refusal: (out) (optional): why not: what gram_trade_parties_check_window(), gram_trade_notification_new(),
 *   gram_trade_parties_check(), gram_trade_parties_check_other() and gram_trade_check_available() say
 * @error: return location
 *
 * All that is asked before a notification is made or changed; nothing is written.
 *
 * Returns: (transfer full) (nullable): what is notified, %NULL with one of @refusal and @error set
 */
GramTradeNotification *gram_trade_check (GramRegistry *registry,
                                         const GramAccountRecord *account,
                                         const GramTradeForm *form,
                                         const GramTradeNotificationRecord *before,
                                         gboolean exact,
                                         GramRefusal **refusal,
                                         GError **error);

/**
 * gram_trade_check_withdraw:
 * @registry: a registry
 * @person: who would withdraw it, with a right to send trade.withdraw
 * @record: a notification
 * @refusal: (out) (optional): `trade.state`, `trade.not-by-file`, `window.not-open`: what was not matched in its window is
 *   void then
 * @error: return location
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_trade_check_withdraw (GramRegistry *registry,
                                    const GramPersonRecord *person,
                                    const GramTradeNotificationRecord *record,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_trade_check_undecided:
 * @trade: a trade
 * @refusal: (out) (optional): `trade.decided`
 *
 * Returns: %FALSE if it is registered or refused already
 */
gboolean gram_trade_check_undecided (const GramTradeRecord *trade, GramRefusal **refusal);

/**
 * gram_trade_check_one_sided:
 * @registry: a registry
 * @record: a notification
 * @refusal: (out) (optional): `trade.two-sided`, `trade.state`
 * @error: return location
 *
 * Whether a trade can be recorded of which only this party's notification is here: in an own registry, with somebody who has
 * no account in it.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_trade_check_one_sided (GramRegistry *registry,
                                     const GramTradeNotificationRecord *record,
                                     GramRefusal **refusal,
                                     GError **error);

/**
 * gram_trade_add:
 * @call: a call
 * @account: account of the notifying party
 * @notification: what gram_trade_check() let through
 * @exchange_key: (nullable): SHA-256 of the signed file that brought it
 * @error: return location
 *
 * Makes a notification: reserves what a transferor promises, pairs it, tells who has to know, and answers the call.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_add (GramCall *call,
                         const GramAccountRecord *account,
                         const GramTradeNotification *notification,
                         const char *exchange_key,
                         GError **error);

/**
 * gram_trade_change:
 * @call: a call
 * @before: a notification that is not matched, as it is stored
 * @notification: what gram_trade_check() let through
 * @error: return location
 *
 * Changes a notification; goes on as gram_trade_add() does.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_change (GramCall *call,
                            const GramTradeNotificationRecord *before,
                            const GramTradeNotification *notification,
                            GError **error);

/**
 * gram_trade_answer:
 * @call: a call
 * @id: number of a notification
 * @error: return location
 *
 * Puts into the result how a notification stands after the command: its number, state and version, and what the account
 * can still promise.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_answer (GramCall *call, gint64 id, GError **error);

/**
 * gram_trade_match:
 * @call: a call
 * @about: a notification that was made, changed or withdrawn: its year and accounts count
 * @error: return location
 *
 * Pairs anew all notifications that name the same accounts, tells the parties, opens the case of each trade that came of
 * it, or registers it where the year has the standing rule.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_trade_match (GramCall *call, const GramTradeNotificationRecord *about, GError **error);

/**
 * gram_trade_obstacles:
 * @registry: a registry
 * @trade: a trade
 * @error: return location
 *
 * What stands in the way of registering a trade now: the year is closed, a party cannot trade. Exact, for who decides.
 *
 * Returns: (transfer full) (element-type GramRefusal) (nullable): the reasons, none if it can be registered
 */
GPtrArray *
gram_trade_obstacles (GramRegistry *registry, const GramTradeRecord *trade, GError **error);

/**
 * gram_trade_register:
 * @call: a call
 * @trade: a matched trade that nothing stands in the way of
 * @decided_by: who decides, 0 the standing rule
 * @reason: (nullable): why
 * @reference: (nullable): document that says so
 * @error: return location
 *
 * Moves the allowances, ends both notifications and tells both parties (art. 37(6)). The case is the caller's.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_register (GramCall *call,
                              const GramTradeRecord *trade,
                              gint64 decided_by,
                              const char *reason,
                              const char *reference,
                              GError **error);

/**
 * gram_trade_end:
 * @call: a call
 * @before: a live notification as it is stored
 * @state: `registered`, `refused`, `withdrawn` or `void`
 * @reason: (nullable): why
 * @error: return location
 *
 * Ends a notification: what a transferor reserved is let go, but for a registered one, whose trade took it. Puts the entry
 * of the journal on its timeline.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_end (GramCall *call,
                         const GramTradeNotificationRecord *before,
                         GramTradeState state,
                         const char *reason,
                         GError **error);

/**
 * gram_trade_tell:
 * @call: a call
 * @event: what happened
 * @record: the notification whose party is told
 * @state: the state that it is in now
 * @error: return location
 *
 * Tells the party of a notification, of its own only.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_tell (GramCall *call,
                          GramEvent event,
                          const GramTradeNotificationRecord *record,
                          GramTradeState state,
                          GError **error);

G_END_DECLS
