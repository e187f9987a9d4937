/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_case_due_run_all:
 * @self: a registry, open for writing
 * @error: return location
 *
 * Reminds of the cases that are due soon or overdue, each once for each of the two, with the program's command
 * `case.run-due`. Cases that came from an older version get their last day before. Nothing to do: nothing is written, and
 * it costs a few look-ups, however many cases there are.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_case_due_run_all (GramRegistry *self, GError **error);

G_END_DECLS
