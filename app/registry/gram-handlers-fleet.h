/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of Fleet Average years, borrowing, bank statements, and of charges that are due; see gram-handlers.h. */

gboolean gram_fleet_years_settle (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_borrowings_request (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_borrowings_withdraw (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_borrowings_approve (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_borrowings_decline (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_bank_import (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_charge_due_run (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
