/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-record.h"

/* Where its strings stand, so that copying forgets none. */
static const gsize strings[] = {
  G_STRUCT_OFFSET (GramVehicleRecord, vin),
  G_STRUCT_OFFSET (GramVehicleRecord, chassis),
  G_STRUCT_OFFSET (GramVehicleRecord, register_key),
  G_STRUCT_OFFSET (GramVehicleRecord, label),
  G_STRUCT_OFFSET (GramVehicleRecord, make),
  G_STRUCT_OFFSET (GramVehicleRecord, model),
  G_STRUCT_OFFSET (GramVehicleRecord, variant),
  G_STRUCT_OFFSET (GramVehicleRecord, vehicle_class),
  G_STRUCT_OFFSET (GramVehicleRecord, fuel),
  G_STRUCT_OFFSET (GramVehicleRecord, test_cycle),
  G_STRUCT_OFFSET (GramVehicleRecord, co2_source),
  G_STRUCT_OFFSET (GramVehicleRecord, eco_codes),
  G_STRUCT_OFFSET (GramVehicleRecord, excluded),
  G_STRUCT_OFFSET (GramVehicleRecord, registered_on),
  G_STRUCT_OFFSET (GramVehicleRecord, accepted_by),
};

GramVehicleRecord *
gram_vehicle_record_new (void)
{
  GramVehicleRecord *self = g_new0 (GramVehicleRecord, 1);

  self->label = g_strdup ("");
  self->make = g_strdup ("");
  self->model = g_strdup ("");
  self->variant = g_strdup ("");
  self->vehicle_class = g_strdup ("");
  self->fuel = g_strdup ("");
  self->test_cycle = g_strdup ("");
  self->co2_source = g_strdup ("");
  self->eco_codes = g_strdup ("");
  self->excluded = g_strdup ("");
  self->units = 1;
  self->co2_micro = GRAM_CO2_UNKNOWN;
  self->corrected_micro = GRAM_CO2_UNKNOWN;
  self->status = GRAM_VEHICLE_ENTERED;
  self->attention = GRAM_ATTENTION_NONE;
  self->version = 1;

  return self;
}

void
gram_vehicle_record_free (GramVehicleRecord *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (G_STRUCT_MEMBER (char *, self, strings[i]));
  g_free (self);
}

GramVehicleRecord *
gram_vehicle_record_copy (const GramVehicleRecord *self)
{
  GramVehicleRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    G_STRUCT_MEMBER (char *, copy, strings[i])
        = g_strdup (G_STRUCT_MEMBER (char *, self, strings[i]));

  return copy;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

guint
gram_vehicle_record_missing (const GramVehicleRecord *self, GramAccountKind kind)
{
  guint missing = 0;

  g_return_val_if_fail (self != NULL, 0);

  /* No figure is worked out for it, so nothing that a figure rests on is asked for (CCS facts §2). */
  if (gram_account_kind_scheme (kind) == GRAM_SCHEME_CCS && !is_blank (self->excluded))
    return 0;
  if (is_blank (self->make))
    missing |= GRAM_MISSING_MAKE;
  if (is_blank (self->model))
    missing |= GRAM_MISSING_MODEL;
  /* A correction stands for a value that the register never had (art. 36(2)(b)). */
  if (self->co2_micro < 0 && self->corrected_micro < 0 && !self->zero_emission)
    missing |= GRAM_MISSING_CO2;

  switch (gram_account_kind_scheme (kind))
    {
    case GRAM_SCHEME_CCS:
      if (self->type != 'A' && self->type != 'B')
        missing |= GRAM_MISSING_TYPE;
      if (self->mass_kg <= 0)
        missing |= GRAM_MISSING_MASS;
      break;

    case GRAM_SCHEME_CCTS:
      if (is_blank (self->registered_on))
        missing |= GRAM_MISSING_DATE;
      break;

    default:
      g_assert_not_reached ();
    }

  return missing;
}

gint64
gram_vehicle_record_effective_co2 (const GramVehicleRecord *self)
{
  gint64 value;

  g_return_val_if_fail (self != NULL, GRAM_CO2_UNKNOWN);

  value = self->corrected_micro >= 0 ? self->corrected_micro : self->co2_micro;
  if (value < 0)
    return GRAM_CO2_UNKNOWN;

  /* Savings above the emissions are bad data, refused on the way in; the sum never goes below 0 (facts Q6). */
  return MAX (value - self->saving_micro, 0);
}
