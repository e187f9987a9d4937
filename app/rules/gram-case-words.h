/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-words.h"

G_BEGIN_DECLS

/*
 * What is decided, and what people are told, as closed sets. Their words are read and written with gram_word_for() and
 * gram_word_parse(); the database has the same words in its CHECKs.
 */

/**
 * GRAM_CASE_HANDLERS:
 *
 * Roles (#GramRole) that work cases: who holds one is told of it and has access to it.
 */
#define GRAM_CASE_HANDLERS                                                                         \
  (GRAM_ROLE_ADMINISTRATOR | GRAM_ROLE_CASE_HANDLER | GRAM_ROLE_DECISION_MAKER)

/**
 * GramCaseKind:
 * @GRAM_CASE_DISPUTE: the record of a vehicle is disputed before it is accepted
 * @GRAM_CASE_CORRECTION: a mistake was found after acceptance
 * @GRAM_CASE_DIFFERENCE: a register file says something else about an accepted or disputed vehicle
 * @GRAM_CASE_APPLICATION: application for Fleet Average (reg. 21)
 * @GRAM_CASE_AML: verification of a holder under anti-money-laundering law
 * @GRAM_CASE_SUSPENSION: an account may be suspended (s 192)
 * @GRAM_CASE_CLOSING: an account may be closed (s 190, s 191)
 * @GRAM_CASE_TRADE: transfer of credits, trade of allowances
 * @GRAM_CASE_CONVERSION: conversion of credits or allowances
 * @GRAM_CASE_PAYMENT: a payment to be looked at
 * @GRAM_CASE_POOL: application of a pool (CCTS)
 * @GRAM_CASE_BORROWING: a shortfall is carried over (s 179)
 *
 * What a case is about. Vocabulary `case-kind`, flags, so that a list can ask for a set.
 */
typedef enum
{
  GRAM_CASE_DISPUTE = 1 << 0,
  GRAM_CASE_CORRECTION = 1 << 1,
  GRAM_CASE_DIFFERENCE = 1 << 2,
  GRAM_CASE_APPLICATION = 1 << 3,
  GRAM_CASE_AML = 1 << 4,
  GRAM_CASE_SUSPENSION = 1 << 5,
  GRAM_CASE_CLOSING = 1 << 6,
  GRAM_CASE_TRADE = 1 << 7,
  GRAM_CASE_CONVERSION = 1 << 8,
  GRAM_CASE_PAYMENT = 1 << 9,
  GRAM_CASE_POOL = 1 << 10,
  GRAM_CASE_BORROWING = 1 << 11,
  GRAM_CASE_ALL_KINDS = (1 << 12) - 1,
} GramCaseKind;

/**
 * GRAM_CASE_KIND_N:
 *
 * How many kinds there are, for arrays in the order of #GramCaseKind; see gram_case_kind_index().
 */
#define GRAM_CASE_KIND_N 12

/**
 * GramCaseState:
 * @GRAM_CASE_OPEN: nobody works on it
 * @GRAM_CASE_CLAIMED: somebody works on it and alone decides it
 * @GRAM_CASE_INFORMATION_ASKED: the holder has to answer first
 * @GRAM_CASE_DECIDED: decided, frozen
 * @GRAM_CASE_WITHDRAWN: withdrawn, frozen
 * @GRAM_CASE_UNDECIDED: the first three
 * @GRAM_CASE_ALL_STATES: every one
 *
 * State of a case. Vocabulary `case-state`, flags.
 */
typedef enum
{
  GRAM_CASE_OPEN = 1 << 0,
  GRAM_CASE_CLAIMED = 1 << 1,
  GRAM_CASE_INFORMATION_ASKED = 1 << 2,
  GRAM_CASE_DECIDED = 1 << 3,
  GRAM_CASE_WITHDRAWN = 1 << 4,
  GRAM_CASE_UNDECIDED = (1 << 3) - 1,
  GRAM_CASE_ALL_STATES = (1 << 5) - 1,
} GramCaseState;

