/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decimal.h"
#include "gram-vehicle-fields.h"

#define USED GRAM_ACCOUNT_CCS_USED
#define NEW GRAM_ACCOUNT_CCS_NEW
#define CCTS GRAM_ACCOUNT_CCTS

static GramDate
day (const char *text)
{
  GramDate date = GRAM_DATE_NONE;

  g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &date, NULL));
  return date;
}

/* CCS facts §9.3 and vets-order §6: what a record has, what can be disputed, what figures depend on. */
static const struct
{
  const char *name;
  gboolean ccs;
  gboolean ccts;
  gboolean ccs_figures;
  gboolean ccts_figures;
} fields[GRAM_VEHICLE_FIELD_N] = {
  { "vin", TRUE, TRUE, FALSE, FALSE },
  { "chassis", TRUE, FALSE, FALSE, FALSE },
  { "register_key", FALSE, FALSE, FALSE, FALSE },
  { "make", TRUE, TRUE, FALSE, FALSE },
  { "model", TRUE, TRUE, FALSE, FALSE },
  { "variant", TRUE, TRUE, FALSE, FALSE },
  { "vehicle_class", TRUE, TRUE, FALSE, FALSE },
  { "type", TRUE, FALSE, TRUE, FALSE },
  { "made_year", TRUE, TRUE, FALSE, FALSE },
  { "fuel", TRUE, TRUE, FALSE, FALSE },
  { "engine", TRUE, TRUE, FALSE, FALSE },
  { "mass", TRUE, TRUE, TRUE, FALSE },
  { "test_cycle", TRUE, TRUE, FALSE, FALSE },
  { "co2_source", TRUE, TRUE, FALSE, FALSE },
  { "co2", TRUE, TRUE, TRUE, TRUE },
  { "saving", FALSE, TRUE, FALSE, TRUE },
  { "corrected", FALSE, TRUE, FALSE, TRUE },
  { "eco_codes", FALSE, TRUE, FALSE, TRUE },
  { "zero_emission", FALSE, TRUE, FALSE, TRUE },
  { "excluded", TRUE, FALSE, TRUE, FALSE },
  { "units", TRUE, TRUE, TRUE, TRUE },
  { "registered_on", TRUE, TRUE, FALSE, TRUE },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const GramVehicleField *field = &gram_vehicle_fields ()[i];

      g_assert_cmpstr (field->name, ==, fields[i].name);
      g_assert_true (gram_vehicle_field_find (fields[i].name) == field);
      g_assert_cmpstr (gram_vehicle_field_title (field->name), !=, field->name);
      g_assert_true (gram_vehicle_field_is_disputable (field, USED) == fields[i].ccs);
      g_assert_true (gram_vehicle_field_is_disputable (field, NEW) == fields[i].ccs);
      g_assert_true (gram_vehicle_field_is_disputable (field, CCTS) == fields[i].ccts);
      g_assert_true (gram_vehicle_field_has_figures (field, USED) == fields[i].ccs_figures);
      g_assert_true (gram_vehicle_field_has_figures (field, CCTS) == fields[i].ccts_figures);
    }
  g_assert_null (gram_vehicle_field_find ("status"));
  g_assert_null (gram_vehicle_field_find (NULL));
  g_assert_cmpstr (gram_vehicle_field_title ("account"), ==, "Account");
  g_assert_cmpstr (gram_vehicle_field_title ("colour"), ==, "colour");
}

