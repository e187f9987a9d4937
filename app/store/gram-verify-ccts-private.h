/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-verify-private.h"

G_BEGIN_DECLS

/* The parts of _gram_verify_ccts(): kept totals of registered cars; trades; what is owed, and the books of closed years. */
gboolean _gram_verify_registrations (GramVerifier *self, GError **error);
gboolean _gram_verify_trades (GramVerifier *self, GError **error);
gboolean _gram_verify_settlement (GramVerifier *self, GError **error);

G_END_DECLS
