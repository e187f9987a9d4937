/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-import-table.h"
#include "gram-total-table.h"
#include "gram-vehicle-columns.h"
#include "gram-vehicle-values.h"

#define NOON G_GINT64_CONSTANT (1767268800000000)

static gint64
insert (TableFixture *self, GramVehicleRecord *record)
{
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  gram_vehicle_table_insert (self->unit, record, 0, &error);
  g_assert_no_error (error);
  return record->id;
}

static GramVehicleRecord *
make_vehicle (const char *vin, const char *chassis, const char *register_key)
{
  GramVehicleRecord *record = gram_vehicle_record_new ();

  record->account_id = 1;
  g_set_str (&record->vin, vin);
  g_set_str (&record->chassis, chassis);
  g_set_str (&record->register_key, register_key);
  g_set_str (&record->make, "TOYOTA");
  g_set_str (&record->model, "PRIUS");
  record->co2_micro = 89000000;
  record->entered_at = NOON;
  return record;
}

static void
assert_same (const GramVehicleRecord *a, const GramVehicleRecord *b)
{
  const GramVehicleColumn *columns;
  gsize n_columns;

  columns = _gram_vehicle_columns (&n_columns);
  g_assert_cmpint (a->id, ==, b->id);
  for (gsize i = 0; i < n_columns; i++)
    {
      g_autofree char *one = _gram_vehicle_column_text (&columns[i], a);
      g_autofree char *other = _gram_vehicle_column_text (&columns[i], b);

      g_assert_cmpstr (one, ==, other);
      g_assert_true (_gram_vehicle_column_equal (&columns[i], a, b));
    }
}

static void
test_insert (TableFixture *self, gconstpointer data)
{
  GramTestFleet fleet = { 3, GRAM_ACCOUNT_CCTS };

  for (guint64 i = 0; i < 300; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = gram_test_fleet_vehicle (&fleet, 2, i);
      g_autoptr (GramVehicleRecord) stored = NULL;

      insert (self, vehicle);
      stored = table_fixture_get (self, vehicle->id);
      g_assert_nonnull (stored);
      assert_same (vehicle, stored);
      g_assert_cmpstr (stored->label, ==, vehicle->label);
      g_assert_cmpstr (stored->vin, ==, vehicle->vin);
      g_assert_cmpint (stored->co2_micro, ==, vehicle->co2_micro);
      g_assert_cmpint (stored->saving_micro, ==, vehicle->saving_micro);
    }
}

/* Every column has its own place: nothing is written twice, nothing is forgotten. */
static void
test_columns (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramVehicleRecord) record
      = make_vehicle ("JTDKN36U001234567", "ZVW30-1234567", "mvr:17");
  g_autoptr (GramVehicleRecord) stored = NULL;

  record->type = 'B';
  record->made_year = 2019;
  record->engine_cc = 1797;
  record->mass_kg = 1350;
  record->units = 4;
  record->saving_micro = 1500000;
  record->corrected_micro = 91250000;
  record->missing = GRAM_MISSING_DATE;
  record->attention = GRAM_ATTENTION_INCOMPLETE;
  record->status = GRAM_VEHICLE_ACCEPTED;
  record->ready_at = NOON + 1;
  record->accepted_at = NOON + 2;
  record->accepted_automatically = TRUE;
  record->zero_emission = TRUE;
  record->rulebook_id = 1;
  record->obligation_year = 2026;
  record->difference = -123456;
  record->fleet_average = TRUE;
  record->accepted_period = 202601;
  record->version = 3;
  g_set_str (&record->variant, "S");
  g_set_str (&record->vehicle_class, "MA");
  g_set_str (&record->fuel, "PETROL HYBRID");
  g_set_str (&record->test_cycle, "JC08");
  g_set_str (&record->co2_source, "converted");
  g_set_str (&record->eco_codes, "e13 28");
  g_set_str (&record->registered_on, "2026-03-14");
  insert (self, record);
  stored = table_fixture_get (self, record->id);
  assert_same (record, stored);
  g_assert_cmpstr (stored->label, ==, "JTDKN36U001234567");
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT period FROM vehicle"), ==, 202603);
  g_assert_cmpint (
      store_fixture_int64 (self->store,
                           "SELECT count (*) FROM vehicle WHERE chassis_key = 'ZVW301234567'"),
      ==, 1);
  g_assert_cmpint (store_fixture_int64 (self->store,
                                        "SELECT count (*) FROM pragma_table_info ('vehicle')"),
                   ==, 44);
}