/* What somebody types, and the canonical text of it; a refusal names the field. Facts §14 for identifiers. */
static const struct
{
  const char *field;
  const char *text;
  const char *canonical;
  const char *says;
} values[] = {
  { "co2", " 132.50 ", "132.5", NULL },
  { "co2", "0", "0", NULL },
  { "co2", "1000", "1000", NULL },
  { "co2", "1000.1", NULL, "CO₂ value: write a number between 0 and 1000" },
  { "co2", "-1", NULL, "CO₂ value: write a number between 0 and 1000" },
  { "co2", "132,5", NULL, "CO₂ value: " },
  { "co2", "1e2", NULL, "CO₂ value: " },
  { "co2", "", NULL, "“CO₂ value” is empty; say what it should be" },
  { "co2", NULL, NULL, "“CO₂ value” is empty; say what it should be" },
  { "saving", "0", "0", NULL },
  { "corrected", "98.123456", "98.123456", NULL },
  { "corrected", "98.1234567", NULL, "Corrected CO₂ value: " },
  { "mass", "01400", "1400", NULL },
  { "mass", "0", NULL, "Weight: write a number between 1 and 100000" },
  { "mass", "1400.5", NULL, "Weight: write a number between 1 and 100000" },
  { "mass", "99999999999999999999", NULL, "Weight: write a number between 1 and 100000" },
  { "engine", "0", "0", NULL },
  { "made_year", "1885", NULL, "Year of manufacture: write a number between 1886 and 9999" },
  { "made_year", "2019", "2019", NULL },
  { "units", "0", NULL, "Cars: write a number between 1 and 1000000" },
  { "type", "b", "B", NULL },
  { "type", "C", NULL, "Type: write one of: A, B" },
  { "co2_source", "Converted", "converted", NULL },
  { "co2_source", "guess", NULL, "Source of the CO₂ value: write one of: manufacturer, " },
  { "vin", "1m8gdm9axkp042788", "1M8GDM9AXKP042788", NULL },
  { "vin", "1M8GDM9AXKPO42788", NULL, "VIN: " },
  { "vin", "ZVW30-1234567", NULL, "VIN: a VIN has 17 characters" },
  { "chassis", "zvw30 1234567", "ZVW301234567", NULL },
  { "chassis", "1M8GDM9AXKP042788", NULL, "Chassis number: this is a VIN" },
  { "excluded", " Motorsport ", "motorsport", NULL },
  { "excluded", "over-40-years", "over-40-years", NULL },
  { "excluded", "NO", "no", NULL },
  { "excluded", "special interest", NULL, "Outside the standard: write one of the reasons" },
  { "excluded", "Gültig", NULL, "Outside the standard: write one of the reasons" },
  { "registered_on", "2026-11-22", "2026-11-22", NULL },
  { "registered_on", "2026-11-23", NULL, "First registration: the day is in the future" },
  { "registered_on", "22/11/2026", NULL, "First registration: write a day as year, month and day" },
  { "make", " Toyota\t", "Toyota", NULL },
  { "make", "Toy\nota", NULL, "Make: there is a character that cannot be shown; remove it" },
  { "make", "Toyota\377", NULL, "Make: this is not text; write it again" },
  { "vehicle_class", "123456789012345678901", NULL, "Class: write 20 characters at most" },
};

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const GramVehicleField *field = gram_vehicle_field_find (values[i].field);
      g_autoptr (GramRefusal) refusal = NULL;
      g_autofree char *read
          = gram_vehicle_field_read (field, values[i].text, day ("2026-11-22"), &refusal);

      g_assert_cmpstr (read, ==, values[i].canonical);
      g_assert_true ((read == NULL) == (refusal != NULL));
      if (refusal != NULL)
        {
          g_assert_true (g_str_has_prefix (refusal->message, values[i].says));
          g_assert_cmpstr (refusal->id, ==,
                           values[i].text == NULL || *values[i].text == '\0'
                               ? "vehicle.field-empty"
                               : "vehicle.field-value");
          g_assert_nonnull (refusal->article);
        }
    }
}

