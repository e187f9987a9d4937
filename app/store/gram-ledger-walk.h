/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ledger-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Reading the entries of an account one by one, however many they are. A stretch of the ledger lies between two entries: it is
 * what was written after the one, up to the other. So opening, lines and closing of a statement always fit together.
 */

/**
 * gram_ledger_last_before:
 * @store: a store
 * @at: UTC microseconds; 0 the end
 * @entry_id: (out): the last entry of the ledger, of any account, that the journal dates before @at; 0 none
 * @error: return location
 *
 * Where a stretch begins or ends. If the clock was set back meanwhile, it is the last one that was written.
 *
 * Returns: %FALSE on error
 */
gboolean gram_ledger_last_before (GramStore *store, gint64 at, gint64 *entry_id, GError **error);

/**
 * gram_ledger_balances_after:
 * @store: a store
 * @account_id: a holder's account
 * @entry_id: an entry of the ledger, of any account; 0 before the first
 * @error: return location
 *
 * Balances that are not zero as that entry left them.
 *
 * Returns: (transfer full) (element-type GramLedgerBalance) (nullable): the balances, by unit and role
 */
GPtrArray *
gram_ledger_balances_after (GramStore *store, gint64 account_id, gint64 entry_id, GError **error);

/**
 * gram_ledger_count:
 * @store: a store
 * @account_id: a holder's account
 * @after: entry before the stretch, 0 from the beginning
 * @last: last entry of the stretch
 * @n_entries: (out): entries of the account in it
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_ledger_count (GramStore *store,
                            gint64 account_id,
                            gint64 after,
                            gint64 last,
                            gint64 *n_entries,
                            GError **error);

/**
 * gram_ledger_shorten:
 * @store: a store
 * @account_id: a holder's account
 * @after: (inout): entry before the stretch; moved so that the stretch has at most @limit entries of the account
 * @last: last entry of the stretch
 * @limit: at most so many, from 1 on
 * @error: return location
 *
 * Leaves the last entries of a stretch.
 *
 * Returns: %FALSE on error
 */
gboolean gram_ledger_shorten (GramStore *store,
                              gint64 account_id,
                              gint64 *after,
                              gint64 last,
                              guint limit,
                              GError **error);

/**
 * GramLedgerMeaningSum:
 * @meaning: stable word of the postings
 * @came: what they brought, smallest units
 * @went: what they took, without sign
 *
 * What postings of one meaning did. Strings are owned.
 */
typedef struct
{
  char *meaning;
  gint64 came;
  gint64 went;
} GramLedgerMeaningSum;

/**
 * gram_ledger_sums:
 * @store: a store
 * @account_id: a holder's account
 * @unit: a unit
 * @error: return location
 *
 * How all that the account has of a unit came about. What went from one of its roles to another, such as what is reserved, is on
 * both sides.
 *
 * Returns: (transfer full) (element-type GramLedgerMeaningSum) (nullable): the sums, by meaning
 */
GPtrArray *gram_ledger_sums (GramStore *store, gint64 account_id, const char *unit, GError **error);

/**
 * GramLedgerStep:
 * @line: the entry; good until the callback returns
 * @account_id: account of the command that caused it, 0 none; another one for the other party of a trade or transfer
 * @arguments: JSON text of the arguments of that command
 *
 * What a walk comes by.
 */
typedef struct
{
  const GramLedgerEntryLine *line;
  gint64 account_id;
  const char *arguments;
} GramLedgerStep;

/**
 * GramLedgerFunc:
 * @step: what a walk comes by
 * @data: closure
 * @error: return location
 *
 * Told of each entry, the oldest first.
 *
 * Returns: %FALSE with @error to stop
 */
typedef gboolean (*GramLedgerFunc) (const GramLedgerStep *step, gpointer data, GError **error);

/**
 * gram_ledger_walk:
 * @store: a store, inside gram_store_begin_read()
 * @account_id: a holder's account
 * @after: entry before the stretch, 0 from the beginning
 * @last: last entry of the stretch
 * @func: told of each entry
 * @data: for @func
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Walks along the entries of an account, holding one for each of its units at a time.
 *
 * Returns: %FALSE on error
 */
gboolean gram_ledger_walk (GramStore *store,
                           gint64 account_id,
                           gint64 after,
                           gint64 last,
                           GramLedgerFunc func,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
