/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-item.h"

#include "gram-vehicle-item-private.h"

struct _GramVehicleItem
{
  GObject parent_instance;

  guint position;

  /* Borrowed References */
  GramVehicleItemGone gone;
  gpointer owner;
  const GramVehicleRecord *record; /* belongs to the page */

  /* Owned References */
  GPtrArray *page;
};

G_DEFINE_FINAL_TYPE (GramVehicleItem, gram_vehicle_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_POSITION = 1,
  PROP_LOADING,
  PROP_ID,
  PROP_LABEL,
  PROP_MAKE,
  PROP_MODEL,
  PROP_VARIANT,
  PROP_REGISTERED_ON,
  PROP_CO2_MICRO,
  PROP_MASS_KG,
  PROP_MADE_YEAR,
  PROP_UNITS,
  PROP_STATUS,
  PROP_ATTENTION,
  PROP_MISSING,
} GramVehicleItemProp;

static GParamSpec *properties[PROP_MISSING + 1];

/* The integers that a place shows, whatever their type in the record: enough to compare and to read them. */
static gint64
number_of (const GramVehicleRecord *record, GramVehicleItemProp prop)
{
  if (record == NULL)
    return prop == PROP_CO2_MICRO ? GRAM_CO2_UNKNOWN : 0;

  switch (prop)
    {
    case PROP_ID:
      return record->id;
    case PROP_CO2_MICRO:
      return record->co2_micro;
    case PROP_MASS_KG:
      return record->mass_kg;
    case PROP_MADE_YEAR:
      return record->made_year;
    case PROP_UNITS:
      return record->units;
    case PROP_STATUS:
      return record->status;
    case PROP_ATTENTION:
      return record->attention;
    case PROP_MISSING:
      return record->missing;
    case PROP_POSITION:
    case PROP_LOADING:
    case PROP_LABEL:
    case PROP_MAKE:
    case PROP_MODEL:
    case PROP_VARIANT:
    case PROP_REGISTERED_ON:
    default:
      g_assert_not_reached ();
    }
}

static const char *
text_of (const GramVehicleRecord *record, GramVehicleItemProp prop)
{
  const char *text = NULL;

  if (record == NULL)
    return "";
  if (prop == PROP_LABEL)
    text = record->label;
  else if (prop == PROP_MAKE)
    text = record->make;
  else if (prop == PROP_MODEL)
    text = record->model;
  else if (prop == PROP_VARIANT)
    text = record->variant;
  else
    text = record->registered_on;
  return text != NULL ? text : "";
}

static void
notify_difference (GramVehicleItem *self,
                   const GramVehicleRecord *before,
                   const GramVehicleRecord *after)
{
  for (GramVehicleItemProp prop = PROP_LOADING; prop <= PROP_MISSING; prop++)
    {
      gboolean differs;

      if (prop == PROP_LOADING)
        differs = (before == NULL) != (after == NULL);
      else if (G_IS_PARAM_SPEC_STRING (properties[prop]))
        differs = !g_str_equal (text_of (before, prop), text_of (after, prop));
      else
        differs = number_of (before, prop) != number_of (after, prop);

      if (differs)
        g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
    }
}

static void
gram_vehicle_item_finalize (GObject *object)
{
  GramVehicleItem *self = GRAM_VEHICLE_ITEM (object);

  if (self->owner != NULL)
    self->gone (self->owner, self->position);
  g_clear_pointer (&self->page, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_vehicle_item_parent_class)->finalize (object);
}

static void
gram_vehicle_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramVehicleItem *self = GRAM_VEHICLE_ITEM (object);
  GramVehicleItemProp prop = (GramVehicleItemProp)prop_id;

  switch (prop)
    {
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->record == NULL);
      break;
    case PROP_ID:
    case PROP_CO2_MICRO:
      g_value_set_int64 (value, number_of (self->record, prop));
      break;
    case PROP_LABEL:
    case PROP_MAKE:
    case PROP_MODEL:
    case PROP_VARIANT:
    case PROP_REGISTERED_ON:
      g_value_set_string (value, text_of (self->record, prop));
      break;
    case PROP_MASS_KG:
    case PROP_MADE_YEAR:
    case PROP_UNITS:
      g_value_set_int (value, (int)number_of (self->record, prop));
      break;
    case PROP_STATUS:
    case PROP_ATTENTION:
    case PROP_MISSING:
      g_value_set_uint (value, (guint)number_of (self->record, prop));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_vehicle_item_class_init (GramVehicleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = gram_vehicle_item_finalize;
  object_class->get_property = gram_vehicle_item_get_property;

  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_MAKE] = g_param_spec_string ("make", NULL, NULL, "", flags);
  properties[PROP_MODEL] = g_param_spec_string ("model", NULL, NULL, "", flags);
  properties[PROP_VARIANT] = g_param_spec_string ("variant", NULL, NULL, "", flags);
  properties[PROP_REGISTERED_ON] = g_param_spec_string ("registered-on", NULL, NULL, "", flags);
  properties[PROP_CO2_MICRO] = g_param_spec_int64 ("co2-micro", NULL, NULL, GRAM_CO2_UNKNOWN,
                                                   G_MAXINT64, GRAM_CO2_UNKNOWN, flags);
  properties[PROP_MASS_KG] = g_param_spec_int ("mass-kg", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_MADE_YEAR] = g_param_spec_int ("made-year", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_UNITS] = g_param_spec_int ("units", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_STATUS] = g_param_spec_uint ("status", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ATTENTION] = g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MISSING] = g_param_spec_uint ("missing", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_vehicle_item_init (GramVehicleItem *self)
{
}

GramVehicleItem *
_gram_vehicle_item_new (guint position, GramVehicleItemGone gone, gpointer owner)
{
  GramVehicleItem *self = g_object_new (GRAM_TYPE_VEHICLE_ITEM, NULL);

  self->position = position;
  self->gone = gone;
  self->owner = owner;
  return self;
}

void
_gram_vehicle_item_detach (GramVehicleItem *self)
{
  g_assert (GRAM_IS_VEHICLE_ITEM (self));

  self->owner = NULL;
}

void
_gram_vehicle_item_show (GramVehicleItem *self, GPtrArray *page, const GramVehicleRecord *record)
{
  g_autoptr (GPtrArray) page_before = NULL;
  const GramVehicleRecord *before;

  g_assert (GRAM_IS_VEHICLE_ITEM (self));
  g_assert ((page == NULL) == (record == NULL));

  page_before = g_steal_pointer (&self->page);
  before = self->record;
  self->page = page != NULL ? g_ptr_array_ref (page) : NULL;
  self->record = record;

  g_object_freeze_notify (G_OBJECT (self));
  notify_difference (self, before, record);
  g_object_thaw_notify (G_OBJECT (self));
}

guint
gram_vehicle_item_get_position (GramVehicleItem *self)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_ITEM (self), 0);

  return self->position;
}

gboolean
gram_vehicle_item_get_loading (GramVehicleItem *self)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_ITEM (self), FALSE);

  return self->record == NULL;
}

gint64
gram_vehicle_item_get_id (GramVehicleItem *self)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_ITEM (self), 0);

  return number_of (self->record, PROP_ID);
}

const GramVehicleRecord *
gram_vehicle_item_get_record (GramVehicleItem *self)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_ITEM (self), NULL);

  return self->record;
}
