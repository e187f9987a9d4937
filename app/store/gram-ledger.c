/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ledger-private.h"

#include "gram-unit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A posting has two lines at least; one with more than this is a mistake of the caller. */
#define MAX_LINES 10000

/* The ledger account that a line names. */
typedef struct
{
  gint64 id;
  gint64 balance;
  guint8 hash[GRAM_HASH_SIZE];
} LedgerAccount;

gboolean
_gram_ledger_refuse (GramStore *store, const char *what, GError **error)
{
  return _gram_store_fail_file (GRAM_STORE_ERROR_CONSTRAINT, gram_store_get_path (store), error,
                                _ ("The ledger refused a posting: %s. Nothing was changed."), what);
}

/* What a holder has, has promised, owes, and is owed. */
static const char *const holder_roles[] = { "holding", "reserved", "charges", "in-favour", NULL };

/* Programmer facts first: what a posting is, whatever the accounts hold. */
static gboolean
check_lines (GramStore *store, const GramLedgerLine *lines, gsize n_lines, GError **error)
{
  g_autoptr (GHashTable) sums = NULL;
  GHashTableIter iter;
  gpointer sum;

  if (n_lines < 2 || n_lines > MAX_LINES)
    return _gram_ledger_refuse (store, _ ("it has too few or too many lines"), error);
  sums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (gsize i = 0; i < n_lines; i++)
    {
      const GramLedgerLine *line = &lines[i];
      gboolean of_holder = g_strv_contains (holder_roles, line->role);
      gint64 *of_unit = g_hash_table_lookup (sums, line->unit);

      if (line->amount == 0)
        return _gram_ledger_refuse (store, _ ("a line has no amount"), error);
      if (line->unit[0] == '\0' || line->role[0] == '\0' || (line->account_id != 0) != of_holder)
        return _gram_ledger_refuse (store, _ ("a line names no account that can be"), error);
      if (of_unit == NULL)
        {
          of_unit = g_new0 (gint64, 1);
          g_hash_table_insert (sums, (gpointer)line->unit, of_unit);
        }
      if (__builtin_add_overflow (*of_unit, line->amount, of_unit))
        return _gram_ledger_refuse (store, _ ("an amount is too large"), error);
    }
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, NULL, &sum))
    {
      if (*(gint64 *)sum != 0)
        return _gram_ledger_refuse (store, _ ("it does not sum to zero"), error);
    }
  return TRUE;
}

static gboolean
find_account (GramStore *store, const GramLedgerLine *line, LedgerAccount *account, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  const guint8 *hash;
  GramStep step;
  gsize size;

  account->id = 0;
  account->balance = 0;
  statement = gram_statement_prepare (store,
                                      line->account_id != 0
                                          ? "SELECT id, balance, hash FROM ledger_account"
                                            " WHERE role = $1 AND unit = $2 AND account_id = $3"
                                          : "SELECT id, balance, hash FROM ledger_account"
                                            " WHERE role = $1 AND unit = $2 AND account_id IS NULL",
                                      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, line->role);
  gram_statement_bind_text (statement, 2, line->unit);
  if (line->account_id != 0)
    gram_statement_bind_int64 (statement, 3, line->account_id);
  step = gram_statement_step (statement, error);
  if (step != GRAM_STEP_ROW)
    return step == GRAM_STEP_DONE;
  hash = gram_statement_bytes (statement, 2, &size);
  if (size != GRAM_HASH_SIZE)
    return _gram_store_fail (store, SQLITE_CORRUPT, "ledger_account", error);
  account->id = gram_statement_int64 (statement, 0);
  account->balance = gram_statement_int64 (statement, 1);
  memcpy (account->hash, hash, GRAM_HASH_SIZE);
  return TRUE;
}

