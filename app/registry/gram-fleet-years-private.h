/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-fleet-plan.h"

G_BEGIN_DECLS

/**
 * GramFleetSheet:
 * @number: number of the invoice
 * @payable_to: who is to be paid
 * @how_to_pay: how
 * @reference: (nullable): reference of the administrator
 *
 * What an invoice says besides figures.
 */
typedef struct
{
  const char *number;
  const char *payable_to;
  const char *how_to_pay;
  const char *reference;
} GramFleetSheet;

/**
 * _gram_fleet_years_paper:
 * @plan: what is settled
 * @sheet: what it says besides
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the invoice, or the statement of a settlement that asks for nothing, as a PDF
 */
GBytes *
_gram_fleet_years_paper (const GramFleetPlan *plan, const GramFleetSheet *sheet, GError **error);

G_END_DECLS
