/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ledger-walk.h"

#include "gram-table-private.h"

/* The last posting of the journal's entries up to one: numbers of both grow together, so halving finds it. */
static gboolean
find_posting (GramStore *store, gint64 journal_id, gint64 *posting_id, GError **error)
{
  gint64 low = 0;
  gint64 high;

  if (!_gram_table_ask (store, "SELECT coalesce (max (id), 0) FROM ledger_posting", NULL, 0, &high,
                        error))
    return FALSE;
  while (low < high)
    {
      gint64 middle = low + (high - low + 1) / 2;
      gint64 journal;

      /* The rows of a ledger are never taken away, but a number may have been given to nobody. */
      if (!_gram_table_ask (store,
                            "SELECT coalesce ((SELECT journal_id FROM ledger_posting WHERE id >= $1"
                            " ORDER BY id LIMIT 1), 0)",
                            &middle, 1, &journal, error))
        return FALSE;
      if (journal <= journal_id)
        low = middle;
      else
        high = middle - 1;
    }
  *posting_id = low;
  return TRUE;
}

gboolean
gram_ledger_last_before (GramStore *store, gint64 at, gint64 *entry_id, GError **error)
{
  gint64 journal_id;
  gint64 posting_id;

  if (at == 0)
    return _gram_table_ask (store, "SELECT coalesce (max (id), 0) FROM ledger_entry", NULL, 0,
                            entry_id, error);
  /* Not the latest by its time but the last that was written: a clock may have been set back, and a practice registry is taken to
   * any day. */
  return _gram_table_ask (store, "SELECT coalesce (max (id), 0) FROM journal WHERE at < $1", &at, 1,
                          &journal_id, error)
         && find_posting (store, journal_id, &posting_id, error)
         && _gram_table_ask (
             store,
             "SELECT coalesce ((SELECT max (id) FROM ledger_entry WHERE posting_id ="
             " (SELECT max (id) FROM ledger_posting WHERE id <= $1)), 0)",
             &posting_id, 1, entry_id, error);
}

/* The ledger accounts of a holder. */
typedef struct
{
  gint64 id;
  char *role;
  char *unit;
} Account;

static void
account_free (Account *self)
{
  g_free (self->role);
  g_free (self->unit);
  g_free (self);
}

static gpointer
read_account (GramStatement *statement, GError **error)
{
  Account *self = g_new0 (Account, 1);

  self->id = gram_statement_int64 (statement, 0);
  self->role = gram_statement_dup_text (statement, 1);
  self->unit = gram_statement_dup_text (statement, 2);
  return self;
}

static GPtrArray *
read_accounts (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (
      store, "SELECT id, role, unit FROM ledger_account WHERE account_id = $1 ORDER BY unit, role",
      error);

  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_table_all (statement, read_account, (GDestroyNotify)account_free, error);
}

GPtrArray *
gram_ledger_balances_after (GramStore *store, gint64 account_id, gint64 entry_id, GError **error)
{
  g_autoptr (GPtrArray) balances
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_ledger_balance_free);
  g_autoptr (GPtrArray) accounts = read_accounts (store, account_id, error);

  if (accounts == NULL)
    return NULL;
  for (guint i = 0; i < accounts->len; i++)
    {
      Account *account = accounts->pdata[i];
      const gint64 keys[] = { account->id, entry_id };
      GramLedgerBalance *balance;
      gint64 amount;

      if (!_gram_table_ask (
              store,
              "SELECT coalesce ((SELECT balance_after FROM ledger_entry"
              " WHERE ledger_account_id = $1 AND id <= $2 ORDER BY id DESC LIMIT 1), 0)",
              keys, G_N_ELEMENTS (keys), &amount, error))
        return NULL;
      if (amount == 0)
        continue;
      balance = g_new0 (GramLedgerBalance, 1);
      balance->role = g_strdup (account->role);
      balance->unit = g_strdup (account->unit);
      balance->balance = amount;
      g_ptr_array_add (balances, balance);
    }
  return g_steal_pointer (&balances);
}

