/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_DISPUTES_PAGE (gram_disputes_page_get_type ())
G_DECLARE_FINAL_TYPE (GramDisputesPage, gram_disputes_page, GRAM, DISPUTES_PAGE, GramPage)

/**
 * GramDisputesPage:
 *
 * The disputes, corrections and differences of the current account: each with its state, and with the day by which somebody
 * has to do something. A missing vehicle is reported here, since it has no details to dispute it from.
 */

/**
 * gram_disputes_page_show:
 * @self: the page
 * @states: #GramCaseState flags, 0 all
 * @kinds: #GramCaseKind flags, 0 all
 *
 * Shows those of these kinds in these states, whatever was searched for.
 */
void gram_disputes_page_show (GramDisputesPage *self, guint states, guint kinds);

/**
 * gram_disputes_page_open_case:
 * @self: the page
 * @case_id: number of a case of an account that the person may view
 *
 * Presents the case above the page.
 */
void gram_disputes_page_open_case (GramDisputesPage *self, gint64 case_id);

/**
 * gram_disputes_page_find:
 * @self: the page
 *
 * Puts the focus into the search.
 */
void gram_disputes_page_find (GramDisputesPage *self);

G_END_DECLS
