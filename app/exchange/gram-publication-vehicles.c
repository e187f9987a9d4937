/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-publication-vehicles.h"

#include "gram-csv-writer.h"
#include "gram-decimal.h"

struct _GramPublicationVehicles
{
  GramCsvWriter *writer;
  gboolean begun;
};

/* How the field of a column is written. */
typedef enum
{
  TEXT,
  /* Empty where nothing is known: 0. */
  COUNT,
  /* Empty where nothing is known: GRAM_CO2_UNKNOWN. */
  MICRO,
  YES_NO,
} Kind;

#define FLEET(member) G_STRUCT_OFFSET (GramPublicationFleet, member)
#define AT(member) G_STRUCT_OFFSET (GramVehicleRecord, member)

/* Whose car it is: the same in many rows. */
static const struct
{
  const char *key;
  gsize offset;
} fleet_columns[] = {
  { "participant", FLEET (participant) },
  { "account-number", FLEET (account_number) },
  { "pool", FLEET (pool) },
  { "manufacturer", FLEET (manufacturer) },
};

/* What the register holds of Schedule 7 para 1, without what identifies a car. */
static const struct
{
  const char *key;
  Kind kind;
  gsize offset;
} columns[] = {
  { "make", TEXT, AT (make) },
  { "model", TEXT, AT (model) },
  { "variant", TEXT, AT (variant) },
  { "category", TEXT, AT (vehicle_class) },
  { "made-year", COUNT, AT (made_year) },
  { "fuel", TEXT, AT (fuel) },
  { "engine-cc", COUNT, AT (engine_cc) },
  { "mass-kg", COUNT, AT (mass_kg) },
  { "test-cycle", TEXT, AT (test_cycle) },
  { "zero-emission", YES_NO, AT (zero_emission) },
  { "co2-g-km", MICRO, AT (co2_micro) },
  { "corrected-g-km", MICRO, AT (corrected_micro) },
  { "eco-codes", TEXT, AT (eco_codes) },
  { "saving-g-km", MICRO, AT (saving_micro) },
  { "registered-on", TEXT, AT (registered_on) },
  { "cars", COUNT, AT (units) },
};

GramPublicationVehicles *
gram_publication_vehicles_new (GOutputStream *stream)
{
  GramPublicationVehicles *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (GramPublicationVehicles, 1);
  self->writer = gram_csv_writer_new (stream, GRAM_CSV_GUARD);

  return self;
}

void
gram_publication_vehicles_free (GramPublicationVehicles *self)
{
  if (self == NULL)
    return;

  gram_csv_writer_free (self->writer);
  g_free (self);
}

static gboolean
begin (GramPublicationVehicles *self, GCancellable *cancellable, GError **error)
{
  if (self->begun)
    return TRUE;

  self->begun = TRUE;
  gram_csv_writer_add (self->writer, "year");
  for (gsize i = 0; i < G_N_ELEMENTS (fleet_columns); i++)
    gram_csv_writer_add (self->writer, fleet_columns[i].key);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gram_csv_writer_add (self->writer, columns[i].key);

  return gram_csv_writer_end_row (self->writer, cancellable, error);
}

static void
add_count (GramCsvWriter *writer, int count)
{
  if (count != 0)
    gram_csv_writer_add_integer (writer, count);
  else
    gram_csv_writer_add (writer, NULL);
}

static void
add_micro (GramCsvWriter *writer, gint64 micro)
{
  g_autofree char *text
      = micro != GRAM_CO2_UNKNOWN ? gram_decimal_format (micro, GRAM_DECIMAL_SCALE_CO2, 0) : NULL;

  gram_csv_writer_add (writer, text);
}

static void
add_cell (GramCsvWriter *writer, const GramVehicleRecord *vehicle, gsize column)
{
  gsize offset = columns[column].offset;

  switch (columns[column].kind)
    {
    case COUNT:
      add_count (writer, G_STRUCT_MEMBER (int, vehicle, offset));
      break;
    case MICRO:
      add_micro (writer, G_STRUCT_MEMBER (gint64, vehicle, offset));
      break;
    case YES_NO:
      gram_csv_writer_add (writer, G_STRUCT_MEMBER (gboolean, vehicle, offset) ? "yes" : "no");
      break;
    case TEXT:
    default:
      gram_csv_writer_add (writer, G_STRUCT_MEMBER (const char *, vehicle, offset));
      break;
    }
}

gboolean
gram_publication_vehicles_add (GramPublicationVehicles *self,
                               const GramPublicationFleet *fleet,
                               const GramVehicleRecord *vehicle,
                               GCancellable *cancellable,
                               GError **error)
{
  g_return_val_if_fail (self != NULL && fleet != NULL && vehicle != NULL, FALSE);

  if (!begin (self, cancellable, error))
    return FALSE;
  gram_csv_writer_add_integer (self->writer, fleet->year);
  for (gsize i = 0; i < G_N_ELEMENTS (fleet_columns); i++)
    gram_csv_writer_add (self->writer,
                         G_STRUCT_MEMBER (const char *, fleet, fleet_columns[i].offset));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    add_cell (self->writer, vehicle, i);

  return gram_csv_writer_end_row (self->writer, cancellable, error);
}

gboolean
gram_publication_vehicles_finish (GramPublicationVehicles *self,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return begin (self, cancellable, error)
         && gram_csv_writer_finish (self->writer, cancellable, error);
}
