/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-item.h"

struct _GramChargeItem
{
  GramPlace parent_instance;
};

G_DEFINE_FINAL_TYPE (GramChargeItem, gram_charge_item, GRAM_TYPE_PLACE)

#define FIELD(name, type, member) { name, type, G_STRUCT_OFFSET (GramChargeRow, member), 0, 0 }
#define RECORD_FIELD(name, type, member)                                                           \
  { name, type, G_STRUCT_OFFSET (GramChargeRecord, member),                                        \
    G_STRUCT_OFFSET (GramChargeRow, record), 0 }

static const GramPlaceField fields[] = {
  FIELD ("state", GRAM_PLACE_UINT, state),
  FIELD ("overdue-days", GRAM_PLACE_INT64, overdue_days),
  FIELD ("among-others", GRAM_PLACE_BOOLEAN, among_others),
  RECORD_FIELD ("kind", GRAM_PLACE_UINT, kind),
  RECORD_FIELD ("year", GRAM_PLACE_INT, year),
  RECORD_FIELD ("vehicles", GRAM_PLACE_INT, vehicles),
  RECORD_FIELD ("grams", GRAM_PLACE_INT64, grams),
  RECORD_FIELD ("amount", GRAM_PLACE_INT64, amount),
  RECORD_FIELD ("outstanding", GRAM_PLACE_INT64, outstanding),
  RECORD_FIELD ("arisen-on", GRAM_PLACE_TEXT, arisen_on),
  RECORD_FIELD ("due-on", GRAM_PLACE_TEXT, due_on),
  RECORD_FIELD ("account-number", GRAM_PLACE_TEXT, number),
  RECORD_FIELD ("holder", GRAM_PLACE_TEXT, holder),
};

G_STATIC_ASSERT (G_STRUCT_OFFSET (GramChargeRow, id) == 0);

static void
gram_charge_item_class_init (GramChargeItemClass *klass)
{
  gram_place_class_install_fields (GRAM_PLACE_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
gram_charge_item_init (GramChargeItem *self)
{
}

const GramChargeRow *
gram_charge_item_get_row (GramChargeItem *self)
{
  g_return_val_if_fail (GRAM_IS_CHARGE_ITEM (self), NULL);

  return gram_place_get_row (GRAM_PLACE (self));
}
