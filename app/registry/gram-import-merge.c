/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-merge.h"

#include "gram-decimal.h"

#include <string.h>

#define AT(member) G_STRUCT_OFFSET (GramVehicleRecord, member)

/* How a field is compared, and which value says nothing. */
typedef enum
{
  TEXT, /* empty says nothing */
  LETTER,
  COUNT,  /* 0 says nothing */
  UNITS,  /* says something if the file has the column */
  GRAMS,  /* unknown says nothing */
  SAVING, /* likewise */
} MergeKind;

static const struct
{
  const char *name;
  MergeKind kind;
  gsize offset;
} fields[] = {
  { "vin", TEXT, AT (vin) },
  { "chassis", TEXT, AT (chassis) },
  { "make", TEXT, AT (make) },
  { "model", TEXT, AT (model) },
  { "variant", TEXT, AT (variant) },
  { "vehicle_class", TEXT, AT (vehicle_class) },
  { "type", LETTER, AT (type) },
  { "made_year", COUNT, AT (made_year) },
  { "fuel", TEXT, AT (fuel) },
  { "engine", COUNT, AT (engine_cc) },
  { "mass", COUNT, AT (mass_kg) },
  { "test_cycle", TEXT, AT (test_cycle) },
  { "co2_source", TEXT, AT (co2_source) },
  { "co2", GRAMS, AT (co2_micro) },
  { "saving", SAVING, AT (saving_micro) },
  { "corrected", GRAMS, AT (corrected_micro) },
  { "eco_codes", TEXT, AT (eco_codes) },
  { "units", UNITS, AT (units) },
  { "registered_on", TEXT, AT (registered_on) },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) <= GRAM_MERGE_MAX_CHANGES);

static const char *
text_at (const GramVehicleRecord *record, gsize offset)
{
  const char *text = G_STRUCT_MEMBER (char *, record, offset);

  return text != NULL ? text : "";
}

/* A chassis number is compared without its dash, so that a file without dashes changes nothing. */
static gboolean
same_chassis (const char *one, const char *other)
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

