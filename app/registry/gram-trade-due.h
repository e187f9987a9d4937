/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_trade_due_run_all:
 * @self: a registry, open for writing
 * @error: return location
 *
 * After the end of a trading window what was not matched in it is void (CCTS art. 37(3), (7)): with the program's command
 * `trade.run-due`. An own registry, which does not know what the other party notified, leaves it to who records the
 * decision. Nothing due: nothing is written, and it costs a look-up.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_trade_due_run_all (GramRegistry *self, GError **error);

G_END_DECLS
