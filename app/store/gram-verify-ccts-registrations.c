/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-ccts-private.h"

#include "gram-verify-cells-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* How many figures a cell has. */
#define PARTS (sizeof (GramRegistrationAmount) / sizeof (gint64))

static char *
where_cell (const GramCellKey *key)
{
  return g_strdup_printf ("registration_total account %" PRId64 ", %s, “%s”", key->numbers[0],
                          key->texts[0], key->texts[1]);
}

static const GramCellCheck check = {
  .kept = "SELECT account_id, registered_on, eco_codes, records, units, units_unknown, units_zero,"
          " co2_sum, saving_sum, saving_corrected FROM registration_total",
  .n_numbers = 1,
  .n_parts = PARTS,
  .where = where_cell,
};

/* What a vehicle adds, by the law and not by SQL: a saving takes no more off than there is. */
static gboolean
amount_of (GramStatement *row, GramRegistrationAmount *amount)
{
  gint64 units = gram_statement_int64 (row, 3);
  gint64 co2 = gram_statement_int64 (row, 4);
  gint64 saving = gram_statement_int64 (row, 5);
  gint64 corrected = gram_statement_int64 (row, 6);
  gint64 base = corrected >= 0 ? corrected : co2;

  *amount = (GramRegistrationAmount){ .records = 1 };
  if (gram_statement_int64 (row, 7) != 0)
    {
      amount->units_zero = units;
      return TRUE;
    }
  amount->units = units;
  if (base < 0)
    {
      amount->units_unknown = units;
      return TRUE;
    }
  return !__builtin_mul_overflow (units, base, &amount->co2_sum)
         && !__builtin_mul_overflow (units, MIN (saving, base),
                                     corrected >= 0 ? &amount->saving_corrected
                                                    : &amount->saving_sum);
}

static gboolean
read_vehicles (GramVerifier *self, GHashTable *cells, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (
      self->store,
      "SELECT v.account_id, v.registered_on, v.eco_codes, v.units, v.co2, v.saving, v.corrected,"
      " v.zero_emission, v.id FROM account a CROSS JOIN vehicle v ON v.account_id = a.id"
      " WHERE a.kind = 'ccts' AND v.registered_on IS NOT NULL",
      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      GramRegistrationAmount amount;

      if (!amount_of (statement, &amount)
          || !_gram_verify_cells_add (cells, &check, statement, (const gint64 *)&amount))
        _gram_verifier_find (self,
                             g_strdup_printf ("vehicle %" PRId64,
                                              gram_statement_int64 (statement, 8)),
                             _ ("The vehicle’s figures are too large to be added up."));
    }
  return step == GRAM_STEP_DONE;
}

/* N and the sums of art. 36, from the vehicles. */
gboolean
_gram_verify_registrations (GramVerifier *self, GError **error)
{
  g_autoptr (GHashTable) cells = _gram_cells_new ();

  return read_vehicles (self, cells, error) && _gram_verify_cells (self, cells, &check, error);
}
