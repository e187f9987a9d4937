/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramVehicleValue:
 * @version: version of the record that it made; 1 for the first values, of which @field is empty
 * @at: UTC microseconds
 * @journal_id: the journal entry, 0 for the first values of a vehicle that no import brought
 * @command: (nullable): its command
 * @account_id: account of the entry, 0 none
 * @person_id: who, 0 nobody
 * @person: (nullable): name of the person
 * @person_email: (nullable): e-mail of the person
 * @import_id: the register file that brought it, 0 none
 * @file_name: (nullable): its name
 * @import_row: row of the file, 0 none
 * @case_id: the case that decided it, 0 none
 * @case_kind: kind of the case, 0 none
 * @field: field name as in #GramVehicleRecord without its unit suffix
 * @old_value: canonical text
 * @new_value: canonical text
 *
 * A value of a vehicle and where it came from. Strings are owned.
 */
typedef struct
{
  int version;
  gint64 at;
  gint64 journal_id;
  char *command;
  gint64 account_id;
  gint64 person_id;
  char *person;
  char *person_email;
  gint64 import_id;
  char *file_name;
  gint64 import_row;
  gint64 case_id;
  GramCaseKind case_kind;
  char *field;
  char *old_value;
  char *new_value;
} GramVehicleValue;

/**
 * gram_vehicle_value_free:
 * @self: (nullable): a value
 *
 * Frees a value.
 */
void gram_vehicle_value_free (GramVehicleValue *self);

/**
 * gram_vehicle_table_values:
 * @store: a store
 * @vehicle_id: a vehicle
 * @error: return location
 *
 * Value history of a vehicle: first the line of its first values (the import that brought them), then every change. The
 * case is the one that the journal entry touches and that names the vehicle.
 *
 * Returns: (transfer full) (element-type GramVehicleValue) (nullable): the values, the oldest first
 */
GPtrArray *gram_vehicle_table_values (GramStore *store, gint64 vehicle_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVehicleValue, gram_vehicle_value_free)

G_END_DECLS
