/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-list.h"

#include "gram-paged-list-define.h"

GRAM_DEFINE_PAGED_LIST (GramTradeList,
                        gram_trade_list,
                        GRAM_TYPE_TRADE_ITEM,
                        GramTradeQuery,
                        gram_trade_query_copy,
                        gram_trade_query_free,
                        gram_registry_trade_ids,
                        gram_registry_trade_rows)
