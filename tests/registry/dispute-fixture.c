/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dispute-fixture.h"

Fixture *
dispute_new (GramRegistryKind kind)
{
  Fixture *self = life_new (kind);

  life_enter_ready (self, "ZVW30-1000001", "120");
  life_enter_ready (self, "ZVW30-1000002", "120");
  life_enter_ready (self, "ZVW30-1000003", "120");
  return self;
}

void
dispute_enter_many (Fixture *self, guint n_vehicles)
{
  g_autoptr (GString) csv = g_string_new ("chassis,make,model,type,mass_kg,co2_g_km,status\n");
  g_autofree char *path = NULL;

  for (guint i = 1; i <= n_vehicles; i++)
    g_string_append_printf (csv, "MANY-%u,Toyota,Aqua,A,1482,120,ready\n", 1000000 + i);
  path = fixture_file (self, "many.csv", csv->str);
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "vehicle.import",
                               "{'account': '@', 'file': '%s'}", path),
                   ==, "");
  g_assert_cmpint (fixture_result (self, "new"), ==, n_vehicles);
}

gint64
dispute_vehicle (Fixture *self, const char *chassis)
{
  g_autoptr (GramVehicleRecord) vehicle = fixture_vehicle (self, chassis);

  g_assert_nonnull (vehicle);
  return vehicle->id;
}

gint64
dispute_open_value (Fixture *self, const char *chassis)
{
  g_assert_cmpstr (fixture_do (self, ACCEPTER, "dispute.open",
                               "{" DISPUTE_VALUE ", 'vehicles': ['%s']}", chassis),
                   ==, "");
  g_assert_cmpint (fixture_result (self, "vehicles"), ==, 1);
  return dispute_result_case (self, 0);
}

gint64
dispute_result_case (Fixture *self, guint n)
{
  g_autoptr (GVariant) cases
      = g_variant_lookup_value (self->result, "cases", G_VARIANT_TYPE ("ax"));
  const gint64 *ids;
  gsize n_ids;

  g_assert_nonnull (cases);
  ids = g_variant_get_fixed_array (cases, &n_ids, sizeof (gint64));
  g_assert_cmpuint (n, <, n_ids);
  return ids[n];
}

GramCaseRecord *
dispute_case (Fixture *self, gint64 case_id)
{
  GramCaseRecord *record = NULL;
  GError *error = NULL;

  gram_case_table_get (gram_registry_get_store (self->registry), case_id, &record, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

GramAttention
dispute_attention (Fixture *self, const char *chassis)
{
  g_autoptr (GramVehicleRecord) vehicle = fixture_vehicle (self, chassis);

  return vehicle->attention;
}
