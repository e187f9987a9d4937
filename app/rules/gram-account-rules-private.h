/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-rules.h"

G_BEGIN_DECLS

/**
 * _gram_account_rules_new:
 * @scheme: a scheme
 *
 * Returns: (transfer full): rules of @scheme without any figure, for the reader to fill. A state that the scheme does not
 *   have (blocked, under the CCS) leaves nothing but viewing
 */
GramAccountRules *_gram_account_rules_new (GramScheme scheme);

/**
 * _gram_account_rules_copy:
 * @self: rules
 *
 * Returns: (transfer full): a copy
 */
GramAccountRules *_gram_account_rules_copy (const GramAccountRules *self);

/**
 * _gram_account_rules_free:
 * @self: (nullable): rules
 *
 * Frees rules.
 */
void _gram_account_rules_free (GramAccountRules *self);

G_END_DECLS
