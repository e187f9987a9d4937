/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-words.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_EFFECTS_GRID (gram_effects_grid_get_type ())
G_DECLARE_FINAL_TYPE (GramEffectsGrid, gram_effects_grid, GRAM, EFFECTS_GRID, AdwPreferencesGroup)

/**
 * GramEffectsGrid:
 *
 * What is possible with an account now and what will be after a decision: a line for each effect with its sentence and
 * its article. What changes stands first; what stays the same is folded away. Without an "after" it shows what is
 * possible now. Shown before anything is applied.
 */

/**
 * gram_effects_grid_new:
 *
 * Returns: (transfer floating): an empty grid
 */
GtkWidget *gram_effects_grid_new (void);

/**
 * gram_effects_grid_set:
 * @self: a grid
 * @scheme: scheme of the account
 * @now: #GramEffect flags: what is possible now
 * @after: #GramEffect flags: what will be possible
 *
 * Fills the grid with every effect that means something in @scheme, with the article of that scheme. The same flags twice: nothing changes, and only one column is shown.
 */
void gram_effects_grid_set (GramEffectsGrid *self, GramScheme scheme, guint now, guint after);

/**
 * gram_effects_grid_count:
 * @self: a grid
 *
 * Returns: how many effects change
 */
guint gram_effects_grid_count (GramEffectsGrid *self);

G_END_DECLS
