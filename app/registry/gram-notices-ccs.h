/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-notices.h"

G_BEGIN_DECLS

/*
 * Telling people what happens to credits, charges and payments of the Clean Car Standard. One function for each subject, so
 * that the detail of an event always has the facts that gram-notice-texts-ccs.c makes its sentence of. With @account_id
 * the members of that account are told; with 0 everybody who handles cases is. Nobody is told through these how the account of
 * another holder stands: pass only what the recipient may know.
 */

/**
 * gram_notices_tell_transfer:
 * @call: a call
 * @event: %GRAM_EVENT_TRANSFER_OFFERED, `_DECIDED` or `_LAPSED`
 * @account_id: whose members are told
 * @transfer_id: the transfer
 * @other: number of the account of the other holder
 * @credits: what the recipient's account gives or gets, hundredths
 * @state: word of the vocabulary `credit-transfer-state` that it is in now
 * @last_day: last day to accept it, ISO
 * @error: return location
 *
 * Tells one side of a transfer of credits. The subject of the notice is `transfer`.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_transfer (GramCall *call,
                                     GramEvent event,
                                     gint64 account_id,
                                     gint64 transfer_id,
                                     const char *other,
                                     gint64 credits,
                                     const char *state,
                                     const char *last_day,
                                     GError **error);

/**
 * gram_notices_tell_credits:
 * @call: a call
 * @event: %GRAM_EVENT_CREDITS_LAPSE_SOON or %GRAM_EVENT_CREDITS_LAPSED
 * @account_id: whose members are told
 * @year: year of origin
 * @credits: how many lapse, hundredths; with 0 nobody is told
 * @last_day: their last day, ISO
 * @occasion: what tells two warnings about the same credits apart; each is told once
 * @error: return location
 *
 * Tells of the end of credits. The subject is `credits` (of the account).
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_credits (GramCall *call,
                                    GramEvent event,
                                    gint64 account_id,
                                    int year,
                                    gint64 credits,
                                    const char *last_day,
                                    const char *occasion,
                                    GError **error);

/**
 * gram_notices_tell_charge:
 * @call: a call
 * @event: %GRAM_EVENT_CHARGE_DUE or %GRAM_EVENT_CHARGE_OVERDUE
 * @account_id: whose members are told; 0 the administrator's side
 * @charge_id: the charge
 * @year: its obligation year
 * @outstanding: what is still owed, NZ cents
 * @due_on: last day to pay it, ISO; told once for each
 * @error: return location
 *
 * Tells that a charge has to be paid, or had to be. The subject is `charge`.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_charge (GramCall *call,
                                   GramEvent event,
                                   gint64 account_id,
                                   gint64 charge_id,
                                   int year,
                                   gint64 outstanding,
                                   const char *due_on,
                                   GError **error);

/**
 * gram_notices_tell_fleet_year:
 * @call: a call
 * @account_id: whose members are told
 * @year: the obligation year
 * @credits: earned in all after this run, hundredths
 * @amount: charged in all after this run, NZ cents
 * @due_on: last day to pay it, ISO
 * @error: return location
 *
 * Tells %GRAM_EVENT_FLEET_YEAR_SETTLED. The subject is `fleet-year`, whose number is the year.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_fleet_year (GramCall *call,
                                       gint64 account_id,
                                       int year,
                                       gint64 credits,
                                       gint64 amount,
                                       const char *due_on,
                                       GError **error);

/**
 * gram_notices_tell_borrowing:
 * @call: a call
 * @event: %GRAM_EVENT_BORROWING_ASKED or %GRAM_EVENT_BORROWING_DECIDED
 * @account_id: whose members are told; 0 the administrator's side
 * @borrowing_id: the borrowing
 * @number: number of the account that asks
 * @year: the year whose shortfall it is
 * @state: word of the vocabulary `borrowing-state` that it is in now
 * @error: return location
 *
 * Tells of a borrowing. The subject is `borrowing`.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_borrowing (GramCall *call,
                                      GramEvent event,
                                      gint64 account_id,
                                      gint64 borrowing_id,
                                      const char *number,
                                      int year,
                                      const char *state,
                                      GError **error);

/**
 * gram_notices_tell_payment_recorded:
 * @call: a call
 * @account_id: whose members are told
 * @payment_id: the payment
 * @kind: word of the vocabulary `payment-kind`: `payment`, `reversal` or `pay-back`
 * @amount: NZ cents
 * @pending: what the account still owes after it, NZ cents
 * @error: return location
 *
 * Tells %GRAM_EVENT_PAYMENT_RECORDED. The subject is `payment`.
 *
 * Returns: %FALSE on error
 */
gboolean gram_notices_tell_payment_recorded (GramCall *call,
                                             gint64 account_id,
                                             gint64 payment_id,
                                             const char *kind,
                                             gint64 amount,
                                             gint64 pending,
                                             GError **error);

G_END_DECLS
