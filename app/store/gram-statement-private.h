/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-statement.h"

#include "gram-store-private.h"

G_BEGIN_DECLS

GHashTable *_gram_statement_cache_new (void);
void _gram_unit_abandon (GramUnit *unit);

G_END_DECLS
