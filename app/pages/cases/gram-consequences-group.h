/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-consequences.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CONSEQUENCES_GROUP (gram_consequences_group_get_type ())
G_DECLARE_FINAL_TYPE (GramConsequencesGroup,
                      gram_consequences_group,
                      GRAM,
                      CONSEQUENCES_GROUP,
                      AdwBin)

/**
 * GramConsequencesGroup:
 *
 * What a decision would change: a line each for record, target, charge, credits and activity, before and after, and the
 * sentences that go with them. While a new answer is awaited the last one stays, dimmed.
 */

/**
 * gram_consequences_group_new:
 *
 * Returns: (transfer floating): the widget, waiting
 */
GtkWidget *gram_consequences_group_new (void);

/**
 * gram_consequences_group_wait:
 * @self: the group
 *
 * Says that an answer is on its way.
 */
void gram_consequences_group_wait (GramConsequencesGroup *self);

/**
 * gram_consequences_group_show:
 * @self: the group
 * @consequences: (nullable): what would change; %NULL shows @sentence instead
 * @sentence: (nullable): why there is no answer
 *
 * Shows the answer.
 */
void gram_consequences_group_show (GramConsequencesGroup *self,
                                   const GramConsequences *consequences,
                                   const char *sentence);

G_END_DECLS
