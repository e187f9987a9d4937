/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of conversion, surrender, payment notices and scenarios (arts 23, 35, 38, 39); see gram-handlers.h. */

gboolean gram_conversions_request (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_conversions_to_crts (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_surrenders_surrender (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_payment_notices_issue (GramCall *call, GramRefusal **refusal, GError **error);
gboolean
gram_payment_notices_record_payment (GramCall *call, GramRefusal **refusal, GError **error);
gboolean
gram_payment_notices_reverse_payment (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_payment_notices_forward (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_payment_notices_appeal (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_payment_notices_end_appeal (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_payment_notices_withdraw (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_payment_notices_run_due (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_scenarios_save (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_scenarios_remove (GramCall *call, GramRefusal **refusal, GError **error);

/* What conversions and surrenders would refuse, without writing: asked before a second person is. */
gboolean gram_conversions_check_request (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_conversions_check_to_crts (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_surrenders_check (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
