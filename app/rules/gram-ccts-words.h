/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-words.h"

G_BEGIN_DECLS

/*
 * Pools, trades, conversions and payments of the CCTS as closed sets. Their words are read and written with
 * gram_word_for() and gram_word_parse(); the database has the same words in its CHECKs.
 */

/**
 * GramPoolState:
 * @GRAM_POOL_GATHERING: not every member has agreed yet
 * @GRAM_POOL_APPLIED: the application waits for a decision
 * @GRAM_POOL_GRANTED: it stands for its members (art. 32(2))
 * @GRAM_POOL_DECLINED: the application was declined
 * @GRAM_POOL_WITHDRAWN: the application was withdrawn
 * @GRAM_POOL_ENDED: it stood for its members and does so no more
 * @GRAM_POOL_UNDECIDED: the first two
 * @GRAM_POOL_ALL_STATES: every one
 *
 * State of a pool (Schedule 5). Vocabulary `pool-state`, flags.
 */
typedef enum
{
  GRAM_POOL_GATHERING = 1 << 0,
  GRAM_POOL_APPLIED = 1 << 1,
  GRAM_POOL_GRANTED = 1 << 2,
  GRAM_POOL_DECLINED = 1 << 3,
  GRAM_POOL_WITHDRAWN = 1 << 4,
  GRAM_POOL_ENDED = 1 << 5,
  GRAM_POOL_UNDECIDED = (1 << 2) - 1,
  GRAM_POOL_ALL_STATES = (1 << 6) - 1,
} GramPoolState;

/**
 * GramTradeSide:
 * @GRAM_TRADE_TRANSFEROR: gives allowances away
 * @GRAM_TRADE_TRANSFEREE: gets them
 *
 * Side of a party to a trade (art. 37(3)). Vocabulary `trade-side`.
 */
typedef enum
{
  GRAM_TRADE_TRANSFEROR = 1,
  GRAM_TRADE_TRANSFEREE,
} GramTradeSide;

/**
 * GramTradeState:
 * @GRAM_TRADE_WAITING: the other party has notified nothing that could be the same trade
 * @GRAM_TRADE_DIFFERING: it has, and they differ
 * @GRAM_TRADE_MATCHED: both say the same; the administrator decides
 * @GRAM_TRADE_REGISTERED: the trade is in the registry (art. 37(6))
 * @GRAM_TRADE_REFUSED: the administrator was not satisfied (art. 37(7))
 * @GRAM_TRADE_WITHDRAWN: the party withdrew its notification
 * @GRAM_TRADE_VOID: the window ended without a match (art. 37(7))
 * @GRAM_TRADE_LIVE: the first three
 * @GRAM_TRADE_ALL_STATES: every one
 *
 * State of a notification of a trade; of the trade itself it is matched, registered or refused. Vocabulary
 * `trade-state`, flags.
 */
typedef enum
{
  GRAM_TRADE_WAITING = 1 << 0,
  GRAM_TRADE_DIFFERING = 1 << 1,
  GRAM_TRADE_MATCHED = 1 << 2,
  GRAM_TRADE_REGISTERED = 1 << 3,
  GRAM_TRADE_REFUSED = 1 << 4,
  GRAM_TRADE_WITHDRAWN = 1 << 5,
  GRAM_TRADE_VOID = 1 << 6,
  GRAM_TRADE_LIVE = (1 << 3) - 1,
  GRAM_TRADE_ALL_STATES = (1 << 7) - 1,
} GramTradeState;

/**
 * GRAM_TRADE_STATES:
 *
 * How many states there are, for arrays by the place of their flag (waiting is 0).
 */
#define GRAM_TRADE_STATES 7

/**
 * GramConversionDirection:
 * @GRAM_CONVERSION_FROM_CRTS: unused CRTS allowances into CCTS allowances (art. 35)
 * @GRAM_CONVERSION_TO_CRTS: CCTS allowances into CRTS credits (art. 23)
 *
 * Which way a conversion goes. Vocabulary `conversion-direction`.
 */
typedef enum
{
  GRAM_CONVERSION_FROM_CRTS = 1,
  GRAM_CONVERSION_TO_CRTS,
} GramConversionDirection;

/**
 * GramNoticePaymentKind:
 * @GRAM_NOTICE_PAYMENT: money came in (art. 39(6))
 * @GRAM_NOTICE_REVERSAL: an entry was wrong
 * @GRAM_NOTICE_ONWARD: paid into the consolidated fund (art. 39(7))
 *
 * What a movement of money of a payment notice is. Vocabulary `notice-payment-kind`.
 */
typedef enum
{
  GRAM_NOTICE_PAYMENT = 1,
  GRAM_NOTICE_REVERSAL,
  GRAM_NOTICE_ONWARD,
} GramNoticePaymentKind;

/**
 * GramDocumentKind:
 * @GRAM_DOCUMENT_PAYMENT_NOTICE: a payment notice (art. 39(4))
 * @GRAM_DOCUMENT_PUBLICATION: what is published of a year (art. 80)
 * @GRAM_DOCUMENT_INVOICE: the invoice of a Fleet Average year
 *
 * What a document is that the registry made. Vocabulary `document-kind`.
 */
typedef enum
{
  GRAM_DOCUMENT_PAYMENT_NOTICE = 1,
  GRAM_DOCUMENT_PUBLICATION,
  GRAM_DOCUMENT_INVOICE,
} GramDocumentKind;

/**
 * gram_pool_state_title:
 * @state: a state
 *
 * Returns: (transfer none): the state as a window shows it
 */
const char *gram_pool_state_title (GramPoolState state);

/**
 * gram_trade_side_title:
 * @side: a side
 *
 * Returns: (transfer none): the side as a window shows it
 */
const char *gram_trade_side_title (GramTradeSide side);

/**
 * gram_trade_state_title:
 * @state: a state
 *
 * Returns: (transfer none): the state as a window shows it
 */
const char *gram_trade_state_title (GramTradeState state);

/**
 * gram_conversion_direction_title:
 * @direction: a direction
 *
 * Returns: (transfer none): the direction as a window shows it
 */
const char *gram_conversion_direction_title (GramConversionDirection direction);

/**
 * gram_notice_payment_kind_title:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind as a window shows it
 */
const char *gram_notice_payment_kind_title (GramNoticePaymentKind kind);

/**
 * gram_document_kind_title:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind as a window shows it
 */
const char *gram_document_kind_title (GramDocumentKind kind);

G_END_DECLS
