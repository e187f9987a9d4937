/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/**
 * gram_due_lapse:
 * @call: a call on an account
 * @lapsed: (out): how many lapsed
 * @error: return location
 *
 * Writes down what has lapsed: invitations, the hand-over, requests for a second person. They counted as lapsed before.
 *
 * Returns: %FALSE on error
 */
gboolean gram_due_lapse (GramCall *call, guint *lapsed, GError **error);

G_END_DECLS
