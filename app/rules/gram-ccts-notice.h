/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * Payment notices (art. 39(4)–(7)). Money is pence. The day on which a notice is given is day 0.
 */

/**
 * GramPaymentNoticeState:
 * @GRAM_PAYMENT_NOTICE_ISSUED: given; nothing is paid, and there is time
 * @GRAM_PAYMENT_NOTICE_PART_PAID: something is paid, and there is time
 * @GRAM_PAYMENT_NOTICE_PAID: all is paid
 * @GRAM_PAYMENT_NOTICE_OVERDUE: the last day is over, and not all is paid
 * @GRAM_PAYMENT_NOTICE_APPEALED: under appeal; collection stops
 * @GRAM_PAYMENT_NOTICE_WITHDRAWN: withdrawn by the administrator
 *
 * State of a payment notice; it follows from facts and the date. Vocabulary `notice-state`.
 */
typedef enum
{
  GRAM_PAYMENT_NOTICE_ISSUED = 1,
  GRAM_PAYMENT_NOTICE_PART_PAID,
  GRAM_PAYMENT_NOTICE_PAID,
  GRAM_PAYMENT_NOTICE_OVERDUE,
  GRAM_PAYMENT_NOTICE_APPEALED,
  GRAM_PAYMENT_NOTICE_WITHDRAWN,
} GramPaymentNoticeState;

/**
 * GramAppealOutcome:
 * @GRAM_APPEAL_DISMISSED: the notice stands
 * @GRAM_APPEAL_ALLOWED: it does not; it is withdrawn
 *
 * How an appeal ended. Vocabulary `appeal-outcome`.
 */
typedef enum
{
  GRAM_APPEAL_DISMISSED = 1,
  GRAM_APPEAL_ALLOWED,
} GramAppealOutcome;

/**
 * GramPaymentNoticeItem:
 * @GRAM_PAYMENT_NOTICE_AMOUNT: the amount and how it is calculated: art. 39(5)(a)
 * @GRAM_PAYMENT_NOTICE_DUE_ON: the date by which payment must be made: (b)
 * @GRAM_PAYMENT_NOTICE_PAYABLE_TO: that payment must be made to the administrator: (c)
 * @GRAM_PAYMENT_NOTICE_HOW_TO_PAY: how payment must be made: (d)
 * @GRAM_PAYMENT_NOTICE_APPEAL_RIGHTS: information about rights of appeal: (e)
 *
 * The five things that a payment notice must set out. Vocabulary `notice-item`: the names of the command's arguments.
 */
typedef enum
{
  GRAM_PAYMENT_NOTICE_AMOUNT = 0,
  GRAM_PAYMENT_NOTICE_DUE_ON,
  GRAM_PAYMENT_NOTICE_PAYABLE_TO,
  GRAM_PAYMENT_NOTICE_HOW_TO_PAY,
  GRAM_PAYMENT_NOTICE_APPEAL_RIGHTS,
} GramPaymentNoticeItem;

/**
 * GRAM_PAYMENT_NOTICE_ITEM_N:
 *
 * How many things there are.
 */
#define GRAM_PAYMENT_NOTICE_ITEM_N (GRAM_PAYMENT_NOTICE_APPEAL_RIGHTS + 1)

/**
 * GramPaymentNoticeForm:
 * @amount: the payment, pence, as accounted
 * @given_on: day on which the notice is given
 * @due_on: last day to pay
 * @payable_to: (nullable): to whom payment is made
 * @how_to_pay: (nullable): how
 * @appeal_rights: (nullable): rights of appeal
 *
 * What a payment notice says. The texts are borrowed.
 */
typedef struct
{
  gint64 amount;
  GramDate given_on;
  GramDate due_on;
  const char *payable_to;
  const char *how_to_pay;
  const char *appeal_rights;
} GramPaymentNoticeForm;

/**
 * GramPaymentNoticeFacts:
 * @amount: what it asks for, pence
 * @paid: paid of it, pence
 * @due_on: last day to pay
 * @appealed_on: day of the appeal, %GRAM_DATE_NONE if there is none
 * @appeal_ended_on: day on which it ended, %GRAM_DATE_NONE if it runs
 * @withdrawn_on: day on which the notice was withdrawn, %GRAM_DATE_NONE if it stands
 *
 * What the state of a notice follows from.
 */
