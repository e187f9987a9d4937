/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-allowances.h"
#include "gram-settlement.h"

G_BEGIN_DECLS

/**
 * _gram_allowance_year_of:
 * @standing: where an account stands
 * @refusal: (out) (optional): `payment.too-large`, `activity.*`
 * @error: return location
 *
 * gram_registry_allowance_year() for who has asked already.
 *
 * Returns: (transfer full) (nullable): the year
 */
GramAllowanceYear *
_gram_allowance_year_of (const GramSettlement *standing, GramRefusal **refusal, GError **error);

G_END_DECLS
