/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-credit-transfer-table.h"
#include "gram-credit-transfer.h"

G_BEGIN_DECLS

/*
 * What transfers do to the ledger (LTA 1998 s 180, s 184). From the offer on, what is given is in the role `reserved`, so
 * nothing can be promised twice. Credits keep their year of origin.
 */

/**
 * gram_credit_transfer_reserve:
 * @call: a call
 * @record: a transfer
 * @lines: (element-type GramCreditTransferLine): its credits by year
 * @release: lets them go instead
 * @posting: (out): the posting `reserve` or `release`
 * @error: return location
 *
 * Moves credits between `holding` and `reserved` of who gives.
 *
 * Returns: %FALSE on error
 */
gboolean gram_credit_transfer_reserve (GramCall *call,
                                       const GramCreditTransferRecord *record,
                                       const GArray *lines,
                                       gboolean release,
                                       gint64 *posting,
                                       GError **error);

/**
 * gram_credit_transfer_check_room:
 * @store: a store
 * @record: a transfer
 * @lines: (element-type GramCreditTransferLine): its credits by year
 * @refusal: (out) (optional): `transfer.too-large`
 * @error: return location
 *
 * Whether what who gets them has, and what comes, are a number still.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_credit_transfer_check_room (GramStore *store,
                                          const GramCreditTransferRecord *record,
                                          const GArray *lines,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_credit_transfer_post:
 * @call: a call
 * @record: a transfer
 * @lines: (element-type GramCreditTransferLine): its credits by year
 * @posting: (out): the posting `transfer`
 * @error: return location
 *
 * Out of what is reserved, into what the other one holds; credits of another kind come by way of the system's account
 * `conversion`. In an own registry the account of the other holder is the system's account `transfer`, and nothing was
 * reserved.
 *
 * Returns: %FALSE on error
 */
gboolean gram_credit_transfer_post (GramCall *call,
                                    const GramCreditTransferRecord *record,
                                    const GArray *lines,
                                    gint64 *posting,
                                    GError **error);

G_END_DECLS