typedef struct
{
  gint64 amount;
  gint64 paid;
  GramDate due_on;
  GramDate appealed_on;
  GramDate appeal_ended_on;
  GramDate withdrawn_on;
} GramPaymentNoticeFacts;

/**
 * GramPaymentNoticeVerb:
 * @GRAM_PAYMENT_NOTICE_PAY: record a payment
 * @GRAM_PAYMENT_NOTICE_REVERSE: reverse a payment that was recorded wrongly
 * @GRAM_PAYMENT_NOTICE_FORWARD: pay what came in into the consolidated fund (art. 39(7))
 * @GRAM_PAYMENT_NOTICE_APPEAL: appeal
 * @GRAM_PAYMENT_NOTICE_END_APPEAL: record how the appeal ended
 * @GRAM_PAYMENT_NOTICE_WITHDRAW: withdraw the notice
 * @GRAM_PAYMENT_NOTICE_REMIND: collect: remind of what is overdue
 *
 * What is done with a notice. Vocabulary `notice-verb`.
 */
typedef enum
{
  GRAM_PAYMENT_NOTICE_PAY = 1,
  GRAM_PAYMENT_NOTICE_REVERSE,
  GRAM_PAYMENT_NOTICE_FORWARD,
  GRAM_PAYMENT_NOTICE_APPEAL,
  GRAM_PAYMENT_NOTICE_END_APPEAL,
  GRAM_PAYMENT_NOTICE_WITHDRAW,
  GRAM_PAYMENT_NOTICE_REMIND,
} GramPaymentNoticeVerb;

/**
 * gram_payment_notice_state_title:
 * @state: a state
 *
 * Returns: (transfer none): translated, for example “Part paid”
 */
const char *gram_payment_notice_state_title (GramPaymentNoticeState state);

/**
 * gram_payment_notice_item_title:
 * @item: one of the five
 *
 * Returns: (transfer none): translated, for example “How to pay”
 */
const char *gram_payment_notice_item_title (GramPaymentNoticeItem item);

/**
 * gram_payment_notice_item_article:
 * @item: one of the five
 *
 * Returns: (transfer none): `CCTS art. 39(5)(d)`
 */
const char *gram_payment_notice_item_article (GramPaymentNoticeItem item);

/**
 * gram_payment_notice_due_earliest:
 * @rules: the rules
 * @given_on: day on which the notice is given
 *
 * Not less than 30 days after the day of giving, which is day 0 (question Q9): 15 January gives 14 February. Where the
 * rulebook counts clear days, one more.
 *
 * Returns: the earliest last day to pay (art. 39(5)(b))
 */
GramDate gram_payment_notice_due_earliest (const GramCctsRules *rules, GramDate given_on);

/**
 * gram_payment_notice_check:
 * @rules: the rules
 * @form: what the notice says
 * @item: (out) (optional): which of the five is wrong
 * @refusal: (out) (optional): `payment-notice.nothing-to-pay`, `payment-notice.missing`, `payment-notice.due-too-soon`,
 *   `payment-notice.text`
 *
 * A notice that does not set out all five is not given (art. 39(5)).
 *
 * Returns: %TRUE if the notice can be given
 */
gboolean gram_payment_notice_check (const GramCctsRules *rules,
                                    const GramPaymentNoticeForm *form,
                                    GramPaymentNoticeItem *item,
                                    GramRefusal **refusal);

/**
 * gram_payment_notice_state:
 * @facts: the facts
 * @today: today
 *
 * Returns: where the notice stands; it is overdue from the day after @due_on on
 */
GramPaymentNoticeState
gram_payment_notice_state (const GramPaymentNoticeFacts *facts, GramDate today);

/**
 * gram_payment_notice_can:
 * @state: state of a notice
 * @verb: what somebody wants to do
 * @refusal: (out) (optional): `payment-notice.state`, a sentence about where the notice stands
 *
 * Returns: %TRUE if @verb is possible in @state
 */
gboolean gram_payment_notice_can (GramPaymentNoticeState state,
                                  GramPaymentNoticeVerb verb,
                                  GramRefusal **refusal);

/**
 * gram_payment_notice_split:
 * @left: what is still owed, pence
 * @payment: what came in, pence, more than 0
 * @paid: (out): of it, what pays the notice
 * @in_favour: (out): of it, what is more than was owed
 *
 * Splits a payment.
 */
void gram_payment_notice_split (gint64 left, gint64 payment, gint64 *paid, gint64 *in_favour);

G_END_DECLS
