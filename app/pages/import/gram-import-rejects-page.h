/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-reject-spool.h"

G_BEGIN_DECLS

#define GRAM_TYPE_IMPORT_REJECTS_PAGE (gram_import_rejects_page_get_type ())
G_DECLARE_FINAL_TYPE (GramImportRejectsPage,
                      gram_import_rejects_page,
                      GRAM,
                      IMPORT_REJECTS_PAGE,
                      AdwNavigationPage)

/**
 * GramImportRejectsPage:
 *
 * Every rejected row with what is wrong and what to write instead. Where there is little room, one column says it all.
 */

/**
 * gram_import_rejects_page_show:
 * @self: a page
 * @spool: (nullable): a sealed spool; %NULL none
 *
 * Lists it.
 */
void gram_import_rejects_page_show (GramImportRejectsPage *self, GramRejectSpool *spool);

/**
 * gram_import_rejects_page_get_model:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it lists, of #GramRejectItem
 */
GListModel *gram_import_rejects_page_get_model (GramImportRejectsPage *self);

G_END_DECLS
