/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-account.h"
#include "gram-import-draft.h"

G_BEGIN_DECLS

#define GRAM_TYPE_IMPORT_SETTINGS_PAGE (gram_import_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (GramImportSettingsPage,
                      gram_import_settings_page,
                      GRAM,
                      IMPORT_SETTINGS_PAGE,
                      AdwNavigationPage)

/**
 * GramImportSettingsPage:
 *
 * How the file is read: what was found out about it, and what only a person can say. Every change is shown at once in
 * the first rows below.
 *
 * Properties: `date-order-chosen` (boolean, read and write), `problem` (string, read-only, nullable): what has to be
 * done before it can go on, translated.
 */

/**
 * gram_import_settings_page_set_draft:
 * @self: a page
 * @draft: what it edits
 * @account: whose vehicles they are
 *
 * Has to be called once.
 */
void gram_import_settings_page_set_draft (GramImportSettingsPage *self,
                                          GramImportDraft *draft,
                                          GramAccount *account);

/**
 * gram_import_settings_page_show_preview:
 * @self: a page
 * @preview: (nullable): the beginning of the file
 * @problem: (nullable): or why it cannot be read as the settings say
 *
 * Shows what came of the settings.
 */
void gram_import_settings_page_show_preview (GramImportSettingsPage *self,
                                             const GramImportPreview *preview,
                                             const char *problem);

/**
 * gram_import_settings_page_get_problem:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what has to be done before it can go on
 */
const char *gram_import_settings_page_get_problem (GramImportSettingsPage *self);

/**
 * gram_import_settings_page_needs_mapping:
 * @self: a page
 *
 * Returns: whether the columns have to be mapped before the file can be read
 */
gboolean gram_import_settings_page_needs_mapping (GramImportSettingsPage *self);

G_END_DECLS
