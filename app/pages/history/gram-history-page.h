/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_HISTORY_PAGE (gram_history_page_get_type ())
G_DECLARE_FINAL_TYPE (GramHistoryPage, gram_history_page, GRAM, HISTORY_PAGE, GramPage)

/**
 * GramHistoryPage:
 *
 * The journal in sentences, newest first, under a heading for each day. A page of entries is fetched when the end comes
 * into sight. Its menu has the registry verified.
 */

G_END_DECLS
