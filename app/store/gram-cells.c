/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-cells-private.h"

#include "gram-statement.h"

#include <string.h>

/* More parts than this no table has. */
#define MAX_PARTS 8

static guint
key_hash (gconstpointer data)
{
  const GramCellKey *key = data;
  guint hash = g_str_hash (key->texts[0]) * 31 ^ g_str_hash (key->texts[1]);

  for (guint i = 0; i < GRAM_CELL_NUMBERS; i++)
    hash = hash * 31 ^ g_int64_hash (&key->numbers[i]);
  return hash;
}

static gboolean
key_equal (gconstpointer one, gconstpointer other)
{
  const GramCellKey *a = one;
  const GramCellKey *b = other;

  return memcmp (a->numbers, b->numbers, sizeof a->numbers) == 0
         && strcmp (a->texts[0], b->texts[0]) == 0 && strcmp (a->texts[1], b->texts[1]) == 0;
}

/* The key stands with its texts, so that a lookup copies nothing. */
static GramCellKey *
key_copy (const GramCellKey *key)
{
  GramCellKey *copy = g_memdup2 (key, sizeof *key);

  for (guint i = 0; i < GRAM_CELL_TEXTS; i++)
    copy->texts[i] = g_strdup (key->texts[i]);
  return copy;
}

static void
key_free (gpointer data)
{
  GramCellKey *key = data;

  for (guint i = 0; i < GRAM_CELL_TEXTS; i++)
    g_free ((char *)key->texts[i]);
  g_free (key);
}

GHashTable *
_gram_cells_new (void)
{
  return g_hash_table_new_full (key_hash, key_equal, key_free, g_free);
}

gint64 *
_gram_cells_get (GHashTable *cells, const GramCellKey *key, guint n_parts, const GramCellKey **own)
{
  gpointer found;
  gpointer parts;

  if (!g_hash_table_lookup_extended (cells, key, &found, &parts))
    {
      found = key_copy (key);
      parts = g_new0 (gint64, n_parts);
      g_hash_table_insert (cells, found, parts);
    }
  if (own != NULL)
    *own = found;
  return parts;
}

gboolean
_gram_cells_add (GHashTable *cells, const GramCellKey *key, const gint64 *change, guint n_parts)
{
  gint64 *sum = _gram_cells_get (cells, key, n_parts, NULL);
  gboolean fits = TRUE;

  for (guint i = 0; i < n_parts; i++)
    fits = !__builtin_add_overflow (sum[i], change[i], &sum[i]) && fits;
  return fits;
}

static guint
bind_key (const GramCellTable *table, GramStatement *statement, const GramCellKey *key)
{
  guint n = 0;

  for (guint i = 0; i < table->n_numbers; i++)
    gram_statement_bind_int64 (statement, ++n, key->numbers[i]);
  for (guint i = 0; i < GRAM_CELL_TEXTS; i++)
    gram_statement_bind_text (statement, ++n, key->texts[i]);
  return n;
}

/* Adds, and says what the cell holds then. */
static gboolean
add (const GramCellTable *table,
     GramStore *store,
     const GramCellKey *key,
     const gint64 *change,
     gint64 *total,
     GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (store, table->add, error);
  guint n;

  if (statement == NULL)
    return FALSE;
  n = bind_key (table, statement, key);
  for (guint i = 0; i < table->n_parts; i++)
    gram_statement_bind_int64 (statement, ++n, change[i]);
  if (gram_statement_step (statement, error) != GRAM_STEP_ROW)
    return FALSE;
  for (guint i = 0; i < table->n_parts; i++)
    total[i] = gram_statement_int64 (statement, i);
  return gram_statement_step (statement, error) == GRAM_STEP_DONE;
}

static gboolean
remove_cell (const GramCellTable *table, GramStore *store, const GramCellKey *key, GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (store, table->remove, error);

  if (statement == NULL)
    return FALSE;
  bind_key (table, statement, key);
  return gram_statement_run (statement, error);
}

static gboolean
write_cell (const GramCellTable *table,
            GramUnit *unit,
            const GramCellKey *key,
            const gint64 *change,
            GError **error)
{
  static const gint64 nothing[MAX_PARTS] = { 0 };
  gint64 total[MAX_PARTS];

  g_assert (table->n_parts <= MAX_PARTS);

  if (memcmp (change, nothing, table->n_parts * sizeof *change) == 0)
    return TRUE;
  if (!add (table, unit->store, key, change, total, error))
    return FALSE;
  if (unit->overflow || !table->is_possible (total))
    return table->fail (unit, key, error);
  return total[0] > 0 || remove_cell (table, unit->store, key, error);
}

gboolean
_gram_cells_write (GHashTable *cells, const GramCellTable *table, GramUnit *unit, GError **error)
{
  GHashTableIter iter;
  gpointer key;
  gpointer change;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &key, &change))
    if (!write_cell (table, unit, key, change, error))
      return FALSE;
  return TRUE;
}
