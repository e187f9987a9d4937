/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-credits.h"
#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_credit_allows_new:
 *
 * Returns: (transfer full) (element-type GramCreditAllow): an empty list of verbs
 */
GPtrArray *_gram_credit_allows_new (void);

/**
 * _gram_credit_allows_add:
 * @allows: (element-type GramCreditAllow): the verbs
 * @command: a constant
 * @refusal: (transfer full) (nullable): why not, %NULL if it can be sent
 *
 * Adds a verb.
 */
void _gram_credit_allows_add (GPtrArray *allows, const char *command, GramRefusal *refusal);

/**
 * _gram_credit_allows_find:
 * @allows: (element-type GramCreditAllow): the verbs
 * @command: one of them
 *
 * Returns: (transfer none) (nullable): why not, %NULL if it can be sent
 */
const GramRefusal *_gram_credit_allows_find (const GPtrArray *allows, const char *command);

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
