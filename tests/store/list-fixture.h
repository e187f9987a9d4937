/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-fixture.h"

G_BEGIN_DECLS

/* Accounts and persons by the hundred, with names in several alphabets' letters, in all kinds, states and roles. */

#define LIST_ACCOUNTS 300
#define LIST_PERSONS 500

void list_fixture_persons (TableFixture *self, guint64 first, guint64 n);
void list_fixture_accounts (TableFixture *self, guint64 first, guint64 n);

/* They are written past the commands, so that verify has its doubts: it is not asked. */
void list_fixture_tear_down (TableFixture *self, gconstpointer data);

#define LIST_TEST(path, function)                                                                  \
  g_test_add (path, TableFixture, NULL, table_fixture_set_up, function, list_fixture_tear_down)

G_END_DECLS
