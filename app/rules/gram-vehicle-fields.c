/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-fields.h"

#include "gram-decimal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT(member) G_STRUCT_OFFSET (GramVehicleRecord, member)

#define CCS (1 << GRAM_ACCOUNT_CCS_USED | 1 << GRAM_ACCOUNT_CCS_NEW)
#define CCTS (1 << GRAM_ACCOUNT_CCTS)
#define ALL (CCS | CCTS)

#define TEXT GRAM_VEHICLE_FIELD_TEXT
#define IDENTIFIER GRAM_VEHICLE_FIELD_IDENTIFIER
#define KEY GRAM_VEHICLE_FIELD_KEY
#define LETTER GRAM_VEHICLE_FIELD_LETTER
#define WORD GRAM_VEHICLE_FIELD_WORD
#define COUNT GRAM_VEHICLE_FIELD_COUNT
#define UNITS GRAM_VEHICLE_FIELD_UNITS
#define GRAMS GRAM_VEHICLE_FIELD_GRAMS
#define SAVING GRAM_VEHICLE_FIELD_SAVING
#define DATE GRAM_VEHICLE_FIELD_DATE
#define FLAG GRAM_VEHICLE_FIELD_FLAG
#define REASON GRAM_VEHICLE_FIELD_REASON

#define G_KM N_ ("g/km")
#define MAX_CO2 1000

static const char *const types[] = { "A", "B", NULL };
static const char *const sources[] = { "manufacturer", "converted", "default", "corrected", NULL };
static const char *const flags[] = { "yes", "no", NULL };

/* clang-format off */
static const GramVehicleField rows[GRAM_VEHICLE_FIELD_N] = {
  { "vin", N_ ("VIN"), NULL, IDENTIFIER, AT (vin), ALL, 0, 0, 64, NULL },
  { "chassis", N_ ("Chassis number"), NULL, IDENTIFIER, AT (chassis), CCS, 0, 0, 64, NULL },
  { "register_key", N_ ("Register key"), NULL, KEY, AT (register_key), 0, 0, 0, 100, NULL },
  { "make", N_ ("Make"), NULL, TEXT, AT (make), ALL, 0, 0, 100, NULL },
  { "model", N_ ("Model"), NULL, TEXT, AT (model), ALL, 0, 0, 200, NULL },
  { "variant", N_ ("Variant"), NULL, TEXT, AT (variant), ALL, 0, 0, 200, NULL },
  { "vehicle_class", N_ ("Class"), NULL, TEXT, AT (vehicle_class), ALL, 0, 0, 20, NULL },
  { "type", N_ ("Type"), NULL, LETTER, AT (type), CCS, CCS, 0, 1, types },
  { "made_year", N_ ("Year of manufacture"), NULL, COUNT, AT (made_year), ALL, 0, 1886, 9999, NULL },
  { "fuel", N_ ("Fuel"), NULL, TEXT, AT (fuel), ALL, 0, 0, 100, NULL },
  { "engine", N_ ("Engine capacity"), N_ ("cm³"), COUNT, AT (engine_cc), ALL, 0, 0, 100000, NULL },
  { "mass", N_ ("Weight"), N_ ("kg"), COUNT, AT (mass_kg), ALL, CCS, 1, 100000, NULL },
  { "test_cycle", N_ ("Test cycle"), NULL, TEXT, AT (test_cycle), ALL, 0, 0, 40, NULL },
  { "co2_source", N_ ("Source of the CO₂ value"), NULL, WORD, AT (co2_source), ALL, 0, 0, 20, sources },
  { "co2", N_ ("CO₂ value"), G_KM, GRAMS, AT (co2_micro), ALL, ALL, 0, MAX_CO2, NULL },
  { "saving", N_ ("Eco-innovation savings"), G_KM, SAVING, AT (saving_micro), CCTS, CCTS, 0, MAX_CO2, NULL },
  { "corrected", N_ ("Corrected CO₂ value"), G_KM, GRAMS, AT (corrected_micro), CCTS, CCTS, 0, MAX_CO2, NULL },
  { "eco_codes", N_ ("Eco-innovation codes"), NULL, TEXT, AT (eco_codes), CCTS, CCTS, 0, 200, NULL },
  { "zero_emission", N_ ("Meets the zero-emission conditions"), NULL, FLAG, AT (zero_emission), CCTS, CCTS, 0, 3, flags },
  { "excluded", N_ ("Outside the standard"), NULL, REASON, AT (excluded), CCS, CCS, 0, 40, NULL },
  { "units", N_ ("Cars"), NULL, UNITS, AT (units), ALL, ALL, 1, 1000000, NULL },
  { "registered_on", N_ ("First registration"), NULL, DATE, AT (registered_on), ALL, CCTS, 0, 40, NULL },
};
/* clang-format on */

