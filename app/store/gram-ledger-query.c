/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ledger-query.h"

#include "gram-table-private.h"

void
gram_ledger_balance_free (GramLedgerBalance *self)
{
  if (self == NULL)
    return;
  g_free (self->role);
  g_free (self->unit);
  g_free (self);
}

static gpointer
read_balance (GramStatement *statement, GError **error)
{
  GramLedgerBalance *balance = g_new0 (GramLedgerBalance, 1);

  balance->role = gram_statement_dup_text (statement, 0);
  balance->unit = gram_statement_dup_text (statement, 1);
  balance->balance = gram_statement_int64 (statement, 2);
  return balance;
}

GPtrArray *
gram_ledger_balances (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store,
      "SELECT role, unit, balance FROM ledger_account WHERE account_id = $1 AND balance <> 0"
      " ORDER BY unit, role",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_table_all (statement, read_balance, (GDestroyNotify)gram_ledger_balance_free, error);
}

void
gram_ledger_entry_line_free (GramLedgerEntryLine *self)
{
  if (self == NULL)
    return;
  g_free (self->command);
  g_free (self->person);
  g_free (self->meaning);
  g_free (self->role);
  g_free (self->unit);
  g_free (self);
}

static gpointer
read_line (GramStatement *statement, GError **error)
{
  GramLedgerEntryLine *line = g_new0 (GramLedgerEntryLine, 1);

  line->id = gram_statement_int64 (statement, 0);
  line->posting_id = gram_statement_int64 (statement, 1);
  line->reverses = gram_statement_int64 (statement, 2);
  line->journal_id = gram_statement_int64 (statement, 3);
  line->at = gram_statement_int64 (statement, 4);
  line->command = gram_statement_dup_text (statement, 5);
  line->person = gram_statement_dup_text (statement, 6);
  line->meaning = gram_statement_dup_text (statement, 7);
  line->role = gram_statement_dup_text (statement, 8);
  line->unit = gram_statement_dup_text (statement, 9);
  line->amount = gram_statement_int64 (statement, 10);
  line->balance_after = gram_statement_int64 (statement, 11);
  return line;
}

GPtrArray *
gram_ledger_list (GramStore *store,
                  gint64 account_id,
                  gint64 from,
                  gint64 to,
                  gint64 before,
                  guint limit,
                  GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store,
      "SELECT e.id, e.posting_id, p.reverses, p.journal_id, j.at, j.command, s.name, p.meaning, l.role,"
      " l.unit, e.amount, e.balance_after FROM ledger_account l"
      " JOIN ledger_entry e ON e.ledger_account_id = l.id"
      " JOIN ledger_posting p ON p.id = e.posting_id JOIN journal j ON j.id = p.journal_id"
      " LEFT JOIN person s ON s.id = j.person_id"
      " WHERE l.account_id = $1 AND j.at >= $2 AND j.at < $3 AND e.id < $4 ORDER BY e.id DESC LIMIT $5",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_int64 (statement, 2, from);
  gram_statement_bind_int64 (statement, 3, to > 0 ? to : G_MAXINT64);
  gram_statement_bind_int64 (statement, 4, before > 0 ? before : G_MAXINT64);
  gram_statement_bind_int64 (statement, 5, _gram_table_limit (limit));
  return _gram_table_all (statement, read_line, (GDestroyNotify)gram_ledger_entry_line_free, error);
}
