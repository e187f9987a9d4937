/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-table.h"

G_BEGIN_DECLS

/*
 * The table is cut by role: gram-table.c searches, asks anew and shows the state, gram-table-columns.c has the columns that
 * there is room for, gram-table-selection.c what is selected.
 */

struct _GramTable
{
  GObject parent_instance;

  /* Borrowed References: children of the page */
  GramTableParts parts;

  /* Owned References */
  GtkSelectionModel *selection;
  GramPagedList *list;
  GramTableOrder *order; /* NULL if there is only one */
  GramRowMenu *menu;     /* NULL if the rows have none */

  gboolean medium;
  gboolean narrow;
};

void _gram_table_emit_changed (GramTable *self);

void _gram_table_columns_init (GramTable *self);

void _gram_table_selection_init (GramTable *self);

G_END_DECLS
