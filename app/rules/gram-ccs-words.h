/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-words.h"

G_BEGIN_DECLS

/**
 * GramChargeKind:
 * @GRAM_CHARGE_PAYG: Pay As You Go: of the vehicles that one command accepted
 * @GRAM_CHARGE_FLEET_AVERAGE: of a Fleet Average year
 * @GRAM_CHARGE_CARRIED: borrowed from the year before and not made good (LTA 1998 s 179)
 * @GRAM_CHARGE_SHORT: credits that a correction took back and that were used already
 *
 * What a charge is of. Vocabulary `charge-kind`; a bit set.
 */
typedef enum
{
  GRAM_CHARGE_PAYG = 1 << 0,
  GRAM_CHARGE_FLEET_AVERAGE = 1 << 1,
  GRAM_CHARGE_CARRIED = 1 << 2,
  GRAM_CHARGE_SHORT = 1 << 3,
} GramChargeKind;

#define GRAM_CHARGE_KINDS 4
#define GRAM_CHARGE_ALL_KINDS ((1u << GRAM_CHARGE_KINDS) - 1)

/**
 * GramChargeState:
 * @GRAM_CHARGE_DUE: something is outstanding and not overdue
 * @GRAM_CHARGE_OVERDUE: something is outstanding and its due day is over
 * @GRAM_CHARGE_SETTLED: nothing is outstanding
 *
 * Where a charge stands on a day. Vocabulary `charge-state`; a bit set.
 */
typedef enum
{
  GRAM_CHARGE_DUE = 1 << 0,
  GRAM_CHARGE_OVERDUE = 1 << 1,
  GRAM_CHARGE_SETTLED = 1 << 2,
} GramChargeState;

#define GRAM_CHARGE_STATES 3
#define GRAM_CHARGE_ALL_STATES ((1u << GRAM_CHARGE_STATES) - 1)

/**
 * GramChargeSettlementKind:
 * @GRAM_CHARGE_SETTLEMENT_CREDIT: credits were set against it
 * @GRAM_CHARGE_SETTLEMENT_MONEY: a payment
 * @GRAM_CHARGE_SETTLEMENT_IN_FAVOUR: money that stood in favour
 * @GRAM_CHARGE_SETTLEMENT_CORRECTION: it is not owed any more, or what had settled it was given back
 * @GRAM_CHARGE_SETTLEMENT_CARRY: borrowed
 * @GRAM_CHARGE_SETTLEMENT_BEFORE: paid before the registry kept charges one by one
 *
 * What settles a charge. Vocabulary `charge-settlement-kind`.
 */
typedef enum
{
  GRAM_CHARGE_SETTLEMENT_CREDIT = 1,
  GRAM_CHARGE_SETTLEMENT_MONEY,
  GRAM_CHARGE_SETTLEMENT_IN_FAVOUR,
  GRAM_CHARGE_SETTLEMENT_CORRECTION,
  GRAM_CHARGE_SETTLEMENT_CARRY,
  GRAM_CHARGE_SETTLEMENT_BEFORE,
} GramChargeSettlementKind;

/**
 * GramPaymentKind:
 * @GRAM_PAYMENT_RECEIVED: a payment
 * @GRAM_PAYMENT_REVERSAL: the reversal of one
 * @GRAM_PAYMENT_PAY_BACK: what stood in favour was paid back
 *
 * What a movement of money of a CCS account is. Vocabulary `payment-kind`; a bit set.
 */
typedef enum
{
  GRAM_PAYMENT_RECEIVED = 1 << 0,
  GRAM_PAYMENT_REVERSAL = 1 << 1,
  GRAM_PAYMENT_PAY_BACK = 1 << 2,
} GramPaymentKind;

#define GRAM_PAYMENT_ALL_KINDS 7u

/**
 * GramBorrowingState:
 * @GRAM_BORROWING_ASKED: asked for
 * @GRAM_BORROWING_APPROVED: approved: the shortfall is carried into the next year
 * @GRAM_BORROWING_DECLINED: declined
 * @GRAM_BORROWING_WITHDRAWN: withdrawn by the holder
 * @GRAM_BORROWING_SETTLED: the next year made it good, or charged what it did not
 *
 * Where a borrowing stands. Vocabulary `borrowing-state`; a bit set.
 */
typedef enum
{
  GRAM_BORROWING_ASKED = 1 << 0,
  GRAM_BORROWING_APPROVED = 1 << 1,
  GRAM_BORROWING_DECLINED = 1 << 2,
  GRAM_BORROWING_WITHDRAWN = 1 << 3,
  GRAM_BORROWING_SETTLED = 1 << 4,
} GramBorrowingState;

#define GRAM_BORROWING_ALL_STATES 31u

/**
 * GramCreditTransferState:
 * @GRAM_CREDIT_TRANSFER_OFFERED: offered: the credits are reserved
 * @GRAM_CREDIT_TRANSFER_ACCEPTED: accepted by the other holder, or recorded
 * @GRAM_CREDIT_TRANSFER_DECLINED: declined by the other holder
 * @GRAM_CREDIT_TRANSFER_CANCELLED: cancelled by who offered it
 * @GRAM_CREDIT_TRANSFER_LAPSED: nobody accepted it in time
 *
 * Where a transfer of credits stands. Vocabulary `credit-transfer-state`; a bit set.
 */
typedef enum
{
  GRAM_CREDIT_TRANSFER_OFFERED = 1 << 0,
  GRAM_CREDIT_TRANSFER_ACCEPTED = 1 << 1,
  GRAM_CREDIT_TRANSFER_DECLINED = 1 << 2,
  GRAM_CREDIT_TRANSFER_CANCELLED = 1 << 3,
  GRAM_CREDIT_TRANSFER_LAPSED = 1 << 4,
} GramCreditTransferState;

#define GRAM_CREDIT_TRANSFER_STATES 5
#define GRAM_CREDIT_TRANSFER_ALL_STATES ((1u << GRAM_CREDIT_TRANSFER_STATES) - 1)

/**
 * gram_charge_kind_title:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind as a window shows it
 */
const char *gram_charge_kind_title (GramChargeKind kind);

/**
 * gram_charge_state_title:
 * @state: a state
 *
 * Returns: (transfer none): the state as a window shows it
 */
const char *gram_charge_state_title (GramChargeState state);

/**
 * gram_charge_settlement_kind_title:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind as a window shows it
 */
const char *gram_charge_settlement_kind_title (GramChargeSettlementKind kind);

/**
 * gram_payment_kind_title:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind as a window shows it
 */
const char *gram_payment_kind_title (GramPaymentKind kind);

/**
 * gram_borrowing_state_title:
 * @state: a state
 *
 * Returns: (transfer none): the state as a window shows it
 */
const char *gram_borrowing_state_title (GramBorrowingState state);

/**
 * gram_credit_transfer_state_title:
 * @state: a state
 *
 * Returns: (transfer none): the state as a window shows it
 */
const char *gram_credit_transfer_state_title (GramCreditTransferState state);

G_END_DECLS
