/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-place.h"

G_BEGIN_DECLS

/*
 * What the list does with its places. A row belongs to its page, an array of rows that comes from the reader whole; a
 * place keeps the page alive for as long as it shows a row of it.
 */

typedef void (*GramPlaceGone) (gpointer owner, guint position);

GramPlace *_gram_place_new (GType type, guint position, GramPlaceGone gone, gpointer owner);
void _gram_place_detach (GramPlace *self);
void _gram_place_show (GramPlace *self, GPtrArray *page, gconstpointer row);

G_END_DECLS