gboolean
gram_ledger_count (GramStore *store,
                   gint64 account_id,
                   gint64 after,
                   gint64 last,
                   gint64 *n_entries,
                   GError **error)
{
  const gint64 keys[] = { account_id, after, last };

  return _gram_table_ask (store,
                          "SELECT count (*) FROM ledger_account l"
                          " JOIN ledger_entry e ON e.ledger_account_id = l.id"
                          " WHERE l.account_id = $1 AND e.id > $2 AND e.id <= $3",
                          keys, G_N_ELEMENTS (keys), n_entries, error);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a;
  gint64 second = *(const gint64 *)b;

  return (first < second) - (first > second);
}

/* The newest entries of one ledger account in a stretch. */
static gboolean
read_newest (GramStore *store,
             gint64 ledger_account_id,
             gint64 after,
             gint64 last,
             guint limit,
             GArray *ids,
             GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (
      store,
      "SELECT id FROM ledger_entry WHERE ledger_account_id = $1 AND id > $2 AND id <= $3"
      " ORDER BY id DESC LIMIT $4",
      error);
  GramStep step;

  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, ledger_account_id);
  gram_statement_bind_int64 (statement, 2, after);
  gram_statement_bind_int64 (statement, 3, last);
  gram_statement_bind_int64 (statement, 4, limit);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 id = gram_statement_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == GRAM_STEP_DONE;
}

