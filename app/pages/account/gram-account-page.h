/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_PAGE (gram_account_page_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountPage, gram_account_page, GRAM, ACCOUNT_PAGE, GramPage)

/**
 * GramAccountPage:
 *
 * The current account itself: number, kind, state, holder, contact, and its members with their permissions. What may be
 * edited is edited here.
 */

G_END_DECLS
