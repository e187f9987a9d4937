/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_INBOX_PAGE (gram_inbox_page_get_type ())
G_DECLARE_FINAL_TYPE (GramInboxPage, gram_inbox_page, GRAM, INBOX_PAGE, GramPage)

/**
 * GramInboxPage:
 *
 * What the person signed in is told, the newest first: read and archived one by one or many at once. To open a notice is
 * to go to what it is about: the window's action `win.open-notice` does.
 */

/**
 * GramInboxShow:
 * @GRAM_INBOX_ALL: what is not archived
 * @GRAM_INBOX_UNREAD: of that what was not read
 * @GRAM_INBOX_ARCHIVED: what was archived
 *
 * What the inbox shows.
 */
typedef enum
{
  GRAM_INBOX_ALL,
  GRAM_INBOX_UNREAD,
  GRAM_INBOX_ARCHIVED,
} GramInboxShow;

/**
 * gram_inbox_page_show:
 * @self: the page
 * @show: what
 *
 * Shows it.
 */
void gram_inbox_page_show (GramInboxPage *self, GramInboxShow show);

G_END_DECLS
