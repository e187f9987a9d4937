/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gram-table-sniff.h"
#include "gram-test-rows.h"
#include "gram-test-table.h"

static GramTestRows *
read_fixture (const char *name, const char *preset, GramAccountKind kind)
{
  g_autofree char *path = gram_test_fixture (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTableSniff) sniff = gram_table_sniff (path, &error);
  g_autoptr (GramMapping) mapping = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (sniff->preset, ==, preset);
  mapping = gram_mapping_new_preset (sniff->preset);
  return gram_test_rows_read (path, &sniff->layout, mapping, kind);
}

static void
test_eea (void)
{
  g_autoptr (GramTestRows) rows = read_fixture ("eea.csv", "eea", GRAM_ACCOUNT_CCTS);
  g_autofree char *rules = gram_test_rows_dup_rules (rows);
  GramVehicleRecord *record;

  g_assert_cmpuint (rows->records->len, ==, 3);
  g_assert_cmpstr (rules, ==,
                   "4:saving_g_km:row.saving-above-emissions 5:units:row.out-of-range "
                   "5:co2_g_km:decimal.form 5:registered_on:date.form");
  g_assert_cmpstr (gram_test_problem (rows, 0)->column, ==, "Erwltp (g/km)");
  g_assert_cmpstr (gram_test_problem (rows, 1)->column, ==, "r");

  record = gram_test_row (rows, 0);
  g_assert_cmpstr (record->register_key, ==, "eea:2023:118273");
  g_assert_cmpstr (record->label, ==, "eea:2023:118273");
  g_assert_null (record->vin);
  g_assert_cmpstr (record->make, ==, "HARBOUR");
  g_assert_cmpstr (record->model, ==, "TERN 1.5");
  g_assert_cmpstr (record->variant, ==, "HM1/A1/B2");
  g_assert_cmpstr (record->vehicle_class, ==, "M1");
  g_assert_cmpstr (record->fuel, ==, "petrol");
  g_assert_cmpstr (record->eco_codes, ==, "e8 29 e13 37");
  g_assert_cmpstr (record->registered_on, ==, "2023-03-31");
  g_assert_cmpint (record->units, ==, 14);
  g_assert_cmpint (record->mass_kg, ==, 1365);
  g_assert_cmpint (record->engine_cc, ==, 1498);
  g_assert_cmpint (record->co2_micro, ==, 121500000);
  g_assert_cmpint (record->saving_micro, ==, 1740000);
  g_assert_cmpuint (record->missing, ==, 0);

  record = gram_test_row (rows, 1);
  g_assert_cmpstr (record->model, ==, "TERN, ESTATE");
  g_assert_cmpstr (record->variant, ==, "HM1/A2");
  record = gram_test_row (rows, 2);
  g_assert_cmpint (record->co2_micro, ==, 0);
  g_assert_cmpint (record->engine_cc, ==, 0);
}

/* An older file: tabs, other spelling, no ID. Rows keep their keys when only their CO₂ changes. */
static void
test_eea_without_id (void)
{
  g_autoptr (GramTestRows) rows = read_fixture ("eea-tabs.tsv", "eea", GRAM_ACCOUNT_CCTS);
  const char *first;
  const char *second;
  const char *third;

  g_assert_cmpuint (rows->records->len, ==, 3);
  g_assert_cmpuint (rows->problems->len, ==, 0);
  first = gram_test_row (rows, 0)->register_key;
  second = gram_test_row (rows, 1)->register_key;
  third = gram_test_row (rows, 2)->register_key;
  g_assert_true (g_regex_match_simple ("^row:[0-9a-f]{16}:1$", first, 0, 0));
  g_assert_true (g_regex_match_simple ("^row:[0-9a-f]{16}:2$", second, 0, 0));
  g_assert_true (g_regex_match_simple ("^row:[0-9a-f]{16}:1$", third, 0, 0));
  g_assert_cmpmem (first, 20, second, 20);
  g_assert_cmpint (memcmp (first, third, 20), !=, 0);
  g_assert_cmpint (gram_test_row (rows, 0)->units, ==, 2);
  g_assert_cmpint (gram_test_row (rows, 2)->co2_micro, ==, GRAM_CO2_UNKNOWN);
  g_assert_cmpuint (gram_test_row (rows, 2)->missing, ==, GRAM_MISSING_CO2 | GRAM_MISSING_DATE);
}

