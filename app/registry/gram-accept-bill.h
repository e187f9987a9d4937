/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-offsets.h"
#include "gram-figures.h"
#include "gram-queries-charges.h"
#include "gram-selection.h"

G_BEGIN_DECLS

/* What `vehicle.accept` and the question what it would cost share. */

/**
 * gram_accept_read_figures:
 * @call: a call on an account
 * @figures: (out caller-allocates): what vehicles that are accepted today are measured by
 * @refusal: (out) (optional): `rulebook.none`
 * @error: return location
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_accept_read_figures (GramCall *call,
                                   GramFigures *figures,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * gram_accept_check_vehicle:
 * @call: a call on an account
 * @vehicle: a vehicle of it
 * @data: nothing
 * @refusal: (out) (optional): as gram_acceptance_check()
 *
 * A #GramSelectionCheck: whether a person can accept a vehicle.
 *
 * Returns: %FALSE if not
 */
gboolean gram_accept_check_vehicle (GramCall *call,
                                    const GramVehicleRecord *vehicle,
                                    gpointer data,
                                    GramRefusal **refusal);

/**
 * gram_accept_check_credits:
 * @call: a call on an account
 * @wish: how somebody wants to pay
 * @refusal: (out) (optional): as of `charge.offset`
 * @error: return location
 *
 * Who pays with credits needs what `charge.offset` needs: the permission to transfer, and a state in which charges are paid.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_accept_check_credits (GramCall *call,
                                    const GramChargeWish *wish,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_accept_bill_work_out:
 * @call: a call on an account, without a unit of work in a question
 * @selection: the vehicles
 * @figures: what they are measured by
 * @wish: how somebody wants to pay
 * @refusal: (out) (optional): as gram_charge_offsets_plan()
 * @error: return location
 *
 * Works the bill out; nothing is changed. Who may send the command is not asked.
 *
 * Returns: (transfer full) (nullable): the bill; %NULL with one of @refusal and @error set
 */
GramAcceptBill *gram_accept_bill_work_out (GramCall *call,
                                           const GramSelection *selection,
                                           const GramFigures *figures,
                                           const GramChargeWish *wish,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * gram_charge_balances:
 * @rules: rules of the Clean Car Standard
 * @holdings: (element-type GramCcsCredits): credits that are there
 * @earned_year: year of the credits that a selection earns
 * @earned: of @holdings, credits that it earns
 * @offsets: (element-type GramCcsOffset): what would be set off
 *
 * Returns: (transfer full) (element-type GramChargeBalance): the credits year by year, the oldest first
 */
GPtrArray *gram_charge_balances (const GramCcsRules *rules,
                                 const GArray *holdings,
                                 int earned_year,
                                 gint64 earned,
                                 const GArray *offsets);

/**
 * gram_accept_refuse_none:
 * @refusal: (out) (optional): `vehicle.none-acceptable`
 *
 * Returns: %FALSE
 */
gboolean gram_accept_refuse_none (GramRefusal **refusal);

G_END_DECLS
