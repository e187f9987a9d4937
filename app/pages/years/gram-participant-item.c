/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-participant-item.h"

struct _GramParticipantItem
{
  GObject parent_instance;

  /* Owned References */
  GPtrArray *rows;

  const GramParticipantRow *row;
};

G_DEFINE_FINAL_TYPE (GramParticipantItem, gram_participant_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
gram_participant_item_finalize (GObject *object)
{
  g_clear_pointer (&GRAM_PARTICIPANT_ITEM (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_participant_item_parent_class)->finalize (object);
}

static void
gram_participant_item_class_init (GramParticipantItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_participant_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_PARTICIPANT_ITEM, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gram_participant_item_init (GramParticipantItem *self)
{
}

GramParticipantItem *
gram_participant_item_new (GPtrArray *rows, guint position)
{
  GramParticipantItem *self = g_object_new (GRAM_TYPE_PARTICIPANT_ITEM, NULL);

  gram_participant_item_set (self, rows, position);

  return self;
}

void
gram_participant_item_set (GramParticipantItem *self, GPtrArray *rows, guint position)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (GRAM_IS_PARTICIPANT_ITEM (self));
  g_return_if_fail (rows != NULL && position < rows->len);

  before = g_steal_pointer (&self->rows);
  self->rows = g_ptr_array_ref (rows);
  self->row = rows->pdata[position];
  g_signal_emit (self, signals[CHANGED], 0);
}

const GramParticipantRow *
gram_participant_item_get_row (GramParticipantItem *self)
{
  g_return_val_if_fail (GRAM_IS_PARTICIPANT_ITEM (self), NULL);

  return self->row;
}
