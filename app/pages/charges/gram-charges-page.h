/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CHARGES_PAGE (gram_charges_page_get_type ())
G_DECLARE_FINAL_TYPE (GramChargesPage, gram_charges_page, GRAM, CHARGES_PAGE, GramPage)

/**
 * GramChargesPage:
 *
 * Charges of the Clean Car Standard, what settles them, and Fleet Average years (LTA 1998 s 177, s 179, s 182): of the current
 * account, or of all accounts for the administrator's side.
 */

/**
 * gram_charges_page_show:
 * @self: the page
 * @states: #GramChargeState flags, 0 all
 *
 * Shows the charges in these states, whatever was searched for.
 */
void gram_charges_page_show (GramChargesPage *self, guint states);

/**
 * gram_charges_page_open_charge:
 * @self: the page
 * @charge_id: a charge that the person may see
 *
 * Presents the charge above the page.
 */
void gram_charges_page_open_charge (GramChargesPage *self, gint64 charge_id);

/**
 * gram_charges_page_show_view:
 * @self: the page
 * @name: `charges`, `payments` or `fleet`
 *
 * Shows one of its views, if there is one of that name for who looks; `fleet` as soon as the years are read.
 */
void gram_charges_page_show_view (GramChargesPage *self, const char *name);

/**
 * gram_charges_page_find:
 * @self: the page
 *
 * Puts the focus into the search.
 */
void gram_charges_page_find (GramChargesPage *self);

G_END_DECLS
