/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-list.h"

#include "gram-paged-list-define.h"

GRAM_DEFINE_PAGED_LIST (GramAccountList,
                        gram_account_list,
                        GRAM_TYPE_ACCOUNT_ITEM,
                        GramAccountQuery,
                        gram_account_query_copy,
                        gram_account_query_free,
                        gram_registry_account_ids,
                        gram_registry_account_rows)
