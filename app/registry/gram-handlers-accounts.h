/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of an account's life; see gram-handlers.h. */

gboolean gram_accounts_set_directory (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_accounts_set_aml (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_accounts_check_four_eyes (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_accounts_set_four_eyes (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_measures_give_notice (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_measures_drop_notice (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_measures_suspend (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_measures_reinstate (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_measures_block (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_measures_unblock (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_closings_check_request (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_closings_request (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_closings_withdraw (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_closings_refuse (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_closings_give_notice (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_closings_drop_notice (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_closings_object (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_closings_close (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_applications_save (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_applications_submit (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_applications_withdraw (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_applications_ask (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_applications_approve (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_applications_decline (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_applications_suspend (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_applications_resume (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_applications_revoke (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_credits_carry_in (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_due_run (GramCall *call, GramRefusal **refusal, GError **error);

/* Which acts a change of the four eyes is: those that it switches off. */
guint gram_accounts_four_eyes_acts (GramCall *call);

G_END_DECLS
