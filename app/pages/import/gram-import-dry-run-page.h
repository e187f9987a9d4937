/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-import-progress.h"
#include "gram-import.h"

G_BEGIN_DECLS

#define GRAM_TYPE_IMPORT_DRY_RUN_PAGE (gram_import_dry_run_page_get_type ())
G_DECLARE_FINAL_TYPE (GramImportDryRunPage,
                      gram_import_dry_run_page,
                      GRAM,
                      IMPORT_DRY_RUN_PAGE,
                      AdwNavigationPage)

/**
 * GramImportDryRunPage:
 *
 * What the import would do, before anything is changed: how far reading is, then the counts, and the button that brings
 * the vehicles in (`import.apply`).
 */

/**
 * gram_import_dry_run_page_start:
 * @self: a page
 *
 * Shows that the file is being read.
 *
 * Returns: (transfer none): where to tell how far it is
 */
GramImportProgress *gram_import_dry_run_page_start (GramImportDryRunPage *self);

/**
 * gram_import_dry_run_page_show_report:
 * @self: a page
 * @report: what a dry run found
 *
 * Shows the counts.
 */
void
gram_import_dry_run_page_show_report (GramImportDryRunPage *self, const GramImportReport *report);

/**
 * gram_import_dry_run_page_show_failure:
 * @self: a page
 * @heading: what could not be done, translated
 * @sentence: why, and what to do, translated
 *
 * Shows why it could not be done, with a button that tries again (`import.retry`).
 */
void gram_import_dry_run_page_show_failure (GramImportDryRunPage *self,
                                            const char *heading,
                                            const char *sentence);

/**
 * gram_import_dry_run_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): `progress`, `report`, `nothing` or `failed`
 */
const char *gram_import_dry_run_page_get_view (GramImportDryRunPage *self);

/**
 * gram_import_report_is_empty:
 * @report: what a dry run found
 *
 * Returns: whether bringing the file in would leave no trace at all in the account
 */
gboolean gram_import_report_is_empty (const GramImportReport *report);

G_END_DECLS
