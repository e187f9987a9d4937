/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registration-private.h"
#include "gram-roster.h"
#include "gram-store.h"
#include "gram-vehicle-order.h"
#include "gram-vehicle-traits.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* "Gram" in ASCII. */
#define GRAM_APPLICATION_ID 0x4772616d

struct _GramStore
{
  char *path;
  sqlite3 *db;
  GThread *thread;
  GramStoreMode mode;

  /* Statements by SQL text; those that are out are marked. */
  GHashTable *statements;
  guint statements_out;

  GCancellable *cancellable;

  /* The order of a list that was asked for last; only gram-vehicle-order.c looks at it. */
  GramVehicleOrderCache *order;

  /* What vehicles of the account that was searched last share; only gram-vehicle-traits.c looks at it. */
  GramVehicleTraits *traits;

  /* What searches of accounts and persons look at, and whether it was read inside a unit; only gram-roster.c looks. */
  GramRoster *rosters[GRAM_ROSTER_N];
  gboolean rosters_of_unit;

  /* Borrowed: what is being added up; only gram-registration-fold.c looks. */
  GramRegistrationFold *fold;

  /* Borrowed: the open unit. */
  GramUnit *unit;

  /* Nested reads of one state. */
  guint reads;

  /* The program's own BEGIN, COMMIT and ROLLBACK pass; all others are refused. */
  gboolean transaction_allowed;
  gboolean commit_allowed;
};

/* Opening. */
GramStore *_gram_store_new (const char *path, GramStoreMode mode);
gboolean _gram_store_connect (GramStore *self, const char *name, int flags, GError **error);
gboolean _gram_store_configure (GramStore *self, GError **error);
gboolean
_gram_store_pragma (GramStore *self, const char *sql, const char *expected, GError **error);
gboolean _gram_store_use_wal (GramStore *self, GError **error);
gboolean _gram_store_pragma_int64 (GramStore *self, const char *sql, gint64 *value, GError **error);
void _gram_store_set_busy_timeout (guint milliseconds);

/* Transactions. */
gboolean _gram_store_transaction (GramStore *self, const char *sql, GError **error);
void _gram_store_roll_back (GramStore *self);
gboolean _gram_store_in_transaction (GramStore *self);

/* A text of several statements, as a schema file has them. */
gboolean _gram_store_script (GramStore *self, const char *sql, GError **error);

/* Errors: always FALSE. */
gboolean _gram_store_fail (GramStore *self, int code, const char *sql, GError **error);
gboolean _gram_store_fail_file (GramStoreError code,
                                const char *path,
                                GError **error,
                                const char *format,
                                ...) G_GNUC_PRINTF (4, 5);

static inline void
_gram_store_assert_thread (GramStore *self)
{
  g_assert (self != NULL);
  g_assert (self->thread == g_thread_self ());
}

G_END_DECLS
