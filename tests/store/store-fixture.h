/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"
#include "gram-test-dir.h"

G_BEGIN_DECLS

/*
 * A registry of two accounts, two persons (1 the administrator, 2 an officer who owns both) and a rulebook, with its
 * first journal entry; open for writing.
 */
GramStore *store_fixture_create (const char *path);

/* Appends a journal entry with @request_id; the entry's id. */
gint64 store_fixture_journal (GramUnit *unit, const char *request_id);

/* Inserts @n vehicles (entered, complete) into the account in the unit, with totals and search; the first one's id. */
gint64 store_fixture_vehicles (GramUnit *unit, gint64 account_id, guint n);

/* Moves @n vehicles from @first on to accepted, as accepting does. */
void store_fixture_accept (GramUnit *unit, gint64 account_id, gint64 first, guint n);

/* Fills a registry with all that verify looks at: three entries, vehicles, postings and a reversal. */
void store_fixture_fill (GramStore *store);

/* One number that a query answers. */
gint64 store_fixture_int64 (GramStore *store, const char *sql);

/* Runs SQL past the store: no triggers, no checks, no foreign keys. */
void store_fixture_raw (const char *path, const char *sql);

/* What verify finds, one `where` a line; "" if all is well. */
char *store_fixture_verify (GramStore *store);
char *store_fixture_verify_path (const char *path);

/* Content of a file. */
GBytes *store_fixture_bytes (const char *path);

G_END_DECLS
