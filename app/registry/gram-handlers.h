/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/*
 * The handlers that the command table names, each in the file of its noun. What they check, refuse and change is told
 * there.
 */

gboolean gram_setup_registry_create (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_persons_session_open (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_persons_session_refuse (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_persons_user_create (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_rulebooks_publish (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_accounts_open (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_accounts_edit (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_accounts_set_auto_accept (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_imports_import (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_vehicles_enter (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_vehicles_mark_ready (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_vehicles_accept (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
