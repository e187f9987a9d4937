/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_credit_lapse_run_all:
 * @self: a registry, open for writing
 * @error: return location
 *
 * What time alone does to credits (CCS facts §7): transfers that nobody accepted until their last day are released, then
 * credits whose last day is over lapse, in every account; before that their holders are warned. With the program's
 * command `credit.run-due`, an entry of the journal for each account. Nothing due: nothing is written.
 *
 * Returns: %FALSE on error; accounts that were done stay done
 */
gboolean _gram_credit_lapse_run_all (GramRegistry *self, GError **error);

G_END_DECLS