/* Litres are no grams, gross mass is no tare weight, cut identifiers are no identifiers. */
static void
test_mvr (void)
{
  g_autoptr (GramTestRows) rows = read_fixture ("nz-mvr.csv", "nz-mvr", GRAM_ACCOUNT_CCS_USED);
  g_autofree char *rules = gram_test_rows_dup_rules (rows);
  GramVehicleRecord *record;

  g_assert_cmpuint (rows->records->len, ==, 2);
  g_assert_cmpstr (rules, ==, "2:condition:row.other-condition");
  record = gram_test_row (rows, 0);
  g_assert_cmpstr (record->register_key, ==, "mvr:5512");
  g_assert_null (record->vin);
  g_assert_null (record->chassis);
  g_assert_cmpstr (record->make, ==, "TOYOTA");
  g_assert_cmpstr (record->model, ==, "PRIUS");
  g_assert_cmpstr (record->variant, ==, "S TOURING");
  g_assert_cmpstr (record->vehicle_class, ==, "MA");
  g_assert_cmpstr (record->fuel, ==, "PETROL HYBRID");
  g_assert_cmpint (record->made_year, ==, 2014);
  g_assert_cmpint (record->engine_cc, ==, 1797);
  g_assert_cmpint (record->mass_kg, ==, 0);
  g_assert_cmpint (record->co2_micro, ==, GRAM_CO2_UNKNOWN);
  /* Class MA is type A by law. */
  g_assert_cmpint (record->type, ==, 'A');
  g_assert_cmpuint (record->missing, ==, GRAM_MISSING_CO2 | GRAM_MISSING_MASS);
  g_assert_cmpint (record->attention, ==, GRAM_ATTENTION_INCOMPLETE);
}

static void
test_own_jsonl (void)
{
  g_autoptr (GramTestRows) rows = read_fixture ("lines.jsonl", "gram", GRAM_ACCOUNT_CCTS);

  g_assert_cmpuint (rows->records->len, ==, 1);
  g_assert_cmpint (gram_test_row (rows, 0)->co2_micro, ==, 121500000);
  g_assert_cmpstr (gram_test_problem (rows, 0)->rule, ==, "decimal.exponent");
}

/* Semicolons, decimal comma, day.month.year, Windows-1252: read as the person says, with a
   proposal for the columns. */
static void
test_importer (void)
{
  g_autofree char *path = gram_test_fixture ("importer-1252.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTableSniff) sniff = gram_table_sniff (path, &error);
  g_autoptr (GramMapping) mapping = NULL;
  g_autoptr (GramTestRows) rows = NULL;
  g_autofree char *rules = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (sniff->layout.encoding, ==, GRAM_TABLE_WINDOWS_1252);
  g_assert_false (sniff->encoding_certain);
  g_assert_cmpint (sniff->layout.delimiter, ==, ';');
  g_assert_null (sniff->preset);
  mapping = gram_mapping_new_proposal ((const char *const *)sniff->columns);
  gram_mapping_set_column (mapping, GRAM_FIELD_MODEL, "Modell");
  gram_mapping_set_column (mapping, GRAM_FIELD_REGISTERED_ON, "Erstzulassung");
  gram_mapping_set_date_order (mapping, GRAM_DATE_DAY_MONTH_YEAR);
  gram_mapping_set_decimal_separator (mapping, ',');
  rows = gram_test_rows_read (path, &sniff->layout, mapping, GRAM_ACCOUNT_CCTS);
  rules = gram_test_rows_dup_rules (rows);

  g_assert_cmpuint (rows->records->len, ==, 1);
  g_assert_cmpstr (gram_test_row (rows, 0)->make, ==, "Citroën");
  g_assert_cmpstr (gram_test_row (rows, 0)->model, ==, "C4 „Shine“");
  g_assert_cmpint (gram_test_row (rows, 0)->co2_micro, ==, 121500000);
  g_assert_cmpstr (gram_test_row (rows, 0)->registered_on, ==, "2025-03-31");
  g_assert_cmpstr (rules, ==,
                   "2:vin:vin.letter 2:co2_g_km:decimal.grouping 2:registered_on:date.impossible");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/presets/eea", test_eea);
  g_test_add_func ("/presets/eea-without-id", test_eea_without_id);
  g_test_add_func ("/presets/mvr", test_mvr);
  g_test_add_func ("/presets/own-jsonl", test_own_jsonl);
  g_test_add_func ("/presets/importer", test_importer);
  return g_test_run ();
}
