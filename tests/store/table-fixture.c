/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-journal.h"

void
table_fixture_set_up (TableFixture *self, gconstpointer data)
{
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "registry.gram");
  self->store = store_fixture_create (self->path);
}

void
table_fixture_tear_down (TableFixture *self, gconstpointer data)
{
  g_autofree char *findings = NULL;

  if (self->unit != NULL)
    table_fixture_commit (self);
  findings = store_fixture_verify (self->store);
  g_assert_cmpstr (findings, ==, "");
  g_clear_pointer (&self->store, gram_store_close);
  g_free (self->path);
  g_clear_pointer (&self->dir, gram_test_dir_free);
}

void
table_fixture_begin (TableFixture *self)
{
  g_autoptr (GError) error = NULL;

  if (self->unit != NULL)
    return;
  self->unit = gram_unit_begin (self->store, &error);
  g_assert_no_error (error);
  gram_journal_next_id (self->unit, &self->journal_id, &error);
  g_assert_no_error (error);
}

void
table_fixture_commit (TableFixture *self)
{
  g_autofree char *request = g_strdup_printf ("unit-%u", ++self->n_units);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (store_fixture_journal (self->unit, request), ==, self->journal_id);
  gram_unit_commit (g_steal_pointer (&self->unit), &error);
  g_assert_no_error (error);
}

void
table_fixture_fill (TableFixture *self, gint64 account_id, guint64 first, guint64 n_vehicles)
{
  GramTestFleet fleet = { 7, account_id == 1 ? GRAM_ACCOUNT_CCS_USED : GRAM_ACCOUNT_CCTS };
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  for (guint64 i = first; i < first + n_vehicles; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = gram_test_fleet_vehicle (&fleet, account_id, i);

      gram_vehicle_table_insert (self->unit, vehicle, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpint (vehicle->id, >, 0);
    }
}

GramVehicleRecord *
table_fixture_get (TableFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GramVehicleRecord *record;

  gram_vehicle_table_get (self->store, id, &record, &error);
  g_assert_no_error (error);
  return record;
}
