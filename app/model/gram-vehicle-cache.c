/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-cache.h"

struct _GramVehicleCache
{
  guint n_pages;
  GQueue pages;      /* of GPtrArray, most recently used first */
  GHashTable *slots; /* id, in the record → Slot */
};

typedef struct
{
  GList *link;
  const GramVehicleRecord *record;
} Slot;

static void
drop_last_page (GramVehicleCache *self)
{
  GList *link = g_queue_peek_tail_link (&self->pages);
  g_autoptr (GPtrArray) page = link->data;

  for (guint i = 0; i < page->len; i++)
    {
      const GramVehicleRecord *record = g_ptr_array_index (page, i);
      const Slot *slot = g_hash_table_lookup (self->slots, &record->id);

      /* A newer page may stand for the vehicle by now. */
      if (slot != NULL && slot->record == record)
        g_hash_table_remove (self->slots, &record->id);
    }
  g_queue_delete_link (&self->pages, link);
}

GramVehicleCache *
gram_vehicle_cache_new (guint n_pages)
{
  GramVehicleCache *self;

  g_return_val_if_fail (n_pages > 0, NULL);

  self = g_new0 (GramVehicleCache, 1);
  self->n_pages = n_pages;
  g_queue_init (&self->pages);
  self->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

void
gram_vehicle_cache_free (GramVehicleCache *self)
{
  if (self == NULL)
    return;

  gram_vehicle_cache_clear (self);
  g_hash_table_unref (self->slots);
  g_free (self);
}

void
gram_vehicle_cache_add (GramVehicleCache *self, GPtrArray *page)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (page != NULL);

  if (page->len == 0)
    return;

  g_queue_push_head (&self->pages, g_ptr_array_ref (page));
  for (guint i = 0; i < page->len; i++)
    {
      GramVehicleRecord *record = g_ptr_array_index (page, i);
      Slot *slot = g_new0 (Slot, 1);

      slot->link = g_queue_peek_head_link (&self->pages);
      slot->record = record;
      /* The key stands in the record, so the key has to change with it. */
      g_hash_table_replace (self->slots, &record->id, slot);
    }
  while (g_queue_get_length (&self->pages) > self->n_pages)
    drop_last_page (self);
}

const GramVehicleRecord *
gram_vehicle_cache_find (GramVehicleCache *self, gint64 id, GPtrArray **page)
{
  const Slot *slot;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (page != NULL, NULL);

  slot = g_hash_table_lookup (self->slots, &id);
  if (slot == NULL)
    return NULL;

  if (slot->link != g_queue_peek_head_link (&self->pages))
    {
      g_queue_unlink (&self->pages, slot->link);
      g_queue_push_head_link (&self->pages, slot->link);
    }
  *page = slot->link->data;
  return slot->record;
}

void
gram_vehicle_cache_clear (GramVehicleCache *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->slots);
  g_queue_clear_full (&self->pages, (GDestroyNotify)g_ptr_array_unref);
}

guint
gram_vehicle_cache_get_n_records (GramVehicleCache *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->slots);
}
