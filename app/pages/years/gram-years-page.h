/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_YEARS_PAGE (gram_years_page_get_type ())
G_DECLARE_FINAL_TYPE (GramYearsPage, gram_years_page, GRAM, YEARS_PAGE, GramPage)

/**
 * GramYearsPage:
 *
 * One scheme year of the CCTS, for the administrator: where it stands and what comes next, its participants, its pools. A
 * participant, a payment notice and a pool open as pages of their own.
 */

/**
 * gram_years_page_show_year:
 * @self: a page
 * @year: a scheme year
 *
 * Shows another year.
 */
void gram_years_page_show_year (GramYearsPage *self, int year);

/**
 * gram_years_page_get_year:
 * @self: a page
 *
 * Returns: the year that is shown, 0 while it is not known
 */
int gram_years_page_get_year (GramYearsPage *self);

/**
 * gram_years_page_open_notice:
 * @self: a page
 * @notice_id: a payment notice
 *
 * Opens it.
 */
void gram_years_page_open_notice (GramYearsPage *self, gint64 notice_id);

/**
 * gram_years_page_open_pool:
 * @self: a page
 * @pool_id: a pool
 *
 * Opens it.
 */
void gram_years_page_open_pool (GramYearsPage *self, gint64 pool_id);

/**
 * gram_years_page_back:
 * @self: a page
 *
 * Goes back from a participant, a payment notice or a pool.
 *
 * Returns: FALSE: the year itself is shown already
 */
gboolean gram_years_page_back (GramYearsPage *self);

/**
 * gram_years_page_find:
 * @self: a page
 *
 * Shows the participants and puts the focus into their search.
 */
void gram_years_page_find (GramYearsPage *self);

/**
 * gram_years_page_import:
 * @self: a page
 * @command: `baseline.import` or `crts.import-positions`
 * @path: a file
 *
 * Reads a file for the year that is shown; wrong rows are named, and nothing is entered then.
 */
void gram_years_page_import (GramYearsPage *self, const char *command, const char *path);

/**
 * gram_years_page_export_csv:
 * @self: a page
 * @file: where to; what is there is replaced
 *
 * Writes the table of the year that is published.
 */
void gram_years_page_export_csv (GramYearsPage *self, GFile *file);

/**
 * gram_years_page_export_vehicles:
 * @self: a page
 * @file: where to; what is there is replaced
 *
 * Writes the vehicle rows of the year that are published beside it; a bar shows how far it is, and Cancel stops it.
 */
void gram_years_page_export_vehicles (GramYearsPage *self, GFile *file);

G_END_DECLS
