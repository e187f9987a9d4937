/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CREDITS_PAGE (gram_credits_page_get_type ())
G_DECLARE_FINAL_TYPE (GramCreditsPage, gram_credits_page, GRAM, CREDITS_PAGE, GramPage)

/**
 * GramCreditsPage:
 *
 * Credits of an account of the Clean Car Standard: by year of origin, when they lapse, what was offered and what came, and
 * what can be done with them.
 */

/**
 * gram_credits_page_open_transfer:
 * @self: a page
 * @transfer_id: a transfer of the current account
 *
 * Shows a transfer.
 */
void gram_credits_page_open_transfer (GramCreditsPage *self, gint64 transfer_id);

G_END_DECLS
