/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of pools, of art. 32(3), and of what a trading window tells; see gram-handlers.h. */

gboolean gram_pools_apply (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_pools_agree (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_pools_withdraw (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_pools_grant (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_pools_decline (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_pools_end (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_pools_update_information (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_windows_run_due (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_vehicles_identify (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
