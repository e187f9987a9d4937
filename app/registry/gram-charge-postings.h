/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-sheets.h"
#include "gram-charges.h"

G_BEGIN_DECLS

/* How what is done on sheets is written down: postings, settlements, kept totals. For the files of charges and payments only. */

/**
 * GramChargePosting:
 * @account_id: the holder's account
 * @charges: what is outstanding: more (+) or less (−)
 * @charge: what the system charges: less of it is above 0
 * @payment: money that settles charges: more (+) or less (−)
 * @offset: what credits discharge: more (+) or less (−)
 * @carry: what is carried over: more (+) or less (−)
 * @in_favour: what stands in favour: more (+) or less (−)
 * @kind: kind of the account, of whose credits @credits are
 * @credits: (nullable) (element-type GramCcsCredits): credits out of the holding, below 0 into it
 *
 * What one posting moves on one account. @charges + @charge + @payment + @offset + @carry is 0.
 */
typedef struct
{
  gint64 account_id;
  gint64 charges;
  gint64 charge;
  gint64 payment;
  gint64 offset;
  gint64 carry;
  gint64 in_favour;
  GramAccountKind kind;
  const GArray *credits;
} GramChargePosting;

/**
 * gram_charge_posting_post:
 * @self: what moves
 * @call: a call
 * @meaning: stable word: `offset`, `payment`, `payment-reversal`, `in-favour`, `pay-back`, `reversal`, `carry` …
 * @posting_id: (out): the posting, 0 if nothing moves
 * @error: return location
 *
 * Posts it.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_posting_post (const GramChargePosting *self,
                                   GramCall *call,
                                   const char *meaning,
                                   gint64 *posting_id,
                                   GError **error);

/**
 * GramChargeEntry:
 * @kind: what it is
 * @value: cents that it takes off what is outstanding
 * @grams: grams that were taken back or carried over
 * @year: year of origin of @credits
 * @credits: credits; below 0 given back
 * @account_kind: kind of the account, whose credits they are
 * @payment_id: the payment, 0 none
 * @posting_id: its posting, 0 none
 *
 * A row of what settles a charge.
 */
typedef struct
{
  GramChargeSettlementKind kind;
  gint64 value;
  gint64 grams;
  int year;
  gint64 credits;
  GramAccountKind account_kind;
  gint64 payment_id;
  gint64 posting_id;
} GramChargeEntry;

/**
 * gram_charge_entry_write:
 * @self: a row; one that says nothing is not written
 * @call: a call
 * @charge_id: the charge
 * @error: return location
 *
 * Writes it, under today.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_entry_write (const GramChargeEntry *self,
                                  GramCall *call,
                                  gint64 charge_id,
                                  GError **error);

/**
 * gram_charge_sheet_write:
 * @self: a sheet whose rows are written
 * @call: a call
 * @error: return location
 *
 * Writes the kept totals of the charge and puts the entry of the journal on its timeline.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_sheet_write (GramChargeSheet *self, GramCall *call, GError **error);

/**
 * gram_charge_rules:
 * @registry: a registry
 * @rulebook: (out) (transfer full): the rulebook of the Clean Car Standard in force today
 * @error: return location; %GRAM_STORE_ERROR_CORRUPT if none is: there would be no charge then
 *
 * By which amounts are rounded and credits live.
 *
 * Returns: (transfer none) (nullable): its rules
 */
const GramCcsRules *
gram_charge_rules (GramRegistry *registry, GramRulebook **rulebook, GError **error);

/**
 * gram_charge_today:
 * @registry: a registry
 *
 * Returns: today in New Zealand
 */
GramDate gram_charge_today (GramRegistry *registry);

G_END_DECLS
