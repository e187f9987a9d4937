/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs-charge.h"
#include "gram-charge-table.h"
#include "gram-registry-private.h"

G_BEGIN_DECLS

/*
 * A charge with all that settled it, in memory. What commands do and what previews tell is worked out on sheets, by the same
 * functions; only commands write it down then.
 */

/**
 * GramChargeMoney:
 * @payment_id: the payment, 0 if it stood in favour or was paid before charges were kept one by one
 * @value: NZ cents of it that settle a charge
 *
 * Money that settles a charge.
 */
typedef struct
{
  gint64 payment_id;
  gint64 value;
} GramChargeMoney;

/**
 * GramChargeSheet:
 * @record: the charge; its kept totals follow what is done on the sheet
 * @stored: the charge as it is stored
 * @facts: what the rules know of it
 * @money: (element-type GramChargeMoney): money that settles it, in the order in which it came
 * @credits: (element-type GramCcsCredits): credits that settle it, by year of origin
 * @carried: grams of it that are carried over
 *
 * A charge and what settles it.
 */
typedef struct
{
  GramChargeRecord *record;
  GramChargeRecord *stored;
  GramCcsCharge facts;
  GArray *money;
  GArray *credits;
  gint64 carried;
} GramChargeSheet;

/**
 * gram_charge_sheet_new:
 * @record: (transfer full): a charge that nothing has settled
 *
 * Returns: (transfer full): its sheet
 */
GramChargeSheet *gram_charge_sheet_new (GramChargeRecord *record);

/**
 * gram_charge_sheet_read:
 * @store: a store
 * @record: (transfer full): a charge as it is stored
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its sheet, %NULL on error
 */
GramChargeSheet *
gram_charge_sheet_read (GramStore *store, GramChargeRecord *record, GError **error);

/**
 * gram_charge_sheets_read:
 * @store: a store
 * @records: (transfer full) (element-type GramChargeRecord): charges as they are stored
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type GramChargeSheet): their sheets in this order, %NULL on error
 */
GPtrArray *gram_charge_sheets_read (GramStore *store, GPtrArray *records, GError **error);

/**
 * gram_charge_sheet_free:
 * @self: (nullable): a sheet
 *
 * Frees it.
 */
void gram_charge_sheet_free (GramChargeSheet *self);

/**
 * gram_charge_sheets_outstanding:
 * @sheets: (element-type GramChargeSheet): sheets
 *
 * Returns: what is outstanding of all of them
 */
gint64 gram_charge_sheets_outstanding (const GPtrArray *sheets);

/**
 * GramChargeBack:
 * @grams: grams that were taken back
 * @amount: cents that were taken back
 * @back: what that gives back in all
 * @carried_grams: grams that need not be carried any more
 * @money: (element-type GramChargeMoney): money that goes back, the newest first
 * @credits: (element-type GramCcsCredits): credits that go back, of the newest year first
 *
 * What taking back gives back, source by source.
 */
typedef struct
{
  gint64 grams;
  gint64 amount;
  GramCcsTakeBack back;
  gint64 carried_grams;
  GArray *money;
  GArray *credits;
} GramChargeBack;

/**
 * gram_charge_sheet_take_back:
 * @self: a sheet; afterwards as it stands then
 * @rules: rules of the Clean Car Standard
 * @grams: grams that are not over target after all
 * @amount: cents that are not owed after all
 * @back: (out caller-allocates): what that gives back
 * @refusal: (out) (optional): as gram_ccs_charge_take_back()
 *
 * Returns: %FALSE if refused
 */
gboolean gram_charge_sheet_take_back (GramChargeSheet *self,
                                      const GramCcsRules *rules,
                                      gint64 grams,
                                      gint64 amount,
                                      GramChargeBack *back,
                                      GramRefusal **refusal);

/**
 * gram_charge_back_clear:
 * @self: what is given back
 *
 * Frees what it holds.
 */
void gram_charge_back_clear (GramChargeBack *self);

/**
 * gram_charge_sheet_set_off:
 * @self: a sheet; afterwards as it stands then
 * @rules: rules of the Clean Car Standard
 * @year: year of origin of the credits
 * @credits: credits
 *
 * Sets credits against it, not more than clear it.
 *
 * Returns: cents that they discharge
 */
gint64 gram_charge_sheet_set_off (GramChargeSheet *self,
                                  const GramCcsRules *rules,
                                  int year,
                                  gint64 credits);

/**
 * gram_charge_sheet_pay:
 * @self: a sheet; afterwards as it stands then
 * @payment_id: the payment, 0 for money that stood in favour
 * @value: cents, not more than are outstanding
 *
 * Settles it with money.
 */
void gram_charge_sheet_pay (GramChargeSheet *self, gint64 payment_id, gint64 value);

/**
 * gram_charge_sheet_unpay:
 * @self: a sheet; afterwards as it stands then
 * @rules: rules of the Clean Car Standard
 * @payment_id: a payment, 0 for money that stood in favour
 * @at_most: cents to take off, or more than there are
 * @money: (out): cents of it that settled the charge, and do not any more
 *
 * Takes the money of a payment off it: the charge is open again as far as credits do not settle it.
 *
 * Returns: cents that are outstanding again
 */
gint64 gram_charge_sheet_unpay (GramChargeSheet *self,
                                const GramCcsRules *rules,
                                gint64 payment_id,
                                gint64 at_most,
                                gint64 *money);

/**
 * GramChargeAgain:
 * @offsets: (element-type GramCcsOffset): credits that are set off anew, by year, of the charge 0
 * @money: cents of what stood in favour that settle it
 *
 * How what a correction gave back settles the charge that it made.
 */
typedef struct
{
  GArray *offsets;
  gint64 money;
} GramChargeAgain;

/**
 * gram_charge_sheet_settle_again:
 * @self: the sheet of a new charge; afterwards as it stands then
 * @rules: rules of the Clean Car Standard
 * @back: what was given back of the charge that it stands for now
 * @again: (out caller-allocates): what settles it
 *
 * The same vehicle owes something else: what had settled the one charge settles the other, credits first, those of the oldest
 * year first, then money. What is left stays with the holder.
 */
void gram_charge_sheet_settle_again (GramChargeSheet *self,
                                     const GramCcsRules *rules,
                                     const GramChargeBack *back,
                                     GramChargeAgain *again);

/**
 * gram_charge_again_clear:
 * @self: what settles a charge anew
 *
 * Frees what it holds.
 */
void gram_charge_again_clear (GramChargeAgain *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramChargeSheet, gram_charge_sheet_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramChargeBack, gram_charge_back_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramChargeAgain, gram_charge_again_clear)

G_END_DECLS
