/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GRAM_TYPE_BITSET_SELECTION (gram_bitset_selection_get_type ())
G_DECLARE_FINAL_TYPE (GramBitsetSelection, gram_bitset_selection, GRAM, BITSET_SELECTION, GObject)

/**
 * GramBitsetSelection:
 *
 * A #GtkSelectionModel for lists of a million rows: what is selected is a set of positions and nothing else. To select
 * all of them costs a millisecond and makes no item (#GtkMultiSelection makes and keeps them all).
 *
 * A selection belongs to what the list shows: whoever asks the model for something else clears it.
 *
 * Properties: `model` (#GListModel, read and write, nullable), `n-selected` (uint, read-only).
 */

/**
 * gram_bitset_selection_new:
 * @model: (nullable) (transfer full): the list
 *
 * Returns: (transfer full): a selection model over it, nothing selected
 */
GramBitsetSelection *gram_bitset_selection_new (GListModel *model);

/**
 * gram_bitset_selection_get_model:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the list
 */
GListModel *gram_bitset_selection_get_model (GramBitsetSelection *self);

/**
 * gram_bitset_selection_set_model:
 * @self: a selection
 * @model: (nullable): the list
 *
 * Sets the list and clears the selection.
 */
void gram_bitset_selection_set_model (GramBitsetSelection *self, GListModel *model);

/**
 * gram_bitset_selection_get_n_selected:
 * @self: a selection
 *
 * Returns: how many are selected
 */
guint gram_bitset_selection_get_n_selected (GramBitsetSelection *self);

/**
 * gram_bitset_selection_is_all:
 * @self: a selection
 *
 * Returns: whether all of a list that is not empty is selected: then the selection is the query itself
 */
gboolean gram_bitset_selection_is_all (GramBitsetSelection *self);

G_END_DECLS
