/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-person-list.h"

#include "gram-paged-list-define.h"

GRAM_DEFINE_PAGED_LIST (GramPersonList,
                        gram_person_list,
                        GRAM_TYPE_PERSON_ITEM,
                        GramPersonQuery,
                        gram_person_query_copy,
                        gram_person_query_free,
                        gram_registry_person_ids,
                        gram_registry_person_rows)
