/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-accounts.h"

G_BEGIN_DECLS

/**
 * _gram_queries_balances:
 * @balances: (element-type GramLedgerBalance): balances as the ledger has them
 *
 * Returns: (transfer full) (element-type GramBalance): the same as pages show them: charges, what is in favour, holdings, what is reserved
 */
GPtrArray *_gram_queries_balances (const GPtrArray *balances);

G_END_DECLS
