/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-row-vehicle.h"

#include <string.h>

#include "gram-test-rows.h"

#define VIN "WAUZZZ8V5KA123456"
#define VIN_2 "WAUZZZ8V5KA123457"

/* One row in a file of its own, given as `column=value` pairs. */
static GramTestRows *
read_row (const char *const *pairs, const char *mapping_json, GramAccountKind kind)
{
  g_autoptr (GString) header = g_string_new (NULL);
  g_autoptr (GString) row = g_string_new (NULL);
  g_autoptr (GramMapping) mapping = gram_mapping_from_json (mapping_json, NULL);

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      g_string_append_printf (header, "%s%s", i == 0 ? "" : ",", pair[0]);
      g_string_append_printf (row, "%s\"%s\"", i == 0 ? "" : ",", pair[1]);
    }
  g_string_append_printf (header, "\n%s\n", row->str);
  return gram_test_rows_read_text (header->str, mapping, kind);
}

static void
test_full_row (void)
{
  static const char *const pairs[] = {
    "vin= wauzzz8v5ka123456 ",
    "make=Audi",
    "model=A3\nSportback",
    "variant=8V",
    "class=M1",
    "made_year=2025",
    "fuel=petrol",
    "engine_cc=1498.0",
    "mass_kg=1365",
    "test_cycle=WLTP",
    "co2_source=Manufacturer",
    "co2_g_km=121.5",
    "saving_g_km=1.74",
    "corrected_g_km=120",
    "eco_codes=e8 29",
    "zero_emission=No",
    "units=3",
    "registered_on=2025-03-31",
    "status=READY",
    "type=whatever",
    NULL,
  };
  g_autoptr (GramTestRows) rows = read_row (pairs, "{\"preset\":\"gram\"}", GRAM_ACCOUNT_CCTS);
  GramVehicleRecord *record;

  g_assert_cmpuint (rows->records->len, ==, 1);
  record = gram_test_row (rows, 0);
  g_assert_cmpstr (record->vin, ==, VIN);
  g_assert_cmpstr (record->label, ==, VIN);
  g_assert_null (record->chassis);
  g_assert_null (record->register_key);
  g_assert_cmpstr (record->make, ==, "Audi");
  g_assert_cmpstr (record->model, ==, "A3 Sportback");
  g_assert_cmpstr (record->variant, ==, "8V");
  g_assert_cmpstr (record->vehicle_class, ==, "M1");
  g_assert_cmpint (record->made_year, ==, 2025);
  g_assert_cmpstr (record->fuel, ==, "petrol");
  g_assert_cmpint (record->engine_cc, ==, 1498);
  g_assert_cmpint (record->mass_kg, ==, 1365);
  g_assert_cmpstr (record->test_cycle, ==, "WLTP");
  g_assert_cmpstr (record->co2_source, ==, "manufacturer");
  g_assert_cmpint (record->co2_micro, ==, 121500000);
  g_assert_cmpint (record->saving_micro, ==, 1740000);
  g_assert_cmpint (record->corrected_micro, ==, 120000000);
  g_assert_cmpstr (record->eco_codes, ==, "e8 29");
  g_assert_false (record->zero_emission);
  g_assert_cmpint (record->units, ==, 3);
  g_assert_cmpstr (record->registered_on, ==, "2025-03-31");
  g_assert_cmpint (record->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpint (record->missing, ==, 0);
  g_assert_cmpint (record->attention, ==, GRAM_ATTENTION_NONE);
  /* A column that such an account does not use is not read at all. */
  g_assert_cmpint (record->type, ==, 0);
}

/* One wrong value each, beside a VIN that is right. */
static const struct
{
  GramAccountKind kind;
  const char *pair;
  const char *rule;
  const char *suggestion;
} rule_cases[] = {
  { GRAM_ACCOUNT_CCTS, "co2_g_km=0", NULL, NULL },
  { GRAM_ACCOUNT_CCTS, "co2_g_km=1000", NULL, NULL },
  { GRAM_ACCOUNT_CCTS, "co2_g_km=0.000001", NULL, NULL },
  { GRAM_ACCOUNT_CCTS, "co2_g_km=1000.000001", "row.out-of-range", NULL },
  { GRAM_ACCOUNT_CCTS, "co2_g_km=-1", "row.negative", NULL },
  { GRAM_ACCOUNT_CCTS, "co2_g_km=abc", "decimal.form", NULL },
  { GRAM_ACCOUNT_CCTS, "co2_g_km=1e2", "decimal.exponent", NULL },
  { GRAM_ACCOUNT_CCTS, "co2_g_km=121 g/km", "decimal.form", NULL },
  { GRAM_ACCOUNT_CCTS, "co2_g_km=0.0000001", "decimal.precision", NULL },
  { GRAM_ACCOUNT_CCTS, "co2_g_km=121,5", "decimal.grouping",
    "Write 121.5, or choose the decimal comma for the file." },
  { GRAM_ACCOUNT_CCTS, "saving_g_km=-0.5", "row.negative", NULL },
  { GRAM_ACCOUNT_CCTS, "units=1000000", NULL, NULL },
  { GRAM_ACCOUNT_CCTS, "units=0", "row.out-of-range", NULL },
  { GRAM_ACCOUNT_CCTS, "units=1000001", "row.out-of-range", NULL },
  { GRAM_ACCOUNT_CCTS, "units=1.5", "row.not-whole", NULL },
  { GRAM_ACCOUNT_CCTS, "units=two", "decimal.form", NULL },
  { GRAM_ACCOUNT_CCTS, "made_year=1885", "row.out-of-range", NULL },
  { GRAM_ACCOUNT_CCTS, "mass_kg=0", "row.out-of-range", NULL },
  { GRAM_ACCOUNT_CCTS, "engine_cc=0", NULL, NULL },
  { GRAM_ACCOUNT_CCTS, "registered_on=2026-11-22", NULL, NULL },
  { GRAM_ACCOUNT_CCTS, "registered_on=2026-11-23", "row.date-in-future", NULL },
  { GRAM_ACCOUNT_CCTS, "registered_on=2025-02-29", "date.impossible", NULL },
  { GRAM_ACCOUNT_CCTS, "registered_on=31/03/2025", "date.form",
    "Choose day/month/year as the order of dates, if the whole file has it." },
  { GRAM_ACCOUNT_CCTS, "registered_on=03/31/2025", "date.form",
    "Choose month/day/year as the order of dates, if the whole file has it." },
  { GRAM_ACCOUNT_CCTS, "registered_on=03/04/2025", "date.form",
    "Choose the order of day and month that the whole file has." },
  { GRAM_ACCOUNT_CCTS, "registered_on=2025-03-31 00:00:00", "date.form",
    "Write the date alone, without a time." },
  { GRAM_ACCOUNT_CCTS, "status=entered", NULL, NULL },
  { GRAM_ACCOUNT_CCTS, "status=accepted", "row.unknown-word",
    "Write ready: vehicles are accepted in Gram, not by a file." },
  { GRAM_ACCOUNT_CCTS, "status=done", "row.unknown-word", "Write one of: entered, ready" },
  { GRAM_ACCOUNT_CCTS, "co2_source=guess", "row.unknown-word", NULL },
  { GRAM_ACCOUNT_CCS_USED, "type=b", NULL, NULL },
  { GRAM_ACCOUNT_CCS_USED, "type=C", "row.unknown-word", "Write one of: A, B" },
  { GRAM_ACCOUNT_CCS_USED, "condition=USED", NULL, NULL },
  { GRAM_ACCOUNT_CCS_USED, "condition=new", "row.other-condition", NULL },
  { GRAM_ACCOUNT_CCS_NEW, "condition=used", "row.other-condition", NULL },
  { GRAM_ACCOUNT_CCS_NEW, "condition=scratch", "row.unknown-word", NULL },
  { GRAM_ACCOUNT_CCTS, "condition=used", NULL, NULL },
};

static void
test_rules (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rule_cases); i++)
    {
      const char *const pairs[] = { "vin=" VIN, rule_cases[i].pair, NULL };
      g_autoptr (GramTestRows) rows = read_row (pairs, "{\"preset\":\"gram\"}", rule_cases[i].kind);
      GramRowProblem *problem;

      g_test_message ("%s", rule_cases[i].pair);
      g_assert_cmpuint (rows->problems->len, ==, rule_cases[i].rule == NULL ? 0 : 1);
      if (rule_cases[i].rule == NULL)
        continue;
      problem = gram_test_problem (rows, 0);
      g_assert_cmpstr (problem->rule, ==, rule_cases[i].rule);
      g_assert_cmpstr (problem->column, ==, problem->field);
      g_assert_true (g_str_has_prefix (rule_cases[i].pair, problem->field));
      g_assert_cmpstr (problem->value, ==, strchr (rule_cases[i].pair, '=') + 1);
      g_assert_cmpstr (problem->message, !=, "");
      g_assert_cmpstr (problem->suggestion, !=, "");
      if (rule_cases[i].suggestion != NULL)
        g_assert_cmpstr (problem->suggestion, ==, rule_cases[i].suggestion);
    }
}

