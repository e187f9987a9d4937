/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_PAGE (gram_account_page_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountPage, gram_account_page, GRAM, ACCOUNT_PAGE, GramPage)

/**
 * GramAccountPage:
 *
 * The current account itself, for its members and for the administrator's side alike: what has to be known before
 * anything else (suspended, blocked, closing, closed, or a notice), details with the history of every field, scheme,
 * settings, books, the administrator's decisions, closing. A group is a file of its own; all show one #GramAccountDetail,
 * asked for whenever the registry changes. What a person may not do is there, insensitive, and says why.
 */

G_END_DECLS
