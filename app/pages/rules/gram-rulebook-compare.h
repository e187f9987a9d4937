/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-rulebook-table.h"

G_BEGIN_DECLS

/**
 * GramRulebookDifference:
 * @group: translated heading
 * @title: translated name
 * @before: (nullable): the value in the older rulebook, %NULL if it has none
 * @after: (nullable): the value in the newer one, likewise
 * @source: (nullable): where it is from
 *
 * A figure that two rulebooks do not have in common: its value or its source is another.
 */
typedef struct
{
  char *group;
  char *title;
  char *before;
  char *after;
  char *source;
} GramRulebookDifference;

/**
 * gram_rulebook_differences:
 * @before: (nullable): a rulebook; %NULL compares with nothing
 * @after: a newer one
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramRulebookDifference) (nullable): what differs in the order of the newer one,
 *   then what it has no more; %NULL on error
 */
GPtrArray *gram_rulebook_differences (const GramRulebookRecord *before,
                                      const GramRulebookRecord *after,
                                      GError **error);

/**
 * gram_rulebook_compare_dialog_new:
 * @before: (nullable): the rulebook that is published
 * @after: the one that is not
 *
 * Shows which figures differ, old and new.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_rulebook_compare_dialog_new (const GramRulebookRecord *before,
                                             const GramRulebookRecord *after);

/**
 * gram_rulebook_difference_free:
 * @self: (nullable): a difference
 *
 * Frees it.
 */
void gram_rulebook_difference_free (GramRulebookDifference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRulebookDifference, gram_rulebook_difference_free)

G_END_DECLS
