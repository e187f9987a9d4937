/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-ccs-credits.h"

G_BEGIN_DECLS

/*
 * What an account has of credits (CCS facts §7), as the ledger has it.
 */

/**
 * GRAM_CREDIT_FIRST_YEAR:
 *
 * The first obligation year of the Clean Car Standard: no credit is older.
 */
#define GRAM_CREDIT_FIRST_YEAR 2023

/**
 * gram_credit_balances_read:
 * @store: a store
 * @account: an account of the Clean Car Standard
 * @role: `holding`, or `reserved` for what is promised in transfers
 * @error: return location
 *
 * An account holds credits of its own kind only, so that the year tells the unit.
 *
 * Returns: (transfer full) (element-type GramCcsCredits) (nullable): credits that are not 0, by year of origin, oldest first
 */
GArray *gram_credit_balances_read (GramStore *store,
                                   const GramAccountRecord *account,
                                   const char *role,
                                   GError **error);

/**
 * gram_credit_check_year:
 * @year: a year of origin
 * @today: today in New Zealand
 * @refusal: (out) (optional): `credit.year`
 *
 * Whether credits can be of that year: no credit is older than the standard, none is of a year to come.
 *
 * Returns: %TRUE if they can
 */
gboolean gram_credit_check_year (gint64 year, GramDate today, GramRefusal **refusal);

/**
 * gram_credit_balances_of:
 * @credits: (element-type GramCcsCredits): credits by year
 * @year: year of origin
 *
 * Returns: what there is of that year, 0 none
 */
gint64 gram_credit_balances_of (const GArray *credits, int year);

G_END_DECLS
