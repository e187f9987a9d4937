/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ledger-private.h"

void
_gram_ledger_hash_account (gint64 id,
                           gint64 account_id,
                           const char *role,
                           const char *unit,
                           guint8 *hash)
{
  GramChain chain;

  _gram_chain_begin (&chain, "ledger_account", NULL);
  _gram_chain_int64 (&chain, id);
  _gram_chain_id (&chain, account_id);
  _gram_chain_text (&chain, role);
  _gram_chain_text (&chain, unit);
  _gram_chain_end (&chain, hash);
}

void
_gram_ledger_hash_posting (const guint8 *previous,
                           gint64 id,
                           gint64 journal_id,
                           gint64 reverses,
                           const char *meaning,
                           guint8 *hash)
{
  GramChain chain;

  _gram_chain_begin (&chain, "ledger_posting", previous);
  _gram_chain_int64 (&chain, id);
  _gram_chain_int64 (&chain, journal_id);
  _gram_chain_id (&chain, reverses);
  _gram_chain_text (&chain, meaning);
  _gram_chain_end (&chain, hash);
}

void
_gram_ledger_hash_entry (const guint8 *previous,
                         const guint8 *posting_hash,
                         const guint8 *account_hash,
                         const GramLedgerEntry *entry,
                         guint8 *hash)
{
  GramChain chain;

  _gram_chain_begin (&chain, "ledger_entry", previous);
  _gram_chain_bytes (&chain, posting_hash, GRAM_HASH_SIZE);
  _gram_chain_bytes (&chain, account_hash, GRAM_HASH_SIZE);
  _gram_chain_int64 (&chain, entry->id);
  _gram_chain_int64 (&chain, entry->posting_id);
  _gram_chain_int64 (&chain, entry->ledger_account_id);
  _gram_chain_int64 (&chain, entry->amount);
  _gram_chain_int64 (&chain, entry->balance_after);
  _gram_chain_end (&chain, hash);
}
