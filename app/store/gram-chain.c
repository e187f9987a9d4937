/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-chain.h"

#include <string.h>

static void
put_number (GramChain *self, char type, guint64 value)
{
  guint8 text[9];

  text[0] = (guint8)type;
  for (int i = 0; i < 8; i++)
    text[1 + i] = (guint8)(value >> (8 * (7 - i)));
  g_checksum_update (self->checksum, text, sizeof text);
}

void
_gram_chain_begin (GramChain *self, const char *table, const guint8 *previous)
{
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  _gram_chain_text (self, table);
  if (previous != NULL)
    _gram_chain_bytes (self, previous, GRAM_HASH_SIZE);
}

void
_gram_chain_int64 (GramChain *self, gint64 value)
{
  put_number (self, 'i', (guint64)value);
}

/* A reference to a row; 0 is none, which is NULL in the row. */
void
_gram_chain_id (GramChain *self, gint64 id)
{
  if (id == 0)
    g_checksum_update (self->checksum, (const guint8 *)"n", 1);
  else
    _gram_chain_int64 (self, id);
}

void
_gram_chain_bytes (GramChain *self, const guint8 *bytes, gsize size)
{
  put_number (self, 't', size);
  if (size > 0)
    g_checksum_update (self->checksum, bytes, (gssize)size);
}

void
_gram_chain_text (GramChain *self, const char *text)
{
  _gram_chain_bytes (self, (const guint8 *)text, strlen (text));
}

void
_gram_chain_end (GramChain *self, guint8 *hash)
{
  gsize size = GRAM_HASH_SIZE;

  g_checksum_get_digest (self->checksum, hash, &size);
  g_assert (size == GRAM_HASH_SIZE);
  g_clear_pointer (&self->checksum, g_checksum_free);
}
