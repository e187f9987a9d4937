/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-cells-private.h"

#include "gram-statement-private.h"

#include <glib/gi18n-lib.h>

static guint
total_key_hash (gconstpointer data)
{
  const GramTotalKey *key = data;

  return g_int64_hash (&key->account_id)
         ^ (guint)(key->period * 31 + key->status * 7 + key->attention);
}

static gboolean
total_key_equal (gconstpointer one, gconstpointer other)
{
  const GramTotalKey *a = one;
  const GramTotalKey *b = other;

  return a->account_id == b->account_id && a->period == b->period && a->status == b->status
         && a->attention == b->attention;
}

/* A table from GramTotalKey to GramTotalAmount. */
GHashTable *
_gram_total_cells_new (void)
{
  return g_hash_table_new_full (total_key_hash, total_key_equal, g_free, g_free);
}

static void
unit_free (GramUnit *self)
{
  if (self->store != NULL)
    self->store->unit = NULL;
  g_array_unref (self->new_vehicles);
  g_array_unref (self->changed_vehicles);
  g_hash_table_unref (self->totals);
  g_hash_table_unref (self->registrations);
  g_hash_table_unref (self->acceptances);
  g_hash_table_unref (self->ccts);
  g_hash_table_unref (self->postings);
  g_hash_table_unref (self->ledgers);
  g_free (self);
}

GramUnit *
gram_unit_begin (GramStore *store, GError **error)
{
  GramUnit *self;

  _gram_store_assert_thread (store);
  g_return_val_if_fail (store->mode == GRAM_STORE_READ_WRITE, NULL);
  g_return_val_if_fail (store->unit == NULL, NULL);
  /* A reader's transaction is never turned into a writer's. */
  g_return_val_if_fail (store->reads == 0, NULL);

  if (!_gram_store_transaction (store, "BEGIN IMMEDIATE", error))
    return NULL;
  self = g_new0 (GramUnit, 1);
  self->store = store;
  self->new_vehicles = g_array_new (FALSE, FALSE, sizeof (GramIdRange));
  self->changed_vehicles = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->totals = _gram_total_cells_new ();
  self->registrations = _gram_cells_new ();
  self->acceptances = _gram_cells_new ();
  self->ccts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->postings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->ledgers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  store->unit = self;
  return self;
}

GramStore *
gram_unit_get_store (GramUnit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->store != NULL, NULL);
  return self->store;
}

void
gram_unit_touch_vehicle (GramUnit *self, gint64 vehicle_id, gboolean is_new)
{
  GramIdRange *last;
  GramIdRange range = { vehicle_id, vehicle_id };

  g_return_if_fail (self != NULL);
  g_return_if_fail (vehicle_id > 0);

  if (!is_new)
    {
      g_array_append_val (self->changed_vehicles, vehicle_id);
      return;
    }
  /* An import's new ids follow one another: a million of them are one range. */
  if (self->new_vehicles->len > 0)
    {
      last = &g_array_index (self->new_vehicles, GramIdRange, self->new_vehicles->len - 1);
      if (last->last + 1 == vehicle_id)
        {
          last->last = vehicle_id;
          return;
        }
    }
  g_array_append_val (self->new_vehicles, range);
}

static gboolean
add_to (gint64 *sum, gint64 change)
{
  return !__builtin_add_overflow (*sum, change, sum);
}

void
gram_unit_add_total (GramUnit *self, const GramTotalKey *key, const GramTotalAmount *change)
{
  GramTotalAmount *sum;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (change != NULL);

  sum = g_hash_table_lookup (self->totals, key);
  if (sum == NULL)
    {
      sum = g_new0 (GramTotalAmount, 1);
      g_hash_table_insert (self->totals, g_memdup2 (key, sizeof *key), sum);
    }
  if (!add_to (&sum->records, change->records) || !add_to (&sum->units, change->units)
      || !add_to (&sum->units_co2, change->units_co2) || !add_to (&sum->co2_sum, change->co2_sum))
    self->overflow = TRUE;
}

void
_gram_unit_touch_ledger (GramUnit *self, gint64 ledger_account_id)
{
  g_hash_table_add (self->ledgers, g_memdup2 (&ledger_account_id, sizeof ledger_account_id));
}

void
_gram_unit_touch_posting (GramUnit *self, gint64 posting_id)
{
  g_hash_table_add (self->postings, g_memdup2 (&posting_id, sizeof posting_id));
}

/* The engine gives a transaction up by itself when it is interrupted or the disk is full. */
static gboolean
check_still_open (GramUnit *self, GError **error)
{
  if (_gram_store_in_transaction (self->store))
    return TRUE;
  return _gram_store_fail_file (
      GRAM_STORE_ERROR_ENGINE, self->store->path, error,
      _ ("The change was given up after a failure. Nothing was changed: try again."));
}

gboolean
gram_unit_commit (GramUnit *self, GError **error)
{
  gboolean committed;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->store != NULL, FALSE);
  _gram_store_assert_thread (self->store);

  committed = check_still_open (self, error) && _gram_unit_write_search (self, error)
              && _gram_unit_write_totals (self, error)
              && _gram_unit_write_registrations (self, error)
              && _gram_unit_write_acceptances (self, error) && _gram_unit_check_ledger (self, error)
              && _gram_store_transaction (self->store, "COMMIT", error);
  if (!committed)
    _gram_store_roll_back (self->store);
  unit_free (self);
  return committed;
}

/* The store is being closed: what the unit did is taken back; the unit itself is its owner's to free. */
void
_gram_unit_abandon (GramUnit *self)
{
  _gram_store_roll_back (self->store);
  self->store->unit = NULL;
  self->store = NULL;
}

void
gram_unit_rollback (GramUnit *self)
{
  if (self == NULL)
    return;
  if (self->store != NULL)
    {
      _gram_store_assert_thread (self->store);
      _gram_store_roll_back (self->store);
    }
  unit_free (self);
}
