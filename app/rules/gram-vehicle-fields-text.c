/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-fields.h"

#include "gram-decimal.h"
#include "gram-identifier.h"
#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What people type for a field, and what they read. */

#define DISPUTES "CO₂ account, Disputing records"
#define MICRO G_GINT64_CONSTANT (1000000)

static char *
refuse_value (const GramVehicleField *field, GramRefusal **refusal, const char *problem)
{
  /* Translators: the first %s names a field of a vehicle, the second says what is wrong with it */
  gram_refuse (refusal, "vehicle.field-value", DISPUTES, _ ("%s: %s"), _ (field->title), problem);
  return NULL;
}

static char *
read_text (const GramVehicleField *field, const char *text, GramDate today, GramRefusal **refusal)
{
  g_autofree char *problem = NULL;

  if (_gram_has_control (text, ""))
    return refuse_value (field, refusal,
                         _ ("there is a character that cannot be shown; remove it"));
  if (g_utf8_strlen (text, -1) <= field->most)
    return g_strdup (text);

  problem = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "write %d character at most",
                                          "write %d characters at most", (gulong)field->most),
                             field->most);
  return refuse_value (field, refusal, problem);
}

static char *
read_identifier (const GramVehicleField *field,
                 const char *text,
                 GramDate today,
                 GramRefusal **refusal)
{
  gboolean vin = g_str_equal (field->name, "vin");
  g_autoptr (GError) error = NULL;
  GramIdentifier identifier;

  if (!gram_identifier_parse (text, &identifier, &error))
    return refuse_value (field, refusal, error->message);
  if (vin && identifier.kind != GRAM_IDENTIFIER_VIN)
    return refuse_value (field, refusal,
                         _ ("a VIN has 17 characters; write a chassis number in its own field"));
  if (!vin && identifier.kind != GRAM_IDENTIFIER_CHASSIS)
    return refuse_value (field, refusal, _ ("this is a VIN; write it in its own field"));

  return g_strdup (identifier.text);
}

static char *
read_word (const GramVehicleField *field, const char *text, GramDate today, GramRefusal **refusal)
{
  g_autofree char *list = g_strjoinv (", ", (char **)field->words);
  g_autofree char *problem = NULL;

  for (gsize i = 0; field->words[i] != NULL; i++)
    if (g_ascii_strcasecmp (field->words[i], text) == 0)
      return g_strdup (field->words[i]);

  /* Translators: %s is a list of words that are not translated */
  problem = g_strdup_printf (_ ("write one of: %s"), list);
  return refuse_value (field, refusal, problem);
}

/* The rulebook's words are small letters, digits and dashes. */
static char *
read_reason (const GramVehicleField *field, const char *text, GramDate today, GramRefusal **refusal)
{
  g_autofree char *word = g_ascii_strdown (text, -1);
  gsize length = strspn (word, "abcdefghijklmnopqrstuvwxyz0123456789-");

  if (word[length] == '\0' && length <= (gsize)field->most)
    return g_steal_pointer (&word);

  return refuse_value (field, refusal,
                       _ ("write one of the reasons of the rulebook as its word, for example "
                          "“motorsport”, or “no”"));
}

static char *
refuse_range (const GramVehicleField *field, GramRefusal **refusal)
{
  g_autofree char *problem
      = g_strdup_printf (_ ("write a number between %d and %d"), field->least, field->most);

  return refuse_value (field, refusal, problem);
}

static char *
read_number (const GramVehicleField *field, const char *text, GramDate today, GramRefusal **refusal)
{
  gint64 value;

  if (!gram_decimal_parse (text, 0, &value, NULL) || value < field->least || value > field->most)
    return refuse_range (field, refusal);

  return gram_decimal_format (value, 0, 0);
}

static char *
read_grams (const GramVehicleField *field, const char *text, GramDate today, GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  if (!gram_decimal_parse (text, GRAM_DECIMAL_SCALE_CO2, &value, &error))
    return refuse_value (field, refusal, error->message);
  if (value < 0 || value > field->most * MICRO)
    return refuse_range (field, refusal);

  return gram_decimal_format (value, GRAM_DECIMAL_SCALE_CO2, 0);
}

static char *
read_date (const GramVehicleField *field, const char *text, GramDate today, GramRefusal **refusal)
{
  GramDate date;

  if (!gram_date_parse (text, GRAM_DATE_ISO, &date, NULL))
    return refuse_value (field, refusal, _ ("write a day as year, month and day: 2026-02-14"));
  if (gram_date_is_valid (today) && gram_date_compare (date, today) > 0)
    return refuse_value (field, refusal, _ ("the day is in the future; check the year"));

  return gram_date_format (date);
}