static GramVehicleRecord *
record_new (void)
{
  GramVehicleRecord *record = gram_vehicle_record_new ();

  record->vin = g_strdup ("7AT0DH123X1234567");
  record->chassis = g_strdup ("ZVW30-1234567");
  record->register_key = g_strdup ("mvr:5512");
  g_set_str (&record->make, "Toyota");
  g_set_str (&record->model, "Prius");
  g_set_str (&record->variant, "S");
  g_set_str (&record->vehicle_class, "MA");
  g_set_str (&record->fuel, "petrol hybrid");
  g_set_str (&record->test_cycle, "JC08");
  g_set_str (&record->co2_source, "converted");
  g_set_str (&record->eco_codes, "e1 37");
  record->registered_on = g_strdup ("2026-03-01");
  record->type = 'A';
  record->made_year = 2015;
  record->engine_cc = 1797;
  record->mass_kg = 1380;
  record->co2_micro = 98500000;
  record->saving_micro = 1200000;
  record->corrected_micro = 97000000;
  record->units = 3;
  record->zero_emission = TRUE;
  g_set_str (&record->excluded, "motorsport");

  return record;
}

/* What get gives, set takes, for every field of a full and of an empty record; and then they are the same. */
static void
test_round_trip (void)
{
  g_autoptr (GramVehicleRecord) full = record_new ();
  g_autoptr (GramVehicleRecord) empty = gram_vehicle_record_new ();

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    {
      const GramVehicleField *field = &gram_vehicle_fields ()[i];
      g_autoptr (GramVehicleRecord) copy = gram_vehicle_record_copy (empty);
      g_autofree char *value = gram_vehicle_field_get (field, full);
      g_autofree char *nothing = gram_vehicle_field_get (field, empty);
      g_autofree char *back = NULL;

      g_assert_true (gram_vehicle_field_says_something (field, full));
      g_assert_true (gram_vehicle_field_differs (field, full, copy));
      g_assert_true (gram_vehicle_field_set (field, copy, value));
      g_assert_false (gram_vehicle_field_differs (field, full, copy));
      back = gram_vehicle_field_get (field, copy);
      g_assert_cmpstr (back, ==, value);
      g_assert_true (gram_vehicle_field_set (field, copy, nothing));
      g_assert_false (gram_vehicle_field_differs (field, empty, copy));
      g_assert_true (gram_vehicle_field_same (field, value, value));
      g_assert_false (gram_vehicle_field_same (field, value, nothing));

      gram_vehicle_field_copy (field, copy, full);
      g_assert_false (gram_vehicle_field_differs (field, full, copy));
    }
}

/* Whatever grams are typed: canonical, and read again the same. */
static void
test_grams_property (void)
{
  const GramVehicleField *field = gram_vehicle_field_find ("co2");

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GramVehicleRecord) record = gram_vehicle_record_new ();
      gint64 micro
          = (gint64)g_test_rand_int_range (0, 1000) * 1000000 + g_test_rand_int_range (0, 1000000);
      g_autofree char *typed = gram_decimal_format (micro, GRAM_DECIMAL_SCALE_CO2, 6);
      g_autofree char *canonical = gram_vehicle_field_read (field, typed, GRAM_DATE_NONE, NULL);
      g_autofree char *again = gram_vehicle_field_read (field, canonical, GRAM_DATE_NONE, NULL);

      g_assert_cmpstr (canonical, ==, again);
      g_assert_true (gram_vehicle_field_set (field, record, canonical));
      g_assert_cmpint (record->co2_micro, ==, micro);
    }
}

