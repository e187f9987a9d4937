/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-test-fleet.h"
#include "gram-vehicle-table.h"
#include "store-fixture.h"

G_BEGIN_DECLS

/* The registry of store-fixture.h in a folder of its own, with an open unit of work. */
typedef struct
{
  GramTestDir *dir;
  char *path;
  GramStore *store;
  GramUnit *unit;
  gint64 journal_id;
  guint n_units;
} TableFixture;

void table_fixture_set_up (TableFixture *self, gconstpointer data);
void table_fixture_tear_down (TableFixture *self, gconstpointer data);

/* Begins a unit if none is open; its journal entry is written at its end. */
void table_fixture_begin (TableFixture *self);
void table_fixture_commit (TableFixture *self);

/* Inserts vehicles of a fleet, in the open unit; account 1 is CCS used, account 2 is CCTS. */
void table_fixture_fill (TableFixture *self, gint64 account_id, guint64 first, guint64 n_vehicles);

GramVehicleRecord *table_fixture_get (TableFixture *self, gint64 id);

#define TABLE_TEST(path, function)                                                                 \
  g_test_add (path, TableFixture, NULL, table_fixture_set_up, function, table_fixture_tear_down)

G_END_DECLS
