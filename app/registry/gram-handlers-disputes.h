/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of disputes and of the thread of a case; see gram-handlers.h. */

gboolean gram_disputes_open (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_disputes_open_correction (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_case_thread_write (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_case_thread_edit (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_case_thread_answer (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_case_thread_withdraw (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_dispute_answers_import (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_attachments_attach (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
