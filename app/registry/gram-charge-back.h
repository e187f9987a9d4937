/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-sheets.h"
#include "gram-charges.h"

G_BEGIN_DECLS

/* Taking back for corrections, which settle anew with what comes back. See gram_charges_take_back(). */

/**
 * gram_charges_take_back_sheet:
 * @call: a call
 * @meaning: meaning of the posting
 * @sheet: the charge; afterwards as it stands then
 * @account: its account
 * @grams: grams that are not over target after all
 * @amount: cents that are not owed after all
 * @back: (out caller-allocates): what comes back, source by source
 * @posting_id: (out): the posting
 * @error: return location
 *
 * Takes back and writes it down.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charges_take_back_sheet (GramCall *call,
                                       const char *meaning,
                                       GramChargeSheet *sheet,
                                       const GramAccountRecord *account,
                                       gint64 grams,
                                       gint64 amount,
                                       GramChargeBack *back,
                                       gint64 *posting_id,
                                       GError **error);

/**
 * gram_charges_settle_again:
 * @call: a call
 * @charge_id: the charge that the same vehicle makes now
 * @back: what came back of the old one
 * @error: return location
 *
 * Settles the new charge with what had settled the old one, and writes it down; see gram_charge_sheet_settle_again().
 *
 * Returns: %FALSE on error
 */
gboolean gram_charges_settle_again (GramCall *call,
                                    gint64 charge_id,
                                    const GramChargeBack *back,
                                    GError **error);

G_END_DECLS