/**
 * GramCaseOutcome:
 * @GRAM_CASE_OUTCOME_NONE: not decided; no word (the empty text in the database)
 * @GRAM_CASE_UPHELD: a dispute or correction was right; of a difference: the file's values were taken
 * @GRAM_CASE_NOT_UPHELD: it was not; of a difference: the registry's values were kept
 * @GRAM_CASE_APPROVED: what was asked for is granted
 * @GRAM_CASE_DECLINED: it is not
 * @GRAM_CASE_DONE: what the case prepared was done, such as a suspension or a closing
 * @GRAM_CASE_DROPPED: it was not done, and will not be
 *
 * How a case was decided. Vocabulary `case-outcome`.
 */
typedef enum
{
  GRAM_CASE_OUTCOME_NONE = 0,
  GRAM_CASE_UPHELD,
  GRAM_CASE_NOT_UPHELD,
  GRAM_CASE_APPROVED,
  GRAM_CASE_DECLINED,
  GRAM_CASE_DONE,
  GRAM_CASE_DROPPED,
} GramCaseOutcome;

/**
 * GramDisputeKind:
 * @GRAM_DISPUTE_VALUE: the CO₂ value, or another field, is wrong
 * @GRAM_DISPUTE_NOT_OURS: the vehicle is not the holder's
 * @GRAM_DISPUTE_MISSING: a vehicle is missing from the account
 *
 * The three kinds of dispute of the source text. A correction is a value or not the holder's. Vocabulary `dispute-kind`.
 */
typedef enum
{
  GRAM_DISPUTE_VALUE = 1,
  GRAM_DISPUTE_NOT_OURS,
  GRAM_DISPUTE_MISSING,
} GramDisputeKind;

/**
 * GramLane:
 * @GRAM_LANE_HOLDER: holder and administrator read it
 * @GRAM_LANE_INTERNAL: only the administrator's side reads it
 *
 * The two lanes of a case's thread. Vocabulary `lane`.
 */
typedef enum
{
  GRAM_LANE_HOLDER = 1,
  GRAM_LANE_INTERNAL,
} GramLane;

/**
 * GramMessageKind:
 * @GRAM_MESSAGE_PLAIN: a message or note (`message`)
 * @GRAM_MESSAGE_QUESTION: information is asked
 * @GRAM_MESSAGE_ANSWER: the holder's answer to it
 * @GRAM_MESSAGE_DECISION: the decision and its reason
 * @GRAM_MESSAGE_RELEASE: why a case was released, taken over or assigned
 *
 * What a message in the thread is. Only plain ones are edited. Vocabulary `message-kind`.
 */
typedef enum
{
  GRAM_MESSAGE_PLAIN = 1,
  GRAM_MESSAGE_QUESTION,
  GRAM_MESSAGE_ANSWER,
  GRAM_MESSAGE_DECISION,
  GRAM_MESSAGE_RELEASE,
} GramMessageKind;

/**
 * GramDifferenceDecision:
 * @GRAM_DIFFERENCE_OPEN: not decided; no word (the empty text in the database)
 * @GRAM_DIFFERENCE_TAKEN: the file's value was taken
 * @GRAM_DIFFERENCE_KEPT: the registry's value was kept
 *
 * What was decided about one field in which a register file differs. Vocabulary `difference-decision`.
 */
typedef enum
{
  GRAM_DIFFERENCE_OPEN = 0,
  GRAM_DIFFERENCE_TAKEN,
  GRAM_DIFFERENCE_KEPT,
} GramDifferenceDecision;

