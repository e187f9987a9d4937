/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-rules.h"

G_BEGIN_DECLS

/**
 * _gram_case_rules_new:
 * @scheme: a scheme
 *
 * Returns: (transfer full): rules of @scheme without any figure, for the reader to fill
 */
GramCaseRules *_gram_case_rules_new (GramScheme scheme);

/**
 * _gram_case_rules_copy_default:
 * @scheme: a scheme
 *
 * Returns: (transfer full): a copy of the built-in rules
 */
GramCaseRules *_gram_case_rules_copy_default (GramScheme scheme);

/**
 * _gram_case_rules_free:
 * @self: (nullable): rules
 *
 * Frees rules.
 */
void _gram_case_rules_free (GramCaseRules *self);

G_END_DECLS
