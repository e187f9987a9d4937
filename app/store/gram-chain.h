/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GRAM_HASH_SIZE 32

/*
 * SHA-256 over a canonical text of a row and the hash of the row before: every field with a letter for its type, texts
 * with their length in front, so that no two different rows have the same text.
 */
typedef struct
{
  GChecksum *checksum;
} GramChain;

void _gram_chain_begin (GramChain *self, const char *table, const guint8 *previous);
void _gram_chain_int64 (GramChain *self, gint64 value);
void _gram_chain_id (GramChain *self, gint64 id);
void _gram_chain_bytes (GramChain *self, const guint8 *bytes, gsize size);
void _gram_chain_text (GramChain *self, const char *text);
void _gram_chain_end (GramChain *self, guint8 *hash);

G_END_DECLS
