/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table.h"

#include "gram-table-state-private.h"

#include "gram-bitset-selection.h"

/* Where one row at most is selected, nothing is selected to begin with either. */
static GtkSelectionModel *
single_selection_new (void)
{
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);

  return GTK_SELECTION_MODEL (selection);
}

void
_gram_table_selection_init (GramTable *self)
{
  self->selection = self->parts.single ? single_selection_new ()
                                       : GTK_SELECTION_MODEL (gram_bitset_selection_new (NULL));
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (_gram_table_emit_changed), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->parts.view, self->selection);
}

guint
gram_table_get_n_selected (GramTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (GRAM_IS_TABLE (self), 0);

  selected = gtk_selection_model_get_selection (self->selection);

  return (guint)gtk_bitset_get_size (selected);
}

GArray *
gram_table_dup_selected (GramTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (GRAM_IS_TABLE (self), ids);

  selected = gtk_selection_model_get_selection (self->selection);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = gram_paged_list_get_id (self->list, position);

      if (id != 0)
        g_array_append_val (ids, id);
    }

  return ids;
}

GPtrArray *
gram_table_dup_rows (GramTable *self, guint most)
{
  g_autoptr (GtkBitset) selected = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (GRAM_IS_TABLE (self), rows);

  selected = gtk_selection_model_get_selection (self->selection);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position);
       more && rows->len < most; more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (self->list), position));

  return rows;
}

gpointer
gram_table_dup_only_row (GramTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (GRAM_IS_TABLE (self), NULL);

  selected = gtk_selection_model_get_selection (self->selection);
  if (gtk_bitset_get_size (selected) != 1)
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));
}

void
gram_table_select_all (GramTable *self, gboolean all)
{
  g_return_if_fail (GRAM_IS_TABLE (self));
  g_return_if_fail (!all || !self->parts.single);

  if (self->parts.single)
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->selection),
                                       GTK_INVALID_LIST_POSITION);
  else if (all)
    gtk_selection_model_select_all (self->selection);
  else
    gtk_selection_model_unselect_all (self->selection);
}
