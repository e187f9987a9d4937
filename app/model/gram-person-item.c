/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-person-item.h"

struct _GramPersonItem
{
  GramPlace parent_instance;
};

G_DEFINE_FINAL_TYPE (GramPersonItem, gram_person_item, GRAM_TYPE_PLACE)

#define FIELD(name, type, member) { name, type, G_STRUCT_OFFSET (GramPersonRow, member), 0, 0 }

static const GramPlaceField fields[] = {
  FIELD ("name", GRAM_PLACE_TEXT, name),
  FIELD ("email", GRAM_PLACE_TEXT, email),
  FIELD ("role", GRAM_PLACE_UINT, role),
  FIELD ("active", GRAM_PLACE_BOOLEAN, active),
  FIELD ("last-sign-in", GRAM_PLACE_INT64, last_sign_in),
  FIELD ("n-accounts", GRAM_PLACE_INT64, n_accounts),
};

G_STATIC_ASSERT (G_STRUCT_OFFSET (GramPersonRow, id) == 0);

static void
gram_person_item_class_init (GramPersonItemClass *klass)
{
  gram_place_class_install_fields (GRAM_PLACE_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
gram_person_item_init (GramPersonItem *self)
{
}

const GramPersonRow *
gram_person_item_get_row (GramPersonItem *self)
{
  g_return_val_if_fail (GRAM_IS_PERSON_ITEM (self), NULL);

  return gram_place_get_row (GRAM_PLACE (self));
}
