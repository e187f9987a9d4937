/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-page-cache.h"

struct _GramPageCache
{
  guint n_pages;
  GQueue pages;      /* of GPtrArray, most recently used first */
  GHashTable *slots; /* id, in the row → Slot */
};

typedef struct
{
  GList *link;
  const gint64 *row; /* begins with its id */
} Slot;

static void
drop_last_page (GramPageCache *self)
{
  GList *link = g_queue_peek_tail_link (&self->pages);
  g_autoptr (GPtrArray) page = link->data;

  for (guint i = 0; i < page->len; i++)
    {
      const gint64 *row = g_ptr_array_index (page, i);
      const Slot *slot = g_hash_table_lookup (self->slots, row);

      /* A newer page may stand for the id by now. */
      if (slot != NULL && slot->row == row)
        g_hash_table_remove (self->slots, row);
    }
  g_queue_delete_link (&self->pages, link);
}

GramPageCache *
gram_page_cache_new (guint n_pages)
{
  GramPageCache *self;

  g_return_val_if_fail (n_pages > 0, NULL);

  self = g_new0 (GramPageCache, 1);
  self->n_pages = n_pages;
  g_queue_init (&self->pages);
  self->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

void
gram_page_cache_free (GramPageCache *self)
{
  if (self == NULL)
    return;

  gram_page_cache_clear (self);
  g_hash_table_unref (self->slots);
  g_free (self);
}

void
gram_page_cache_add (GramPageCache *self, GPtrArray *page)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (page != NULL);

  if (page->len == 0)
    return;

  g_queue_push_head (&self->pages, g_ptr_array_ref (page));
  for (guint i = 0; i < page->len; i++)
    {
      gint64 *row = g_ptr_array_index (page, i);
      Slot *slot = g_new0 (Slot, 1);

      slot->link = g_queue_peek_head_link (&self->pages);
      slot->row = row;
      /* The key stands in the row, so the key has to change with it. */
      g_hash_table_replace (self->slots, row, slot);
    }
  while (g_queue_get_length (&self->pages) > self->n_pages)
    drop_last_page (self);
}

gconstpointer
gram_page_cache_find (GramPageCache *self, gint64 id, GPtrArray **page)
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
  return slot->row;
}

void
gram_page_cache_clear (GramPageCache *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->slots);
  g_queue_clear_full (&self->pages, (GDestroyNotify)g_ptr_array_unref);
}

guint
gram_page_cache_get_n_rows (GramPageCache *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->slots);
}
