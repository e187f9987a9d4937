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
 * @mapping: which fields the file has
 *
 * Whether the row says something else. A field that the file has no column for says nothing, nor does an empty cell,
 * except where empty is a value: savings and units.
 *
 * Returns: %TRUE if so
 */
gboolean gram_import_merge_differs (const GramVehicleRecord *vehicle,
                                    const GramVehicleRecord *row,
                                    const GramMapping *mapping);

/**
 * gram_import_merge_apply:
 * @vehicle: a vehicle of the registry, to be changed
 * @row: the row that names it
 * @mapping: which fields the file has
 * @kind: kind of the account
 *
 * Takes over what the row says; what is missing and what needs attention is worked out anew.
 */
void gram_import_merge_apply (GramVehicleRecord *vehicle,
                              const GramVehicleRecord *row,
                              const GramMapping *mapping,
                              GramAccountKind kind);

/**
 * gram_import_merge_list:
 * @vehicle: a vehicle of the registry
 * @row: the row that names it
 * @mapping: which fields the file has
 *
 * Lists in what they differ.
 *
 * Returns: (transfer full) (element-type GramMergeChange): the differences
 */
GPtrArray *gram_import_merge_list (const GramVehicleRecord *vehicle,
                                   const GramVehicleRecord *row,
                                   const GramMapping *mapping);

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
