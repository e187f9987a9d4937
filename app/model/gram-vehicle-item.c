/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-item.h"

struct _GramVehicleItem
{
  GramPlace parent_instance;
};

G_DEFINE_FINAL_TYPE (GramVehicleItem, gram_vehicle_item, GRAM_TYPE_PLACE)

#define FIELD(name, type, member) { name, type, G_STRUCT_OFFSET (GramVehicleRecord, member), 0, 0 }

static const GramPlaceField fields[] = {
  FIELD ("label", GRAM_PLACE_TEXT, label),
  FIELD ("make", GRAM_PLACE_TEXT, make),
  FIELD ("model", GRAM_PLACE_TEXT, model),
  FIELD ("variant", GRAM_PLACE_TEXT, variant),
  FIELD ("registered-on", GRAM_PLACE_TEXT, registered_on),
  { "co2-micro", GRAM_PLACE_INT64, G_STRUCT_OFFSET (GramVehicleRecord, co2_micro), 0,
    GRAM_CO2_UNKNOWN },
  FIELD ("mass-kg", GRAM_PLACE_INT, mass_kg),
  FIELD ("made-year", GRAM_PLACE_INT, made_year),
  FIELD ("units", GRAM_PLACE_INT, units),
  FIELD ("status", GRAM_PLACE_UINT, status),
  FIELD ("attention", GRAM_PLACE_UINT, attention),
  FIELD ("missing", GRAM_PLACE_UINT, missing),
};

G_STATIC_ASSERT (G_STRUCT_OFFSET (GramVehicleRecord, id) == 0);

static void
gram_vehicle_item_class_init (GramVehicleItemClass *klass)
{
  gram_place_class_install_fields (GRAM_PLACE_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
gram_vehicle_item_init (GramVehicleItem *self)
{
}

const GramVehicleRecord *
gram_vehicle_item_get_record (GramVehicleItem *self)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_ITEM (self), NULL);

  return gram_place_get_row (GRAM_PLACE (self));
}