gboolean
gram_ledger_shorten (GramStore *store,
                     gint64 account_id,
                     gint64 *after,
                     gint64 last,
                     guint limit,
                     GError **error)
{
  g_autoptr (GPtrArray) accounts = read_accounts (store, account_id, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (limit > 0, FALSE);

  if (accounts == NULL)
    return FALSE;
  /* One more than fits: it is the one after which the others begin. */
  for (guint i = 0; i < accounts->len; i++)
    if (!read_newest (store, ((const Account *)accounts->pdata[i])->id, *after, last, limit + 1,
                      ids, error))
      return FALSE;
  if (ids->len <= limit)
    return TRUE;
  g_array_sort (ids, compare_newest_first);
  *after = g_array_index (ids, gint64, limit);
  return TRUE;
}

static void
meaning_sum_free (GramLedgerMeaningSum *self)
{
  g_free (self->meaning);
  g_free (self);
}

static gpointer
read_sum (GramStatement *statement, GError **error)
{
  GramLedgerMeaningSum *self = g_new0 (GramLedgerMeaningSum, 1);

  self->meaning = gram_statement_dup_text (statement, 0);
  self->came = gram_statement_int64 (statement, 1);
  self->went = gram_statement_int64 (statement, 2);
  return self;
}

GPtrArray *
gram_ledger_sums (GramStore *store, gint64 account_id, const char *unit, GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (
      store,
      "SELECT p.meaning, sum (max (e.amount, 0)), sum (max (-e.amount, 0)) FROM ledger_account l"
      " JOIN ledger_entry e ON e.ledger_account_id = l.id"
      " JOIN ledger_posting p ON p.id = e.posting_id"
      " WHERE l.account_id = $1 AND l.unit = $2 GROUP BY p.meaning ORDER BY p.meaning",
      error);

  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_text (statement, 2, unit);
  return _gram_table_all (statement, read_sum, (GDestroyNotify)meaning_sum_free, error);
}

/* Where the walk stands in one ledger account. */
typedef struct
{
  GramStatement *statement;
  gint64 entry_id; /* 0: it is at its end */
} Cursor;

static void
cursor_free (Cursor *self)
{
  gram_statement_free (self->statement);
  g_free (self);
}

static gboolean
cursor_step (Cursor *self, GError **error)
{
  GramStep step = gram_statement_step (self->statement, error);

  self->entry_id = step == GRAM_STEP_ROW ? gram_statement_int64 (self->statement, 0) : 0;
  return step != GRAM_STEP_ERROR;
}

static Cursor *
cursor_new (GramStore *store, gint64 ledger_account_id, gint64 after, gint64 last, GError **error)
{
  Cursor *self;
  GramStatement *statement = gram_statement_prepare (
      store,
      "SELECT e.id, e.posting_id, p.reverses, p.journal_id, j.at, j.command, s.name, p.meaning,"
      " e.amount, e.balance_after, j.account_id, j.arguments FROM ledger_entry e"
      " JOIN ledger_posting p ON p.id = e.posting_id JOIN journal j ON j.id = p.journal_id"
      " LEFT JOIN person s ON s.id = j.person_id"
      " WHERE e.ledger_account_id = $1 AND e.id > $2 AND e.id <= $3 ORDER BY e.id",
      error);

  if (statement == NULL)
    return NULL;
  self = g_new0 (Cursor, 1);
  self->statement = statement;
  gram_statement_bind_int64 (statement, 1, ledger_account_id);
  gram_statement_bind_int64 (statement, 2, after);
  gram_statement_bind_int64 (statement, 3, last);
  if (cursor_step (self, error))
    return self;
  cursor_free (self);
  return NULL;
}

/* The texts belong to the statement and to the account. */
static gboolean
tell (const Cursor *cursor,
      const Account *account,
      GramLedgerFunc func,
      gpointer data,
      GError **error)
{
  GramStatement *row = cursor->statement;
  const GramLedgerEntryLine line = {
    .id = cursor->entry_id,
    .posting_id = gram_statement_int64 (row, 1),
    .reverses = gram_statement_int64 (row, 2),
    .journal_id = gram_statement_int64 (row, 3),
    .at = gram_statement_int64 (row, 4),
    .command = (char *)gram_statement_text (row, 5),
    .person = (char *)gram_statement_text (row, 6),
    .meaning = (char *)gram_statement_text (row, 7),
    .role = account->role,
    .unit = account->unit,
    .amount = gram_statement_int64 (row, 8),
    .balance_after = gram_statement_int64 (row, 9),
  };
  const GramLedgerStep step
      = { &line, gram_statement_int64 (row, 10), gram_statement_text (row, 11) };

  return func (&step, data, error);
}

/* The cursor whose entry is the oldest; the number of cursors if all are at their end. */
static guint
find_oldest (const GPtrArray *cursors)
{
  guint oldest = cursors->len;
  gint64 id = 0;

  for (guint i = 0; i < cursors->len; i++)
    {
      const Cursor *cursor = cursors->pdata[i];

      if (cursor->entry_id != 0 && (id == 0 || cursor->entry_id < id))
        {
          oldest = i;
          id = cursor->entry_id;
        }
    }
  return oldest;
}

gboolean
gram_ledger_walk (GramStore *store,
                  gint64 account_id,
                  gint64 after,
                  gint64 last,
                  GramLedgerFunc func,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) accounts = read_accounts (store, account_id, error);
  g_autoptr (GPtrArray) cursors = g_ptr_array_new_with_free_func ((GDestroyNotify)cursor_free);
  guint i;

  g_return_val_if_fail (func != NULL, FALSE);

  if (accounts == NULL)
    return FALSE;
  for (i = 0; i < accounts->len; i++)
    {
      const Account *account = accounts->pdata[i];
      Cursor *cursor = cursor_new (store, account->id, after, last, error);

      if (cursor == NULL)
        return FALSE;
      g_ptr_array_add (cursors, cursor);
    }
  while ((i = find_oldest (cursors)) < cursors->len)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !tell (cursors->pdata[i], accounts->pdata[i], func, data, error)
        || !cursor_step (cursors->pdata[i], error))
      return FALSE;
  return TRUE;
}
