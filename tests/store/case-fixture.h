/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-table.h"
#include "gram-dispute-table.h"
#include "gram-store.h"
#include "table-fixture.h"

G_BEGIN_DECLS

/* Opens a case of a kind about @subject_id in the unit; it is of person 2 and due on 2026-04-10. The case's number. */
gint64 case_fixture_open (GramUnit *unit, gint64 account_id, GramCaseKind kind, gint64 subject_id);

/* Opens a dispute of one kind over vehicles; the case's number. */
gint64 case_fixture_dispute (GramUnit *unit,
                             gint64 account_id,
                             GramDisputeKind kind,
                             const gint64 *ids,
                             gsize n_ids);

/* Moves a case on, as claiming, asking and deciding do: by person 4, at an instant after all before. */
void case_fixture_move (GramUnit *unit, gint64 id, GramCaseState state, GramCaseOutcome outcome);

/*
 * Fills a registry of store-fixture.h and people-fixture.h with cases of many kinds and states: 4 dispute of a value, 5 of
 * two vehicles that are not ours, 6 of a missing one, 7 upheld, 8 withdrawn, 9 correction, 10 and 11 differences, 12
 * application, 13 AML; with messages, edits, evidence, snippets and notices.
 */
void case_fixture_fill (GramStore *store);

/* A registry with all of people-fixture.h and so many vehicles in account 1; a unit is open. */
#define CASE_FIXTURE_VEHICLES 40
void case_fixture_set_up (TableFixture *self, gconstpointer data);

/* Ends the unit and begins the next; what was refused leaves nothing behind, as its unit is undone. */
void case_fixture_commit (TableFixture *self);
void case_fixture_roll_back (TableFixture *self);

void case_fixture_assert_refused (gboolean done, GError **error);

/* An import of account 1 in the unit; its id. */
gint64 case_fixture_import (TableFixture *self, const char *name);

#define CASE_TEST(path, function)                                                                  \
  g_test_add (path, TableFixture, NULL, case_fixture_set_up, function, table_fixture_tear_down)

G_END_DECLS
