/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-statement.h"
#include "gram-vehicle-record.h"

G_BEGIN_DECLS

/*
 * The one place that knows which column of `vehicle` is which field of GramVehicleRecord. Select, insert, update and
 * history walk this table.
 */

/* How a column and its field correspond. */
typedef enum
{
  /* char *: a text, never NULL; %NULL is written as '' */
  GRAM_COLUMN_TEXT,
  /* char *: a text or NULL */
  GRAM_COLUMN_NAME,
  /* char: one letter, 0 is '' */
  GRAM_COLUMN_LETTER,
  /* int, guint, gboolean or an enumeration */
  GRAM_COLUMN_INT,
  /* gint64 */
  GRAM_COLUMN_INT64,
  /* gint64, id of an account; the history names its number */
  GRAM_COLUMN_ACCOUNT,
  /* gint64, millionths of g/km, unknown is -1 */
  GRAM_COLUMN_MICRO,
  /* gint64, id of a row, 0 is NULL */
  GRAM_COLUMN_REFERENCE,
  /* char *: made from VIN, chassis number, register key */
  GRAM_COLUMN_LABEL,
  /* not in the record: chassis number without its dash */
  GRAM_COLUMN_CHASSIS_KEY,
  /* not in the record: year * 100 + month of the registration, 0 unknown */
  GRAM_COLUMN_PERIOD,
} GramColumnKind;

typedef struct
{
  const char *name;
  /* Name in the history; NULL: a change of it is not told. */
  const char *field;
  GramColumnKind kind;
  gsize offset;
  /* The search index holds it. */
  gboolean searched;
} GramVehicleColumn;

/* The columns, without id, import_id and accepted_by. */
const GramVehicleColumn *_gram_vehicle_columns (gsize *n_columns);

/* SELECT of a record as _gram_vehicle_read() takes it, from `vehicle v`, ending before WHERE. */
const char *_gram_vehicle_select (void);

/* INSERT of all columns as parameters 1 …, import_id after them. */
const char *_gram_vehicle_insert (void);

GramVehicleRecord *_gram_vehicle_read (GramStatement *statement);

/* Binds a column without copying; the record outlives the step. */
void _gram_vehicle_bind (const GramVehicleColumn *column,
                         const GramVehicleRecord *record,
                         GramStatement *statement,
                         guint parameter);

void _gram_vehicle_bind_chassis_key (const GramVehicleRecord *record,
                                     GramStatement *statement,
                                     guint parameter);

gboolean _gram_vehicle_column_equal (const GramVehicleColumn *column,
                                     const GramVehicleRecord *a,
                                     const GramVehicleRecord *b);

/* Canonical text for the history. */
char *_gram_vehicle_column_text (const GramVehicleColumn *column, const GramVehicleRecord *record);

/* Adds a record to its cells of the totals (1), or takes it away (-1). */
void _gram_vehicle_add_total (GramUnit *unit, const GramVehicleRecord *record, int sign);

G_END_DECLS
