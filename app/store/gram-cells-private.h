/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-unit-private.h"

G_BEGIN_DECLS

/*
 * Kept totals whose cells are named by numbers and two texts: changes are gathered in memory and written once, before COMMIT.
 */

#define GRAM_CELL_NUMBERS 4
#define GRAM_CELL_TEXTS 2

/* Which cell; numbers that a table does not have are 0. The texts are borrowed. */
typedef struct
{
  gint64 numbers[GRAM_CELL_NUMBERS];
  const char *texts[GRAM_CELL_TEXTS];
} GramCellKey;

/* The table that holds them. */
typedef struct
{
  /* $1 … numbers, texts, parts: adds and returns what the cell holds then. */
  const char *add;
  /* $1 … numbers, texts. */
  const char *remove;
  guint n_numbers;
  guint n_parts;
  /* Can it be? The first part counts the records. */
  gboolean (*is_possible) (const gint64 *total);
  /* Says that a cell would not fit the vehicles; FALSE. */
  gboolean (*fail) (GramUnit *unit, const GramCellKey *key, GError **error);
} GramCellTable;

/* A table from GramCellKey to its parts. */
GHashTable *_gram_cells_new (void);

/* The parts of a cell; made, and 0, if it is not there. @own is the cell's own key. */
gint64 *
_gram_cells_get (GHashTable *cells, const GramCellKey *key, guint n_parts, const GramCellKey **own);

/* Adds to a cell; FALSE if a sum does not fit. */
gboolean
_gram_cells_add (GHashTable *cells, const GramCellKey *key, const gint64 *change, guint n_parts);

/* Writes the changes of all cells. */
gboolean
_gram_cells_write (GHashTable *cells, const GramCellTable *table, GramUnit *unit, GError **error);

G_END_DECLS
