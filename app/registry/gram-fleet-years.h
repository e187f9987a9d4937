/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/*
 * Fleet Average years (LTA 1998 s 182, CCS facts §3, §6). All vehicles that an account accepted under Fleet Average in a year
 * are settled together: a net above 0 is posted as credits, a shortfall is charged with an invoice. Settling again posts the
 * difference to the settlements before, and nothing if there is none. Everything is read from kept totals.
 *
 * A year is settled once it is over. It is settled before only where nothing can be added to it for good or the account is
 * to have nothing left: its approval has ended, or its closing is under way.
 */

/**
 * gram_fleet_years_unsettled:
 * @registry: a registry
 * @account: an account of the Clean Car Standard
 * @running: the running year counts, too; otherwise only years that are over
 * @years: (out): years under Fleet Average that were not settled, or stand otherwise than they were settled, or are charged
 *   with a borrowed shortfall that waits for them
 * @error: return location
 *
 * What keeps an account from being closed (CCS facts §10): the running year counts once its closing is under way.
 *
 * Returns: %FALSE on error
 */
gboolean gram_fleet_years_unsettled (GramRegistry *registry,
                                     const GramAccountRecord *account,
                                     gboolean running,
                                     gint64 *years,
                                     GError **error);

G_END_DECLS
