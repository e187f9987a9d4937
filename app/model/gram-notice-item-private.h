/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-notice-item.h"

G_BEGIN_DECLS

/* One that is in no list, and shows a row of @page for good. */
GramNoticeItem *_gram_notice_item_new (GPtrArray *page, const GramNoticeRow *row);

G_END_DECLS
