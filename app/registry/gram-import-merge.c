/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-merge.h"

#include "gram-vehicle-fields.h"

#include <string.h>

G_STATIC_ASSERT (GRAM_VEHICLE_FIELD_N <= GRAM_MERGE_MAX_CHANGES);

static gboolean
says_something (const GramVehicleField *field, const GramVehicleRecord *row, GramMergeScope scope)
{
  switch (field->kind)
    {
    /* The key names the row; it says nothing about the car. */
    case GRAM_VEHICLE_FIELD_KEY:
      return FALSE;
    case GRAM_VEHICLE_FIELD_UNITS:
      return (scope & GRAM_MERGE_UNITS) != 0;
    case GRAM_VEHICLE_FIELD_SAVING:
      return (scope & GRAM_MERGE_SAVING) != 0;
    case GRAM_VEHICLE_FIELD_FLAG:
      return (scope & GRAM_MERGE_ZERO_EMISSION) != 0;
    case GRAM_VEHICLE_FIELD_REASON:
      return (scope & GRAM_MERGE_EXCLUDED) != 0;
    case GRAM_VEHICLE_FIELD_TEXT:
    case GRAM_VEHICLE_FIELD_IDENTIFIER:
    case GRAM_VEHICLE_FIELD_LETTER:
    case GRAM_VEHICLE_FIELD_WORD:
    case GRAM_VEHICLE_FIELD_COUNT:
    case GRAM_VEHICLE_FIELD_GRAMS:
    case GRAM_VEHICLE_FIELD_DATE:
    default:
      return gram_vehicle_field_says_something (field, row);
    }
}

static gboolean
row_changes (const GramVehicleField *field,
             const GramVehicleRecord *vehicle,
             const GramVehicleRecord *row,
             GramMergeScope scope)
{
  return gram_vehicle_field_differs (field, vehicle, row) && says_something (field, row, scope);
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
         | (has_column (mapping, GRAM_FIELD_SAVING, columns) ? GRAM_MERGE_SAVING : 0)
         | (has_column (mapping, GRAM_FIELD_ZERO_EMISSION, columns) ? GRAM_MERGE_ZERO_EMISSION : 0)
         | (has_column (mapping, GRAM_FIELD_EXCLUDED, columns) ? GRAM_MERGE_EXCLUDED : 0);
}

gboolean
gram_import_merge_differs (const GramVehicleRecord *vehicle,
                           const GramVehicleRecord *row,
                           GramMergeScope scope)
{
  const GramVehicleField *fields = gram_vehicle_fields ();

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (row_changes (&fields[i], vehicle, row, scope))
      return TRUE;
  return FALSE;
}

void
gram_import_merge_apply (GramVehicleRecord *vehicle,
                         const GramVehicleRecord *row,
                         GramMergeScope scope,
                         GramAccountKind kind)
{
  const GramVehicleField *fields = gram_vehicle_fields ();

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (row_changes (&fields[i], vehicle, row, scope))
      gram_vehicle_field_copy (&fields[i], vehicle, row);

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
  const GramVehicleField *fields = gram_vehicle_fields ();

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (row_changes (&fields[i], vehicle, row, scope))
      {
        GramMergeChange *change = g_new0 (GramMergeChange, 1);

        change->field = fields[i].name;
        change->old_value = gram_vehicle_field_get (&fields[i], vehicle);
        change->new_value = gram_vehicle_field_get (&fields[i], row);
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
         && gram_vehicle_field_differs (gram_vehicle_field_find ("chassis"), vehicle, row);
}
