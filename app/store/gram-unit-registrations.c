/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-unit-private.h"

#include "gram-statement.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* The key stands with its texts, so that a lookup copies nothing. */
typedef struct
{
  GramRegistrationKey key;
  char *registered_on;
  char *eco_codes;
} Cell;

/* How a cell is written: its parts in the order of the columns. */
#define PARTS 7

G_STATIC_ASSERT (sizeof (GramRegistrationAmount) == PARTS * sizeof (gint64));

static guint
key_hash (gconstpointer data)
{
  const GramRegistrationKey *key = data;

  return g_int64_hash (&key->account_id) ^ g_str_hash (key->registered_on) * 31
         ^ g_str_hash (key->eco_codes);
}

static gboolean
key_equal (gconstpointer one, gconstpointer other)
{
  const GramRegistrationKey *a = one;
  const GramRegistrationKey *b = other;

  return a->account_id == b->account_id && strcmp (a->registered_on, b->registered_on) == 0
         && strcmp (a->eco_codes, b->eco_codes) == 0;
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->registered_on);
  g_free (cell->eco_codes);
  g_free (cell);
}

static Cell *
cell_new (const GramRegistrationKey *key)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->registered_on = g_strdup (key->registered_on);
  cell->eco_codes = g_strdup (key->eco_codes);
  cell->key = (GramRegistrationKey){ key->account_id, cell->registered_on, cell->eco_codes };
  return cell;
}

/* A table from Cell, found by its key, to GramRegistrationAmount. */
GHashTable *
_gram_registration_cells_new (void)
{
  return g_hash_table_new_full (key_hash, key_equal, cell_free, g_free);
}

gint64 *
_gram_registration_cell (GHashTable *cells, const GramRegistrationKey *key, const char **eco_codes)
{
  gpointer cell;
  gpointer figures;

  if (!g_hash_table_lookup_extended (cells, key, &cell, &figures))
    {
      cell = cell_new (key);
      figures = g_new0 (gint64, PARTS);
      g_hash_table_insert (cells, cell, figures);
    }
  if (eco_codes != NULL)
    *eco_codes = ((Cell *)cell)->eco_codes;
  return figures;
}

/* The kind of an account never changes. What cannot be asked is found out when the totals are written. */
gboolean
_gram_unit_is_ccts (GramUnit *self, gint64 account_id)
{
  g_autoptr (GramStatement) statement = NULL;
  gpointer known;
  gboolean is_ccts;

  if (g_hash_table_lookup_extended (self->ccts, &account_id, NULL, &known))
    return GPOINTER_TO_INT (known);
  statement
      = gram_statement_prepare (self->store,
                                "SELECT 1 FROM account WHERE id = $1 AND kind = 'ccts'", NULL);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  is_ccts = gram_statement_step (statement, NULL) == GRAM_STEP_ROW;
  g_hash_table_insert (self->ccts, g_memdup2 (&account_id, sizeof account_id),
                       GINT_TO_POINTER (is_ccts));
  return is_ccts;
}

void
gram_unit_add_registration (GramUnit *self,
                            const GramRegistrationKey *key,
                            const GramRegistrationAmount *change)
{
  GramRegistrationKey wanted;
  gint64 *sum;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL && key->registered_on != NULL);
  g_return_if_fail (change != NULL);

  wanted = *key;
  wanted.eco_codes = key->eco_codes != NULL ? key->eco_codes : "";
  sum = _gram_registration_cell (self->registrations, &wanted, NULL);
  for (gsize i = 0; i < PARTS; i++)
    if (__builtin_add_overflow (sum[i], ((const gint64 *)change)[i], &sum[i]))
      self->overflow = TRUE;
}

