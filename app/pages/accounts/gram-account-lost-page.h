/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_LOST_PAGE (gram_account_lost_page_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountLostPage,
                      gram_account_lost_page,
                      GRAM,
                      ACCOUNT_LOST_PAGE,
                      AdwNavigationPage)

/**
 * gram_account_lost_page_new:
 * @session: a session whose current account was taken away
 * @sentence: what happened, translated
 *
 * What stands in place of the page of an account that is not the person's any more: why, and where to go on.
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *gram_account_lost_page_new (GramSession *session, const char *sentence);

G_END_DECLS