/* Set takes what is canonical and nothing else, and changes nothing then. */
static void
test_set (void)
{
  static const struct
  {
    const char *field;
    const char *text;
  } refused[] = {
    { "co2", "132.50" },
    { "co2", " 132.5" },
    { "co2", "-1" },
    { "mass", "01400" },
    { "mass", "many" },
    { "units", "" },
    { "units", "0" },
    { "type", "a" },
    { "type", "AB" },
    { "registered_on", "x" },
    { "vin", "7at0" },
    { "chassis", "zvw30-1234567" },
    { "made_year", "1" },
    { "zero_emission", "true" },
    { "zero_emission", "Yes" },
    { "excluded", "Motorsport" },
    { "excluded", "special interest" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const GramVehicleField *field = gram_vehicle_field_find (refused[i].field);
      g_autoptr (GramVehicleRecord) record = record_new ();
      g_autoptr (GramVehicleRecord) copy = gram_vehicle_record_copy (record);

      g_assert_false (gram_vehicle_field_set (field, record, refused[i].text));
      g_assert_false (gram_vehicle_field_differs (field, record, copy));
    }
}

/* The empty text: not known, and of a text that is never missing, empty; savings are none. */
static void
test_empty (void)
{
  g_autoptr (GramVehicleRecord) record = record_new ();

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    g_assert_true (gram_vehicle_field_set (&gram_vehicle_fields ()[i], record, "")
                   == (gram_vehicle_fields ()[i].kind != GRAM_VEHICLE_FIELD_UNITS));
  g_assert_null (record->vin);
  g_assert_null (record->chassis);
  g_assert_null (record->register_key);
  g_assert_null (record->registered_on);
  g_assert_cmpstr (record->make, ==, "");
  g_assert_cmpstr (record->co2_source, ==, "");
  g_assert_cmpint (record->type, ==, 0);
  g_assert_cmpint (record->mass_kg, ==, 0);
  g_assert_cmpint (record->co2_micro, ==, GRAM_CO2_UNKNOWN);
  g_assert_cmpint (record->corrected_micro, ==, GRAM_CO2_UNKNOWN);
  g_assert_cmpint (record->saving_micro, ==, 0);
  g_assert_cmpint (record->units, ==, 3);
  g_assert_false (record->zero_emission);
  g_assert_cmpstr (record->excluded, ==, "");
}

/* Facts §14: compare without the dash. */
static void
test_dash (void)
{
  g_autoptr (GramVehicleRecord) one = record_new ();
  g_autoptr (GramVehicleRecord) other = record_new ();
  const GramVehicleField *chassis = gram_vehicle_field_find ("chassis");

  g_set_str (&other->chassis, "ZVW301234567");
  g_assert_false (gram_vehicle_field_differs (chassis, one, other));
  g_assert_true (gram_vehicle_field_same (chassis, "ZVW30-1234567", "ZVW301234567"));
  g_assert_false (gram_vehicle_field_same (chassis, "ZVW30-1234567", "ZVW30123456"));
  g_assert_false (gram_vehicle_field_same (gram_vehicle_field_find ("make"), "A-B", "AB"));
}

static const struct
{
  const char *field;
  const char *text;
  const char *shown;
} shown[] = {
  { "co2", "132.5", "132.5 g/km" },
  { "co2", "0", "0 g/km" },
  { "co2", "", "not known" },
  { "zero_emission", "yes", "Yes" },
  { "zero_emission", "no", "No" },
  { "excluded", "no", "No" },
  { "excluded", "", "No" },
  { "excluded", "motorsport", "motorsport" },
  { "mass", "1400", "1\u202f400 kg" },
  { "mass", "0", "not known" },
  { "engine", "1797", "1\u202f797 cm³" },
  { "made_year", "2015", "2015" },
  { "made_year", "0", "not known" },
  { "units", "3", "3" },
  { "registered_on", "2026-03-01", "1 March 2026" },
  { "registered_on", "", "not known" },
  { "type", "A", "A" },
  { "make", "Toyota", "Toyota" },
  { "account", "10000012", "10000012" },
};

static void
test_shown (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = gram_vehicle_field_format_for_people (shown[i].field, shown[i].text);

      g_assert_cmpstr (text, ==, shown[i].shown);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vehicle-fields/table", test_table);
  g_test_add_func ("/vehicle-fields/read", test_read);
  g_test_add_func ("/vehicle-fields/round-trip", test_round_trip);
  g_test_add_func ("/vehicle-fields/grams-property", test_grams_property);
  g_test_add_func ("/vehicle-fields/set", test_set);
  g_test_add_func ("/vehicle-fields/empty", test_empty);
  g_test_add_func ("/vehicle-fields/dash", test_dash);
  g_test_add_func ("/vehicle-fields/shown", test_shown);

  return g_test_run ();
}
