/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-refusal.h"

G_BEGIN_DECLS

/*
 * Which charges money settles. NZ cents.
 */

/**
 * GramCcsDue:
 * @id: the charge
 * @due_on: the last day to pay it
 * @outstanding: what is outstanding
 *
 * A charge of which something is outstanding.
 */
typedef struct
{
  gint64 id;
  GramDate due_on;
  gint64 outstanding;
} GramCcsDue;

/**
 * GramPaymentShare:
 * @id: the charge
 * @amount: what settles it
 *
 * The share of a payment that settles one charge.
 */
typedef struct
{
  gint64 id;
  gint64 amount;
} GramPaymentShare;

/**
 * gram_payment_split:
 * @dues: (array length=n_dues): the charges of the account of which something is outstanding, in any order
 * @n_dues: how many
 * @chosen: (array length=n_chosen) (nullable): charges that a person chose
 * @n_chosen: how many; 0: all of them
 * @amount: the payment, NZ cents
 * @in_favour: (out): what is more than is owed on these
 * @refusal: (out) (optional): `payment.amount` (not above 0), `payment.charge` (a chosen one is not outstanding), `payment.twice`
 *
 * Oldest due first, then the one that arose first; among chosen ones as well.
 *
 * Returns: (transfer full) (nullable) (element-type GramPaymentShare): the shares, or %NULL with a refusal
 */
GArray *gram_payment_split (const GramCcsDue *dues,
                            gsize n_dues,
                            const gint64 *chosen,
                            gsize n_chosen,
                            gint64 amount,
                            gint64 *in_favour,
                            GramRefusal **refusal);

G_END_DECLS
