/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-list.h"

#include "gram-paged-list-define.h"

GRAM_DEFINE_PAGED_LIST (GramChargeList,
                        gram_charge_list,
                        GRAM_TYPE_CHARGE_ITEM,
                        GramChargeQuery,
                        gram_charge_query_copy,
                        gram_charge_query_free,
                        gram_registry_charge_ids,
                        gram_registry_charge_rows)
