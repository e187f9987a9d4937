/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"
#include "gram-ccs-fleet.h"
#include "gram-charge-table.h"
#include "gram-payment-table.h"

G_BEGIN_DECLS

/*
 * What commands that make, settle or take back charges share (LTA 1998 s 177, s 182; CCS facts §5, §7). Grams and credits
 * are hundredths of a gram, money is NZ cents, rates are cents for each gram.
 *
 * In the ledger a charge stands in the holder's `charges`, its other side in the system's `charge`. Money takes it off into
 * `payment`; credits go from the holder's `holding` to the system's `offset`, and what they discharge goes there in NZD. What
 * was paid and is not owed any more stands in the holder's `in-favour`, its other side in `due-back`. So the holder's
 * `charges` always is the sum of what is outstanding, and the system's `charge` + `payment` + `offset` + `carry` make up for it.
 */

#define GRAM_CHARGES_ARTICLE "LTA 1998 s 177, s 182"

/**
 * GramChargeDraft:
 * @account_id: who owes it
 * @kind: what it is of
 * @year: obligation year
 * @vehicles: vehicles that it is of; 0 where it is of none in particular
 * @grams: grams over target
 * @rate: cents for each gram
 * @amount: cents, above 0
 * @due_on: last day to pay
 * @reference: (nullable): document that said so
 * @document_id: the invoice, 0 none
 * @rulebook_id: rulebook that it was worked out by, 0 none
 * @posting_id: posting by which it stands in the ledger
 *
 * A charge that comes up. Strings are borrowed.
 */
typedef struct
{
  gint64 account_id;
  GramChargeKind kind;
  int year;
  gint64 vehicles;
  gint64 grams;
  gint64 rate;
  gint64 amount;
  GramDate due_on;
  const char *reference;
  gint64 document_id;
  gint64 rulebook_id;
  gint64 posting_id;
} GramChargeDraft;

/**
 * gram_charges_make:
 * @call: a call
 * @draft: the charge; its amount is posted already, with what else the posting moves
 * @charge_id: (out) (optional): its row
 * @error: return location
 *
 * Writes a charge that comes up today and puts the entry of the journal on its timeline.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_charges_make (GramCall *call, const GramChargeDraft *draft, gint64 *charge_id, GError **error);

/**
 * GramChargesTakenBack:
 * @dropped: cents that nothing had settled: they are not owed any more
 * @carried: cents that had been carried into the next year: they need not be made good any more
 * @money: cents that had been paid: they stand in favour now
 * @credits: credits that had been set against it: they stand in the holding again, each under its year of origin
 * @posting_id: the posting, 0 if nothing moved in the ledger
 *
 * What taking back did.
 */
typedef struct
{
  gint64 dropped;
  gint64 carried;
  gint64 money;
  gint64 credits;
  gint64 posting_id;
} GramChargesTakenBack;

/**
 * gram_charges_take_back:
 * @call: a call
 * @meaning: meaning of the posting: `reversal` of a correction, `fleet-average` of a year that is settled again
 * @charge_id: a charge
 * @grams: grams that are not over target after all
 * @amount: cents that are not owed after all
 * @taken: (out caller-allocates): what it did
 * @error: return location
 *
 * Takes a part of a charge, or all of it, back. What is too much then goes in the opposite order in which it came: first what
 * nothing had settled, then money, then credits, those of the newest year of origin first. More than is left of the charge is
 * %GRAM_STORE_ERROR_CONSTRAINT: nobody takes back what was never charged.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charges_take_back (GramCall *call,
                                 const char *meaning,
                                 gint64 charge_id,
                                 gint64 grams,
                                 gint64 amount,
                                 GramChargesTakenBack *taken,
                                 GError **error);

/**
 * gram_charges_carry:
 * @call: a call
 * @charge_id: a charge of a Fleet Average year
 * @carried: (out caller-allocates): what is carried: all that is outstanding
 * @error: return location
 *
 * Carries what is outstanding of a shortfall into the next year (LTA 1998 s 179): posts `carry` and settles the charge by it.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_charges_carry (GramCall *call, gint64 charge_id, GramFleetCarried *carried, GError **error);

/**
 * GramChargesPayment:
 * @account_id: whose charges are paid
 * @amount: cents, above 0
 * @paid_on: the day
 * @reference: reference of it
 * @payer: (nullable): who paid
 * @bank_key: (nullable): line of a bank statement; a second payment of it is %GRAM_STORE_ERROR_CONSTRAINT
 * @charges: (nullable) (element-type gint64): charges that it is for, in this order; what is more stands in favour. %NULL or
 *   none: all, the oldest due first
 *
 * Money that came in. Strings are borrowed.
 */
typedef struct
{
  gint64 account_id;
  gint64 amount;
  GramDate paid_on;
  const char *reference;
  const char *payer;
  const char *bank_key;
  const GArray *charges;
} GramChargesPayment;

/**
 * GramChargesPaid:
 * @payment_id: its row
 * @posting_id: its posting
 * @settled: cents that settled charges
 * @in_favour: cents that were more than was owed
 *
 * What a payment did.
 */
typedef struct
{
  gint64 payment_id;
  gint64 posting_id;
  gint64 settled;
  gint64 in_favour;
} GramChargesPaid;

/**
 * gram_charges_settle_with_money:
 * @call: a call
 * @payment: money that came in
 * @paid: (out caller-allocates): what it did
 * @refusal: (out) (optional): `charge.unknown` for a charge that is not one of the account; `charge.settled`
 * @error: return location
 *
 * Records a payment and settles charges with it. Money is never netted with credits.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_charges_settle_with_money (GramCall *call,
                                         const GramChargesPayment *payment,
                                         GramChargesPaid *paid,
                                         GramRefusal **refusal,
                                         GError **error);

/**
 * gram_charges_outstanding:
 * @store: a store
 * @account_id: an account
 * @outstanding: (out) (optional): what is outstanding of all its charges
 * @in_favour: (out) (optional): what stands in its favour
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_charges_outstanding (GramStore *store,
                                   gint64 account_id,
                                   gint64 *outstanding,
                                   gint64 *in_favour,
                                   GError **error);

/**
 * gram_charges_refuse_unknown:
 * @id: number of a charge
 * @refusal: (out) (optional): `charge.unknown`
 *
 * The one answer to a number that no charge has and to one of another account.
 *
 * Returns: %FALSE
 */
gboolean gram_charges_refuse_unknown (gint64 id, GramRefusal **refusal);

/**
 * gram_charges_refuse_settled:
 * @id: number of a charge
 * @refusal: (out) (optional): `charge.settled`
 *
 * Returns: %FALSE
 */
gboolean gram_charges_refuse_settled (gint64 id, GramRefusal **refusal);

/**
 * gram_payments_check_in_favour:
 * @in_favour: cents that stand in favour of an account
 * @refusal: (out) (optional): `payment.nothing-in-favour`
 *
 * Returns: %FALSE if there are none
 */
gboolean gram_payments_check_in_favour (gint64 in_favour, GramRefusal **refusal);

G_END_DECLS
