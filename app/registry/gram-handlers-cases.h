/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of cases and of the inbox; see gram-handlers.h. */

gboolean gram_cases_do_claim (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_cases_do_release (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_cases_do_assign (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_cases_do_ask (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_case_due_run (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_inbox_mark (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_inbox_set_event (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_snippets_save (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_snippets_remove (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
