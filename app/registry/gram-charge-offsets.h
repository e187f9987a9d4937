/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-sheets.h"
#include "gram-call.h"

G_BEGIN_DECLS

/* Setting credits off against charges: what `charge.offset`, `vehicle.accept` and their previews share. */

/**
 * GramChargeWish:
 * @wish: how somebody wants to pay with credits
 * @chosen: (nullable) (element-type GramCcsCredits): what @wish points to
 *
 * The arguments `credits`, `credit-years` and `at-most`, read.
 */
typedef struct
{
  GramCcsOffsetWish wish;
  GArray *chosen;
} GramChargeWish;

/**
 * gram_charge_wish_read:
 * @self: (out caller-allocates): the wish
 * @arguments: arguments of a command
 * @otherwise: what `credits` is if it was not given
 * @refusal: (out) (optional): `charge.credits`, `credits.form`, `credits.twice`, `credits.at-most`
 *
 * Reads how somebody wants to pay with credits.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_charge_wish_read (GramChargeWish *self,
                                GVariant *arguments,
                                GramCreditUse otherwise,
                                GramRefusal **refusal);

/**
 * gram_charge_wish_clear:
 * @self: a wish
 *
 * Frees what it holds.
 */
void gram_charge_wish_clear (GramChargeWish *self);

/**
 * gram_charge_holdings:
 * @store: a store
 * @account: an account
 * @error: return location
 *
 * Credits that the account holds and has not promised.
 *
 * Returns: (transfer full) (nullable) (element-type GramCcsCredits): by year of origin ascending
 */
GArray *gram_charge_holdings (GramStore *store, const GramAccountRecord *account, GError **error);

/**
 * GramChargeOffsetSums:
 * @credits: credits that are set off
 * @discharged: cents that they discharge
 *
 * What setting off does.
 */
typedef struct
{
  gint64 credits;
  gint64 discharged;
} GramChargeOffsetSums;

/**
 * gram_charge_offsets_plan:
 * @registry: a registry
 * @sheets: (element-type GramChargeSheet): the charges in the order in which they are settled; afterwards as they stand then
 * @holdings: (element-type GramCcsCredits): credits that are there
 * @wish: how somebody wants to pay
 * @sums: (out caller-allocates): what it does
 * @refusal: (out) (optional): as gram_ccs_offset_plan()
 * @error: return location
 *
 * Works out which credits settle which charge.
 *
 * Returns: (transfer full) (nullable) (element-type GramCcsOffset): line by line; %NULL with one of @refusal and @error set
 */
GArray *gram_charge_offsets_plan (GramRegistry *registry,
                                  GPtrArray *sheets,
                                  const GArray *holdings,
                                  const GramChargeWish *wish,
                                  GramChargeOffsetSums *sums,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_charge_offsets_write:
 * @call: a call
 * @sheets: (element-type GramChargeSheet): the charges as they stand then
 * @account: their account
 * @offsets: (element-type GramCcsOffset): what is set off
 * @error: return location
 *
 * Posts `offset` once for all of it and writes it down. Nothing is set off: nothing is posted.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_offsets_write (GramCall *call,
                                    GPtrArray *sheets,
                                    const GramAccountRecord *account,
                                    const GArray *offsets,
                                    GError **error);

/**
 * gram_charge_in_favour_write:
 * @call: a call
 * @sheet: a charge as it stands then
 * @account: its account
 * @value: cents that stood in favour and settle it, 0 none
 * @error: return location
 *
 * Posts `in-favour` and writes it down.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_in_favour_write (GramCall *call,
                                      GramChargeSheet *sheet,
                                      const GramAccountRecord *account,
                                      gint64 value,
                                      GError **error);

/**
 * gram_charge_sheets_named:
 * @store: a store
 * @account: an account
 * @ids: (nullable) (element-type gint64): charges; %NULL or none: all of which something is outstanding
 * @refusal: (out) (optional): `charge.unknown`, `charge.settled`
 * @error: return location
 *
 * The charges that a command names, in this order; or all, the oldest due first.
 *
 * Returns: (transfer full) (nullable) (element-type GramChargeSheet): their sheets; %NULL with one of @refusal and @error set
 */
GPtrArray *gram_charge_sheets_named (GramStore *store,
                                     const GramAccountRecord *account,
                                     const GArray *ids,
                                     GramRefusal **refusal,
                                     GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramChargeWish, gram_charge_wish_clear)

G_END_DECLS
