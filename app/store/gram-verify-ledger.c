/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ledger-private.h"
#include "gram-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the ledger holds by its own entries. */
typedef struct
{
  gint64 balance;
  gint64 entries;
} Recomputed;

typedef struct
{
  guint8 carried[GRAM_HASH_SIZE];
  guint8 computed[GRAM_HASH_SIZE];
  gint64 last_id;
} Chain;

static char *
where (const char *table, gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, table, id);
}

static gboolean
same (const guint8 *one, const guint8 *other)
{
  return memcmp (one, other, GRAM_HASH_SIZE) == 0;
}

static void
go_on (Chain *chain, gint64 id, const guint8 *carried, const guint8 *computed)
{
  chain->last_id = id;
  memcpy (chain->carried, carried, GRAM_HASH_SIZE);
  memcpy (chain->computed, computed, GRAM_HASH_SIZE);
}

static const char *
text_or_empty (GramStatement *row, guint column)
{
  const char *text = gram_statement_text (row, column);

  return text != NULL ? text : "";
}

static gboolean
posting_fits (GramStatement *row, const guint8 *previous, const guint8 *carried, guint8 *computed)
{
  _gram_ledger_hash_posting (previous, gram_statement_int64 (row, 0), gram_statement_int64 (row, 1),
                             gram_statement_int64 (row, 2), text_or_empty (row, 3), computed);
  return same (computed, carried);
}

static gboolean
check_postings (GramVerifier *self, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  Chain chain = { 0 };
  GramStep step;

  statement = gram_statement_prepare (
      self->store, "SELECT id, journal_id, reverses, meaning, hash FROM ledger_posting ORDER BY id",
      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 id = gram_statement_int64 (statement, 0);
      guint8 carried[GRAM_HASH_SIZE];
      guint8 computed[GRAM_HASH_SIZE];

      _gram_verifier_read_hash (statement, 4, carried);
      if (id != chain.last_id + 1)
        _gram_verifier_find (self, where ("ledger_posting", id),
                             _ ("A posting before this one is missing."));
      /* Going on from what the row before carries, or from what it should carry. */
      if (!posting_fits (statement, chain.computed, carried, computed)
          && !posting_fits (statement, chain.carried, carried, computed))
        _gram_verifier_find (self, where ("ledger_posting", id),
                             _ ("The posting was changed: its hash does not fit."));
      go_on (&chain, id, carried, computed);
      _gram_verifier_step (self);
    }
  return step == GRAM_STEP_DONE;
}

/* Balances as the entries add up, by ledger account. */
static Recomputed *
recomputed_for (GHashTable *accounts, gint64 id)
{
  Recomputed *recomputed = g_hash_table_lookup (accounts, &id);

  if (recomputed == NULL)
    {
      recomputed = g_new0 (Recomputed, 1);
      g_hash_table_insert (accounts, g_memdup2 (&id, sizeof id), recomputed);
    }
  return recomputed;
}

static gboolean
entry_fits (GramStatement *row, const guint8 *previous, const guint8 *carried, guint8 *computed)
{
  GramLedgerEntry entry = {
    .id = gram_statement_int64 (row, 0),
    .posting_id = gram_statement_int64 (row, 1),
    .ledger_account_id = gram_statement_int64 (row, 2),
    .amount = gram_statement_int64 (row, 3),
    .balance_after = gram_statement_int64 (row, 4),
  };
  guint8 posting_hash[GRAM_HASH_SIZE];
  guint8 account_hash[GRAM_HASH_SIZE];

  _gram_verifier_read_hash (row, 6, posting_hash);
  _gram_verifier_read_hash (row, 7, account_hash);
  _gram_ledger_hash_entry (previous, posting_hash, account_hash, &entry, computed);
  return same (computed, carried);
}

