/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-cells-private.h"
#include "gram-verify-private.h"

G_BEGIN_DECLS

/* How kept totals are compared with cells that were added up from the vehicles. */
typedef struct
{
  /* SELECT of numbers, texts and parts of all kept cells. */
  const char *kept;
  guint n_numbers;
  guint n_parts;
  char *(*where) (const GramCellKey *key);
} GramCellCheck;

/* The cell that a row names: its first columns are numbers and texts. The texts are the row's. */
GramCellKey _gram_verify_cells_key (const GramCellCheck *check, GramStatement *row);

/* Adds to that cell; FALSE if a sum does not fit. */
gboolean _gram_verify_cells_add (GHashTable *cells,
                                 const GramCellCheck *check,
                                 GramStatement *row,
                                 const gint64 *amount);

/* Finds kept cells that are not as @cells, and those that are missing; empties @cells. */
gboolean _gram_verify_cells (GramVerifier *self,
                             GHashTable *cells,
                             const GramCellCheck *check,
                             GError **error);

G_END_DECLS