/* How values of a kind lie in the record, so that each place is read and written by its own type. */
typedef enum
{
  AS_TEXT,
  AS_LETTER,
  AS_INT,
  AS_MICRO,
  AS_FLAG,
  AS_REASON,
} Storage;

static const Storage storages[] = {
  [TEXT] = AS_TEXT, [IDENTIFIER] = AS_TEXT, [KEY] = AS_TEXT,  [LETTER] = AS_LETTER,
  [WORD] = AS_TEXT, [COUNT] = AS_INT,       [UNITS] = AS_INT, [GRAMS] = AS_MICRO,
  [DATE] = AS_TEXT, [SAVING] = AS_MICRO,    [FLAG] = AS_FLAG, [REASON] = AS_REASON,
};

#define INT_AT(record, field) G_STRUCT_MEMBER (int, record, (field)->offset)
#define MICRO_AT(record, field) G_STRUCT_MEMBER (gint64, record, (field)->offset)
#define FLAG_AT(record, field) G_STRUCT_MEMBER (gboolean, record, (field)->offset)
#define LETTER_AT(record, field) G_STRUCT_MEMBER (char, record, (field)->offset)

static const char *
text_at (const GramVehicleField *field, const GramVehicleRecord *record)
{
  const char *text = G_STRUCT_MEMBER (char *, record, field->offset);

  return text != NULL ? text : "";
}

const GramVehicleField *
gram_vehicle_fields (void)
{
  return rows;
}

const GramVehicleField *
gram_vehicle_field_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].name, name) == 0)
      return &rows[i];

  return NULL;
}

const char *
gram_vehicle_field_title (const char *name)
{
  const GramVehicleField *field = gram_vehicle_field_find (name);

  g_return_val_if_fail (name != NULL, "");

  if (field != NULL)
    return _ (field->title);

  return g_str_equal (name, "account") ? _ ("Account") : name;
}

gboolean
gram_vehicle_field_is_disputable (const GramVehicleField *field, GramAccountKind kind)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return (field->accounts & (1u << kind)) != 0;
}

gboolean
gram_vehicle_field_has_figures (const GramVehicleField *field, GramAccountKind kind)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return (field->figures & (1u << kind)) != 0;
}

gboolean
gram_vehicle_field_says_something (const GramVehicleField *field, const GramVehicleRecord *record)
{
  g_return_val_if_fail (field != NULL && record != NULL, FALSE);

  if (field->kind == UNITS || field->kind == SAVING || field->kind == FLAG || field->kind == REASON)
    return TRUE;

  switch (storages[field->kind])
    {
    case AS_LETTER:
      return LETTER_AT (record, field) != '\0';
    case AS_INT:
      return INT_AT (record, field) != 0;
    case AS_MICRO:
      return MICRO_AT (record, field) != GRAM_CO2_UNKNOWN;
    case AS_FLAG:
    case AS_REASON:
      return TRUE;
    case AS_TEXT:
    default:
      return *text_at (field, record) != '\0';
    }
}

/* A chassis number is compared without its dash, so that a file without dashes changes nothing. */
static gboolean
same_without_dash (const char *one, const char *other)
{
  while (*one != '\0' || *other != '\0')
    {
      if (*one == '-')
        one++;
      else if (*other == '-')
        other++;
      else if (*one++ != *other++)
        return FALSE;
    }

  return TRUE;
}

gboolean
gram_vehicle_field_same (const GramVehicleField *field, const char *a, const char *b)
{
  g_return_val_if_fail (field != NULL && a != NULL && b != NULL, FALSE);

  if (field->offset == AT (chassis))
    return same_without_dash (a, b);

  return strcmp (a, b) == 0;
}

gboolean
gram_vehicle_field_differs (const GramVehicleField *field,
                            const GramVehicleRecord *a,
                            const GramVehicleRecord *b)
{
  g_return_val_if_fail (field != NULL && a != NULL && b != NULL, FALSE);

  switch (storages[field->kind])
    {
    case AS_LETTER:
      return LETTER_AT (a, field) != LETTER_AT (b, field);
    case AS_INT:
      return INT_AT (a, field) != INT_AT (b, field);
    case AS_MICRO:
      return MICRO_AT (a, field) != MICRO_AT (b, field);
    case AS_FLAG:
      return !FLAG_AT (a, field) != !FLAG_AT (b, field);
    case AS_REASON:
    case AS_TEXT:
    default:
      return !gram_vehicle_field_same (field, text_at (field, a), text_at (field, b));
    }
}