/* A cell never holds less than nothing, and one without records holds nothing at all. */
static gboolean
is_possible (const GramRegistrationAmount *total)
{
  if (total->records == 0)
    return total->units == 0 && total->units_unknown == 0 && total->units_zero == 0
           && total->co2_sum == 0 && total->saving_sum == 0 && total->saving_corrected == 0;
  return total->records > 0 && total->units >= 0 && total->units_zero >= 0
         && total->units >= total->records - total->units_zero && total->units_unknown >= 0
         && total->units_unknown <= total->units && total->co2_sum >= 0 && total->saving_sum >= 0
         && total->saving_corrected >= 0
         && total->saving_sum <= total->co2_sum - total->saving_corrected;
}

static void
bind_key (GramStatement *statement, const GramRegistrationKey *key)
{
  gram_statement_bind_int64 (statement, 1, key->account_id);
  gram_statement_bind_text (statement, 2, key->registered_on);
  gram_statement_bind_text (statement, 3, key->eco_codes);
}

/* Adds, and says what the cell holds then. */
static gboolean
add (GramUnit *self,
     const GramRegistrationKey *key,
     const gint64 *change,
     GramRegistrationAmount *total,
     GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      self->store,
      "INSERT INTO registration_total (account_id, registered_on, eco_codes, records, units,"
      " units_unknown, units_zero, co2_sum, saving_sum, saving_corrected)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO UPDATE SET"
      " records = records + excluded.records, units = units + excluded.units,"
      " units_unknown = units_unknown + excluded.units_unknown,"
      " units_zero = units_zero + excluded.units_zero, co2_sum = co2_sum + excluded.co2_sum,"
      " saving_sum = saving_sum + excluded.saving_sum,"
      " saving_corrected = saving_corrected + excluded.saving_corrected"
      " RETURNING records, units, units_unknown, units_zero, co2_sum, saving_sum,"
      " saving_corrected",
      error);
  if (statement == NULL)
    return FALSE;
  bind_key (statement, key);
  for (guint i = 0; i < PARTS; i++)
    gram_statement_bind_int64 (statement, i + 4, change[i]);
  if (gram_statement_step (statement, error) != GRAM_STEP_ROW)
    return FALSE;
  for (guint i = 0; i < PARTS; i++)
    ((gint64 *)total)[i] = gram_statement_int64 (statement, i);
  return gram_statement_step (statement, error) == GRAM_STEP_DONE;
}

static gboolean
remove_cell (GramUnit *self, const GramRegistrationKey *key, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement
      = gram_statement_prepare (self->store,
                                "DELETE FROM registration_total"
                                " WHERE account_id = $1 AND registered_on = $2 AND eco_codes = $3",
                                error);
  if (statement == NULL)
    return FALSE;
  bind_key (statement, key);
  return gram_statement_run (statement, error);
}

static gboolean
write_cell (GramUnit *self, const Cell *cell, const gint64 *change, GError **error)
{
  static const gint64 nothing[PARTS] = { 0 };
  GramRegistrationAmount total;

  if (memcmp (change, nothing, sizeof nothing) == 0)
    return TRUE;
  if (!add (self, &cell->key, change, &total, error))
    return FALSE;
  if (!self->overflow && is_possible (&total))
    return total.records > 0 || remove_cell (self, &cell->key, error);
  {
    g_autofree char *account = g_strdup_printf ("%" G_GINT64_FORMAT, cell->key.account_id);

    return _gram_store_fail_file (
        GRAM_STORE_ERROR_CONSTRAINT, self->store->path, error,
        /* Translators: the first is the number of a row, the second a day as 2026-03-31. */
        _ ("The kept totals of registered cars would not fit the vehicles (account %s, %s). Nothing was changed: run a check of the registry."),
        account, cell->registered_on);
  }
}

gboolean
_gram_unit_write_registrations (GramUnit *self, GError **error)
{
  GHashTableIter iter;
  gpointer cell;
  gpointer change;

  g_hash_table_iter_init (&iter, self->registrations);
  while (g_hash_table_iter_next (&iter, &cell, &change))
    if (!write_cell (self, cell, change, error))
      return FALSE;
  return TRUE;
}
