/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-cells-private.h"

#include <glib/gi18n-lib.h>

/* How a cell is written: its parts in the order of the columns. */
#define PARTS 4

G_STATIC_ASSERT (sizeof (GramAcceptanceAmount) == PARTS * sizeof (gint64));

void
gram_unit_add_acceptance (GramUnit *self,
                          const GramAcceptanceKey *key,
                          const GramAcceptanceAmount *change)
{
  GramCellKey wanted;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL && key->make != NULL && key->model != NULL);
  g_return_if_fail (change != NULL);

  wanted = (GramCellKey){
    { key->account_id, key->year, key->fleet_average ? 1 : 0, key->period },
    { key->make, key->model },
  };
  if (!_gram_cells_add (self->acceptances, &wanted, (const gint64 *)change, PARTS))
    self->overflow = TRUE;
}

/* A cell never holds less than nothing, and one without records holds nothing at all. */
static gboolean
is_possible (const gint64 *parts)
{
  const GramAcceptanceAmount *total = (const GramAcceptanceAmount *)parts;

  if (total->records == 0)
    return total->credit == 0 && total->excess == 0 && total->charge == 0;
  return total->records > 0 && total->credit >= 0 && total->excess >= 0 && total->charge >= 0;
}

static gboolean
fail (GramUnit *self, const GramCellKey *key, GError **error)
{
  g_autofree char *account = g_strdup_printf ("%" G_GINT64_FORMAT, key->numbers[0]);

  return _gram_store_fail_file (
      GRAM_STORE_ERROR_CONSTRAINT, self->store->path, error,
      /* Translators: the first is the number of a row, the second a make. */
      _ ("The kept totals of accepted vehicles would not fit the vehicles (account %s, %s). Nothing was changed: run a check of the registry."),
      account, key->texts[0]);
}

static const GramCellTable table = {
  .add = "INSERT INTO acceptance_total (account_id, obligation_year, fleet_average, period, make,"
         " model, records, credit, excess, charge)"
         " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO UPDATE SET"
         " records = records + excluded.records, credit = credit + excluded.credit,"
         " excess = excess + excluded.excess, charge = charge + excluded.charge"
         " RETURNING records, credit, excess, charge",
  .remove = "DELETE FROM acceptance_total WHERE account_id = $1 AND obligation_year = $2"
            " AND fleet_average = $3 AND period = $4 AND make = $5 AND model = $6",
  .n_numbers = 4,
  .n_parts = PARTS,
  .is_possible = is_possible,
  .fail = fail,
};

gboolean
_gram_unit_write_acceptances (GramUnit *self, GError **error)
{
  return _gram_cells_write (self->acceptances, &table, self, error);
}
