/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-credits.h"
#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_credit_transfer_row_new:
 * @self: a registry
 * @record: a transfer
 * @person: who asks
 * @account_id: the account from whose side it is shown, 0 that of who asks
 * @row: (out) (transfer full) (nullable): the transfer as @person may see it, %NULL if it is none of theirs
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean _gram_credit_transfer_row_new (GramRegistry *self,
                                        const GramCreditTransferRecord *record,
                                        const GramPersonRecord *person,
                                        gint64 account_id,
                                        GramCreditTransferRow **row,
                                        GError **error);

G_END_DECLS
