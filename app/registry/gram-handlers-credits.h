/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of transfers and of the lapse of credits; see gram-handlers.h. */

gboolean gram_credit_transfers_check_offer (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_credit_transfers_offer (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_credit_transfers_accept (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_credit_transfers_decline (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_credit_transfers_cancel (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_credit_transfers_record (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_credits_run_due (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
