/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-notice-item.h"
#include "gram-paged-list.h"

G_BEGIN_DECLS

#define GRAM_TYPE_NOTICE_LIST (gram_notice_list_get_type ())
G_DECLARE_FINAL_TYPE (GramNoticeList, gram_notice_list, GRAM, NOTICE_LIST, GramPagedList)

/**
 * GramNoticeList:
 *
 * A #GramPagedList of #GramNoticeItem: what the person signed in is told, the newest first. How many are unread, the
 * session's `unread` says.
 */

/**
 * gram_notice_list_new:
 * @session: a session
 *
 * Makes a list that is empty until gram_notice_list_set_query(), and follows the session's `changed`.
 *
 * Returns: (transfer full): the list
 */
GramNoticeList *gram_notice_list_new (GramSession *session);

/**
 * gram_notice_list_set_query:
 * @self: a list
 * @query: (nullable): archived or not, unread only; copied; %NULL for an empty list
 *
 * Shows what @query finds.
 */
void gram_notice_list_set_query (GramNoticeList *self, const GramNoticeQuery *query);

G_END_DECLS
