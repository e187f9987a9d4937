/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-field.h"

#include <glib/gi18n-lib.h>

#define USED (1 << GRAM_ACCOUNT_CCS_USED)
#define NEW (1 << GRAM_ACCOUNT_CCS_NEW)
#define CCS (USED | NEW)
#define CCTS (1 << GRAM_ACCOUNT_CCTS)
#define ALL (CCS | CCTS)

static const char *const types[] = { "A", "B", NULL };
static const char *const conditions[] = { "new", "used", NULL };
static const char *const statuses[] = { "entered", "ready", NULL };
static const char *const co2_sources[]
    = { "manufacturer", "converted", "default", "corrected", NULL };
static const char *const flags[] = { "yes", "no", "true", "false", NULL };

/* clang-format off */
static const GramFieldInfo fields[GRAM_N_FIELDS] = {
  { GRAM_FIELD_IDENTIFIER, "identifier", N_("VIN or chassis number"),
    N_("Where one column holds either"), GRAM_FIELD_KIND_IDENTIFIER, ALL, 0, 0, 64, NULL },
  { GRAM_FIELD_VIN, "vin", N_("VIN"),
    N_("17 characters, never I, O or Q"), GRAM_FIELD_KIND_IDENTIFIER, ALL, 0, 0, 64, NULL },
  { GRAM_FIELD_CHASSIS, "chassis", N_("Chassis number"),
    N_("Chassis or frame number, for example ZVW30-1234567"), GRAM_FIELD_KIND_IDENTIFIER, CCS, 0, 0, 64, NULL },
  { GRAM_FIELD_REGISTER_KEY, "register_key", N_("Register key"),
    N_("Key of the register’s row, where it has neither VIN nor chassis number"), GRAM_FIELD_KIND_KEY, ALL, 0, 0, 100, NULL },
  { GRAM_FIELD_MAKE, "make", N_("Make"),
    N_("For example Toyota"), GRAM_FIELD_KIND_TEXT, ALL, ALL, 0, 100, NULL },
  { GRAM_FIELD_MODEL, "model", N_("Model"),
    N_("Commercial name"), GRAM_FIELD_KIND_TEXT, ALL, ALL, 0, 200, NULL },
  { GRAM_FIELD_VARIANT, "variant", N_("Variant"),
    N_("Submodel, or type, variant and version"), GRAM_FIELD_KIND_TEXT, ALL, 0, 0, 200, NULL },
  { GRAM_FIELD_CLASS, "class", N_("Class"),
    N_("As the register writes it: MA, MB, MC, NA, M1 …"), GRAM_FIELD_KIND_TEXT, ALL, 0, 0, 20, NULL },
  { GRAM_FIELD_TYPE, "type", N_("Type"),
    N_("A or B"), GRAM_FIELD_KIND_WORD, CCS, CCS, 0, 20, types },
  { GRAM_FIELD_CONDITION, "condition", N_("New or used"),
    N_("Compared with the kind of the account"), GRAM_FIELD_KIND_WORD, CCS, 0, 0, 20, conditions },
  { GRAM_FIELD_MADE_YEAR, "made_year", N_("Year of manufacture"),
    N_("Four digits"), GRAM_FIELD_KIND_INTEGER, ALL, 0, 1886, 9999, NULL },
  { GRAM_FIELD_FUEL, "fuel", N_("Fuel"),
    N_("Fuel or motive power as the register writes it"), GRAM_FIELD_KIND_TEXT, ALL, 0, 0, 100, NULL },
  { GRAM_FIELD_ENGINE_CC, "engine_cc", N_("Engine capacity"),
    N_("cm³, empty or 0 if it has none"), GRAM_FIELD_KIND_INTEGER, ALL, 0, 0, 100000, NULL },
  { GRAM_FIELD_MASS_KG, "mass_kg", N_("Mass"),
    N_("kg: tare weight (Clean Car Standard) or mass in running order (CCTS)"), GRAM_FIELD_KIND_INTEGER, ALL, CCS, 1, 100000, NULL },
  { GRAM_FIELD_TEST_CYCLE, "test_cycle", N_("Test cycle"),
    N_("Test cycle of the CO₂ value, for example WLTP"), GRAM_FIELD_KIND_TEXT, ALL, 0, 0, 40, NULL },
  { GRAM_FIELD_CO2_SOURCE, "co2_source", N_("Source of the CO₂ value"),
    N_("manufacturer, converted, default or corrected"), GRAM_FIELD_KIND_WORD, ALL, 0, 0, 20, co2_sources },
  { GRAM_FIELD_CO2, "co2_g_km", N_("CO₂ emissions"),
    N_("g/km"), GRAM_FIELD_KIND_GRAMS, ALL, ALL, 0, 1000, NULL },
  { GRAM_FIELD_SAVING, "saving_g_km", N_("Eco-innovation savings"),
    N_("g/km that innovative technology saves"), GRAM_FIELD_KIND_GRAMS, CCTS, 0, 0, 1000, NULL },
  { GRAM_FIELD_CORRECTED, "corrected_g_km", N_("Corrected CO₂ emissions"),
    N_("g/km, where the value was corrected under Article 13(3) of 2019/631"), GRAM_FIELD_KIND_GRAMS, CCTS, 0, 0, 1000, NULL },
  { GRAM_FIELD_ECO_CODES, "eco_codes", N_("Eco-innovation codes"),
    N_("As the certificate has them"), GRAM_FIELD_KIND_TEXT, CCTS, 0, 0, 200, NULL },
  { GRAM_FIELD_ZERO_EMISSION, "zero_emission", N_("Meets the zero-emission conditions"),
    N_("yes or no, no if empty; a battery car that fails them is no zero-emission car and has 0 g/km"), GRAM_FIELD_KIND_WORD, CCTS, 0, 0, 20, flags },
  { GRAM_FIELD_EXCLUDED, "excluded", N_("Outside the standard"),
    N_("The reason as a word of the rulebook, for example motorsport; no if empty"), GRAM_FIELD_KIND_TEXT, CCS, 0, 0, 40, NULL },
  { GRAM_FIELD_UNITS, "units", N_("Number of cars"),
    N_("How many cars the row stands for, 1 if empty"), GRAM_FIELD_KIND_INTEGER, ALL, 0, 1, 1000000, NULL },
  { GRAM_FIELD_REGISTERED_ON, "registered_on", N_("First registration"),
    N_("Date of first registration"), GRAM_FIELD_KIND_DATE, ALL, CCTS, 0, 40, NULL },
  { GRAM_FIELD_STATUS, "status", N_("Status"),
    N_("entered or ready"), GRAM_FIELD_KIND_WORD, ALL, 0, 0, 20, statuses },
};
/* clang-format on */

const GramFieldInfo *
gram_field_info (GramField field)
{
  g_return_val_if_fail (field < GRAM_N_FIELDS, NULL);
  g_assert (fields[field].field == field);

  return &fields[field];
}

gboolean
gram_field_parse (const char *key, GramField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = 0; i < GRAM_N_FIELDS; i++)
    if (g_strcmp0 (fields[i].key, key) == 0)
      {
        *field = fields[i].field;
        return TRUE;
      }
  return FALSE;
}

const char *
gram_field_title (GramField field)
{
  g_return_val_if_fail (field < GRAM_N_FIELDS, "");

  return _ (fields[field].title);
}
