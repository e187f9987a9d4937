/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"
#include "gram-handlers-accounts.h"

G_BEGIN_DECLS

/*
 * The handlers that the command table names, each in the file of its noun. What they check, refuse and change is told
 * there.
 */

gboolean gram_setup_registry_create (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_persons_session_open (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_persons_session_refuse (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_persons_user_create (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_users_set_role (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_users_remove (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_users_restore (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_users_reset_password (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_users_change_password (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_users_use_code (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_invitations_create (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_invitations_resend (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_invitations_revoke (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_invitations_accept (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_invitations_join (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_members_set_permissions (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_members_remove (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_members_leave (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_owners_offer (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_owners_withdraw (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_owners_accept (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_owners_decline (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_requests_approve (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_requests_decline (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_requests_withdraw (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_rulebooks_publish (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_accounts_open (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_accounts_edit (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_accounts_set_auto_accept (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_imports_import (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_vehicles_enter (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_vehicles_mark_ready (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_vehicles_accept (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