/**
 * GramEvent:
 * @GRAM_EVENT_VEHICLE_READY: vehicles became ready for acceptance
 * @GRAM_EVENT_AUTO_ACCEPTED: auto-accept took vehicles
 * @GRAM_EVENT_DISPUTE_DECIDED: a case of the holder was decided
 * @GRAM_EVENT_INFORMATION_ASKED: the administrator asks for information
 * @GRAM_EVENT_INFORMATION_GIVEN: the holder answered
 * @GRAM_EVENT_MESSAGE: a message in a case
 * @GRAM_EVENT_CASE_ASSIGNED: a case was assigned to this person
 * @GRAM_EVENT_DUE_SOON: a case is due soon
 * @GRAM_EVENT_OVERDUE: a case is overdue
 * @GRAM_EVENT_PERMISSION_CHANGED: the person's permissions in an account changed
 * @GRAM_EVENT_ACCOUNT_SUSPENDED: an account was suspended, or is no longer
 * @GRAM_EVENT_TRADE_WAITING: the other party of a trade has notified it, this one has not
 * @GRAM_EVENT_TRADE_DIFFERS: the notifications of a trade differ
 * @GRAM_EVENT_TRADE_MATCHED: they agree
 * @GRAM_EVENT_TRADE_DECIDED: a trade is registered, or was refused (art. 37(6)–(7))
 * @GRAM_EVENT_TRADE_VOID: the trading window ended, and a notification stands alone (art. 37(7))
 * @GRAM_EVENT_ALLOCATION_POSTED: allowances were allocated, or an allocation was corrected (art. 34)
 * @GRAM_EVENT_PAYMENT_NOTICE: a payment notice was given, or withdrawn (art. 39(4))
 * @GRAM_EVENT_PAYMENT_OVERDUE: the last day of a payment is over (art. 39(5)(b))
 * @GRAM_EVENT_POOL_ASKED: somebody is asked about a pool: a member to agree, the administrator to decide
 * @GRAM_EVENT_POOL_DECIDED: a pool was granted or declined, or ended
 * @GRAM_EVENT_WINDOW_OPENS: a trading window opens
 * @GRAM_EVENT_WINDOW_CLOSES: a trading window closes soon
 * @GRAM_EVENT_TRANSFER_OFFERED: another holder offers credits (CCS facts §7)
 * @GRAM_EVENT_TRANSFER_DECIDED: a transfer was accepted, declined or cancelled by the other side
 * @GRAM_EVENT_TRANSFER_LAPSED: nobody accepted a transfer until its last day
 * @GRAM_EVENT_CREDITS_LAPSE_SOON: the last day of credits comes near (CCS facts §7, §12)
 * @GRAM_EVENT_CREDITS_LAPSED: the last day of credits is over
 * @GRAM_EVENT_CHARGE_DUE: the last day to pay a charge comes near (CCS facts §3)
 * @GRAM_EVENT_CHARGE_OVERDUE: it is over
 * @GRAM_EVENT_FLEET_YEAR_SETTLED: a Fleet Average year was settled, or a settlement was corrected
 * @GRAM_EVENT_BORROWING_ASKED: somebody asks to carry a shortfall into the next year (LTA 1998 s 179)
 * @GRAM_EVENT_BORROWING_DECIDED: that was approved or declined
 * @GRAM_EVENT_PAYMENT_RECORDED: a payment was recorded, reversed or paid back
 *
 * What people are told. Vocabulary `event`.
 */
typedef enum
{
  GRAM_EVENT_VEHICLE_READY = 1,
  GRAM_EVENT_AUTO_ACCEPTED,
  GRAM_EVENT_DISPUTE_DECIDED,
  GRAM_EVENT_INFORMATION_ASKED,
  GRAM_EVENT_INFORMATION_GIVEN,
  GRAM_EVENT_MESSAGE,
  GRAM_EVENT_CASE_ASSIGNED,
  GRAM_EVENT_DUE_SOON,
  GRAM_EVENT_OVERDUE,
  GRAM_EVENT_PERMISSION_CHANGED,
  GRAM_EVENT_ACCOUNT_SUSPENDED,
  GRAM_EVENT_TRADE_WAITING,
  GRAM_EVENT_TRADE_DIFFERS,
  GRAM_EVENT_TRADE_MATCHED,
  GRAM_EVENT_TRADE_DECIDED,
  GRAM_EVENT_TRADE_VOID,
  GRAM_EVENT_ALLOCATION_POSTED,
  GRAM_EVENT_PAYMENT_NOTICE,
  GRAM_EVENT_PAYMENT_OVERDUE,
  GRAM_EVENT_POOL_ASKED,
  GRAM_EVENT_POOL_DECIDED,
  GRAM_EVENT_WINDOW_OPENS,
  GRAM_EVENT_WINDOW_CLOSES,
  GRAM_EVENT_TRANSFER_OFFERED,
  GRAM_EVENT_TRANSFER_DECIDED,
  GRAM_EVENT_TRANSFER_LAPSED,
  GRAM_EVENT_CREDITS_LAPSE_SOON,
  GRAM_EVENT_CREDITS_LAPSED,
  GRAM_EVENT_CHARGE_DUE,
  GRAM_EVENT_CHARGE_OVERDUE,
  GRAM_EVENT_FLEET_YEAR_SETTLED,
  GRAM_EVENT_BORROWING_ASKED,
  GRAM_EVENT_BORROWING_DECIDED,
  GRAM_EVENT_PAYMENT_RECORDED,
} GramEvent;

