/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-mapping.h"

#include <string.h>

#include "gram-row-vehicle.h"
#include "gram-table-sniff.h"

#define COLUMNS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_fields (void)
{
  for (guint i = 0; i < GRAM_N_FIELDS; i++)
    {
      const GramFieldInfo *info = gram_field_info (i);
      GramField field;

      g_assert_cmpuint (info->field, ==, i);
      g_assert_true (gram_field_parse (info->key, &field));
      g_assert_cmpuint (field, ==, i);
      g_assert_cmpuint (info->needed_by & ~info->accounts, ==, 0);
      g_assert_true ((info->kind == GRAM_FIELD_KIND_WORD) == (info->words != NULL));
      g_assert_cmpint (info->least, <=, info->most);
    }
}

static void
test_detect (void)
{
  static const struct
  {
    const char *columns[8];
    const char *preset;
  } cases[] = {
    { { "mk", " CN ", "R", "EWLTP (g/km)", "x" }, "eea" },
    { { "Mk", "Cn", "r" }, NULL },
    { { "OBJECTID", "MAKE", "MODEL", "VEHICLE_YEAR", "MOTIVE_POWER" }, "nz-mvr" },
    { { "make", "model", "vehicle_year", "motive_power", "vin11" }, "nz-mvr" },
    { { "MAKE", "MODEL", "VEHICLE_YEAR", "MOTIVE_POWER" }, NULL },
    { { "vin", "co2_g_km" }, "gram" },
    { { "co2_g_km", "make" }, NULL },
    { { "vin" }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (gram_mapping_detect (cases[i].columns), ==, cases[i].preset);
  for (guint i = 0; gram_mapping_presets ()[i] != NULL; i++)
    {
      g_autoptr (GramMapping) mapping = gram_mapping_new_preset (gram_mapping_presets ()[i]);

      g_assert_cmpstr (gram_mapping_get_name (mapping), ==, gram_mapping_presets ()[i]);
    }
  g_assert_null (gram_mapping_new_preset ("other"));
  g_assert_null (gram_mapping_new_preset (NULL));
}

static void
test_check (void)
{
  static const struct
  {
    const char *mapping;
    const char *columns[6];
    const char *message;
  } cases[] = {
    { "{\"preset\":\"gram\"}", { "vin" }, NULL },
    { "{\"preset\":\"gram\"}", { "make" }, "No column names the vehicle" },
    { "{\"preset\":\"gram\"}", { "vin", "make", "Make" }, "two columns with the name “make”" },
    { "{\"preset\":\"eea\"}", { "Mk", "Cn" }, NULL },
    { "{\"preset\":\"eea\"}", { "x", "y" }, "No column names the vehicle" },
    { "{\"fields\":{\"vin\":\"FIN\"}}", { " fin " }, NULL },
    { "{\"fields\":{\"vin\":\"FIN\"}}", { "VIN" }, "no column with the name “FIN”" },
    { "{\"fields\":{\"make\":\"M\"}}", { "M" }, "No column names the vehicle" },
    { "{\"fields\":{}}", { "M" }, "No column names the vehicle" },
    { "{\"preset\":\"gram\",\"only\":{\"column\":\"Mh\",\"value\":\"X\"}}",
      { "vin" },
      "no column with the name “Mh”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GramMapping) mapping = gram_mapping_from_json (cases[i].mapping, &error);
      gboolean good;

      g_assert_no_error (error);
      good = gram_mapping_check (mapping, cases[i].columns, GRAM_ACCOUNT_CCTS, &error);
      g_assert_true (good == (cases[i].message == NULL));
      if (good)
        continue;
      g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_MAPPING);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

static void
test_json (void)
{
  static const char *const texts[] = {
    "{\"date-order\":\"iso\",\"decimal\":\"point\",\"preset\":\"nz-mvr\"}",
    "{\"date-order\":\"day-month-year\",\"decimal\":\"comma\",\"fields\":{\"co2_g_km\":\"CO₂\","
    "\"vin\":\"FIN\"},\"only\":{\"column\":\"Mh\",\"value\":\"HARBOUR MOTORS\"}}",
    "{\"date-order\":\"month-day-year\",\"decimal\":\"point\",\"fields\":{\"register_key\":{"
    "\"columns\":[\"year\",\"ID\"],\"combine\":\"key\",\"prefix\":\"eea\"},\"variant\":{"
    "\"columns\":[\"T\",\"Va\"],\"combine\":\"join\",\"optional\":true}},\"guarded\":true,"
    "\"identity\":[\"TAN\"],\"row-keys\":true}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GramMapping) mapping = gram_mapping_from_json (texts[i], &error);
      g_autoptr (GramMapping) copy = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      copy = gram_mapping_copy (mapping);
      text = gram_mapping_to_json (copy);
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_json_errors (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "[]", "$: an object is expected" },
    { "{}", "$.fields: this member is missing" },
    { "{\"preset\":\"other\"}", "$: there is no preset “other”" },
    { "{\"preset\":\"eea\",\"fields\":{}}", "$: the preset “eea” leaves no room for fields" },
    { "{\"preset\":\"eea\",\"colour\":1}", "$.colour: this member is not known" },
    { "{\"fields\":{\"colour\":\"x\"}}", "$.fields.colour: this field is not known" },
    { "{\"fields\":{\"vin\":7}}", "$.fields.vin: a text in quotes is expected" },
    { "{\"fields\":{\"vin\":{\"columns\":[]}}}",
      "$.fields.vin.columns: one to 4 columns are expected" },
    { "{\"fields\":{\"vin\":{\"columns\":[\"a\"],\"combine\":\"sum\"}}}",
      "$.fields.vin: “sum” is not a way to combine columns" },
    { "{\"fields\":{},\"date-order\":\"dmy\"}", "$: “dmy” is not an order of dates" },
    { "{\"fields\":{},\"decimal\":\"dot\"}", "$: “dot” is not a decimal separator" },
    { "{\"fields\":{},\"only\":{\"column\":\"x\"}}", "$.only.value: this member is missing" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gram_mapping_from_json (cases[i].text, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_change (void)
{
  g_autoptr (GramMapping) mapping = gram_mapping_new_preset ("eea");
  g_autofree char *variant = gram_mapping_dup_source (mapping, GRAM_FIELD_VARIANT);
  g_autofree char *json = NULL;
  g_autoptr (GramMapping) again = NULL;

  g_assert_cmpstr (variant, ==, "T / Va / Ve");
  g_assert_null (gram_mapping_get_column (mapping, GRAM_FIELD_VIN));
  gram_mapping_set_column (mapping, GRAM_FIELD_MODEL, "Cn");
  gram_mapping_set_date_order (mapping, GRAM_DATE_DAY_MONTH_YEAR);
  g_assert_cmpstr (gram_mapping_get_name (mapping), ==, "eea");
  gram_mapping_set_column (mapping, GRAM_FIELD_VARIANT, "Ve");
  g_assert_cmpstr (gram_mapping_get_name (mapping), ==, "custom");
  gram_mapping_set_column (mapping, GRAM_FIELD_SAVING, NULL);
  g_assert_null (gram_mapping_get_column (mapping, GRAM_FIELD_SAVING));

  /* What a preset becomes when it is changed survives being saved. */
  json = gram_mapping_to_json (mapping);
  again = gram_mapping_from_json (json, NULL);
  g_assert_cmpstr (gram_mapping_get_column (again, GRAM_FIELD_VARIANT), ==, "Ve");
  g_assert_cmpstr (gram_mapping_get_column (again, GRAM_FIELD_MODEL), ==, "Cn");
  g_assert_cmpint (gram_mapping_get_date_order (again), ==, GRAM_DATE_DAY_MONTH_YEAR);
  g_assert_true (gram_mapping_check (again, COLUMNS ("Ve", "Cn"), GRAM_ACCOUNT_CCTS, NULL));
  g_assert_true (gram_mapping_fits (again, COLUMNS ("x", "cn")));
  g_assert_false (gram_mapping_fits (again, COLUMNS ("x")));
}

static void
test_proposal (void)
{
  g_autoptr (GramMapping) mapping
      = gram_mapping_new_proposal (COLUMNS ("Chassis No.", "V.I.N.", "Make", "CO₂ (g/km)", "CO2",
                                            "Colour", "Date of first registration"));

  g_assert_cmpstr (gram_mapping_get_column (mapping, GRAM_FIELD_CHASSIS), ==, "Chassis No.");
  g_assert_cmpstr (gram_mapping_get_column (mapping, GRAM_FIELD_VIN), ==, "V.I.N.");
  g_assert_cmpstr (gram_mapping_get_column (mapping, GRAM_FIELD_MAKE), ==, "Make");
  g_assert_cmpstr (gram_mapping_get_column (mapping, GRAM_FIELD_CO2), ==, "CO₂ (g/km)");
  g_assert_cmpstr (gram_mapping_get_column (mapping, GRAM_FIELD_REGISTERED_ON), ==,
                   "Date of first registration");
  g_assert_null (gram_mapping_get_column (mapping, GRAM_FIELD_MODEL));
}

static void
test_fingerprint (void)
{
  g_autofree char *one = gram_table_fingerprint (COLUMNS ("VIN", "Make"));
  g_autofree char *same = gram_table_fingerprint (COLUMNS (" vin ", "MAKE"));
  g_autofree char *order = gram_table_fingerprint (COLUMNS ("make", "vin"));
  g_autofree char *border = gram_table_fingerprint (COLUMNS ("vinm", "ake"));

  g_assert_cmpuint (strlen (one), ==, 64);
  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, order);
  g_assert_cmpstr (one, !=, border);
}

/* The template of each kind of account is what the preset `gram` reads, without a word from
   anybody. */
static void
test_template (void)
{
  for (int kind = GRAM_ACCOUNT_CCS_USED; kind <= GRAM_ACCOUNT_CCTS; kind++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GramTableSniff) sniff = NULL;
      g_autoptr (GramMapping) mapping = NULL;

      g_assert_true (gram_mapping_write_template (kind, stream, &error));
      g_assert_no_error (error);
      g_output_stream_close (stream, NULL, NULL);
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      sniff = gram_table_sniff_bytes (bytes, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (sniff->preset, ==, "gram");
      g_assert_true (sniff->encoding_certain);
      mapping = gram_mapping_new_preset (sniff->preset);
      g_assert_true (
          gram_mapping_check (mapping, (const char *const *)sniff->columns, kind, &error));
      for (guint field = 0; field < GRAM_N_FIELDS; field++)
        {
          const GramFieldInfo *info = gram_field_info (field);

          if (field != GRAM_FIELD_IDENTIFIER)
            g_assert_true (g_strv_contains ((const char *const *)sniff->columns, info->key)
                           == ((info->accounts & (1 << kind)) != 0));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapping/fields", test_fields);
  g_test_add_func ("/mapping/detect", test_detect);
  g_test_add_func ("/mapping/check", test_check);
  g_test_add_func ("/mapping/json", test_json);
  g_test_add_func ("/mapping/json-errors", test_json_errors);
  g_test_add_func ("/mapping/change", test_change);
  g_test_add_func ("/mapping/proposal", test_proposal);
  g_test_add_func ("/mapping/fingerprint", test_fingerprint);
  g_test_add_func ("/mapping/template", test_template);
  return g_test_run ();
}
