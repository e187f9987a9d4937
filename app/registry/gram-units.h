/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-words.h"

G_BEGIN_DECLS

/*
 * Units of the ledger: `ccs-credit/new/2026` and `ccs-credit/used/2026` (hundredths of a gram), `ccts/2025` (whole
 * allowances), `NZD` and `GBP` (cents and pence).
 */

/**
 * GRAM_UNIT_CREDIT_SCALE:
 *
 * Credits of the CCS are kept in hundredths of a gram.
 */
#define GRAM_UNIT_CREDIT_SCALE 2

/**
 * gram_unit_make_credit:
 * @kind: %GRAM_ACCOUNT_CCS_USED or %GRAM_ACCOUNT_CCS_NEW
 * @year: year in which the credits were earned
 *
 * Returns: (transfer full): the unit
 */
char *gram_unit_make_credit (GramAccountKind kind, int year);

/**
 * gram_unit_is_credit:
 * @unit: a unit
 *
 * Returns: whether it is a credit of the CCS
 */
gboolean gram_unit_is_credit (const char *unit);

/**
 * gram_unit_make_allowance:
 * @year: scheme year of the CCTS
 *
 * Returns: (transfer full): the unit of its allowances
 */
char *gram_unit_make_allowance (int year);

/**
 * gram_unit_is_allowance:
 * @unit: a unit
 *
 * Returns: whether it is an allowance of the CCTS
 */
gboolean gram_unit_is_allowance (const char *unit);

/**
 * gram_unit_year:
 * @unit: a unit
 *
 * Returns: its year, 0 none
 */
int gram_unit_year (const char *unit);

/**
 * gram_unit_format:
 * @unit: a unit
 * @amount: an amount of it, smallest units
 *
 * Returns: (transfer full): the amount as a canonical decimal with all its decimals
 */
char *gram_unit_format (const char *unit, gint64 amount);

G_END_DECLS
