/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-item.h"

struct _GramTradeItem
{
  GramPlace parent_instance;
};

G_DEFINE_FINAL_TYPE (GramTradeItem, gram_trade_item, GRAM_TYPE_PLACE)

#define FIELD(name, type, member) { name, type, G_STRUCT_OFFSET (GramTradeRow, member), 0, 0 }
#define RECORD_FIELD(name, type, member)                                                           \
  { name, type, G_STRUCT_OFFSET (GramTradeNotificationRecord, member),                             \
    G_STRUCT_OFFSET (GramTradeRow, record), 0 }

static const GramPlaceField fields[] = {
  RECORD_FIELD ("state", GRAM_PLACE_UINT, state),
  RECORD_FIELD ("side", GRAM_PLACE_UINT, side),
  RECORD_FIELD ("year", GRAM_PLACE_INT, year),
  RECORD_FIELD ("account-number", GRAM_PLACE_TEXT, number),
  RECORD_FIELD ("holder", GRAM_PLACE_TEXT, holder),
  FIELD ("other-name", GRAM_PLACE_TEXT, other_name),
  FIELD ("other-number", GRAM_PLACE_TEXT, other_number),
  RECORD_FIELD ("transferor", GRAM_PLACE_TEXT, transferor_name),
  RECORD_FIELD ("transferee", GRAM_PLACE_TEXT, transferee_name),
  RECORD_FIELD ("quantity", GRAM_PLACE_INT64, quantity),
  RECORD_FIELD ("price", GRAM_PLACE_INT64, price),
  RECORD_FIELD ("agreed-on", GRAM_PLACE_TEXT, agreed_on),
  RECORD_FIELD ("notified-at", GRAM_PLACE_INT64, notified_at),
  FIELD ("days-left", GRAM_PLACE_INT, days_left),
};

G_STATIC_ASSERT (G_STRUCT_OFFSET (GramTradeRow, id) == 0);

static void
gram_trade_item_class_init (GramTradeItemClass *klass)
{
  gram_place_class_install_fields (GRAM_PLACE_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
gram_trade_item_init (GramTradeItem *self)
{
}

const GramTradeRow *
gram_trade_item_get_row (GramTradeItem *self)
{
  g_return_val_if_fail (GRAM_IS_TRADE_ITEM (self), NULL);

  return gram_place_get_row (GRAM_PLACE (self));
}
