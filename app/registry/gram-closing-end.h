/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/**
 * gram_closing_end_all:
 * @call: a call on an account that closes
 * @reason: why it closes
 * @error: return location
 *
 * What ends with an account: credits that are left are deleted by one posting of the ledger (`deletion`); invitations,
 * hand-over, requests for a second person and the application for Fleet Average that wait come to their end; so does a
 * measure.
 *
 * Returns: %FALSE on error
 */
gboolean gram_closing_end_all (GramCall *call, const char *reason, GError **error);

G_END_DECLS