static void
test_savings (void)
{
  static const struct
  {
    const char *co2;
    const char *saving;
    const char *corrected;
    gboolean good;
  } cases[] = {
    { "co2_g_km=10", "saving_g_km=10", "corrected_g_km=", TRUE },
    { "co2_g_km=10", "saving_g_km=10.000001", "corrected_g_km=", FALSE },
    { "co2_g_km=10", "saving_g_km=11", "corrected_g_km=12", TRUE },
    { "co2_g_km=20", "saving_g_km=11", "corrected_g_km=10", FALSE },
    { "co2_g_km=", "saving_g_km=11", "corrected_g_km=", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const pairs[]
          = { "vin=" VIN, cases[i].co2, cases[i].saving, cases[i].corrected, NULL };
      g_autoptr (GramTestRows) rows = read_row (pairs, "{\"preset\":\"gram\"}", GRAM_ACCOUNT_CCTS);
      g_autofree char *rules = gram_test_rows_dup_rules (rows);

      g_assert_cmpstr (rules, ==, cases[i].good ? "" : "1:saving_g_km:row.saving-above-emissions");
    }
}

/* Facts §2: a battery car that fails the conditions is none, and has 0 g/km; one that meets them emits nothing. */
static void
test_zero_emission (void)
{
  static const struct
  {
    const char *flag;
    const char *co2;
    const char *corrected;
    const char *rules;
    gboolean zero_emission;
    guint missing;
  } cases[] = {
    { "zero_emission=yes", "co2_g_km=0", "corrected_g_km=", "", TRUE, 0 },
    { "zero_emission=TRUE", "co2_g_km=", "corrected_g_km=", "", TRUE, 0 },
    { "zero_emission=no", "co2_g_km=0", "corrected_g_km=", "", FALSE, 0 },
    { "zero_emission=false", "co2_g_km=", "corrected_g_km=", "", FALSE, GRAM_MISSING_CO2 },
    { "zero_emission=", "co2_g_km=121.5", "corrected_g_km=", "", FALSE, 0 },
    { "zero_emission=yes", "co2_g_km=0.1",
      "corrected_g_km=", "1:zero_emission:row.zero-emission-emits", FALSE, 0 },
    { "zero_emission=yes", "co2_g_km=0", "corrected_g_km=28",
      "1:zero_emission:row.zero-emission-emits", FALSE, 0 },
    { "zero_emission=perhaps", "co2_g_km=0", "corrected_g_km=", "1:zero_emission:row.unknown-word",
      FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const pairs[]
          = { "vin=" VIN,    "make=Audi",  "model=Q4",         "registered_on=2025-03-31",
              cases[i].flag, cases[i].co2, cases[i].corrected, NULL };
      g_autoptr (GramTestRows) rows = read_row (pairs, "{\"preset\":\"gram\"}", GRAM_ACCOUNT_CCTS);
      g_autofree char *rules = gram_test_rows_dup_rules (rows);

      g_assert_cmpstr (rules, ==, cases[i].rules);
      if (rows->records->len == 0)
        continue;
      g_assert_cmpint (gram_test_row (rows, 0)->zero_emission, ==, cases[i].zero_emission);
      g_assert_cmpuint (gram_test_row (rows, 0)->missing, ==, cases[i].missing);
    }
}

/* CCS facts §2: a reason of the rulebook; a vehicle without one is inside, and nothing is missing of one that has one. */
static void
test_excluded (void)
{
  static const struct
  {
    const char *excluded;
    GramAccountKind kind;
    const char *rules;
    const char *word;
    guint missing;
  } cases[] = {
    { "excluded=motorsport", GRAM_ACCOUNT_CCS_USED, "", "motorsport", 0 },
    { "excluded=Scratch-Built", GRAM_ACCOUNT_CCS_NEW, "", "scratch-built", 0 },
    { "excluded=no", GRAM_ACCOUNT_CCS_USED, "", "",
      GRAM_MISSING_TYPE | GRAM_MISSING_MASS | GRAM_MISSING_CO2 },
    { "excluded=", GRAM_ACCOUNT_CCS_USED, "", "",
      GRAM_MISSING_TYPE | GRAM_MISSING_MASS | GRAM_MISSING_CO2 },
    { "excluded=too old", GRAM_ACCOUNT_CCS_USED, "1:excluded:row.unknown-word", NULL, 0 },
    /* The CCTS has no such column. */
    { "excluded=motorsport", GRAM_ACCOUNT_CCTS, "", "", GRAM_MISSING_CO2 | GRAM_MISSING_DATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const pairs[]
          = { "vin=" VIN, "make=Audi", "model=Quattro", cases[i].excluded, NULL };
      g_autoptr (GramTestRows) rows = read_row (pairs, "{\"preset\":\"gram\"}", cases[i].kind);
      g_autofree char *rules = gram_test_rows_dup_rules (rows);

      g_assert_cmpstr (rules, ==, cases[i].rules);
      if (rows->records->len == 0)
        continue;
      g_assert_cmpstr (gram_test_row (rows, 0)->excluded, ==, cases[i].word);
      g_assert_cmpuint (gram_test_row (rows, 0)->missing, ==, cases[i].missing);
    }
}

static void
test_identifiers (void)
{
  static const struct
  {
    const char *vin;
    const char *chassis;
    const char *identifier;
    const char *expected;
  } cases[] = {
    { VIN, "", "", VIN "/-" },
    { "", "zvw30 - 1234567", "", "-/ZVW30-1234567" },
    { VIN, "ZVW30-1234567", "", VIN "/ZVW30-1234567" },
    { "", VIN, "", VIN "/-" },
    { "", "", VIN, VIN "/-" },
    { "", "", "ZVW30-1234567", "-/ZVW30-1234567" },
    { VIN, VIN, VIN, VIN "/-" },
    { "", "", "", "1:vin:row.no-identifier" },
    { VIN, VIN_2, "", "1:chassis:row.two-identifiers" },
    { "ZVW30-1234567", "", "", "1:vin:row.not-a-vin" },
    { "WAUZZZ8V5KA12345O", "", "", "1:vin:vin.letter" },
    { "WAUZZZ8V5KA12345", "", "", "1:vin:identifier." },
    { "", "x", "", "1:chassis:identifier." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *vin = g_strconcat ("vin=", cases[i].vin, NULL);
      g_autofree char *chassis = g_strconcat ("chassis=", cases[i].chassis, NULL);
      g_autofree char *identifier = g_strconcat ("identifier=", cases[i].identifier, NULL);
      const char *const pairs[] = { vin, chassis, identifier, "make=x", NULL };
      g_autoptr (GramTestRows) rows
          = read_row (pairs, "{\"preset\":\"gram\"}", GRAM_ACCOUNT_CCS_USED);
      g_autofree char *found = gram_test_rows_dup_rules (rows);

      if (rows->records->len == 1)
        {
          GramVehicleRecord *record = gram_test_row (rows, 0);

          g_free (found);
          found = g_strdup_printf ("%s/%s", record->vin != NULL ? record->vin : "-",
                                   record->chassis != NULL ? record->chassis : "-");
        }
      g_assert_true (g_str_has_prefix (found, cases[i].expected));
    }
}

static void
test_vin_suggestion (void)
{
  static const struct
  {
    const char *vin;
    const char *suggestion;
  } cases[] = {
    { "WAUZZZ8V5KAO23456", "Write 0 instead of O at position 12: WAUZZZ8V5KA023456" },
    { "IAUZZZ8V5KA123456", "Write 1 instead of I at position 1: 1AUZZZ8V5KA123456" },
    { "wauzzz8v5ka12345q", "Write 0 instead of Q at position 17: WAUZZZ8V5KA123450" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *vin = g_strconcat ("vin=", cases[i].vin, NULL);
      const char *const pairs[] = { vin, NULL };
      g_autoptr (GramTestRows) rows = read_row (pairs, "{\"preset\":\"gram\"}", GRAM_ACCOUNT_CCTS);

      g_assert_cmpstr (gram_test_problem (rows, 0)->suggestion, ==, cases[i].suggestion);
    }
}

static void
test_duplicates (void)
{
  static const char text[]
      = "vin,chassis,register_key,co2_g_km\n" VIN ",ZVW30-1234567,,1\n" VIN ",,,1\n"
        ",ZVW301234567,,1\n" VIN_2 ",,,x\n" VIN_2 ",,,1\n" VIN_2 ",ZVW30-1234567,,1\n"
        ",,k,1\n"
        ",,k,1\n"
        ",,ZVW301234567,1\n";
  g_autoptr (GramMapping) mapping = gram_mapping_new_preset ("gram");
  g_autoptr (GramTestRows) rows = gram_test_rows_read_text (text, mapping, GRAM_ACCOUNT_CCS_USED);
  g_autofree char *rules = gram_test_rows_dup_rules (rows);

  g_assert_cmpstr (rules, ==,
                   "2:vin:row.duplicate 3:chassis:row.duplicate 4:co2_g_km:decimal.form "
                   "6:vin:row.duplicate 6:chassis:row.duplicate 8:register_key:row.duplicate");
  g_assert_cmpstr (gram_test_problem (rows, 0)->message, ==,
                   "Row 1 has the same identifier already");
  g_assert_cmpint (gram_test_problem (rows, 0)->line, ==, 3);
  g_assert_cmpuint (rows->records->len, ==, 4);
}

/* All problems of a row are told at once, and nothing of one row stays in the next. */
static void
test_many_problems (void)
{
  static const char text[] = "vin,make,type,mass_kg,co2_g_km,registered_on,status\n" VIN
                             ",Audi,A,1300,100,2025-01-01,ready\n"
                             "x,Audi,C,much,-1,tomorrow,gone\n" VIN_2 ",,,,,,\n";
  g_autoptr (GramMapping) mapping = gram_mapping_new_preset ("gram");
  g_autoptr (GramTestRows) rows = gram_test_rows_read_text (text, mapping, GRAM_ACCOUNT_CCS_USED);
  GramVehicleRecord *last;

  g_assert_cmpuint (rows->problems->len, ==, 6);
  g_assert_cmpuint (rows->records->len, ==, 2);
  last = gram_test_row (rows, 1);
  g_assert_cmpstr (last->make, ==, "");
  g_assert_cmpint (last->type, ==, 0);
  g_assert_cmpint (last->mass_kg, ==, 0);
  g_assert_cmpint (last->units, ==, 1);
  g_assert_cmpint (last->co2_micro, ==, GRAM_CO2_UNKNOWN);
  g_assert_null (last->registered_on);
  g_assert_cmpint (last->status, ==, GRAM_VEHICLE_ENTERED);
  g_assert_cmpint (last->attention, ==, GRAM_ATTENTION_INCOMPLETE);
  g_assert_cmpuint (last->missing, ==,
                    GRAM_MISSING_CO2 | GRAM_MISSING_MASS | GRAM_MISSING_TYPE | GRAM_MISSING_MAKE
                        | GRAM_MISSING_MODEL);
}

static void
test_damaged (void)
{
  static const char text[] = "vin,make\n" VIN "\n" VIN_2 ",a,b\n\"" VIN "\"x,b\n" VIN ",\377\n";
  g_autoptr (GramMapping) mapping = gram_mapping_new_preset ("gram");
  g_autoptr (GramTestRows) rows = gram_test_rows_read_text (text, mapping, GRAM_ACCOUNT_CCTS);
  g_autofree char *rules = gram_test_rows_dup_rules (rows);

  g_assert_cmpstr (rules, ==, "1::row.damaged 2::row.damaged 3::row.damaged 4::row.damaged");
  g_assert_cmpstr (gram_test_problem (rows, 1)->value, ==, "3");
}

/* Where a class tells the type by law, the type need not stand in the file; what stands there
   counts. */
static void
test_type_of_class (void)
{
  static const char text[]
      = "vin,class,type\n" VIN ",ma,\n" VIN_2 ",NA,A\n,,\n7AT0H65TX14000001,LC,\n";
  g_autoptr (GramMapping) mapping = gram_mapping_new_preset ("gram");
  g_autoptr (GramTestRows) ccs = gram_test_rows_read_text (text, mapping, GRAM_ACCOUNT_CCS_NEW);
  g_autoptr (GramTestRows) ccts = gram_test_rows_read_text (text, mapping, GRAM_ACCOUNT_CCTS);

  g_assert_cmpuint (ccs->records->len, ==, 3);
  g_assert_cmpint (gram_test_row (ccs, 0)->type, ==, 'A');
  g_assert_cmpint (gram_test_row (ccs, 1)->type, ==, 'A');
  g_assert_cmpint (gram_test_row (ccs, 2)->type, ==, 0);
  g_assert_cmpint (gram_test_row (ccts, 0)->type, ==, 0);
}

static void
test_too_long (void)
{
  g_autofree char *make = g_strnfill (101, 'x');
  g_autofree char *model = g_strnfill (200, 'y');
  g_autofree char *text = g_strdup_printf ("vin,make,model\n%s,%s,%s\n", VIN, make, model);
  g_autoptr (GramMapping) mapping = gram_mapping_new_preset ("gram");
  g_autoptr (GramTestRows) rows = gram_test_rows_read_text (text, mapping, GRAM_ACCOUNT_CCTS);
  g_autofree char *rules = gram_test_rows_dup_rules (rows);

  g_assert_cmpstr (rules, ==, "1:make:row.too-long");
}

/* What the writer guarded, the preset `gram` reads as it was; other mappings take it as it is. */
static void
test_guard (void)
{
  static const char text[] = "vin,make,model\n" VIN ",'=SUM(A1),''+x\n";
  g_autoptr (GramMapping) own = gram_mapping_new_preset ("gram");
  g_autoptr (GramMapping) other
      = gram_mapping_from_json ("{\"fields\":{\"vin\":\"vin\",\"make\":\"make\"}}", NULL);
  g_autoptr (GramTestRows) guarded = gram_test_rows_read_text (text, own, GRAM_ACCOUNT_CCTS);
  g_autoptr (GramTestRows) plain = gram_test_rows_read_text (text, other, GRAM_ACCOUNT_CCTS);

  g_assert_cmpstr (gram_test_row (guarded, 0)->make, ==, "=SUM(A1)");
  g_assert_cmpstr (gram_test_row (guarded, 0)->model, ==, "'+x");
  g_assert_cmpstr (gram_test_row (plain, 0)->make, ==, "'=SUM(A1)");
}

static void
test_only (void)
{
  static const char text[] = "vin,Mh\n" VIN ",Harbour\nbad,LIGHTHOUSE\n" VIN_2 ", HARBOUR \n";
  g_autoptr (GramMapping) mapping = gram_mapping_from_json (
      "{\"preset\":\"gram\",\"only\":{\"column\":\"mh\",\"value\":\"harbour\"}}", NULL);
  g_autoptr (GramTestRows) rows = gram_test_rows_read_text (text, mapping, GRAM_ACCOUNT_CCTS);

  g_assert_cmpuint (rows->records->len, ==, 2);
  g_assert_cmpuint (rows->problems->len, ==, 0);
  g_assert_cmpint (rows->n_passed_over, ==, 1);
}

/* Hundreds of thousands of identifiers, each once and then again. */
static void
test_many_identifiers (void)
{
  g_autoptr (GString) text = g_string_new ("vin\n");
  g_autoptr (GramMapping) mapping = gram_mapping_new_preset ("gram");
  g_autoptr (GramTestRows) rows = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append_printf (text, "WAUZZZ8V5KA%06d\n", i % 100000);
  rows = gram_test_rows_read_text (text->str, mapping, GRAM_ACCOUNT_CCTS);
  g_assert_cmpuint (rows->records->len, ==, 100000);
  g_assert_cmpuint (rows->problems->len, ==, 100000);
  g_assert_cmpstr (gram_test_problem (rows, 99999)->message, ==,
                   "Row 100000 has the same identifier already");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-vehicle/full-row", test_full_row);
  g_test_add_func ("/row-vehicle/rules", test_rules);
  g_test_add_func ("/row-vehicle/savings", test_savings);
  g_test_add_func ("/row-vehicle/zero-emission", test_zero_emission);
  g_test_add_func ("/row-vehicle/excluded", test_excluded);
  g_test_add_func ("/row-vehicle/identifiers", test_identifiers);
  g_test_add_func ("/row-vehicle/vin-suggestion", test_vin_suggestion);
  g_test_add_func ("/row-vehicle/duplicates", test_duplicates);
  g_test_add_func ("/row-vehicle/many-problems", test_many_problems);
  g_test_add_func ("/row-vehicle/damaged", test_damaged);
  g_test_add_func ("/row-vehicle/type-of-class", test_type_of_class);
  g_test_add_func ("/row-vehicle/too-long", test_too_long);
  g_test_add_func ("/row-vehicle/guard", test_guard);
  g_test_add_func ("/row-vehicle/only", test_only);
  g_test_add_func ("/row-vehicle/many-identifiers", test_many_identifiers);
  return g_test_run ();
}
