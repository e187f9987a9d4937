/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-document.h"

G_BEGIN_DECLS

/**
 * GramPaymentNoticePaper:
 * @number: number of the notice
 * @year: scheme year
 * @administrator: name of the administrator
 * @registry: name of the registry
 * @practice: the registry is a practice registry: every page says so
 * @recorded: the notice was given elsewhere and is recorded here, in an own registry: every page says so
 * @holder: name of the participant
 * @account_number: its account number
 * @pool: (nullable): name of the pool that it stands for
 * @members: (nullable) (element-type utf8): names and numbers of the pool's members, a line each
 * @amount: the payment, pence
 * @activity: activity, thousandths
 * @surrendered: allowances surrendered
 * @shortfall: shortfall, thousandths
 * @per_unit: pence for each unit
 * @given_on: day on which the notice is given
 * @due_on: last day to pay
 * @payable_to: art. 39(5)(c)
 * @how_to_pay: art. 39(5)(d)
 * @appeal_rights: art. 39(5)(e)
 * @reference: (nullable): reference of the administrator
 * @rulebook: version of the rulebook
 * @derivation: (element-type GramDerivationLine): how the figures were derived, for the annex
 *
 * What a payment notice is made from. All texts are borrowed.
 */
typedef struct
{
  const char *number;
  int year;
  const char *administrator;
  const char *registry;
  gboolean practice;
  gboolean recorded;
  const char *holder;
  const char *account_number;
  const char *pool;
  GPtrArray *members;
  gint64 amount;
  gint64 activity;
  gint64 surrendered;
  gint64 shortfall;
  gint64 per_unit;
  GramDate given_on;
  GramDate due_on;
  const char *payable_to;
  const char *how_to_pay;
  const char *appeal_rights;
  const char *reference;
  const char *rulebook;
  GPtrArray *derivation;
} GramPaymentNoticePaper;

/**
 * gram_payment_notice_pdf:
 * @paper: what the notice says
 * @error: return location
 *
 * The payment notice (art. 39(4)–(5)) as a tagged PDF of A4 pages, with the derivation of its figures as an annex. The same
 * input in the same language gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with a %GRAM_EXCHANGE_ERROR
 */
GBytes *gram_payment_notice_pdf (const GramPaymentNoticePaper *paper, GError **error);

G_END_DECLS
