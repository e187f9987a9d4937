/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"

#include "gram-subject-table.h"
#include "gram-total-table.h"
#include "gram-vehicle-values.h"

static const GramVehicleValue *
value_at (GPtrArray *values, guint i)
{
  g_assert_cmpuint (i, <, values->len);
  return values->pdata[i];
}

/* Every value with its source: register file and row, case, person. */
static void
test_values (TableFixture *self, gconstpointer data)
{
  GramTestFleet fleet = { 7, GRAM_ACCOUNT_CCS_USED };
  gint64 import_id = case_fixture_import (self, "register-2026-03.csv");
  g_autoptr (GramVehicleRecord) vehicle
      = gram_test_fleet_vehicle (&fleet, 1, CASE_FIXTURE_VEHICLES);
  g_autoptr (GramVehicleRecord) before = NULL;
  g_autoptr (GramVehicleRecord) after = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GError) error = NULL;
  gint64 case_id;

  gram_vehicle_table_insert (self->unit, vehicle, import_id, &error);
  g_assert_no_error (error);
  before = table_fixture_get (self, vehicle->id);
  after = table_fixture_get (self, vehicle->id);
  after->mass_kg = 1400;
  gram_vehicle_table_update (self->unit, before, after, self->journal_id, import_id, 17, &error);
  g_assert_no_error (error);
  case_fixture_commit (self);

  /* A later entry decides a case that names it. */
  case_id = case_fixture_dispute (self->unit, 1, GRAM_DISPUTE_VALUE, &vehicle->id, 1);
  case_fixture_move (self->unit, case_id, GRAM_CASE_DECIDED, GRAM_CASE_UPHELD);
  gram_subject_table_add (self->unit, "case", case_id, self->journal_id, &error);
  g_clear_pointer (&before, gram_vehicle_record_free);
  g_clear_pointer (&after, gram_vehicle_record_free);
  before = table_fixture_get (self, vehicle->id);
  after = table_fixture_get (self, vehicle->id);
  after->co2_micro = 99000000;
  gram_vehicle_table_update (self->unit, before, after, self->journal_id, 0, 0, &error);
  g_assert_no_error (error);
  case_fixture_commit (self);

  values = gram_vehicle_table_values (self->store, vehicle->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (values->len, ==, 3);
  g_assert_cmpint (value_at (values, 0)->version, ==, 1);
  g_assert_cmpstr (value_at (values, 0)->field, ==, "");
  g_assert_cmpstr (value_at (values, 0)->file_name, ==, "register-2026-03.csv");
  g_assert_cmpstr (value_at (values, 0)->command, ==, "vehicle.import");
  g_assert_cmpint (value_at (values, 0)->at, ==, vehicle->entered_at);
  g_assert_cmpstr (value_at (values, 1)->field, ==, "mass");
  g_assert_cmpstr (value_at (values, 1)->new_value, ==, "1400");
  g_assert_cmpint (value_at (values, 1)->import_row, ==, 17);
  g_assert_cmpint (value_at (values, 1)->case_id, ==, 0);
  g_assert_cmpstr (value_at (values, 2)->field, ==, "co2");
  g_assert_cmpstr (value_at (values, 2)->new_value, ==, "99");
  g_assert_cmpint (value_at (values, 2)->case_id, ==, case_id);
  g_assert_cmpint (value_at (values, 2)->case_kind, ==, GRAM_CASE_DISPUTE);
  g_assert_cmpstr (value_at (values, 2)->person, ==, "Mere Tamihana");
  g_assert_cmpint (value_at (values, 2)->import_id, ==, 0);
}

