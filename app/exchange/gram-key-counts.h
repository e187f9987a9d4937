/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GramKeyCounts:
 *
 * How often each key was seen, or in which row first: a table of 64-bit hashes with a number each, 12 bytes a slot,
 * open addressing, doubled when three quarters are full. Hashes are keyed anew in each process, so that no file can be
 * made to collide on purpose. Private to the row context.
 */
typedef struct _GramKeyCounts GramKeyCounts;

/**
 * gram_key_counts_new:
 *
 * Returns: (transfer full): an empty table
 */
GramKeyCounts *gram_key_counts_new (void);

/**
 * gram_key_counts_free:
 * @self: (nullable): a table
 *
 * Frees it.
 */
void gram_key_counts_free (GramKeyCounts *self);

/**
 * gram_key_counts_lookup:
 * @self: a table
 * @space: which kind of key, so that a VIN never meets a register key
 * @key: the key
 * @length: its bytes
 *
 * Finds the number of a key; a key that is new gets 0. The place is valid until the next call.
 *
 * Returns: (transfer none): where the number stands
 */
guint32 *gram_key_counts_lookup (GramKeyCounts *self, guint space, const char *key, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramKeyCounts, gram_key_counts_free)

G_END_DECLS
