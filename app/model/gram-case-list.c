/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-list.h"

#include "gram-paged-list-define.h"

GRAM_DEFINE_PAGED_LIST (GramCaseList,
                        gram_case_list,
                        GRAM_TYPE_CASE_ITEM,
                        GramCaseQuery,
                        gram_case_query_copy,
                        gram_case_query_free,
                        gram_registry_case_ids,
                        gram_registry_case_rows)

const GramCaseQuery *
gram_case_list_get_query (GramCaseList *self)
{
  g_return_val_if_fail (GRAM_IS_CASE_LIST (self), NULL);

  return gram_paged_list_get_query (GRAM_PAGED_LIST (self));
}
