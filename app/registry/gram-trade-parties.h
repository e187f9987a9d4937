/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-ccts-words.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * Who may be a party to a trade, and when (CCTS art. 37(1), (3), (5)). The same checks answer a command, the form of a
 * notification before it is sent and what stands in the way of registering a trade.
 */

/**
 * gram_trade_parties_check_window:
 * @registry: a registry
 * @year: scheme year as it was sent
 * @rulebook: (out) (optional) (transfer full): rulebook of the CCTS in force
 * @refusal: (out) (optional): `rulebook.none`, `year.unknown`, `year.closed`, `window.not-open`
 * @error: return location
 *
 * Whether the trading window of a year is open now.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_trade_parties_check_window (GramRegistry *registry,
                                          gint64 year,
                                          GramRulebook **rulebook,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_trade_parties_check:
 * @registry: a registry
 * @account: an account
 * @side: which side of a trade it would be
 * @year: scheme year
 * @refusal: (out) (optional): `account.other-scheme`, `account.blocked`, `account.suspended`, `account.closing`,
 *   `account.closed`, `year.not-measured`, `participant.pooled`, `participant.none`
 * @error: return location
 *
 * Whether an account may be a party now. The sentences are exact: for who may view the account.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_trade_parties_check (GramRegistry *registry,
                                   const GramAccountRecord *account,
                                   GramTradeSide side,
                                   int year,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * gram_trade_parties_check_other:
 * @registry: a registry
 * @number: account number of the other party, digits
 * @side: which side of the trade the other party would be
 * @year: scheme year
 * @exact: who asks may know what is wrong with the other account
 * @refusal: (out) (optional): `trade.counterparty`, one sentence for all reasons; with @exact what
 *   gram_trade_parties_check() says
 * @error: return location
 *
 * Whether the other party could be one. An own registry does not know the accounts of others and believes in them.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_trade_parties_check_other (GramRegistry *registry,
                                         const char *number,
                                         GramTradeSide side,
                                         int year,
                                         gboolean exact,
                                         GramRefusal **refusal,
                                         GError **error);

/**
 * gram_trade_side_other:
 * @side: a side of a trade
 *
 * Returns: the other side
 */
GramTradeSide gram_trade_side_other (GramTradeSide side);

G_END_DECLS