/* A vehicle outside the standard has no figures. */
static void
test_excluded (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramVehicleRecord) record = make_vehicle ("JTDKN36U001234567", NULL, NULL);
  g_autoptr (GramVehicleRecord) stored = NULL;

  g_set_str (&record->excluded, "special-interest");
  insert (self, record);
  stored = table_fixture_get (self, record->id);
  assert_same (record, stored);
  g_assert_cmpstr (stored->excluded, ==, "special-interest");
}

static void
assert_found (TableFixture *self,
              const char *vin,
              const char *chassis,
              const char *register_key,
              gint64 account_id,
              gint64 vin_expected,
              gint64 other_expected)
{
  g_autoptr (GramVehicleRecord) wanted = make_vehicle (vin, chassis, register_key);
  g_autoptr (GError) error = NULL;
  gint64 by_vin = -1;
  gint64 by_other = -1;

  wanted->account_id = account_id;
  gram_vehicle_table_find (self->store, wanted, &by_vin, &by_other, &error);
  g_assert_no_error (error);
  g_assert_cmpint (by_vin, ==, vin_expected);
  g_assert_cmpint (by_other, ==, other_expected);
}

static void
test_find (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramVehicleRecord) both = make_vehicle ("7AT0H64TX07123456", "ZVW30-1234567", NULL);
  g_autoptr (GramVehicleRecord) chassis = make_vehicle (NULL, "NHP101111111", NULL);
  g_autoptr (GramVehicleRecord) row = make_vehicle (NULL, NULL, "eea:2024:118273");
  gint64 a = insert (self, both);
  gint64 b = insert (self, chassis);
  gint64 c = insert (self, row);

  assert_found (self, "7AT0H64TX07123456", NULL, NULL, 2, a, 0);
  assert_found (self, NULL, "ZVW301234567", NULL, 2, 0, a);
  assert_found (self, NULL, "ZVW30-1234567", NULL, 1, 0, a);
  assert_found (self, NULL, "NHP10-1111111", NULL, 1, 0, b);
  assert_found (self, NULL, NULL, "eea:2024:118273", 1, 0, c);
  assert_found (self, NULL, NULL, "eea:2024:118273", 2, 0, 0);
  assert_found (self, "7AT0H64TX07123456", "NHP101111111", NULL, 1, a, b);
  assert_found (self, "JTDKN36U001234567", "NHP10-2", NULL, 1, 0, 0);
}