typedef char *(*ReadFunc) (const GramVehicleField *field,
                           const char *text,
                           GramDate today,
                           GramRefusal **refusal);

static const ReadFunc readers[] = {
  [GRAM_VEHICLE_FIELD_TEXT] = read_text,    [GRAM_VEHICLE_FIELD_IDENTIFIER] = read_identifier,
  [GRAM_VEHICLE_FIELD_KEY] = read_text,     [GRAM_VEHICLE_FIELD_LETTER] = read_word,
  [GRAM_VEHICLE_FIELD_WORD] = read_word,    [GRAM_VEHICLE_FIELD_COUNT] = read_number,
  [GRAM_VEHICLE_FIELD_UNITS] = read_number, [GRAM_VEHICLE_FIELD_GRAMS] = read_grams,
  [GRAM_VEHICLE_FIELD_SAVING] = read_grams, [GRAM_VEHICLE_FIELD_DATE] = read_date,
  [GRAM_VEHICLE_FIELD_FLAG] = read_word,    [GRAM_VEHICLE_FIELD_REASON] = read_reason,
};

char *
gram_vehicle_field_read (const GramVehicleField *field,
                         const char *text,
                         GramDate today,
                         GramRefusal **refusal)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return refuse_value (field, refusal, _ ("this is not text; write it again"));

  stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (*stripped != '\0')
    return readers[field->kind](field, stripped, today, refusal);

  gram_refuse (refusal, "vehicle.field-empty", DISPUTES,
               /* Translators: %s names a field of a vehicle */
               _ ("“%s” is empty; say what it should be"), _ (field->title));
  return NULL;
}

static char *
format_number (const GramVehicleField *field, const char *text)
{
  gboolean grams
      = field->kind == GRAM_VEHICLE_FIELD_GRAMS || field->kind == GRAM_VEHICLE_FIELD_SAVING;
  guint scale = grams ? GRAM_DECIMAL_SCALE_CO2 : 0;
  g_autofree char *number = NULL;
  gint64 value;

  if (!gram_decimal_parse (text, scale, &value, NULL))
    return g_strdup (text);

  number = _gram_number_for_people (value, scale);
  if (field->unit == NULL)
    return g_steal_pointer (&number);

  /* Translators: a number and its unit */
  return g_strdup_printf (_ ("%s %s"), number, _ (field->unit));
}

static char *
format_date (const char *text)
{
  GramDate date;

  return gram_date_parse (text, GRAM_DATE_ISO, &date, NULL) ? gram_date_format_for_people (date)
                                                            : g_strdup (text);
}

char *
gram_vehicle_field_format_for_people (const char *name, const char *text)
{
  const GramVehicleField *field = gram_vehicle_field_find (name);

  g_return_val_if_fail (name != NULL && text != NULL, NULL);

  /* A vehicle that no reason takes out is inside. */
  if (field != NULL && field->kind == GRAM_VEHICLE_FIELD_REASON && *text == '\0')
    return g_strdup (C_ ("vehicle", "No"));
  if (*text == '\0'
      || (g_str_equal (text, "0") && field != NULL && field->kind == GRAM_VEHICLE_FIELD_COUNT))
    return g_strdup (_ ("not known"));
  if (field == NULL || g_str_equal (name, "made_year"))
    return g_strdup (text);

  switch (field->kind)
    {
    case GRAM_VEHICLE_FIELD_COUNT:
    case GRAM_VEHICLE_FIELD_UNITS:
    case GRAM_VEHICLE_FIELD_GRAMS:
    case GRAM_VEHICLE_FIELD_SAVING:
      return format_number (field, text);
    case GRAM_VEHICLE_FIELD_DATE:
      return format_date (text);
    case GRAM_VEHICLE_FIELD_FLAG:
      return g_strdup (g_str_equal (text, "yes") ? C_ ("vehicle", "Yes") : C_ ("vehicle", "No"));
    case GRAM_VEHICLE_FIELD_REASON:
      return g_strdup (g_str_equal (text, "no") ? C_ ("vehicle", "No") : text);
    case GRAM_VEHICLE_FIELD_TEXT:
    case GRAM_VEHICLE_FIELD_IDENTIFIER:
    case GRAM_VEHICLE_FIELD_KEY:
    case GRAM_VEHICLE_FIELD_LETTER:
    case GRAM_VEHICLE_FIELD_WORD:
    default:
      return g_strdup (text);
    }
}
