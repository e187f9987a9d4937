/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-document.h"

G_BEGIN_DECLS

/**
 * GramInvoicePaper:
 * @number: number of the invoice
 * @year: obligation year
 * @administrator: name of the administrator
 * @registry: name of the registry
 * @practice: the registry is a practice registry: every page says so
 * @recorded: it was given elsewhere and is recorded here, in an own registry: every page says so
 * @holder: name of the holder
 * @account_number: its account number
 * @kind: kind of the account, translated
 * @vehicles: vehicles accepted in the year
 * @net: net position, hundredths of a gram: above 0 credits, below 0 grams over
 * @average_micro: it divided by the vehicles, millionths of a gram; for information
 * @carried_in: grams borrowed from the year before, hundredths; 0: none
 * @carried_met: of them made good by this year's net
 * @carried_rate: NZ cents for each of the borrowed grams
 * @carried_amount: NZ cents for those that are not made good
 * @credits: credits earned, hundredths
 * @grams: grams over, hundredths
 * @rate: NZ cents for each gram
 * @amount: NZ cents for @grams
 * @before: NZ cents that earlier settlements of the year charged, for the borrowed grams, too
 * @credits_before: credits that they posted, hundredths
 * @to_pay: NZ cents that this one charges; 0: nothing is due by it
 * @credits_posted: credits that this one posts, hundredths
 * @credits_taken: credits that it takes back, hundredths
 * @short_grams: credits that it should take back and that were used already, hundredths
 * @short_amount: NZ cents that it charges for these
 * @taken_back: NZ cents of earlier charges that this one takes back
 * @money_back: of these, money that was paid: it stands in favour
 * @credits_back: credits that were set against them and come back, hundredths
 * @given_on: day of the invoice
 * @due_on: last day to pay; %GRAM_DATE_NONE without a charge
 * @payable_to: (nullable): to whom payment is made
 * @how_to_pay: (nullable): how
 * @reference: (nullable): reference of the administrator
 * @rulebook: version of the rulebook
 * @derivation: (nullable) (element-type GramDerivationLine): how the figures were derived, for the annex
 *
 * What the invoice of a Fleet Average year is made from. Without anything to pay it is a statement of settlement. All texts are
 * borrowed.
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
  const char *kind;
  gint64 vehicles;
  gint64 net;
  gint64 average_micro;
  gint64 carried_in;
  gint64 carried_met;
  gint64 carried_rate;
  gint64 carried_amount;
  gint64 credits;
  gint64 grams;
  gint64 rate;
  gint64 amount;
  gint64 before;
  gint64 credits_before;
  gint64 to_pay;
  gint64 credits_posted;
  gint64 credits_taken;
  gint64 short_grams;
  gint64 short_amount;
  gint64 taken_back;
  gint64 money_back;
  gint64 credits_back;
  GramDate given_on;
  GramDate due_on;
  const char *payable_to;
  const char *how_to_pay;
  const char *reference;
  const char *rulebook;
  GPtrArray *derivation;
} GramInvoicePaper;

/**
 * gram_invoice_pdf:
 * @paper: what the invoice says
 * @error: return location
 *
 * The invoice of a Fleet Average year (LTA 1998 s 177, s 182; CCS facts §5, §6) as a tagged PDF of A4 pages, with the derivation of its
 * figures as an annex. There is no tax on a charge. The same input in the same language gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with a %GRAM_EXCHANGE_ERROR
 */
GBytes *gram_invoice_pdf (const GramInvoicePaper *paper, GError **error);

G_END_DECLS