static void
test_page (TableFixture *self, gconstpointer data)
{
  gint64 ids[] = { 40, 7, 8, 1, 100, 39 };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_fill (self, 1, 0, 100);
  records = gram_vehicle_table_page (self->store, ids, G_N_ELEMENTS (ids), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < records->len; i++)
    g_assert_cmpint (((GramVehicleRecord *)g_ptr_array_index (records, i))->id, ==, ids[i]);
  none = gram_vehicle_table_page (self->store, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (table_fixture_get (self, 4711));
}

static void
assert_change (GPtrArray *history,
               guint i,
               int version,
               gint64 import_row,
               const char *field,
               const char *old_value,
               const char *new_value)
{
  const GramVehicleValue *change = g_ptr_array_index (history, i);

  g_assert_cmpint (change->version, ==, version);
  g_assert_cmpstr (change->file_name, ==, import_row != 0 ? "register-2026-03.csv" : NULL);
  g_assert_cmpint (change->import_row, ==, import_row);
  g_assert_cmpstr (change->command, ==, "vehicle.import");
  g_assert_cmpstr (change->person, ==, "Mere Tamihana");
  g_assert_cmpstr (change->field, ==, field);
  g_assert_cmpstr (change->old_value, ==, old_value);
  g_assert_cmpstr (change->new_value, ==, new_value);
}

static void
add_import (TableFixture *self)
{
  g_autoptr (GramImportRecord) import = gram_import_record_new ();
  g_autoptr (GError) error = NULL;

  gram_import_table_next_id (self->unit, &import->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (import->id, ==, 1);
  import->account_id = 1;
  import->journal_id = self->journal_id;
  import->file_name = g_strdup ("register-2026-03.csv");
  gram_import_table_insert (self->unit, import, &error);
  g_assert_no_error (error);
}

static void
update (TableFixture *self,
        const GramVehicleRecord *before,
        const GramVehicleRecord *after,
        gint64 import_id,
        gint64 import_row)
{
  g_autoptr (GError) error = NULL;

  gram_vehicle_table_update (self->unit, before, after, self->journal_id, import_id, import_row,
                             &error);
  g_assert_no_error (error);
}

static void
test_update (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramVehicleRecord) vehicle = make_vehicle (NULL, "ZVW30-1234567", NULL);
  gint64 id = insert (self, vehicle);
  g_autoptr (GramVehicleRecord) before = table_fixture_get (self, id);
  g_autoptr (GramVehicleRecord) after = table_fixture_get (self, id);
  g_autoptr (GramVehicleRecord) last = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  add_import (self);
  update (self, before, after, 1, 17);
  g_set_str (&after->vin, "7AT0H64TX07123456");
  after->co2_micro = 90500000;
  after->engine_cc = 1797;
  after->type = 'A';
  update (self, before, after, 1, 17);
  table_fixture_commit (self);
  table_fixture_begin (self);
  last = table_fixture_get (self, id);
  g_assert_cmpint (last->version, ==, 2);
  g_assert_cmpstr (last->label, ==, "7AT0H64TX07123456");
  g_clear_pointer (&after, gram_vehicle_record_free);
  after = table_fixture_get (self, id);
  after->co2_micro = GRAM_CO2_UNKNOWN;
  after->status = GRAM_VEHICLE_READY;
  after->ready_at = NOON;
  update (self, last, after, 0, 0);
  table_fixture_commit (self);

  history = gram_vehicle_table_values (self->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 6);
  assert_change (history, 1, 2, 17, "vin", "", "7AT0H64TX07123456");
  assert_change (history, 2, 2, 17, "type", "", "A");
  assert_change (history, 3, 2, 17, "engine", "0", "1797");
  assert_change (history, 4, 2, 17, "co2", "89", "90.5");
  assert_change (history, 5, 3, 0, "co2", "90.5", "");

  /* Somebody was faster. */
  table_fixture_begin (self);
  after->version = 9;
  g_set_str (&after->model, "AQUA");
  g_assert_false (
      gram_vehicle_table_update (self->unit, last, after, self->journal_id, 0, 0, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  gram_unit_rollback (g_steal_pointer (&self->unit));
}

static void
test_refused (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramVehicleRecord) first = make_vehicle ("7AT0H64TX07123456", NULL, NULL);
  g_autoptr (GramVehicleRecord) second = make_vehicle ("7AT0H64TX07123456", NULL, NULL);
  g_autoptr (GramVehicleRecord) nameless = make_vehicle (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  insert (self, first);
  g_assert_false (gram_vehicle_table_insert (self->unit, second, 0, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (gram_vehicle_table_insert (self->unit, nameless, 0, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  gram_unit_rollback (g_steal_pointer (&self->unit));
}

static void
mark_all_ready (TableFixture *self, gint64 account_id, gint64 n, gint64 expected)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 marked = -1;

  for (gint64 id = 1; id <= n; id++)
    g_array_append_val (ids, id);
  gram_vehicle_table_mark_ready_ids (self->unit, account_id, &g_array_index (ids, gint64, 0),
                                     ids->len, NOON, &marked, &error);
  g_assert_no_error (error);
  g_assert_cmpint (marked, ==, expected);
}

static void
test_accept (TableFixture *self, gconstpointer data)
{
  GramAcceptance acceptance = { NOON + 5, 2, FALSE, 1 };
  GramVehicleQuery query = { .account_id = 1 };
  gint64 these[] = { 1, 2, 3, 3, 4711, 205 };
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GError) error = NULL;
  gint64 complete;
  gint64 accepted = -1;
  gint64 units = -1;

  table_fixture_fill (self, 1, 0, 200);
  table_fixture_fill (self, 2, 0, 10);
  gram_vehicle_table_accept_query (self->unit, &query, &acceptance, &accepted, &units, &error);
  g_assert_no_error (error);
  g_assert_cmpint (accepted, ==, 0);
  mark_all_ready (self, 1, 210, 200);
  mark_all_ready (self, 1, 210, 0);
  complete = store_fixture_int64 (
      self->store, "SELECT count (*) FROM vehicle WHERE account_id = 1 AND attention = 0");
  g_assert_cmpint (complete, >, 100);

  query.statuses = 1 << GRAM_VEHICLE_ENTERED;
  gram_vehicle_table_accept_query (self->unit, &query, &acceptance, &accepted, &units, &error);
  g_assert_cmpint (accepted, ==, 0);
  query.statuses = 0;

  /* Numbers 1 to 3, of which some need a person; one twice; one that is not there; one of another account. */
  gram_vehicle_table_accept_ids (self->unit, 1, these, G_N_ELEMENTS (these), &acceptance, &accepted,
                                 &units, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      accepted, ==,
      store_fixture_int64 (self->store,
                           "SELECT count (*) FROM vehicle WHERE id <= 3 AND attention = 0"));
  g_assert_cmpint (units, ==, accepted);
  complete -= accepted;
  gram_vehicle_table_accept_query (self->unit, &query, &acceptance, &accepted, &units, &error);
  g_assert_no_error (error);
  g_assert_cmpint (accepted, ==, complete);

  vehicle = table_fixture_get (self, 100);
  for (gint64 id = 100; vehicle->attention != GRAM_ATTENTION_NONE; id++)
    {
      g_clear_pointer (&vehicle, gram_vehicle_record_free);
      vehicle = table_fixture_get (self, id);
    }
  g_assert_cmpint (vehicle->status, ==, GRAM_VEHICLE_ACCEPTED);
  g_assert_cmpint (vehicle->accepted_at, ==, NOON + 5);
  g_assert_cmpint (vehicle->rulebook_id, ==, 1);
  g_assert_cmpstr (vehicle->accepted_by, ==, "Tom Okafor");
  g_assert_cmpint (vehicle->version, ==, 3);
}

static void
test_accept_search (TableFixture *self, gconstpointer data)
{
  GramAcceptance acceptance = { NOON + 5, 2, TRUE, 1 };
  GramVehicleQuery query = { .account_id = 1, .search = (char *)"toyota aqua" };
  g_autoptr (GError) error = NULL;
  gint64 accepted;
  gint64 units;
  gint64 expected;

  table_fixture_fill (self, 1, 0, 400);
  mark_all_ready (self, 1, 400, 400);
  table_fixture_commit (self);
  table_fixture_begin (self);
  expected = store_fixture_int64 (
      self->store,
      "SELECT count (*) FROM vehicle WHERE make = 'TOYOTA' AND model = 'AQUA' AND attention = 0");
  g_assert_cmpint (expected, >, 0);
  gram_vehicle_table_accept_query (self->unit, &query, &acceptance, &accepted, &units, &error);
  g_assert_no_error (error);
  g_assert_cmpint (accepted, ==, expected);
  g_assert_cmpint (store_fixture_int64 (self->store,
                                        "SELECT count (*) FROM vehicle WHERE status = 2"),
                   ==, expected);
}

/* SQL and C agree on the emissions that count. */
static void
test_effective_co2 (TableFixture *self, gconstpointer data)
{
  const gint64 values[] = { GRAM_CO2_UNKNOWN, 0, 1, 1500000, 121000000, 255000000 };
  g_autoptr (GramVehicleRecord) vehicle = make_vehicle ("7AT0H64TX07123456", NULL, NULL);
  GramVehicleQuery query = { .account_id = 1 };
  g_autoptr (GError) error = NULL;

  insert (self, vehicle);
  for (gsize i = 0; i < G_N_ELEMENTS (values) * G_N_ELEMENTS (values) * 3; i++)
    {
      g_autoptr (GramVehicleRecord) before = table_fixture_get (self, 1);
      g_autoptr (GramVehicleRecord) after = table_fixture_get (self, 1);
      GramVehicleSums sums;
      gint64 co2;

      after->co2_micro = values[i % G_N_ELEMENTS (values)];
      after->corrected_micro = values[i / G_N_ELEMENTS (values) % G_N_ELEMENTS (values)];
      after->saving_micro = values[1 + i / (G_N_ELEMENTS (values) * G_N_ELEMENTS (values))];
      after->units = 3;
      update (self, before, after, 0, 0);
      gram_vehicle_table_sums (self->store, &query, &sums, &error);
      g_assert_no_error (error);
      co2 = gram_vehicle_record_effective_co2 (after);
      g_assert_cmpint (sums.records, ==, 1);
      g_assert_cmpint (sums.units, ==, 3);
      g_assert_cmpint (sums.units_co2, ==, co2 >= 0 ? 3 : 0);
      g_assert_cmpint (sums.co2_sum, ==, co2 >= 0 ? 3 * co2 : 0);
    }
}

/* What a random step does; the fixture's end verifies every total and the search index. */
static void
random_step (TableFixture *self, guint64 step, guint64 *n_vehicles)
{
  GramAcceptance acceptance = { NOON + (gint64)step, 2, step % 2 == 0, 1 };
  GramVehicleQuery query = { .account_id = 1 + (gint64)(step % 2) };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 n;
  gint64 units;

  for (guint64 i = 0; i < 40 && *n_vehicles > 0; i++)
    {
      gint64 id = 1 + (gint64)gram_test_random (step, i, *n_vehicles);

      g_array_append_val (ids, id);
    }
  switch (gram_test_random (5, step, 6))
    {
    case 0:
    case 1:
      table_fixture_fill (self, query.account_id, *n_vehicles, 60);
      *n_vehicles += 60;
      break;
    case 2:
      gram_vehicle_table_mark_ready_ids (self->unit, query.account_id,
                                         &g_array_index (ids, gint64, 0), ids->len, NOON, &n,
                                         &error);
      break;
    case 3:
      gram_vehicle_table_accept_ids (self->unit, query.account_id, &g_array_index (ids, gint64, 0),
                                     ids->len, &acceptance, &n, &units, &error);
      break;
    case 4:
      if (step % 5 == 0)
        gram_vehicle_table_accept_query (self->unit, &query, &acceptance, &n, &units, &error);
      break;
    default:
      for (guint i = 0; i < ids->len; i++)
        {
          g_autoptr (GramVehicleRecord) before
              = table_fixture_get (self, g_array_index (ids, gint64, i));
          g_autoptr (GramVehicleRecord) after
              = table_fixture_get (self, g_array_index (ids, gint64, i));

          after->co2_micro = (gint64)gram_test_random (step, i, 300) * 1000000 - 1000000;
          if (after->co2_micro < 0)
            after->co2_micro = GRAM_CO2_UNKNOWN;
          after->units = 1 + (int)gram_test_random (step, i + 1, 5);
          if (step % 3 == 0)
            g_set_str (&after->model, "YARIS CROSS");
          if (step % 4 == 0)
            g_set_str (&after->registered_on, step % 8 == 0 ? NULL : "2026-02-03");
          update (self, before, after, 0, 0);
        }
      break;
    }
  g_assert_no_error (error);
}

static void
test_totals (TableFixture *self, gconstpointer data)
{
  guint64 n_vehicles = 0;

  for (guint64 step = 0; step < 240; step++)
    {
      table_fixture_begin (self);
      random_step (self, step, &n_vehicles);
      if (step % 3 == 0)
        table_fixture_commit (self);
      if (step % 60 == 0)
        {
          g_autofree char *findings = store_fixture_verify (self->store);

          g_assert_cmpstr (findings, ==, "");
        }
    }
  g_assert_cmpuint (n_vehicles, >, 2000);
  g_assert_cmpint (store_fixture_int64 (self->store,
                                        "SELECT count (*) FROM vehicle WHERE status = 2"),
                   >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TABLE_TEST ("/store/vehicle/insert", test_insert);
  TABLE_TEST ("/store/vehicle/columns", test_columns);
  TABLE_TEST ("/store/vehicle/excluded", test_excluded);
  TABLE_TEST ("/store/vehicle/find", test_find);
  TABLE_TEST ("/store/vehicle/page", test_page);
  TABLE_TEST ("/store/vehicle/update", test_update);
  TABLE_TEST ("/store/vehicle/refused", test_refused);
  TABLE_TEST ("/store/vehicle/accept", test_accept);
  TABLE_TEST ("/store/vehicle/accept-search", test_accept_search);
  TABLE_TEST ("/store/vehicle/effective-co2", test_effective_co2);
  TABLE_TEST ("/store/vehicle/totals", test_totals);
  return g_test_run ();
}
