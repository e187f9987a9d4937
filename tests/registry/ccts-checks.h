/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ccts-fixture.h"

G_BEGIN_DECLS

/* Invariants of CCTS_YEAR, recomputed here from vehicles and rows; the accounts are the four of ccts_new(). */

/* Every participant of the last measuring, and nobody else, has the figures of its vehicles as they stand now. */
void ccts_check_measuring (Fixture *self);

/*
 * Books and ledger agree, what is promised in trades is reserved, the ledger sums to zero, and what was made of the vintage is
 * held or ended; @lapsed of it by the closing, 0 before.
 */
void ccts_check_books (Fixture *self, gint64 lapsed);

G_END_DECLS
