/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_OVERVIEW_PAGE (gram_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (GramOverviewPage, gram_overview_page, GRAM, OVERVIEW_PAGE, GramPage)

/**
 * GramOverviewPage:
 *
 * Where the current account stands: what is to do, in progress and for awareness, each row opening exactly the vehicles
 * that it counts (`win.show-vehicles (uu)`: statuses, attentions); the account's figures; the cars by month; auto-accept.
 */

G_END_DECLS
