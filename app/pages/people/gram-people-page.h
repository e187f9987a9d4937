/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PEOPLE_PAGE (gram_people_page_get_type ())
G_DECLARE_FINAL_TYPE (GramPeoplePage, gram_people_page, GRAM, PEOPLE_PAGE, GramPage)

/**
 * GramPeoplePage:
 *
 * People: those of the current account for its members, those of the registry for the administrator's side, both for who
 * is on both sides, as in an organisation's own registry.
 */

/**
 * gram_people_page_find:
 * @self: the page
 *
 * Puts the focus into the search among the people of the registry.
 *
 * Returns: %FALSE if it does not show them
 */
gboolean gram_people_page_find (GramPeoplePage *self);

G_END_DECLS