static gboolean
make_account (GramStore *store, const GramLedgerLine *line, LedgerAccount *account, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  if (!_gram_store_pragma_int64 (store, "SELECT coalesce (max (id), 0) + 1 FROM ledger_account",
                                 &account->id, error))
    return FALSE;
  account->balance = 0;
  _gram_ledger_hash_account (account->id, line->account_id, line->role, line->unit, account->hash);
  statement = gram_statement_prepare (
      store,
      "INSERT INTO ledger_account (id, account_id, role, unit, hash) VALUES ($1, $2, $3, $4, $5)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account->id);
  if (line->account_id != 0)
    gram_statement_bind_int64 (statement, 2, line->account_id);
  else
    gram_statement_bind_null (statement, 2);
  gram_statement_bind_text (statement, 3, line->role);
  gram_statement_bind_text (statement, 4, line->unit);
  gram_statement_bind_bytes (statement, 5, account->hash, GRAM_HASH_SIZE);
  return gram_statement_run (statement, error);
}

/* The newest row of a chained table: the id that follows and the hash to go on from, zeros at first. */
static gboolean
read_last (GramStore *store, const char *sql, gint64 *next_id, guint8 *hash, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  const guint8 *last;
  GramStep step;
  gsize size;

  *next_id = 1;
  memset (hash, 0, GRAM_HASH_SIZE);
  statement = gram_statement_prepare (store, sql, error);
  if (statement == NULL)
    return FALSE;
  step = gram_statement_step (statement, error);
  if (step != GRAM_STEP_ROW)
    return step == GRAM_STEP_DONE;
  *next_id = gram_statement_int64 (statement, 0) + 1;
  last = gram_statement_bytes (statement, 1, &size);
  if (size != GRAM_HASH_SIZE)
    return _gram_store_fail (store, SQLITE_CORRUPT, sql, error);
  memcpy (hash, last, GRAM_HASH_SIZE);
  return TRUE;
}

static gboolean
insert_posting (GramStore *store,
                gint64 journal_id,
                const char *meaning,
                gint64 reverses,
                gint64 *id,
                guint8 *hash,
                GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  guint8 previous[GRAM_HASH_SIZE];

  if (!read_last (store, "SELECT id, hash FROM ledger_posting ORDER BY id DESC LIMIT 1", id,
                  previous, error))
    return FALSE;
  _gram_ledger_hash_posting (previous, *id, journal_id, reverses, meaning, hash);
  statement = gram_statement_prepare (
      store,
      "INSERT INTO ledger_posting (id, journal_id, reverses, meaning, hash) VALUES ($1, $2, $3, $4, $5)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, *id);
  gram_statement_bind_int64 (statement, 2, journal_id);
  if (reverses != 0)
    gram_statement_bind_int64 (statement, 3, reverses);
  else
    gram_statement_bind_null (statement, 3);
  gram_statement_bind_text (statement, 4, meaning);
  gram_statement_bind_bytes (statement, 5, hash, GRAM_HASH_SIZE);
  return gram_statement_run (statement, error);
}

static gboolean
insert_entry (GramStore *store,
              GramLedgerEntry *entry,
              const guint8 *posting_hash,
              const guint8 *account_hash,
              GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  guint8 previous[GRAM_HASH_SIZE];
  guint8 hash[GRAM_HASH_SIZE];

  if (!read_last (store, "SELECT id, hash FROM ledger_entry ORDER BY id DESC LIMIT 1", &entry->id,
                  previous, error))
    return FALSE;
  _gram_ledger_hash_entry (previous, posting_hash, account_hash, entry, hash);
  statement = gram_statement_prepare (
      store,
      "INSERT INTO ledger_entry (id, posting_id, ledger_account_id, amount, balance_after, hash)"
      " VALUES ($1, $2, $3, $4, $5, $6)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, entry->id);
  gram_statement_bind_int64 (statement, 2, entry->posting_id);
  gram_statement_bind_int64 (statement, 3, entry->ledger_account_id);
  gram_statement_bind_int64 (statement, 4, entry->amount);
  gram_statement_bind_int64 (statement, 5, entry->balance_after);
  gram_statement_bind_bytes (statement, 6, hash, GRAM_HASH_SIZE);
  return gram_statement_run (statement, error);
}

static gboolean
write_balance (GramStore *store, const GramLedgerEntry *entry, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store, "UPDATE ledger_account SET balance = $2, entries = entries + 1 WHERE id = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, entry->ledger_account_id);
  gram_statement_bind_int64 (statement, 2, entry->balance_after);
  return gram_statement_run (statement, error);
}

static gboolean
write_line (GramUnit *unit,
            const GramLedgerLine *line,
            gint64 posting_id,
            const guint8 *posting_hash,
            GError **error)
{
  GramStore *store = gram_unit_get_store (unit);
  GramLedgerEntry entry = { .posting_id = posting_id, .amount = line->amount };
  LedgerAccount account;

  if (!find_account (store, line, &account, error)
      || (account.id == 0 && !make_account (store, line, &account, error)))
    return FALSE;
  entry.ledger_account_id = account.id;
  if (__builtin_add_overflow (account.balance, line->amount, &entry.balance_after))
    return _gram_ledger_refuse (store, _ ("a balance would become too large"), error);
  if (line->account_id != 0 && entry.balance_after < 0)
    return _gram_ledger_refuse (store, _ ("a holder’s balance would go below zero"), error);
  _gram_unit_touch_ledger (unit, account.id);
  return insert_entry (store, &entry, posting_hash, account.hash, error)
         && write_balance (store, &entry, error);
}

/* What adds comes first, so that a balance does not pass through less than nothing on its way. */
gboolean
_gram_ledger_post (GramUnit *unit,
                   gint64 journal_id,
                   const char *meaning,
                   gint64 reverses,
                   const GramLedgerLine *lines,
                   gsize n_lines,
                   gint64 *posting_id,
                   GError **error)
{
  GramStore *store = gram_unit_get_store (unit);
  guint8 hash[GRAM_HASH_SIZE];
  gint64 id = 0;

  if (!check_lines (store, lines, n_lines, error)
      || !insert_posting (store, journal_id, meaning, reverses, &id, hash, error))
    return FALSE;
  _gram_unit_touch_posting (unit, id);
  for (int adds = 1; adds >= 0; adds--)
    {
      for (gsize i = 0; i < n_lines; i++)
        {
          if ((lines[i].amount > 0) == (adds == 1)
              && !write_line (unit, &lines[i], id, hash, error))
            return FALSE;
        }
    }
  if (posting_id != NULL)
    *posting_id = id;
  return TRUE;
}

gboolean
gram_ledger_post (GramUnit *unit,
                  gint64 journal_id,
                  const char *meaning,
                  const GramLedgerLine *lines,
                  gsize n_lines,
                  gint64 *posting_id,
                  GError **error)
{
  g_return_val_if_fail (unit != NULL, FALSE);
  g_return_val_if_fail (meaning != NULL && meaning[0] != '\0', FALSE);
  g_return_val_if_fail (lines != NULL || n_lines == 0, FALSE);

  return _gram_ledger_post (unit, journal_id, meaning, 0, lines, n_lines, posting_id, error);
}

gboolean
gram_ledger_balance (GramStore *store,
                     gint64 account_id,
                     const char *role,
                     const char *unit,
                     gint64 *balance,
                     GError **error)
{
  GramLedgerLine line = { .account_id = account_id, .role = role, .unit = unit };
  LedgerAccount account;

  g_return_val_if_fail (role != NULL && unit != NULL && balance != NULL, FALSE);

  if (!find_account (store, &line, &account, error))
    return FALSE;
  *balance = account.balance;
  return TRUE;
}
