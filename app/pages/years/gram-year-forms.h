/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-payment-notices.h"
#include "gram-queries-pools.h"
#include "gram-queries-years.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Dialogs of the scheme year that ask a few things and send one command.
 */

/**
 * gram_baseline_dialog_new:
 * @session: the session
 * @row: a participant; what is needed of it is copied
 * @year: the scheme year
 *
 * Enters a baseline as an exact decimal with its source, day and reason; below, what was entered before.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_baseline_dialog_new (GramSession *session, const GramParticipantRow *row, int year);

/**
 * gram_position_dialog_new:
 * @session: the session
 * @row: a participant; what is needed of it is copied
 * @year: the scheme year
 *
 * Enters where a participant stands in the CRTS, in tenths; begins with what is entered, and shows what was before.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_position_dialog_new (GramSession *session, const GramParticipantRow *row, int year);

/**
 * gram_eco_notice_dialog_new:
 * @session: the session
 *
 * Records a notice of the Secretary of State about an eco-innovation.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_eco_notice_dialog_new (GramSession *session);

/**
 * gram_notice_verb_dialog_new:
 * @session: the session
 * @command: `payment-notice.record-payment`, `.forward`, `.appeal`, `.end-appeal` or `.withdraw`
 * @detail: the notice; what is needed of it is copied
 *
 * Does something with a payment notice.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_notice_verb_dialog_new (GramSession *session,
                                        const char *command,
                                        const GramPaymentNoticeDetail *detail);

/**
 * gram_payment_reversal_dialog_new:
 * @session: the session
 * @detail: the notice; what is needed of it is copied
 * @payment: a payment of it, or what was forwarded
 *
 * Reverses an entry that was wrong.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_payment_reversal_dialog_new (GramSession *session,
                                             const GramPaymentNoticeDetail *detail,
                                             const GramNoticePaymentRecord *payment);

/**
 * gram_pool_verb_dialog_new:
 * @session: the session
 * @command: `pool.grant`, `pool.decline`, `pool.end` or `pool.update`
 * @detail: the pool; what is needed of it is copied
 *
 * Decides about a pool, ends it, or updates what it said of itself (art. 83(1)).
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
gram_pool_verb_dialog_new (GramSession *session, const char *command, const GramPoolDetail *detail);

G_END_DECLS
