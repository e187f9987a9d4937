/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_CONFLICT (gram_account_conflict_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountConflict,
                      gram_account_conflict,
                      GRAM,
                      ACCOUNT_CONFLICT,
                      AdwPreferencesGroup)

/**
 * GramAccountConflict:
 *
 * A field that two people changed at once: what it was, what the other one wrote, and what is typed here, one below the
 * other, to be chosen from. Nothing is chosen until a person has.
 *
 * Signal `changed ()`: something was chosen.
 */

/**
 * gram_account_conflict_new:
 * @title: what people call the field
 * @before: what it was when the editing began
 * @theirs: what it is now
 * @who: (nullable): name of who changed it
 * @yours: what is typed here
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *gram_account_conflict_new (const char *title,
                                      const char *before,
                                      const char *theirs,
                                      const char *who,
                                      const char *yours);

/**
 * gram_account_conflict_get_chosen:
 * @self: a conflict
 *
 * Returns: (transfer none) (nullable): the text that was chosen
 */
const char *gram_account_conflict_get_chosen (GramAccountConflict *self);

G_END_DECLS
