/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_HISTORY_PAGE (gram_history_page_get_type ())
G_DECLARE_FINAL_TYPE (GramHistoryPage, gram_history_page, GRAM, HISTORY_PAGE, GramPage)

/**
 * GramHistoryPage:
 *
 * The journal of the account or of the registry in sentences, newest first, under a heading for each day; by person, kind
 * and date, and searched. A page of entries is fetched when the end comes into sight; new entries appear at the top, and
 * the place where one reads stays.
 *
 * Actions, all without a parameter: `history.filter`, `history.clear-filters`, `history.export` (what is shown, as CSV),
 * `history.verify`.
 */

/**
 * gram_history_page_find:
 * @self: the page
 *
 * Puts the cursor into the search entry.
 */
void gram_history_page_find (GramHistoryPage *self);

G_END_DECLS
