/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PEOPLE_PAGE (gram_people_page_get_type ())
G_DECLARE_FINAL_TYPE (GramPeoplePage, gram_people_page, GRAM, PEOPLE_PAGE, GramPage)

/**
 * GramPeoplePage:
 *
 * The persons of the registry whom one may know, with their role; the administrator adds persons here.
 */

/**
 * gram_role_title:
 * @role: a role
 *
 * Returns: (transfer none): translated title of the role
 */
const char *gram_role_title (GramRole role);

G_END_DECLS
