/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* The handlers of trades; see gram-handlers.h. */

gboolean gram_trades_check_notify (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_trades_notify (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_trades_check_amend (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_trades_amend (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_trades_withdraw (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_trades_register (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_trades_refuse (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_trades_import (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_trades_set_key (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_trades_create_key (GramCall *call, GramRefusal **refusal, GError **error);
gboolean gram_trades_run_due (GramCall *call, GramRefusal **refusal, GError **error);

G_END_DECLS
