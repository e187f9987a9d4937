/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What happens to an account and to its people, as closed sets. Their words are read and written with gram_word_for() and
 * gram_word_parse(); the states of the database have the same words in their CHECKs.
 */

/**
 * GramEffect:
 * @GRAM_EFFECT_VIEW: see the account and everything in it
 * @GRAM_EFFECT_EDIT: change its details and settings
 * @GRAM_EFFECT_PEOPLE: invite people, change permissions, hand over the ownership
 * @GRAM_EFFECT_ENTER: vehicles are entered and become ready
 * @GRAM_EFFECT_ACCEPT: accept a vehicle by hand
 * @GRAM_EFFECT_AUTO_ACCEPT: auto-accept takes what becomes ready
 * @GRAM_EFFECT_DISPUTE: dispute a record
 * @GRAM_EFFECT_TRANSFER_OUT: send credits, notify a trade as seller
 * @GRAM_EFFECT_RECEIVE: get credits, notify a trade as buyer
 * @GRAM_EFFECT_CONVERT: convert new and used credits (s 180, s 184), or CRTS into CCTS allowances (art. 35); a conversion into
 *   CRTS credits (art. 23) is none of it, as no block stops that
 * @GRAM_EFFECT_SURRENDER: surrender allowances
 * @GRAM_EFFECT_PAY: pay charges and payment notices
 * @GRAM_EFFECT_ALL: every one
 *
 * What can be done in an account because of its *state*, whoever asks: a row of the effects table. What a person may do
 * besides depends on #GramPermission. Vocabulary `effect`, flags.
 */
typedef enum
{
  GRAM_EFFECT_VIEW = 1 << 0,
  GRAM_EFFECT_EDIT = 1 << 1,
  GRAM_EFFECT_PEOPLE = 1 << 2,
  GRAM_EFFECT_ENTER = 1 << 3,
  GRAM_EFFECT_ACCEPT = 1 << 4,
  GRAM_EFFECT_AUTO_ACCEPT = 1 << 5,
  GRAM_EFFECT_DISPUTE = 1 << 6,
  GRAM_EFFECT_TRANSFER_OUT = 1 << 7,
  GRAM_EFFECT_RECEIVE = 1 << 8,
  GRAM_EFFECT_CONVERT = 1 << 9,
  GRAM_EFFECT_SURRENDER = 1 << 10,
  GRAM_EFFECT_PAY = 1 << 11,
  GRAM_EFFECT_ALL = (1 << 12) - 1,
} GramEffect;

/**
 * GramAct:
 * @GRAM_ACT_TRANSFER: transfer of credits, trade of allowances
 * @GRAM_ACT_SURRENDER: surrender of allowances
 * @GRAM_ACT_CLOSING: closing of the account
 * @GRAM_ACT_ALL: every one
 *
 * Kinds of act for which an account can ask for four eyes. The flags stand in the database. Vocabulary `act`, flags.
 */
typedef enum
{
  GRAM_ACT_TRANSFER = 1 << 0,
  GRAM_ACT_SURRENDER = 1 << 1,
  GRAM_ACT_CLOSING = 1 << 2,
  GRAM_ACT_ALL = (1 << 3) - 1,
} GramAct;

/**
 * GramPreset:
 * @GRAM_PRESET_NONE: permissions of one's own choice, no preset; no word
 * @GRAM_PRESET_OWNER: every permission, and the ownership
 * @GRAM_PRESET_COMPLIANCE_OFFICER: everything but granting permissions
 * @GRAM_PRESET_TRADER: view and transfer
 * @GRAM_PRESET_READ_ONLY: view
 *
 * Names for sets of permissions. Vocabulary `preset`.
 */
typedef enum
{
  GRAM_PRESET_NONE = 0,
  GRAM_PRESET_OWNER,
  GRAM_PRESET_COMPLIANCE_OFFICER,
  GRAM_PRESET_TRADER,
  GRAM_PRESET_READ_ONLY,
} GramPreset;

/**
 * GramChargeScheme:
 * @GRAM_CHARGE_SCHEME_PAYG: Pay As You Go, the default
 * @GRAM_CHARGE_SCHEME_FLEET_AVERAGE: Fleet Average, by approval
 *
 * How charges of a CCS account arise (CCS facts §3). Vocabulary `charge-scheme`.
 */
typedef enum
{
  GRAM_CHARGE_SCHEME_PAYG = 1,
  GRAM_CHARGE_SCHEME_FLEET_AVERAGE,
} GramChargeScheme;

