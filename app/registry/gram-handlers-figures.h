/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of decisions about vehicles; see gram-handlers.h. */

gboolean gram_decisions_uphold (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_decisions_decline (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_decisions_take (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_decisions_keep (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
