/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-list.h"

#include "gram-paged-list-define.h"

GRAM_DEFINE_PAGED_LIST (GramPaymentList,
                        gram_payment_list,
                        GRAM_TYPE_PAYMENT_ITEM,
                        GramPaymentQuery,
                        gram_payment_query_copy,
                        gram_payment_query_free,
                        gram_registry_payment_ids,
                        gram_registry_payment_rows)
