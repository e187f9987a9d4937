/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"

G_BEGIN_DECLS

/**
 * _gram_charge_due_run_all:
 * @self: a registry
 * @error: return location
 *
 * Sends `charge.run-due` until nobody has to be reminded of a charge: once before its last day to pay, once after it.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_charge_due_run_all (GramRegistry *self, GError **error);

G_END_DECLS