static gboolean
says_something (gsize i, const GramVehicleRecord *row, GramMergeScope scope)
{
  switch (fields[i].kind)
    {
    case TEXT:
      return *text_at (row, fields[i].offset) != '\0';
    case LETTER:
      return G_STRUCT_MEMBER (char, row, fields[i].offset) != '\0';
    case COUNT:
      return G_STRUCT_MEMBER (int, row, fields[i].offset) != 0;
    case GRAMS:
      return G_STRUCT_MEMBER (gint64, row, fields[i].offset) != GRAM_CO2_UNKNOWN;
    case UNITS:
      return (scope & GRAM_MERGE_UNITS) != 0;
    case SAVING:
      return (scope & GRAM_MERGE_SAVING) != 0;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
differs (gsize i, const GramVehicleRecord *vehicle, const GramVehicleRecord *row)
{
  gsize offset = fields[i].offset;

  switch (fields[i].kind)
    {
    case TEXT:
      if (offset == AT (chassis))
        return !same_chassis (text_at (vehicle, offset), text_at (row, offset));
      return strcmp (text_at (vehicle, offset), text_at (row, offset)) != 0;
    case LETTER:
      return G_STRUCT_MEMBER (char, vehicle, offset) != G_STRUCT_MEMBER (char, row, offset);
    case COUNT:
    case UNITS:
      return G_STRUCT_MEMBER (int, vehicle, offset) != G_STRUCT_MEMBER (int, row, offset);
    case GRAMS:
    case SAVING:
      return G_STRUCT_MEMBER (gint64, vehicle, offset) != G_STRUCT_MEMBER (gint64, row, offset);
    default:
      g_assert_not_reached ();
    }
}

static void
take_over (gsize i, GramVehicleRecord *vehicle, const GramVehicleRecord *row)
{
  gpointer to = G_STRUCT_MEMBER_P (vehicle, fields[i].offset);
  gconstpointer from = G_STRUCT_MEMBER_P (row, fields[i].offset);

  switch (fields[i].kind)
    {
    case TEXT:
      g_set_str ((char **)to, *(char *const *)from);
      break;
    case LETTER:
      *(char *)to = *(const char *)from;
      break;
    case COUNT:
    case UNITS:
      *(int *)to = *(const int *)from;
      break;
    case GRAMS:
    case SAVING:
      *(gint64 *)to = *(const gint64 *)from;
      break;
    default:
      g_assert_not_reached ();
    }
}

static char *
canonical (gsize i, const GramVehicleRecord *record)
{
  gsize offset = fields[i].offset;
  gint64 grams;

  switch (fields[i].kind)
    {
    case TEXT:
      return g_strdup (text_at (record, offset));
    case LETTER:
      return g_strndup (&G_STRUCT_MEMBER (char, record, offset), 1);
    case COUNT:
    case UNITS:
      return g_strdup_printf ("%d", G_STRUCT_MEMBER (int, record, offset));
    case GRAMS:
    case SAVING:
      grams = G_STRUCT_MEMBER (gint64, record, offset);
      return grams == GRAM_CO2_UNKNOWN ? g_strdup ("")
                                       : gram_decimal_format (grams, GRAM_DECIMAL_SCALE_CO2, 0);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
has_column (const GramMapping *mapping, GramField field, const char *const *columns)
{
  const char *wanted = gram_mapping_get_column (mapping, field);

  for (const char *const *column = columns; wanted != NULL && *column != NULL; column++)
    if (g_ascii_strcasecmp (wanted, *column) == 0)
      return TRUE;
  return FALSE;
}

GramMergeScope
gram_import_merge_scope (const GramMapping *mapping, const char *const *columns)
{
  return (has_column (mapping, GRAM_FIELD_UNITS, columns) ? GRAM_MERGE_UNITS : 0)
         | (has_column (mapping, GRAM_FIELD_SAVING, columns) ? GRAM_MERGE_SAVING : 0);
}

gboolean
gram_import_merge_differs (const GramVehicleRecord *vehicle,
                           const GramVehicleRecord *row,
                           GramMergeScope scope)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (differs (i, vehicle, row) && says_something (i, row, scope))
      return TRUE;
  return FALSE;
}

void
gram_import_merge_apply (GramVehicleRecord *vehicle,
                         const GramVehicleRecord *row,
                         GramMergeScope scope,
                         GramAccountKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (differs (i, vehicle, row) && says_something (i, row, scope))
      take_over (i, vehicle, row);

  vehicle->missing = gram_vehicle_record_missing (vehicle, kind);
  if (vehicle->attention != GRAM_ATTENTION_DISPUTED)
    vehicle->attention = vehicle->missing != 0 ? GRAM_ATTENTION_INCOMPLETE : GRAM_ATTENTION_NONE;
}

static void
merge_change_free (GramMergeChange *self)
{
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

GPtrArray *
gram_import_merge_list (const GramVehicleRecord *vehicle,
                        const GramVehicleRecord *row,
                        GramMergeScope scope)
{
  g_autoptr (GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify)merge_change_free);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (differs (i, vehicle, row) && says_something (i, row, scope))
      {
        GramMergeChange *change = g_new0 (GramMergeChange, 1);

        change->field = fields[i].name;
        change->old_value = canonical (i, vehicle);
        change->new_value = canonical (i, row);
        g_ptr_array_add (changes, change);
      }
  return g_steal_pointer (&changes);
}

gboolean
gram_import_merge_contradicts (const GramVehicleRecord *vehicle, const GramVehicleRecord *row)
{
  if (vehicle->vin != NULL && row->vin != NULL && strcmp (vehicle->vin, row->vin) != 0)
    return TRUE;
  return vehicle->chassis != NULL && row->chassis != NULL
         && !same_chassis (vehicle->chassis, row->chassis);
}
