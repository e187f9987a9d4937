/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-borrowing-table.h"
#include "gram-fleet-years.h"

G_BEGIN_DECLS

/*
 * A shortfall of a Fleet Average year that is carried into the next one (LTA 1998 s 179, CCS facts §7): asked for by the
 * holder, decided by the administrator, made good by the net of the next year before anything else, or charged then.
 */

#define GRAM_BORROWINGS_ARTICLE "LTA 1998 s 179"

/**
 * gram_borrowings_check:
 * @registry: a registry
 * @account: the account
 * @charge_id: a charge of it
 * @borrowing_id: the borrowing that is decided, 0 for a new one
 * @refusal: (out) (optional): `charge.unknown`, also for one of another account; as gram_borrowing_check()
 * @error: return location
 *
 * Whether a charge can be carried over now.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_borrowings_check (GramRegistry *registry,
                                const GramAccountRecord *account,
                                gint64 charge_id,
                                gint64 borrowing_id,
                                GramRefusal **refusal,
                                GError **error);

/**
 * gram_borrowings_would_carry:
 * @registry: a registry
 * @account: the account
 * @charge_id: a charge
 * @carried: (out caller-allocates): what would be carried now
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_borrowings_would_carry (GramRegistry *registry,
                                      const GramAccountRecord *account,
                                      gint64 charge_id,
                                      GramFleetCarried *carried,
                                      GError **error);

/**
 * gram_borrowings_settle:
 * @call: a call
 * @standing: the year that is settled, as it was before
 * @fleet_year_id: its settlement
 * @error: return location
 *
 * What was borrowed for the year is settled by it; what is borrowed of the year follows what is left of its charges.
 *
 * Returns: %FALSE on error
 */
gboolean gram_borrowings_settle (GramCall *call,
                                 const GramFleetStanding *standing,
                                 gint64 fleet_year_id,
                                 GError **error);

/**
 * gram_borrowings_end_all:
 * @call: a call on an account that is being closed
 * @reason: why they end
 * @error: return location
 *
 * Withdraws what is asked for and not decided: nothing is outstanding any more.
 *
 * Returns: %FALSE on error
 */
gboolean gram_borrowings_end_all (GramCall *call, const char *reason, GError **error);

G_END_DECLS
