/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * gram_ledger_holders:
 * @store: a store
 * @unit: a unit, for example `ccs-credit/new/2026`
 * @error: return location
 *
 * Accounts that have something of a unit, in whatever role.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their ids, ascending
 */
GArray *gram_ledger_holders (GramStore *store, const char *unit, GError **error);

G_END_DECLS