/**
 * GramAml:
 * @GRAM_AML_NONE: never asked for
 * @GRAM_AML_VERIFIED: verified
 * @GRAM_AML_REFUSED: refused
 * @GRAM_AML_EXPIRED: was verified, the last day of that is over
 *
 * Verification of a holder under anti-money-laundering law. Vocabulary `aml`.
 */
typedef enum
{
  GRAM_AML_NONE = 1,
  GRAM_AML_VERIFIED,
  GRAM_AML_REFUSED,
  GRAM_AML_EXPIRED,
} GramAml;

/**
 * GramInvitationState:
 * @GRAM_INVITATION_PENDING: waits for the person that it names
 * @GRAM_INVITATION_USED: accepted
 * @GRAM_INVITATION_REVOKED: taken back
 * @GRAM_INVITATION_LAPSED: not used in time
 *
 * Vocabulary `invitation-state`.
 */
typedef enum
{
  GRAM_INVITATION_PENDING = 1,
  GRAM_INVITATION_USED,
  GRAM_INVITATION_REVOKED,
  GRAM_INVITATION_LAPSED,
} GramInvitationState;

/**
 * GramHandoverState:
 * @GRAM_HANDOVER_PENDING: offered
 * @GRAM_HANDOVER_ACCEPTED: accepted; the ownership moved
 * @GRAM_HANDOVER_DECLINED: declined by whom it was offered to
 * @GRAM_HANDOVER_WITHDRAWN: taken back
 * @GRAM_HANDOVER_LAPSED: not answered in time
 *
 * Vocabulary `handover-state`.
 */
typedef enum
{
  GRAM_HANDOVER_PENDING = 1,
  GRAM_HANDOVER_ACCEPTED,
  GRAM_HANDOVER_DECLINED,
  GRAM_HANDOVER_WITHDRAWN,
  GRAM_HANDOVER_LAPSED,
} GramHandoverState;

/**
 * GramRequestState:
 * @GRAM_REQUEST_PENDING: waits for a second person
 * @GRAM_REQUEST_APPROVED: approved and done
 * @GRAM_REQUEST_DECLINED: declined by a second person
 * @GRAM_REQUEST_WITHDRAWN: taken back by the one who prepared it
 * @GRAM_REQUEST_LAPSED: not decided in time
 *
 * State of an act that waits for four eyes. Vocabulary `request-state`.
 */
typedef enum
{
  GRAM_REQUEST_PENDING = 1,
  GRAM_REQUEST_APPROVED,
  GRAM_REQUEST_DECLINED,
  GRAM_REQUEST_WITHDRAWN,
  GRAM_REQUEST_LAPSED,
} GramRequestState;

/**
 * GramMeasureKind:
 * @GRAM_MEASURE_SUSPENSION: CCS s 192
 * @GRAM_MEASURE_BLOCK: CCTS art. 93
 *
 * Vocabulary `measure-kind`.
 */
typedef enum
{
  GRAM_MEASURE_SUSPENSION = 1,
  GRAM_MEASURE_BLOCK,
} GramMeasureKind;

/**
 * GramMeasureState:
 * @GRAM_MEASURE_NOTIFIED: written notice given, time to remedy runs or is over
 * @GRAM_MEASURE_IN_FORCE: in force
 * @GRAM_MEASURE_ENDED: was in force, is over
 * @GRAM_MEASURE_DROPPED: given up before it came into force
 *
 * Vocabulary `measure-state`.
 */
typedef enum
{
  GRAM_MEASURE_NOTIFIED = 1,
  GRAM_MEASURE_IN_FORCE,
  GRAM_MEASURE_ENDED,
  GRAM_MEASURE_DROPPED,
} GramMeasureState;

/**
 * GramMeasureGround:
 * @GRAM_MEASURE_GROUND_NONE: none said yet; the empty text in the database, no word
 * @GRAM_MEASURE_GROUND_FAILURE: failure to comply, after notice and time to put it right: s 192(a)
 * @GRAM_MEASURE_GROUND_CONVICTION: conviction, if needed for the integrity of the scheme: s 192(b)
 * @GRAM_MEASURE_GROUND_PENALTY: civil penalty of Part 6 of the Order: art. 93; for blocks
 *
 * Vocabulary `measure-ground`.
 */
