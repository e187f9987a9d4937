/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-mapping.h"
#include "gram-vehicle-record.h"

G_BEGIN_DECLS

/**
 * GRAM_MERGE_MAX_CHANGES:
 *
 * Most fields in which a row and a vehicle can differ.
 */
#define GRAM_MERGE_MAX_CHANGES 24

/**
 * GramMergeScope:
 * @GRAM_MERGE_UNITS: the file has a column for units
 * @GRAM_MERGE_SAVING: the file has a column for savings
 * @GRAM_MERGE_ZERO_EMISSION: the file has a column for the zero-emission conditions
 * @GRAM_MERGE_EXCLUDED: the file has a column for what is outside the standard
 *
 * Columns whose empty cells say something.
 */
typedef enum
{
  GRAM_MERGE_UNITS = 1 << 0,
  GRAM_MERGE_SAVING = 1 << 1,
  GRAM_MERGE_ZERO_EMISSION = 1 << 2,
  GRAM_MERGE_EXCLUDED = 1 << 3,
} GramMergeScope;

/**
 * gram_import_merge_scope:
 * @mapping: a mapping
 * @columns: (array zero-terminated=1): columns of the file
 *
 * Returns: what the file has columns for
 */
GramMergeScope gram_import_merge_scope (const GramMapping *mapping, const char *const *columns);

/**
 * GramMergeChange:
 * @field: name of the field, as in the vehicle's history
 * @old_value: (owned): canonical text in the registry
 * @new_value: (owned): canonical text in the file
 *
 * A field in which a row says something else than the registry.
 */
typedef struct
{
  const char *field;
  char *old_value;
  char *new_value;
} GramMergeChange;

/**
 * gram_import_merge_differs:
 * @vehicle: a vehicle of the registry
 * @row: the row that names it
 * @scope: what the file has columns for
 *
 * Whether the row says something else. An empty cell says nothing, nor does a field without a column; but where the
 * file has a column for savings, units, the zero-emission conditions or what is outside the standard, an empty cell means none,
 * one, or no.
 *
 * Returns: %TRUE if so
 */
gboolean gram_import_merge_differs (const GramVehicleRecord *vehicle,
                                    const GramVehicleRecord *row,
                                    GramMergeScope scope);

/**
 * gram_import_merge_apply:
 * @vehicle: a vehicle of the registry, to be changed
 * @row: the row that names it
 * @scope: what the file has columns for
 * @kind: kind of the account
 *
 * Takes over what the row says; what is missing and what needs attention is worked out anew.
 */
void gram_import_merge_apply (GramVehicleRecord *vehicle,
                              const GramVehicleRecord *row,
                              GramMergeScope scope,
                              GramAccountKind kind);

/**
 * gram_import_merge_list:
 * @vehicle: a vehicle of the registry
 * @row: the row that names it
 * @scope: what the file has columns for
 *
 * Lists in what they differ.
 *
 * Returns: (transfer full) (element-type GramMergeChange): the differences
 */
GPtrArray *gram_import_merge_list (const GramVehicleRecord *vehicle,
                                   const GramVehicleRecord *row,
                                   GramMergeScope scope);

/**
 * gram_import_merge_contradicts:
 * @vehicle: a vehicle of the registry that @row was matched with
 * @row: the row
 *
 * Whether both have a VIN, or both have a chassis number, and not the same.
 *
 * Returns: %TRUE if so
 */
gboolean
gram_import_merge_contradicts (const GramVehicleRecord *vehicle, const GramVehicleRecord *row);

G_END_DECLS
