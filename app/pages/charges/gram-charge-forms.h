/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-charges.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * The dialogs in which money is recorded.
 */

/**
 * gram_payment_dialog_new:
 * @session: the session
 * @charge: (nullable): the charge that it is for; %NULL: the oldest due are settled first
 *
 * Asks what was paid. Without a charge it is of the current account, or of one whose number is asked for.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_payment_dialog_new (GramSession *session, const GramChargeRecord *charge);

/**
 * gram_in_favour_dialog_new:
 * @session: the session
 * @detail: (nullable): the charge that is settled with it; %NULL: the oldest due first, of the current account or one whose
 *   number is asked for
 *
 * Asks whether what stands in favour shall be used.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_in_favour_dialog_new (GramSession *session, const GramChargeDetail *detail);

/**
 * gram_pay_back_dialog_new:
 * @session: the session
 * @in_favour: what stands in favour of the current account, cents; 0 not known
 *
 * Asks what was paid back, of the current account or of one whose number is asked for.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_pay_back_dialog_new (GramSession *session, gint64 in_favour);

/**
 * gram_payment_reverse_dialog_new:
 * @session: the session
 * @record: a payment
 *
 * Asks why a payment is reversed.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_payment_reverse_dialog_new (GramSession *session, const GramPaymentRecord *record);

G_END_DECLS
