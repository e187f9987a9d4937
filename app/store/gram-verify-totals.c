/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include "gram-unit-private.h"
#include "gram-vehicle-record.h"

#include <glib/gi18n-lib.h>

static char *
where_vehicle (gint64 id)
{
  return g_strdup_printf ("vehicle %" G_GINT64_FORMAT, id);
}

static void
append_word (GString *text, const char *vocabulary, int value, int n_values)
{
  if (value >= 0 && value < n_values)
    g_string_append_printf (text, ", %s", gram_word_for (vocabulary, value));
  else
    g_string_append_printf (text, ", %s %d", vocabulary, value);
}

static char *
where_cell (const GramTotalKey *key)
{
  GString *text = g_string_new ("vehicle_total");

  g_string_append_printf (text, " account %" G_GINT64_FORMAT ", period %d", key->account_id,
                          key->period);
  append_word (text, "vehicle-status", key->status, GRAM_VEHICLE_ACCEPTED + 1);
  append_word (text, "attention", key->attention, GRAM_ATTENTION_DISPUTED + 1);
  return g_string_free_and_steal (text);
}

/* year * 100 + month of an ISO date, 0 without one. */
static int
period_of (const char *date)
{
  if (date == NULL || strlen (date) != 10)
    return 0;
  for (int i = 0; i < 7; i++)
    {
      if (i != 4 && !g_ascii_isdigit (date[i]))
        return 0;
    }
  return (date[0] - '0') * 100000 + (date[1] - '0') * 10000 + (date[2] - '0') * 1000
         + (date[3] - '0') * 100 + (date[5] - '0') * 10 + (date[6] - '0');
}

static gboolean
add (gint64 *sum, gint64 amount)
{
  return !__builtin_add_overflow (*sum, amount, sum);
}

/* Adds a vehicle to its cell, by the same rule of the law as everywhere, not by SQL. */
static void
add_vehicle (GramVerifier *self, GramStatement *row, GHashTable *cells)
{
  GramTotalKey key = {
    .account_id = gram_statement_int64 (row, 1),
    .period = (int)gram_statement_int64 (row, 2),
    .status = (int)gram_statement_int64 (row, 3),
    .attention = (int)gram_statement_int64 (row, 4),
  };
  GramVehicleRecord record = {
    .co2_micro = gram_statement_int64 (row, 6),
    .saving_micro = gram_statement_int64 (row, 7),
    .corrected_micro = gram_statement_int64 (row, 8),
  };
  gint64 id = gram_statement_int64 (row, 0);
  gint64 units = gram_statement_int64 (row, 5);
  gint64 effective = gram_vehicle_record_effective_co2 (&record);
  gint64 co2 = 0;
  GramTotalAmount *cell;
  gboolean fits;

  cell = g_hash_table_lookup (cells, &key);
  if (cell == NULL)
    {
      cell = g_new0 (GramTotalAmount, 1);
      g_hash_table_insert (cells, g_memdup2 (&key, sizeof key), cell);
    }
  fits = add (&cell->records, 1) && add (&cell->units, units);
  if (effective >= 0)
    fits = fits && add (&cell->units_co2, units) && !__builtin_mul_overflow (units, effective, &co2)
           && add (&cell->co2_sum, co2);
  if (!fits)
    _gram_verifier_find (self, where_vehicle (id),
                         _ ("The vehicle’s figures are too large to be added up."));
  if (key.period != period_of (gram_statement_text (row, 9)))
    _gram_verifier_find (self, where_vehicle (id),
                         _ ("The period is not that of the date of registration."));
  self->report->vehicles++;
  _gram_verifier_step (self);
}

static gboolean
read_vehicles (GramVerifier *self, GHashTable *cells, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (
      self->store,
      "SELECT id, account_id, period, status, attention, units, co2, saving, corrected, registered_on"
      " FROM vehicle ORDER BY id",
      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    add_vehicle (self, statement, cells);
  return step == GRAM_STEP_DONE;
}

static gboolean
same_amount (const GramTotalAmount *kept, const GramTotalAmount *cell)
{
  return kept->records == cell->records && kept->units == cell->units
         && kept->units_co2 == cell->units_co2 && kept->co2_sum == cell->co2_sum;
}

/* Compares a kept cell and takes it out of @cells; one that is not there is zero. */
static void
check_cell (GramVerifier *self, GramStatement *row, GHashTable *cells)
{
  static const GramTotalAmount nothing = { 0 };
  GramTotalKey key = {
    .account_id = gram_statement_int64 (row, 0),
    .period = (int)gram_statement_int64 (row, 1),
    .status = (int)gram_statement_int64 (row, 2),
    .attention = (int)gram_statement_int64 (row, 3),
  };
  GramTotalAmount kept = {
    .records = gram_statement_int64 (row, 4),
    .units = gram_statement_int64 (row, 5),
    .units_co2 = gram_statement_int64 (row, 6),
    .co2_sum = gram_statement_int64 (row, 7),
  };
  const GramTotalAmount *cell = g_hash_table_lookup (cells, &key);

  if (!same_amount (&kept, cell != NULL ? cell : &nothing))
    _gram_verifier_find (self, where_cell (&key),
                         _ ("The kept total is not what the vehicles add up to."));
  g_hash_table_remove (cells, &key);
  self->report->totals++;
}

gboolean
_gram_verify_totals (GramVerifier *self, GError **error)
{
  g_autoptr (GHashTable) cells = _gram_total_cells_new ();
  g_autoptr (GramStatement) statement = NULL;
  GHashTableIter iter;
  gpointer key;
  GramStep step;

  if (!read_vehicles (self, cells, error))
    return FALSE;
  statement = gram_statement_prepare (
      self->store,
      "SELECT account_id, period, status, attention, records, units, units_co2, co2_sum"
      " FROM vehicle_total ORDER BY account_id, period, status, attention",
      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    check_cell (self, statement, cells);
  if (step != GRAM_STEP_DONE)
    return FALSE;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    _gram_verifier_find (self, where_cell (key),
                         _ ("There are vehicles, but no kept total for them."));
  return TRUE;
}
