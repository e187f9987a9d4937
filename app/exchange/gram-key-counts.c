/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-key-counts.h"

#include <string.h>

#define FIRST_SLOTS 1024

struct _GramKeyCounts
{
  guint64 *hashes;
  guint32 *numbers;
  gsize n_slots;
  gsize n_used;
  guint64 secret;
};

/* Multiplies to 128 bits and folds: every bit of the operands reaches every bit of the result. */
static inline guint64
mix (guint64 a, guint64 b)
{
  __extension__ unsigned __int128 product = (unsigned __int128)a * b;

  return (guint64)product ^ (guint64)(product >> 64);
}

static guint64
hash_key (guint64 secret, guint space, const char *key, gsize length)
{
  guint64 hash = mix (secret ^ length, G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + space);

  while (length > 0)
    {
      guint64 part = 0;
      gsize n = MIN (length, 8);

      memcpy (&part, key, n);
      hash = mix (hash ^ part, secret ^ G_GUINT64_CONSTANT (0xd6e8feb86659fd93));
      key += n;
      length -= n;
    }
  /* 0 is the empty slot. */
  return hash == 0 ? 1 : hash;
}

static gsize
find_slot (const GramKeyCounts *self, guint64 hash)
{
  gsize slot = hash & (self->n_slots - 1);

  while (self->hashes[slot] != 0 && self->hashes[slot] != hash)
    slot = (slot + 1) & (self->n_slots - 1);
  return slot;
}

static void
grow (GramKeyCounts *self)
{
  g_autofree guint64 *hashes = self->hashes;
  g_autofree guint32 *numbers = self->numbers;
  gsize n_slots = self->n_slots;

  self->n_slots = n_slots == 0 ? FIRST_SLOTS : n_slots * 2;
  self->hashes = g_new0 (guint64, self->n_slots);
  self->numbers = g_new0 (guint32, self->n_slots);
  for (gsize i = 0; i < n_slots; i++)
    if (hashes[i] != 0)
      {
        gsize slot = find_slot (self, hashes[i]);

        self->hashes[slot] = hashes[i];
        self->numbers[slot] = numbers[i];
      }
}

GramKeyCounts *
gram_key_counts_new (void)
{
  GramKeyCounts *self = g_new0 (GramKeyCounts, 1);

  self->secret = (guint64)g_random_int () << 32 | g_random_int () | 1;
  grow (self);
  return self;
}

void
gram_key_counts_free (GramKeyCounts *self)
{
  if (self == NULL)
    return;
  g_free (self->hashes);
  g_free (self->numbers);
  g_free (self);
}

guint32 *
gram_key_counts_lookup (GramKeyCounts *self, guint space, const char *key, gsize length)
{
  guint64 hash = hash_key (self->secret, space, key, length);
  gsize slot;

  if (self->n_used >= self->n_slots / 4 * 3)
    grow (self);
  slot = find_slot (self, hash);
  if (self->hashes[slot] == 0)
    {
      self->hashes[slot] = hash;
      self->n_used++;
    }
  return &self->numbers[slot];
}
