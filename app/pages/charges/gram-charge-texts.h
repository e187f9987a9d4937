/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-queries-charges.h"

G_BEGIN_DECLS

/*
 * What pages say of charges and of the money that settles them.
 */

/**
 * gram_charge_dup_number:
 * @id: number of a charge or a payment
 *
 * Returns: (transfer full): as pages write it, for example `#12`
 */
char *gram_charge_dup_number (gint64 id);

/**
 * gram_charge_dup_money:
 * @cents: NZ cents
 *
 * Returns: (transfer full): the amount, for example `NZ$1,204.50`
 */
char *gram_charge_dup_money (gint64 cents);

/**
 * gram_charge_dup_grams:
 * @hundredths: hundredths of a gram
 *
 * Returns: (transfer full): the grams with their unit, for example `15.55 g`
 */
char *gram_charge_dup_grams (gint64 hundredths);

/**
 * gram_charge_dup_vehicles:
 * @vehicles: a number of vehicles
 *
 * Returns: (transfer full): for example “2 vehicles”
 */
char *gram_charge_dup_vehicles (gint64 vehicles);

/**
 * gram_charge_dup_days:
 * @days: a number of days
 *
 * Returns: (transfer full): for example “19 days”
 */
char *gram_charge_dup_days (gint64 days);

/**
 * gram_charge_dup_standing:
 * @state: where a charge stands
 * @due_on: last day to pay, ISO
 * @overdue_days: days since then
 *
 * Returns: (transfer full): for a list, for example “Overdue for 19 days”
 */
char *gram_charge_dup_standing (GramChargeState state, const char *due_on, gint64 overdue_days);

/**
 * gram_charge_dup_sentence:
 * @detail: a charge
 *
 * Returns: (transfer full): what its state means, and what comes next
 */
char *gram_charge_dup_sentence (const GramChargeDetail *detail);

/**
 * gram_charge_dup_reckoning:
 * @record: a charge
 *
 * Returns: (transfer full): how the amount comes about
 */
char *gram_charge_dup_reckoning (const GramChargeRecord *record);

/**
 * gram_charge_settlement_dup_title:
 * @settlement: what settled a charge, or opened it again
 *
 * Returns: (transfer full): that in a sentence
 */
char *gram_charge_settlement_dup_title (const GramChargeSettlementRecord *settlement);

/**
 * gram_charge_settlement_dup_subtitle:
 * @settlement: what settled a charge, or opened it again
 *
 * Returns: (transfer full): when, by whom, with which reference
 */
char *gram_charge_settlement_dup_subtitle (const GramChargeSettlementRecord *settlement);

/**
 * gram_charge_show_look:
 * @state: a state
 * @image: a picture beside it
 *
 * Gives a state its icon.
 */
void gram_charge_show_look (GramChargeState state, GtkImage *image);

/**
 * gram_payment_dup_what:
 * @record: a movement of money
 *
 * Returns: (transfer full): what it is, and whether it was reversed
 */
char *gram_payment_dup_what (const GramPaymentRecord *record);

G_END_DECLS
