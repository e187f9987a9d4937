/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-item.h"

struct _GramPaymentItem
{
  GramPlace parent_instance;
};

G_DEFINE_FINAL_TYPE (GramPaymentItem, gram_payment_item, GRAM_TYPE_PLACE)

#define FIELD(name, type, member) { name, type, G_STRUCT_OFFSET (GramPaymentRow, member), 0, 0 }
#define RECORD_FIELD(name, type, member)                                                           \
  { name, type, G_STRUCT_OFFSET (GramPaymentRecord, member),                                       \
    G_STRUCT_OFFSET (GramPaymentRow, record), 0 }

static const GramPlaceField fields[] = {
  FIELD ("among-others", GRAM_PLACE_BOOLEAN, among_others),
  RECORD_FIELD ("kind", GRAM_PLACE_UINT, kind),
  RECORD_FIELD ("amount", GRAM_PLACE_INT64, amount),
  RECORD_FIELD ("in-favour", GRAM_PLACE_INT64, in_favour),
  RECORD_FIELD ("paid-on", GRAM_PLACE_TEXT, paid_on),
  RECORD_FIELD ("reference", GRAM_PLACE_TEXT, reference),
  RECORD_FIELD ("payer", GRAM_PLACE_TEXT, payer),
  RECORD_FIELD ("reverses", GRAM_PLACE_INT64, reverses),
  RECORD_FIELD ("reversed-by", GRAM_PLACE_INT64, reversed_by),
  RECORD_FIELD ("account-number", GRAM_PLACE_TEXT, number),
  RECORD_FIELD ("holder", GRAM_PLACE_TEXT, holder),
};

G_STATIC_ASSERT (G_STRUCT_OFFSET (GramPaymentRow, id) == 0);

static void
gram_payment_item_class_init (GramPaymentItemClass *klass)
{
  gram_place_class_install_fields (GRAM_PLACE_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
gram_payment_item_init (GramPaymentItem *self)
{
}

const GramPaymentRow *
gram_payment_item_get_row (GramPaymentItem *self)
{
  g_return_val_if_fail (GRAM_IS_PAYMENT_ITEM (self), NULL);

  return gram_place_get_row (GRAM_PLACE (self));
}
