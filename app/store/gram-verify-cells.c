/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-cells-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
_gram_verify_cells_add (GHashTable *cells,
                        const GramCellCheck *check,
                        GramStatement *row,
                        const gint64 *amount)
{
  const GramCellKey key = _gram_verify_cells_key (check, row);

  return _gram_cells_add (cells, &key, amount, check->n_parts);
}

GramCellKey
_gram_verify_cells_key (const GramCellCheck *check, GramStatement *row)
{
  GramCellKey key = { { 0 }, { NULL } };

  for (guint i = 0; i < check->n_numbers; i++)
    key.numbers[i] = gram_statement_int64 (row, i);
  for (guint i = 0; i < GRAM_CELL_TEXTS; i++)
    {
      key.texts[i] = gram_statement_text (row, check->n_numbers + i);
      if (key.texts[i] == NULL)
        key.texts[i] = "";
    }
  return key;
}

/* Compares a kept cell and takes it out of @cells; one that is not there is zero. */
static void
check_cell (GramVerifier *self, GHashTable *cells, const GramCellCheck *check, GramStatement *row)
{
  const GramCellKey key = _gram_verify_cells_key (check, row);
  const gint64 *cell = g_hash_table_lookup (cells, &key);
  gboolean same = TRUE;

  for (guint i = 0; i < check->n_parts; i++)
    same = same
           && gram_statement_int64 (row, check->n_numbers + GRAM_CELL_TEXTS + i)
                  == (cell != NULL ? cell[i] : 0);
  if (!same)
    _gram_verifier_find (self, check->where (&key),
                         _ ("The kept total is not what the vehicles add up to."));
  g_hash_table_remove (cells, &key);
  self->report->totals++;
}

gboolean
_gram_verify_cells (GramVerifier *self,
                    GHashTable *cells,
                    const GramCellCheck *check,
                    GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GHashTableIter iter;
  gpointer key;
  GramStep step;

  statement = gram_statement_prepare (self->store, check->kept, error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    check_cell (self, cells, check, statement);
  if (step != GRAM_STEP_DONE)
    return FALSE;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    _gram_verifier_find (self, check->where (key),
                         _ ("There are vehicles, but no kept total for them."));
  return TRUE;
}