/**
 * GRAM_EVENT_N:
 *
 * How many events there are.
 */
#define GRAM_EVENT_N GRAM_EVENT_PAYMENT_RECORDED

/**
 * GramSide:
 * @GRAM_SIDE_HOLDER: the people of an account
 * @GRAM_SIDE_ADMINISTRATOR: the people who keep the registry and decide
 *
 * The two sides of a case, as flags.
 */
typedef enum
{
  GRAM_SIDE_HOLDER = 1 << 0,
  GRAM_SIDE_ADMINISTRATOR = 1 << 1,
} GramSide;

/**
 * GramEventRow:
 * @event: the event
 * @title: translatable name (N_())
 * @sentence: translatable sentence (N_()) for the preferences
 * @sides: #GramSide flags: who is told
 * @permission: what a member has to be permitted in the account to be told; 0 for members who are told because it is about
 *   themselves
 * @inbox: told in the inbox unless switched off
 * @desktop: shown on the desktop unless switched off
 *
 * A row of the table of events.
 */
typedef struct
{
  GramEvent event;
  const char *title;
  const char *sentence;
  guint sides;
  guint permission;
  gboolean inbox;
  gboolean desktop;
} GramEventRow;

/**
 * gram_case_kind_index:
 * @kind: one kind
 *
 * Returns: its place in arrays of %GRAM_CASE_KIND_N
 */
guint gram_case_kind_index (GramCaseKind kind);

/**
 * gram_case_kinds_of:
 * @scheme: a scheme
 *
 * Returns: #GramCaseKind flags that mean something in @scheme: the CCTS knows no application for Fleet Average, no AML and no
 *   borrowing, the CCS no pools
 */
guint gram_case_kinds_of (GramScheme scheme);

/**
 * gram_case_kind_title:
 * @kind: one kind
 *
 * Returns: (transfer none): translated, for example “Dispute”
 */
const char *gram_case_kind_title (GramCaseKind kind);

/**
 * gram_case_state_title:
 * @state: one state
 *
 * Returns: (transfer none): translated, for example “Information asked”
 */
const char *gram_case_state_title (GramCaseState state);

/**
 * gram_case_outcome_title:
 * @outcome: an outcome
 *
 * Returns: (transfer none): translated, for example “Not upheld”; empty for %GRAM_CASE_OUTCOME_NONE
 */
const char *gram_case_outcome_title (GramCaseOutcome outcome);

/**
 * gram_dispute_kind_title:
 * @kind: a kind of dispute
 *
 * Returns: (transfer none): translated, for example “A value is wrong”
 */
const char *gram_dispute_kind_title (GramDisputeKind kind);

/**
 * gram_lane_title:
 * @lane: a lane
 *
 * Returns: (transfer none): translated, who reads it, for example “Internal: only the administrator’s side reads this”
 */
const char *gram_lane_title (GramLane lane);

/**
 * gram_message_kind_title:
 * @kind: a kind of message
 *
 * Returns: (transfer none): translated, for example “Question”
 */
const char *gram_message_kind_title (GramMessageKind kind);

/**
 * gram_difference_decision_title:
 * @decision: a decision
 *
 * Returns: (transfer none): translated, for example “Taken from the file”
 */
const char *gram_difference_decision_title (GramDifferenceDecision decision);

/**
 * gram_event_rows:
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): the table of events, in the order of #GramEvent
 */
const GramEventRow *gram_event_rows (gsize *n_rows);

/**
 * gram_event_row:
 * @event: an event
 *
 * Returns: (transfer none): its row
 */
const GramEventRow *gram_event_row (GramEvent event);

G_END_DECLS
