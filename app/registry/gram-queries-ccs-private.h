/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

#include "gram-rulebook.h"

G_BEGIN_DECLS

/* What questions about figures of the Clean Car Standard begin with. */

/**
 * _gram_query_ccs:
 * @account: an account
 * @refusal: (out) (optional): `ccs.other-scheme`
 *
 * Returns: %FALSE if it is not of the Clean Car Standard
 */
gboolean _gram_query_ccs (const GramAccountRecord *account, GramRefusal **refusal);

/**
 * _gram_query_rulebook:
 * @rulebook: (nullable): the rulebook in force
 * @refusal: (out) (optional): `rulebook.none`
 *
 * Returns: %FALSE if there is none
 */
gboolean _gram_query_rulebook (const GramRulebook *rulebook, GramRefusal **refusal);

G_END_DECLS
