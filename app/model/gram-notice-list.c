/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-list.h"

#include "gram-paged-list-define.h"

/* It owns nothing. */
static GramNoticeQuery *
copy_query (const GramNoticeQuery *query)
{
  return g_memdup2 (query, sizeof (GramNoticeQuery));
}

GRAM_DEFINE_PAGED_LIST (GramNoticeList,
                        gram_notice_list,
                        GRAM_TYPE_NOTICE_ITEM,
                        GramNoticeQuery,
                        copy_query,
                        g_free,
                        gram_registry_notice_ids,
                        gram_registry_notice_rows)
