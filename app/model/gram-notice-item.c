/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-item.h"

#include "gram-notice-item-private.h"
#include "gram-place-private.h"

struct _GramNoticeItem
{
  GramPlace parent_instance;
};

G_DEFINE_FINAL_TYPE (GramNoticeItem, gram_notice_item, GRAM_TYPE_PLACE)

#define FIELD(name, type, member) { name, type, G_STRUCT_OFFSET (GramNoticeRow, member), 0, 0 }

static const GramPlaceField fields[] = {
  FIELD ("event", GRAM_PLACE_UINT, event),
  FIELD ("title", GRAM_PLACE_TEXT, title),
  FIELD ("sentence", GRAM_PLACE_TEXT, sentence),
  FIELD ("account-number", GRAM_PLACE_TEXT, account_number),
  FIELD ("holder", GRAM_PLACE_TEXT, holder),
  FIELD ("subject", GRAM_PLACE_TEXT, subject),
  FIELD ("subject-id", GRAM_PLACE_INT64, subject_id),
  FIELD ("at", GRAM_PLACE_INT64, at),
  FIELD ("read", GRAM_PLACE_BOOLEAN, read),
  FIELD ("archived", GRAM_PLACE_BOOLEAN, archived),
};

G_STATIC_ASSERT (G_STRUCT_OFFSET (GramNoticeRow, id) == 0);

static void
gram_notice_item_class_init (GramNoticeItemClass *klass)
{
  gram_place_class_install_fields (GRAM_PLACE_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
gram_notice_item_init (GramNoticeItem *self)
{
}

GramNoticeItem *
_gram_notice_item_new (GPtrArray *page, const GramNoticeRow *row)
{
  GramPlace *place = _gram_place_new (GRAM_TYPE_NOTICE_ITEM, 0, NULL, NULL);

  _gram_place_show (place, page, row);
  return GRAM_NOTICE_ITEM (place);
}

const GramNoticeRow *
gram_notice_item_get_row (GramNoticeItem *self)
{
  g_return_val_if_fail (GRAM_IS_NOTICE_ITEM (self), NULL);

  return gram_place_get_row (GRAM_PLACE (self));
}
