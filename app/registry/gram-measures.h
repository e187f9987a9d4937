/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/**
 * gram_measures_end_all:
 * @call: a call on an account that is being closed
 * @reason: why they end
 * @error: return location
 *
 * Ends what is in force and drops what was notified, without moving the account's state.
 *
 * Returns: %FALSE on error
 */
gboolean gram_measures_end_all (GramCall *call, const char *reason, GError **error);

/**
 * gram_measures_end_due:
 * @call: a call on an account
 * @ended: (out): how many measures were over
 * @error: return location
 *
 * Ends the suspension or block whose last day is over and opens the account again; auto-accept takes what became ready
 * meanwhile, once.
 *
 * Returns: %FALSE on error
 */
gboolean gram_measures_end_due (GramCall *call, guint *ended, GError **error);

G_END_DECLS
