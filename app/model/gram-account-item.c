/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-item.h"

struct _GramAccountItem
{
  GramPlace parent_instance;
};

G_DEFINE_FINAL_TYPE (GramAccountItem, gram_account_item, GRAM_TYPE_PLACE)

#define FIELD(name, type, member) { name, type, G_STRUCT_OFFSET (GramAccountRow, member), 0, 0 }
#define RECORD_FIELD(name, type, member)                                                           \
  { name, type, G_STRUCT_OFFSET (GramAccountRecord, member),                                       \
    G_STRUCT_OFFSET (GramAccountRow, account), 0 }

static const GramPlaceField fields[] = {
  RECORD_FIELD ("number", GRAM_PLACE_TEXT, number),
  RECORD_FIELD ("holder", GRAM_PLACE_TEXT, holder),
  RECORD_FIELD ("contact-name", GRAM_PLACE_TEXT, contact_name),
  RECORD_FIELD ("contact-email", GRAM_PLACE_TEXT, contact_email),
  RECORD_FIELD ("kind", GRAM_PLACE_UINT, kind),
  RECORD_FIELD ("state", GRAM_PLACE_UINT, state),
  RECORD_FIELD ("aml", GRAM_PLACE_UINT, aml),
  FIELD ("charge-scheme", GRAM_PLACE_UINT, charge_scheme),
  FIELD ("waiting", GRAM_PLACE_INT64, waiting),
};

G_STATIC_ASSERT (G_STRUCT_OFFSET (GramAccountRow, id) == 0);

static void
gram_account_item_class_init (GramAccountItemClass *klass)
{
  gram_place_class_install_fields (GRAM_PLACE_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
gram_account_item_init (GramAccountItem *self)
{
}

const GramAccountRow *
gram_account_item_get_row (GramAccountItem *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT_ITEM (self), NULL);

  return gram_place_get_row (GRAM_PLACE (self));
}
