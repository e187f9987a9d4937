/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GramPageCache:
 *
 * The pages of rows that were looked at last, found by the id with which each row begins. The least recently used page
 * goes first. For the list models; main thread only.
 */
typedef struct _GramPageCache GramPageCache;

/**
 * gram_page_cache_new:
 * @n_pages: pages that it keeps
 *
 * Returns: (transfer full): an empty cache
 */
GramPageCache *gram_page_cache_new (guint n_pages);

/**
 * gram_page_cache_free:
 * @self: (nullable): a cache
 *
 * Frees it; pages that somebody else holds stay.
 */
void gram_page_cache_free (GramPageCache *self);

/**
 * gram_page_cache_add:
 * @self: a cache
 * @page: rows, each of which begins with its `gint64 id`; referenced, not changed any more
 *
 * Keeps a page. Its rows stand for their ids from now on.
 */
void gram_page_cache_add (GramPageCache *self, GPtrArray *page);

/**
 * gram_page_cache_find:
 * @self: a cache
 * @id: id of a row
 * @page: (out) (transfer none): the page that @id is on
 *
 * Finds a row; its page counts as used.
 *
 * Returns: (transfer none) (nullable): the row
 */
gconstpointer gram_page_cache_find (GramPageCache *self, gint64 id, GPtrArray **page);

/**
 * gram_page_cache_clear:
 * @self: a cache
 *
 * Forgets everything, since the registry has changed.
 */
void gram_page_cache_clear (GramPageCache *self);

/**
 * gram_page_cache_get_n_rows:
 * @self: a cache
 *
 * Returns: rows that can be found in it
 */
guint gram_page_cache_get_n_rows (GramPageCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPageCache, gram_page_cache_free)

G_END_DECLS