typedef enum
{
  GRAM_MEASURE_GROUND_NONE = 0,
  GRAM_MEASURE_GROUND_FAILURE,
  GRAM_MEASURE_GROUND_CONVICTION,
  GRAM_MEASURE_GROUND_PENALTY,
} GramMeasureGround;

/**
 * GramClosingKind:
 * @GRAM_CLOSING_HOLDER: asked for by the holder (s 190)
 * @GRAM_CLOSING_ADMINISTRATOR: noticed by the administrator (s 191)
 *
 * Vocabulary `closing-kind`.
 */
typedef enum
{
  GRAM_CLOSING_HOLDER = 1,
  GRAM_CLOSING_ADMINISTRATOR,
} GramClosingKind;

/**
 * GramClosingState:
 * @GRAM_CLOSING_NOTIFIED: the administrator gave notice
 * @GRAM_CLOSING_REQUESTED: the holder asked for it
 * @GRAM_CLOSING_WITHDRAWN: taken back by the holder
 * @GRAM_CLOSING_REFUSED: refused by the administrator
 * @GRAM_CLOSING_DROPPED: the notice was given up
 * @GRAM_CLOSING_DONE: the account is closed
 *
 * Vocabulary `closing-state`.
 */
typedef enum
{
  GRAM_CLOSING_NOTIFIED = 1,
  GRAM_CLOSING_REQUESTED,
  GRAM_CLOSING_WITHDRAWN,
  GRAM_CLOSING_REFUSED,
  GRAM_CLOSING_DROPPED,
  GRAM_CLOSING_DONE,
} GramClosingState;

/**
 * GramClosingNeed:
 * @GRAM_CLOSING_NEED_CHARGES_PAID: charges and payment notices are paid
 * @GRAM_CLOSING_NEED_NO_VEHICLES_WAITING: no vehicle entered or ready
 * @GRAM_CLOSING_NEED_NO_DISPUTES: no open dispute
 * @GRAM_CLOSING_NEED_NO_REQUESTS: nothing waits for a second person
 * @GRAM_CLOSING_NEED_NO_TRANSFERS: no open transfer or trade
 * @GRAM_CLOSING_NEED_ALLOWANCES_SETTLED: CCTS: allowances are surrendered, converted or expired
 * @GRAM_CLOSING_NEED_FLEET_AVERAGE_SETTLED: CCS: no year under Fleet Average is open
 * @GRAM_CLOSING_NEED_ALL: every one
 *
 * What has to be so before an account closes. Vocabulary `closing-need`, flags.
 */
typedef enum
{
  GRAM_CLOSING_NEED_CHARGES_PAID = 1 << 0,
  GRAM_CLOSING_NEED_NO_VEHICLES_WAITING = 1 << 1,
  GRAM_CLOSING_NEED_NO_DISPUTES = 1 << 2,
  GRAM_CLOSING_NEED_NO_REQUESTS = 1 << 3,
  GRAM_CLOSING_NEED_NO_TRANSFERS = 1 << 4,
  GRAM_CLOSING_NEED_ALLOWANCES_SETTLED = 1 << 5,
  GRAM_CLOSING_NEED_FLEET_AVERAGE_SETTLED = 1 << 6,
  GRAM_CLOSING_NEED_ALL = (1 << 7) - 1,
} GramClosingNeed;

/**
 * GramApplicationState:
 * @GRAM_APPLICATION_DRAFT: being written
 * @GRAM_APPLICATION_SUBMITTED: waits for the administrator
 * @GRAM_APPLICATION_INFORMATION_ASKED: waits for the applicant
 * @GRAM_APPLICATION_APPROVED: approved from 1 January of a year
 * @GRAM_APPLICATION_DECLINED: declined
 * @GRAM_APPLICATION_WITHDRAWN: taken back
 * @GRAM_APPLICATION_SUSPENDED: approval suspended
 * @GRAM_APPLICATION_REVOKED: approval revoked
 *
 * State of an application for Fleet Average (CCS facts §3). Vocabulary `application-state`.
 */
typedef enum
{
  GRAM_APPLICATION_DRAFT = 1,
  GRAM_APPLICATION_SUBMITTED,
  GRAM_APPLICATION_INFORMATION_ASKED,
  GRAM_APPLICATION_APPROVED,
  GRAM_APPLICATION_DECLINED,
  GRAM_APPLICATION_WITHDRAWN,
  GRAM_APPLICATION_SUSPENDED,
  GRAM_APPLICATION_REVOKED,
} GramApplicationState;

G_END_DECLS
