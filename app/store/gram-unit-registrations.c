/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-cells-private.h"

#include "gram-statement.h"

#include <glib/gi18n-lib.h>

/* How a cell is written: its parts in the order of the columns. */
#define PARTS 7

G_STATIC_ASSERT (sizeof (GramRegistrationAmount) == PARTS * sizeof (gint64));

static GramCellKey
cell_key (const GramRegistrationKey *key)
{
  return (GramCellKey){ { key->account_id }, { key->registered_on, key->eco_codes } };
}

gint64 *
_gram_registration_cell (GHashTable *cells, const GramRegistrationKey *key, const char **eco_codes)
{
  const GramCellKey wanted = cell_key (key);
  const GramCellKey *own;
  gint64 *parts = _gram_cells_get (cells, &wanted, PARTS, &own);

  if (eco_codes != NULL)
    *eco_codes = own->texts[1];
  return parts;
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
  GramCellKey wanted;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL && key->registered_on != NULL);
  g_return_if_fail (change != NULL);

  wanted = cell_key (key);
  if (wanted.texts[1] == NULL)
    wanted.texts[1] = "";
  if (!_gram_cells_add (self->registrations, &wanted, (const gint64 *)change, PARTS))
    self->overflow = TRUE;
}

/* A cell never holds less than nothing, and one without records holds nothing at all. */
static gboolean
is_possible (const gint64 *parts)
{
  const GramRegistrationAmount *total = (const GramRegistrationAmount *)parts;

  if (total->records == 0)
    return total->units == 0 && total->units_unknown == 0 && total->units_zero == 0
           && total->co2_sum == 0 && total->saving_sum == 0 && total->saving_corrected == 0;
  return total->records > 0 && total->units >= 0 && total->units_zero >= 0
         && total->units >= total->records - total->units_zero && total->units_unknown >= 0
         && total->units_unknown <= total->units && total->co2_sum >= 0 && total->saving_sum >= 0
         && total->saving_corrected >= 0
         && total->saving_sum <= total->co2_sum - total->saving_corrected;
}

static gboolean
fail (GramUnit *self, const GramCellKey *key, GError **error)
{
  g_autofree char *account = g_strdup_printf ("%" G_GINT64_FORMAT, key->numbers[0]);

  return _gram_store_fail_file (
      GRAM_STORE_ERROR_CONSTRAINT, self->store->path, error,
      /* Translators: the first is the number of a row, the second a day as 2026-03-31. */
      _ ("The kept totals of registered cars would not fit the vehicles (account %s, %s). Nothing was changed: run a check of the registry."),
      account, key->texts[0]);
}

static const GramCellTable table = {
  .add = "INSERT INTO registration_total (account_id, registered_on, eco_codes, records, units,"
         " units_unknown, units_zero, co2_sum, saving_sum, saving_corrected)"
         " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO UPDATE SET"
         " records = records + excluded.records, units = units + excluded.units,"
         " units_unknown = units_unknown + excluded.units_unknown,"
         " units_zero = units_zero + excluded.units_zero, co2_sum = co2_sum + excluded.co2_sum,"
         " saving_sum = saving_sum + excluded.saving_sum,"
         " saving_corrected = saving_corrected + excluded.saving_corrected"
         " RETURNING records, units, units_unknown, units_zero, co2_sum, saving_sum,"
         " saving_corrected",
  .remove = "DELETE FROM registration_total"
            " WHERE account_id = $1 AND registered_on = $2 AND eco_codes = $3",
  .n_numbers = 1,
  .n_parts = PARTS,
  .is_possible = is_possible,
  .fail = fail,
};

gboolean
_gram_unit_write_registrations (GramUnit *self, GError **error)
{
  return _gram_cells_write (self->registrations, &table, self, error);
}
