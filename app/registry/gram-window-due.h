/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_window_due_run_all:
 * @self: a registry, open for writing
 * @error: return location
 *
 * Tells the participants of a measured year, and who handles cases, that its trading window has opened, and two weeks
 * before its end that it closes (CCTS art. 37(1)): with the program's command `year.run-due`, once each. Nothing to tell:
 * nothing is written, and it costs two look-ups.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_window_due_run_all (GramRegistry *self, GError **error);

G_END_DECLS
