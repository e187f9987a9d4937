/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"
#include "gram-test-dir.h"

G_BEGIN_DECLS

/* So many rows of each table stand there besides those of ccs-tables-fixture.h. */
#define CCS_QUERY_MORE 1300

#define CCS_QUERY_TODAY "2026-06-15"

/* The registry of ccs-tables-fixture.h with many charges, payments and transfers more. */
typedef struct
{
  GramTestDir *dir;
  char *path;
  GramStore *store;
} CcsQueryFixture;

void ccs_query_fixture_set_up (CcsQueryFixture *self, gconstpointer data);

void ccs_query_fixture_tear_down (CcsQueryFixture *self, gconstpointer data);

/* g_test_add() of a test with such a registry. */
#define CCS_QUERY_TEST(path, function)                                                             \
  g_test_add (path, CcsQueryFixture, NULL, ccs_query_fixture_set_up, function,                     \
              ccs_query_fixture_tear_down)

G_END_DECLS
