/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_RIGHTS_LIST (gram_rights_list_get_type ())
G_DECLARE_FINAL_TYPE (GramRightsList, gram_rights_list, GRAM, RIGHTS_LIST, AdwBin)

/**
 * GramRightsList:
 *
 * What can this person do? The row of the permission matrix of a person, grouped by what the commands are about: in each
 * group first what may be done, then what not with the reason for each no.
 */

/**
 * gram_rights_list_set_rights:
 * @self: a list
 * @rights: (element-type GramRight): the rights; only read
 *
 * Shows them.
 */
void gram_rights_list_set_rights (GramRightsList *self, const GPtrArray *rights);

/**
 * gram_rights_list_set_failure:
 * @self: a list
 * @sentence: translated: why they cannot be shown
 *
 * Says so in their place.
 */
void gram_rights_list_set_failure (GramRightsList *self, const char *sentence);

G_END_DECLS
