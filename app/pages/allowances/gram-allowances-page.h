/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ALLOWANCES_PAGE (gram_allowances_page_get_type ())
G_DECLARE_FINAL_TYPE (GramAllowancesPage, gram_allowances_page, GRAM, ALLOWANCES_PAGE, GramPage)

/**
 * GramAllowancesPage:
 *
 * The destination “Allowances” of a CCTS account: a scheme year's activity against its allowances, what is missing, what
 * can be done about it until when, and the books of the year. The year shown is remembered while the page lives.
 */

/**
 * gram_allowances_page_show_year:
 * @self: the page
 * @year: scheme year
 *
 * Shows another year, now or as soon as the years are known.
 */
void gram_allowances_page_show_year (GramAllowancesPage *self, int year);

G_END_DECLS
