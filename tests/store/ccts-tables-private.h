/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ccts-tables-fixture.h"

#include "gram-ledger.h"

G_BEGIN_DECLS

/* What the files of the fixture share. */

#define CCTS_AT G_GINT64_CONSTANT (1767222000000000)

/* Holder and number of an account from CCTS_ALPHA on. */
extern const char *const ccts_fixture_names[];
extern const char *const ccts_fixture_numbers[];

/* What is being filled. */
typedef struct
{
  GramUnit *unit;
  GramStore *store;
  gint64 journal_id;
  CctsFixture made;
  GError *error;
} CctsFilling;

#define CCTS_OK(self) g_assert_no_error ((self)->error)

gint64 ccts_filling_post (CctsFilling *self,
                          const char *meaning,
                          const GramLedgerLine *lines,
                          gsize n_lines);

/* Moves allowances of a year between a holder and the system, or between two holders. */
gint64 ccts_filling_move (CctsFilling *self,
                          int year,
                          const char *meaning,
                          gint64 from,
                          const char *from_role,
                          gint64 to,
                          const char *to_role,
                          gint64 quantity);

/* The trades of Alpha with Beta: registered, matched, waiting, differing, withdrawn. */
void ccts_filling_trade (CctsFilling *self);

/* What is surrendered, accounted for, and owed. */
gint64 ccts_filling_surrender (CctsFilling *self, int year, gint64 account_id, gint64 quantity);
gint64 ccts_filling_account_for (CctsFilling *self, int year, gint64 participant_id);
void ccts_filling_settle (CctsFilling *self);

G_END_DECLS
