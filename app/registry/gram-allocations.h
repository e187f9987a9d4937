/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* What other commands need of the allocation of allowances (art. 34). */

/**
 * gram_allocations_move:
 * @call: a call
 * @year: a scheme year
 * @from_account_id: account that a pool nominated so far
 * @to_account_id: account that it nominates from now on
 * @moved: (out): allowances that moved
 * @refusal: (out) (optional): `pool.in-use`: allowances of the year were traded, converted, surrendered or are reserved
 * @error: return location
 *
 * Moves what was allocated to a pool to the account that it nominates now (art. 37(5)(b), art. 83(1)), so that everything
 * of a year stands in one account. Of a closed year nothing moves.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_allocations_move (GramCall *call,
                                int year,
                                gint64 from_account_id,
                                gint64 to_account_id,
                                gint64 *moved,
                                GramRefusal **refusal,
                                GError **error);

G_END_DECLS
