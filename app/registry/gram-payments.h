/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-postings.h"
#include "gram-ccs-payment.h"

G_BEGIN_DECLS

/* What the files of payments share. */

/**
 * gram_payments_read_amount:
 * @call: a call
 * @amount: (out): the argument `amount`, cents
 * @refusal: (out) (optional): `payment.amount`
 *
 * Returns: %FALSE if refused
 */
gboolean gram_payments_read_amount (GramCall *call, gint64 *amount, GramRefusal **refusal);

/**
 * gram_payments_read_day:
 * @call: a call on an account
 * @day: (out): the argument `paid-on`
 * @refusal: (out) (optional): `date.form`, `payment.day`
 *
 * Returns: %FALSE if refused
 */
gboolean gram_payments_read_day (GramCall *call, GramDate *day, GramRefusal **refusal);

/**
 * gram_payments_split:
 * @sheets: (element-type GramChargeSheet): charges of which something is outstanding
 * @amount: cents, above 0
 * @in_favour: (out): what is more than that
 * @refusal: (out) (optional): as gram_payment_split()
 *
 * Returns: (transfer full) (nullable) (element-type GramPaymentShare): what settles which of them, the oldest due first
 */
GArray *gram_payments_split (const GPtrArray *sheets,
                             gint64 amount,
                             gint64 *in_favour,
                             GramRefusal **refusal);

/**
 * gram_payments_write_shares:
 * @call: a call
 * @sheets: (element-type GramChargeSheet): charges
 * @shares: (element-type GramPaymentShare): what settles which of them
 * @like: kind, payment and posting of the rows
 * @error: return location
 *
 * Settles charges with money and writes it down.
 *
 * Returns: %FALSE on error
 */
gboolean gram_payments_write_shares (GramCall *call,
                                     GPtrArray *sheets,
                                     const GArray *shares,
                                     const GramChargeEntry *like,
                                     GError **error);

/**
 * gram_payments_insert:
 * @call: a call
 * @record: a payment that is posted; gets its row
 * @error: return location
 *
 * Writes a movement of money, tells the people of the account, and answers `payment` and `posting`.
 *
 * Returns: %FALSE on error
 */
gboolean gram_payments_insert (GramCall *call, GramPaymentRecord *record, GError **error);

/**
 * gram_payments_answer_standing:
 * @call: a call on an account
 * @error: return location
 *
 * Answers `pending`, what the account still owes, and `in-favour`.
 *
 * Returns: %FALSE on error
 */
gboolean gram_payments_answer_standing (GramCall *call, GError **error);

/**
 * gram_payments_check_reverse:
 * @registry: a registry
 * @payment: a payment
 * @refusal: (out) (optional): `payment.not-reversible`, `payment.reversed`, `payment.in-favour-used`
 * @error: return location
 *
 * Whether a payment can be reversed as things stand.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_payments_check_reverse (GramRegistry *registry,
                                      const GramPaymentRecord *payment,
                                      GramRefusal **refusal,
                                      GError **error);

G_END_DECLS