void
gram_vehicle_field_copy (const GramVehicleField *field,
                         GramVehicleRecord *to,
                         const GramVehicleRecord *from)
{
  g_return_if_fail (field != NULL && to != NULL && from != NULL);

  switch (storages[field->kind])
    {
    case AS_LETTER:
      LETTER_AT (to, field) = LETTER_AT (from, field);
      break;
    case AS_INT:
      INT_AT (to, field) = INT_AT (from, field);
      break;
    case AS_MICRO:
      MICRO_AT (to, field) = MICRO_AT (from, field);
      break;
    case AS_FLAG:
      FLAG_AT (to, field) = FLAG_AT (from, field);
      break;
    case AS_REASON:
    case AS_TEXT:
    default:
      g_set_str (&G_STRUCT_MEMBER (char *, to, field->offset),
                 G_STRUCT_MEMBER (char *, from, field->offset));
      break;
    }
}

char *
gram_vehicle_field_get (const GramVehicleField *field, const GramVehicleRecord *record)
{
  gint64 micro;

  g_return_val_if_fail (field != NULL && record != NULL, NULL);

  switch (storages[field->kind])
    {
    case AS_LETTER:
      return g_strndup (&LETTER_AT (record, field), 1);
    case AS_INT:
      return g_strdup_printf ("%d", INT_AT (record, field));
    case AS_MICRO:
      micro = MICRO_AT (record, field);
      return micro == GRAM_CO2_UNKNOWN ? g_strdup ("")
                                       : gram_decimal_format (micro, GRAM_DECIMAL_SCALE_CO2, 0);
    case AS_FLAG:
      return g_strdup (FLAG_AT (record, field) ? "yes" : "no");
    case AS_REASON:
      return g_strdup (*text_at (field, record) != '\0' ? text_at (field, record) : "no");
    case AS_TEXT:
    default:
      return g_strdup (text_at (field, record));
    }
}

static void
set_empty (const GramVehicleField *field, GramVehicleRecord *record)
{
  switch (storages[field->kind])
    {
    case AS_LETTER:
      LETTER_AT (record, field) = '\0';
      break;
    case AS_INT:
      INT_AT (record, field) = 0;
      break;
    case AS_MICRO:
      MICRO_AT (record, field) = field->kind == SAVING ? 0 : GRAM_CO2_UNKNOWN;
      break;
    case AS_FLAG:
      FLAG_AT (record, field) = FALSE;
      break;
    case AS_REASON:
      g_set_str (&G_STRUCT_MEMBER (char *, record, field->offset), "");
      break;
    case AS_TEXT:
    default:
      /* What may be missing is NULL, the other texts are never. */
      g_set_str (&G_STRUCT_MEMBER (char *, record, field->offset),
                 field->kind == TEXT || field->kind == WORD ? "" : NULL);
      break;
    }
}

gboolean
gram_vehicle_field_set (const GramVehicleField *field, GramVehicleRecord *record, const char *text)
{
  g_autofree char *canonical = NULL;
  gint64 value = 0;

  g_return_val_if_fail (field != NULL && record != NULL && text != NULL, FALSE);

  if (*text == '\0' || (field->kind == COUNT && g_str_equal (text, "0")))
    {
      if (field->kind == UNITS)
        return FALSE;
      set_empty (field, record);
      return TRUE;
    }

  canonical = gram_vehicle_field_read (field, text, GRAM_DATE_NONE, NULL);
  if (canonical == NULL || strcmp (canonical, text) != 0)
    return FALSE;

  switch (storages[field->kind])
    {
    case AS_LETTER:
      LETTER_AT (record, field) = *text;
      return TRUE;
    case AS_INT:
      if (!gram_decimal_parse (text, 0, &value, NULL))
        return FALSE;
      INT_AT (record, field) = (int)value;
      return TRUE;
    case AS_MICRO:
      return gram_decimal_parse (text, GRAM_DECIMAL_SCALE_CO2, &MICRO_AT (record, field), NULL);
    case AS_FLAG:
      FLAG_AT (record, field) = g_str_equal (text, "yes");
      return TRUE;
    case AS_REASON:
      g_set_str (&G_STRUCT_MEMBER (char *, record, field->offset),
                 g_str_equal (text, "no") ? "" : text);
      return TRUE;
    case AS_TEXT:
    default:
      g_set_str (&G_STRUCT_MEMBER (char *, record, field->offset), text);
      return TRUE;
    }
}
