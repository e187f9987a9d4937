/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of scheme years, baselines, positions in the CRTS, notices about eco-innovations and allocation; see
 * gram-handlers.h. */

gboolean gram_years_measure (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_years_account (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_years_close (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_years_set_standing_rule (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_years_publish (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_allocations_post (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_baselines_set (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_baselines_import (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_crts_positions_set (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_crts_positions_import (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_eco_notices_record (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_eco_notices_withdraw (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
