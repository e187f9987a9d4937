/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/*
 * Fills a registry of store-fixture.h with accounts in every state and all that may happen in them: 1 suspended,
 * 2 (CCTS) blocked, 3 closing, 4 closed, 5 open with what is over by now.
 */
void people_fixture_fill (GramStore *store);

G_END_DECLS
