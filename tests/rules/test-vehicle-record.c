/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-record.h"

static GramVehicleRecord *
complete_record (void)
{
  GramVehicleRecord *self = gram_vehicle_record_new ();

  g_set_str (&self->make, "TOYOTA");
  g_set_str (&self->model, "PRIUS");
  g_set_str (&self->registered_on, "2025-03-14");
  self->type = 'A';
  self->mass_kg = 1400;
  self->co2_micro = 132000000;

  return self;
}

static void
test_new (void)
{
  g_autoptr (GramVehicleRecord) self = gram_vehicle_record_new ();

  g_assert_cmpint (self->units, ==, 1);
  g_assert_cmpint (self->version, ==, 1);
  g_assert_cmpint (self->co2_micro, ==, GRAM_CO2_UNKNOWN);
  g_assert_cmpint (self->corrected_micro, ==, GRAM_CO2_UNKNOWN);
  g_assert_cmpint (self->status, ==, GRAM_VEHICLE_ENTERED);
  g_assert_null (self->vin);
  g_assert_cmpstr (self->label, ==, "");
  g_assert_cmpint (gram_vehicle_record_effective_co2 (self), ==, GRAM_CO2_UNKNOWN);
  gram_vehicle_record_free (NULL);
}

static void
test_missing (void)
{
  static const guint ccs = GRAM_MISSING_MAKE | GRAM_MISSING_MODEL | GRAM_MISSING_TYPE
                           | GRAM_MISSING_MASS | GRAM_MISSING_CO2;
  static const guint ccts
      = GRAM_MISSING_MAKE | GRAM_MISSING_MODEL | GRAM_MISSING_CO2 | GRAM_MISSING_DATE;
  g_autoptr (GramVehicleRecord) empty = gram_vehicle_record_new ();
  g_autoptr (GramVehicleRecord) full = complete_record ();

  g_assert_cmpuint (gram_vehicle_record_missing (empty, GRAM_ACCOUNT_CCS_USED), ==, ccs);
  g_assert_cmpuint (gram_vehicle_record_missing (empty, GRAM_ACCOUNT_CCS_NEW), ==, ccs);
  g_assert_cmpuint (gram_vehicle_record_missing (empty, GRAM_ACCOUNT_CCTS), ==, ccts);
  g_assert_cmpuint (gram_vehicle_record_missing (full, GRAM_ACCOUNT_CCS_USED), ==, 0);
  g_assert_cmpuint (gram_vehicle_record_missing (full, GRAM_ACCOUNT_CCTS), ==, 0);

  /* A battery car emits 0, which is known. */
  full->co2_micro = 0;
  g_assert_cmpuint (gram_vehicle_record_missing (full, GRAM_ACCOUNT_CCS_NEW), ==, 0);
  full->type = 'C';
  g_assert_cmpuint (gram_vehicle_record_missing (full, GRAM_ACCOUNT_CCS_NEW), ==,
                    GRAM_MISSING_TYPE);
  g_clear_pointer (&full->make, g_free);
  g_assert_cmpuint (gram_vehicle_record_missing (full, GRAM_ACCOUNT_CCTS), ==, GRAM_MISSING_MAKE);

  full->co2_micro = GRAM_CO2_UNKNOWN;
  full->corrected_micro = 137500000;
  g_assert_cmpuint (gram_vehicle_record_missing (full, GRAM_ACCOUNT_CCTS), ==, GRAM_MISSING_MAKE);

  /* A car that meets the zero-emission conditions is none of the CCTS: its value is not asked for. */
  full->corrected_micro = GRAM_CO2_UNKNOWN;
  full->zero_emission = TRUE;
  g_assert_cmpuint (gram_vehicle_record_missing (full, GRAM_ACCOUNT_CCTS), ==, GRAM_MISSING_MAKE);

  /* CCS facts §2: a vehicle outside the standard has no figure, so nothing is asked for; the CCTS knows no such thing. */
  g_set_str (&empty->excluded, "motorsport");
  g_assert_cmpuint (gram_vehicle_record_missing (empty, GRAM_ACCOUNT_CCS_USED), ==, 0);
  g_assert_cmpuint (gram_vehicle_record_missing (empty, GRAM_ACCOUNT_CCS_NEW), ==, 0);
  g_assert_cmpuint (gram_vehicle_record_missing (empty, GRAM_ACCOUNT_CCTS), ==, ccts);
}

/* Art. 36(2)–(3), B2, B7, B11: corrected first, then reduced. */
static const struct
{
  gint64 co2;
  gint64 corrected;
  gint64 saving;
  gint64 effective;
} values[] = {
  { 124000000, -1, 1200000, 122800000 },
  { 124000000, -1, 0, 124000000 },
  { 134000000, 137500000, 1400000, 136100000 },
  { -1, 137500000, 0, 137500000 },
  { 0, -1, 0, 0 },
  { 1000000, -1, 1400000, 0 },
  { -1, -1, 1400000, -1 },
};

static void
test_effective (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GramVehicleRecord) self = gram_vehicle_record_new ();

      self->co2_micro = values[i].co2;
      self->corrected_micro = values[i].corrected;
      self->saving_micro = values[i].saving;
      g_assert_cmpint (gram_vehicle_record_effective_co2 (self), ==, values[i].effective);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vehicle-record/new", test_new);
  g_test_add_func ("/vehicle-record/missing", test_missing);
  g_test_add_func ("/vehicle-record/effective", test_effective);

  return g_test_run ();
}