static void
check_entry (GramVerifier *self, GramStatement *row, Chain *chain, GHashTable *accounts)
{
  gint64 id = gram_statement_int64 (row, 0);
  gint64 amount = gram_statement_int64 (row, 3);
  gint64 balance_after = gram_statement_int64 (row, 4);
  Recomputed *account = recomputed_for (accounts, gram_statement_int64 (row, 2));
  guint8 carried[GRAM_HASH_SIZE];
  guint8 computed[GRAM_HASH_SIZE];

  _gram_verifier_read_hash (row, 5, carried);
  if (id != chain->last_id + 1)
    _gram_verifier_find (self, where ("ledger_entry", id),
                         _ ("An entry before this one is missing."));
  if (!entry_fits (row, chain->computed, carried, computed)
      && !entry_fits (row, chain->carried, carried, computed))
    _gram_verifier_find (self, where ("ledger_entry", id),
                         _ ("The entry was changed: its hash does not fit."));
  if (__builtin_add_overflow (account->balance, amount, &account->balance)
      || account->balance != balance_after)
    _gram_verifier_find (self, where ("ledger_entry", id),
                         _ ("The balance after the entry is not what the entries add up to."));
  if (!gram_statement_is_null (row, 8) && balance_after < 0)
    _gram_verifier_find (self, where ("ledger_entry", id), _ ("A holder’s balance is below zero."));
  account->entries++;
  go_on (chain, id, carried, computed);
  self->report->ledger_entries++;
  _gram_verifier_step (self);
}

static gboolean
check_entries (GramVerifier *self, GHashTable *accounts, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  Chain chain = { 0 };
  GramStep step;

  statement = gram_statement_prepare (
      self->store,
      "SELECT entry.id, entry.posting_id, entry.ledger_account_id, entry.amount, entry.balance_after,"
      " entry.hash, posting.hash, account.hash, account.account_id"
      " FROM ledger_entry AS entry LEFT JOIN ledger_posting AS posting ON posting.id = entry.posting_id"
      " LEFT JOIN ledger_account AS account ON account.id = entry.ledger_account_id ORDER BY entry.id",
      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    check_entry (self, statement, &chain, accounts);
  return step == GRAM_STEP_DONE;
}

static void
check_account (GramVerifier *self, GramStatement *row, GHashTable *accounts)
{
  gint64 id = gram_statement_int64 (row, 0);
  Recomputed *recomputed = recomputed_for (accounts, id);
  guint8 carried[GRAM_HASH_SIZE];
  guint8 computed[GRAM_HASH_SIZE];

  _gram_verifier_read_hash (row, 6, carried);
  _gram_ledger_hash_account (id, gram_statement_int64 (row, 1), text_or_empty (row, 2),
                             text_or_empty (row, 3), computed);
  if (!same (computed, carried))
    _gram_verifier_find (self, where ("ledger_account", id),
                         _ ("The ledger account was changed: its hash does not fit."));
  if (gram_statement_int64 (row, 4) != recomputed->balance)
    _gram_verifier_find (self, where ("ledger_account", id),
                         _ ("The balance is not what the entries add up to."));
  if (gram_statement_int64 (row, 5) != recomputed->entries)
    _gram_verifier_find (self, where ("ledger_account", id),
                         _ ("The account has more or fewer entries than it says."));
}

static gboolean
check_accounts (GramVerifier *self, GHashTable *accounts, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (
      self->store,
      "SELECT id, account_id, role, unit, balance, entries, hash FROM ledger_account ORDER BY id",
      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    check_account (self, statement, accounts);
  return step == GRAM_STEP_DONE;
}

/* Each posting by itself: zero in each unit, at least two lines, a reversal the very opposite. */
static gboolean
check_sums (GramVerifier *self, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (
      self->store,
      "SELECT DISTINCT posting.id FROM ledger_posting AS posting"
      " LEFT JOIN ledger_entry AS entry ON entry.posting_id = posting.id"
      " LEFT JOIN ledger_account AS account ON account.id = entry.ledger_account_id"
      " GROUP BY posting.id, account.unit"
      " HAVING count (entry.id) < 2 OR sum (entry.amount / 1000000000) * 1000000000"
      " + sum (entry.amount % 1000000000) <> 0 ORDER BY posting.id",
      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    _gram_verifier_find (self, where ("ledger_posting", gram_statement_int64 (statement, 0)),
                         _ ("The posting does not sum to zero in each unit."));
  return step == GRAM_STEP_DONE;
}

gboolean
_gram_verify_ledger (GramVerifier *self, GError **error)
{
  g_autoptr (GHashTable) accounts = NULL;

  accounts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return check_postings (self, error) && check_entries (self, accounts, error)
         && check_accounts (self, accounts, error) && check_sums (self, error);
}
