/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-reject-spool.h"

G_BEGIN_DECLS

#define GRAM_TYPE_REJECT_ITEM (gram_reject_item_get_type ())
G_DECLARE_FINAL_TYPE (GramRejectItem, gram_reject_item, GRAM, REJECT_ITEM, GObject)

#define GRAM_TYPE_REJECT_LIST (gram_reject_list_get_type ())
G_DECLARE_FINAL_TYPE (GramRejectList, gram_reject_list, GRAM, REJECT_LIST, GObject)

/**
 * GramRejectList:
 *
 * Every problem of every rejected row, as a #GListModel of #GramRejectItem. Nothing is held: an item is read from the
 * spool, at a cost that does not depend on its place, when somebody looks at it; so a million rejected rows are as quick
 * as ten.
 */

/**
 * gram_reject_list_new:
 * @spool: a sealed spool
 *
 * Returns: (transfer full): the list
 */
GramRejectList *gram_reject_list_new (GramRejectSpool *spool);

/**
 * gram_reject_item_get_problem:
 * @self: an item
 *
 * Returns: (transfer none): what is wrong
 */
const GramRowProblem *gram_reject_item_get_problem (GramRejectItem *self);

G_END_DECLS
