/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ledger.h"

#include "gram-chain.h"
#include "gram-statement.h"

G_BEGIN_DECLS

/*
 * What the hashes of the ledger stand over. An account's covers what never changes about it; an entry's covers its
 * posting's and its account's, so that none of the three can be exchanged by itself.
 */
void _gram_ledger_hash_account (gint64 id,
                                gint64 account_id,
                                const char *role,
                                const char *unit,
                                guint8 *hash);
void _gram_ledger_hash_posting (const guint8 *previous,
                                gint64 id,
                                gint64 journal_id,
                                gint64 reverses,
                                const char *meaning,
                                guint8 *hash);

typedef struct
{
  gint64 id;
  gint64 posting_id;
  gint64 ledger_account_id;
  gint64 amount;
  gint64 balance_after;
} GramLedgerEntry;

void _gram_ledger_hash_entry (const guint8 *previous,
                              const guint8 *posting_hash,
                              const guint8 *account_hash,
                              const GramLedgerEntry *entry,
                              guint8 *hash);

/* Refuses a posting: always FALSE. */
gboolean _gram_ledger_refuse (GramStore *store, const char *what, GError **error);
gboolean _gram_ledger_post (GramUnit *unit,
                            gint64 journal_id,
                            const char *meaning,
                            gint64 reverses,
                            const GramLedgerLine *lines,
                            gsize n_lines,
                            gint64 *posting_id,
                            GError **error);

G_END_DECLS