/* A record that a dispute created says so, though no file brought it. */
static void
test_values_of_created (TableFixture *self, gconstpointer data)
{
  const gint64 vehicle_id = 9;
  gint64 case_id = case_fixture_dispute (self->unit, 1, GRAM_DISPUTE_MISSING, NULL, 0);
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  gram_case_vehicle_table_add (self->unit, case_id, &vehicle_id, 1, FALSE, &error);
  case_fixture_move (self->unit, case_id, GRAM_CASE_DECIDED, GRAM_CASE_UPHELD);
  gram_subject_table_add (self->unit, "case", case_id, self->journal_id, &error);
  g_assert_no_error (error);
  case_fixture_commit (self);
  values = gram_vehicle_table_values (self->store, vehicle_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (values->len, ==, 1);
  g_assert_cmpint (value_at (values, 0)->case_id, ==, case_id);
  g_assert_cmpstr (value_at (values, 0)->person, ==, "Mere Tamihana");
  g_assert_cmpint (value_at (values, 0)->import_id, ==, 0);
  none = gram_vehicle_table_values (self->store, 999, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static guint
found_in (TableFixture *self, gint64 account_id, const char *search)
{
  const GramVehicleQuery query = { .account_id = account_id, .search = (char *)search };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = gram_vehicle_table_ids (self->store, &query, 0, &error);

  g_assert_no_error (error);
  return ids->len;
}

/* As the totals have it. */
static gint64
records_of (TableFixture *self, gint64 account_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) cells = gram_total_table_list (self->store, account_id, &error);
  gint64 records = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < cells->len; i++)
    records += g_array_index (cells, GramTotal, i).amount.records;
  return records;
}

/* A vehicle that is not ours moves: the totals of both accounts, both lists, the search and the history follow. */
static void
test_move (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramVehicleRecord) before = table_fixture_get (self, 9);
  g_autoptr (GramVehicleRecord) after = table_fixture_get (self, 9);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  const GramVehicleValue *change;

  case_fixture_commit (self);
  g_assert_cmpuint (found_in (self, 1, before->label), ==, 1);
  g_assert_cmpuint (found_in (self, 5, NULL), ==, 0);
  after->account_id = 5;
  gram_vehicle_table_update (self->unit, before, after, self->journal_id, 0, 0, &error);
  g_assert_no_error (error);
  case_fixture_commit (self);
  g_assert_cmpuint (found_in (self, 1, before->label), ==, 0);
  g_assert_cmpuint (found_in (self, 5, before->label), ==, 1);
  g_assert_cmpuint (found_in (self, 1, NULL), ==, CASE_FIXTURE_VEHICLES - 1);
  g_assert_cmpuint (found_in (self, 5, NULL), ==, 1);
  g_assert_cmpint (records_of (self, 5), ==, 1);
  history = gram_vehicle_table_values (self->store, 9, &error);
  g_assert_cmpuint (history->len, ==, 2);
  change = history->pdata[1];
  g_assert_cmpstr (change->field, ==, "account");
  g_assert_cmpstr (change->old_value, ==, "10000008");
  g_assert_cmpstr (change->new_value, ==, "10000040");

  /* Back again, with another value: one version. */
  g_clear_pointer (&before, gram_vehicle_record_free);
  before = table_fixture_get (self, 9);
  after->account_id = 1;
  after->co2_micro = 99000000;
  gram_vehicle_table_update (self->unit, before, after, self->journal_id, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT version FROM vehicle WHERE id = 9"),
                   ==, before->version + 1);
  g_assert_cmpuint (found_in (self, 1, NULL), ==, CASE_FIXTURE_VEHICLES);
}

/* A row without identifier keeps its key only as long as no other row of the account has it. */
static void
test_move_twin (TableFixture *self, gconstpointer data)
{
  GramTestFleet fleet = { 7, GRAM_ACCOUNT_CCS_USED };
  g_autoptr (GramVehicleRecord) here = gram_test_fleet_vehicle (&fleet, 1, CASE_FIXTURE_VEHICLES);
  g_autoptr (GramVehicleRecord) there
      = gram_test_fleet_vehicle (&fleet, 5, CASE_FIXTURE_VEHICLES + 1);
  g_autoptr (GramVehicleRecord) moved = NULL;
  g_autoptr (GramVehicleRecord) before = NULL;
  g_autoptr (GError) error = NULL;

  g_set_str (&here->register_key, "mvr:5512");
  g_set_str (&there->register_key, "mvr:5512");
  gram_vehicle_table_insert (self->unit, here, 0, &error);
  gram_vehicle_table_insert (self->unit, there, 0, &error);
  g_assert_no_error (error);
  case_fixture_commit (self);
  before = table_fixture_get (self, there->id);
  moved = table_fixture_get (self, there->id);
  moved->account_id = 1;
  case_fixture_assert_refused (gram_vehicle_table_update (self->unit, before, moved,
                                                          self->journal_id, 0, 0, &error),
                               &error);
  case_fixture_roll_back (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE_TEST ("/store/vehicle-values/values", test_values);
  CASE_TEST ("/store/vehicle-values/created", test_values_of_created);
  CASE_TEST ("/store/vehicle-values/move", test_move);
  CASE_TEST ("/store/vehicle-values/move-twin", test_move_twin);
  return g_test_run ();
}
