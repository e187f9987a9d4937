/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-item.h"

struct _GramCaseItem
{
  GramPlace parent_instance;
};

G_DEFINE_FINAL_TYPE (GramCaseItem, gram_case_item, GRAM_TYPE_PLACE)

#define FIELD(name, type, member) { name, type, G_STRUCT_OFFSET (GramCaseRow, member), 0, 0 }
#define RECORD_FIELD(name, type, member)                                                           \
  { name, type, G_STRUCT_OFFSET (GramCaseRecord, member), G_STRUCT_OFFSET (GramCaseRow, record), 0 }

static const GramPlaceField fields[] = {
  RECORD_FIELD ("kind", GRAM_PLACE_UINT, kind),
  RECORD_FIELD ("state", GRAM_PLACE_UINT, state),
  RECORD_FIELD ("outcome", GRAM_PLACE_UINT, outcome),
  RECORD_FIELD ("label", GRAM_PLACE_TEXT, label),
  RECORD_FIELD ("account-number", GRAM_PLACE_TEXT, number),
  RECORD_FIELD ("holder", GRAM_PLACE_TEXT, holder),
  RECORD_FIELD ("opened-at", GRAM_PLACE_INT64, opened_at),
  RECORD_FIELD ("opened-by", GRAM_PLACE_TEXT, opener),
  FIELD ("age-days", GRAM_PLACE_INT, age_days),
  RECORD_FIELD ("due-on", GRAM_PLACE_TEXT, due_on),
  RECORD_FIELD ("answer-by", GRAM_PLACE_TEXT, answer_by),
  FIELD ("urgency", GRAM_PLACE_UINT, urgency),
  FIELD ("days-left", GRAM_PLACE_INT, days_left),
  RECORD_FIELD ("claimed-by", GRAM_PLACE_TEXT, claimant),
  FIELD ("mine", GRAM_PLACE_BOOLEAN, mine),
  RECORD_FIELD ("decided-by", GRAM_PLACE_TEXT, decider),
  RECORD_FIELD ("decided-at", GRAM_PLACE_INT64, decided_at),
  RECORD_FIELD ("dispute-kind", GRAM_PLACE_UINT, dispute_kind),
  RECORD_FIELD ("field", GRAM_PLACE_TEXT, field),
  RECORD_FIELD ("vehicles", GRAM_PLACE_INT64, vehicles),
  RECORD_FIELD ("make", GRAM_PLACE_TEXT, make),
  RECORD_FIELD ("model", GRAM_PLACE_TEXT, model),
};

G_STATIC_ASSERT (G_STRUCT_OFFSET (GramCaseRow, id) == 0);

static void
gram_case_item_class_init (GramCaseItemClass *klass)
{
  gram_place_class_install_fields (GRAM_PLACE_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
gram_case_item_init (GramCaseItem *self)
{
}

const GramCaseRow *
gram_case_item_get_row (GramCaseItem *self)
{
  g_return_val_if_fail (GRAM_IS_CASE_ITEM (self), NULL);

  return gram_place_get_row (GRAM_PLACE (self));
}
