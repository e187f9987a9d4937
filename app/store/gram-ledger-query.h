/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramLedgerBalance:
 * @role: `holding` or `reserved`
 * @unit: unit, for example `ccs-credit/new/2026`
 * @balance: smallest units
 *
 * What an account has of one unit in one role. Strings are owned.
 */
typedef struct
{
  char *role;
  char *unit;
  gint64 balance;
} GramLedgerBalance;

/**
 * gram_ledger_balance_free:
 * @self: (nullable): a balance
 *
 * Frees it.
 */
void gram_ledger_balance_free (GramLedgerBalance *self);

/**
 * gram_ledger_balances:
 * @store: a store
 * @account_id: a holder's account
 * @error: return location
 *
 * Balances of an account that are not zero, by unit and role.
 *
 * Returns: (transfer full) (element-type GramLedgerBalance) (nullable): the balances
 */
GPtrArray *gram_ledger_balances (GramStore *store, gint64 account_id, GError **error);

/**
 * GramLedgerEntryLine:
 * @id: row of the ledger entry
 * @posting_id: its posting
 * @reverses: posting that the posting reverses, 0 none
 * @journal_id: journal entry that caused it
 * @at: UTC microseconds of that
 * @command: command of that
 * @person: (nullable): name of the person, %NULL the program itself
 * @meaning: stable word of the posting: `allocation`, `trade`, `deletion` …
 * @role: `holding` or `reserved`
 * @unit: unit
 * @amount: smallest units; positive adds
 * @balance_after: balance of role and unit after it
 *
 * One line of a statement. Strings are owned.
 */
typedef struct
{
  gint64 id;
  gint64 posting_id;
  gint64 reverses;
  gint64 journal_id;
  gint64 at;
  char *command;
  char *person;
  char *meaning;
  char *role;
  char *unit;
  gint64 amount;
  gint64 balance_after;
} GramLedgerEntryLine;

/**
 * gram_ledger_entry_line_free:
 * @self: (nullable): a line
 *
 * Frees it.
 */
void gram_ledger_entry_line_free (GramLedgerEntryLine *self);

/**
 * gram_ledger_list:
 * @store: a store
 * @account_id: a holder's account
 * @from: UTC microseconds, the first instant; 0 from the beginning
 * @to: UTC microseconds, the first instant that is too late; 0 to the end
 * @before: only lines before this id, 0 from the newest
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Ledger lines of an account in a period, the newest first.
 *
 * Returns: (transfer full) (element-type GramLedgerEntryLine) (nullable): the lines
 */
GPtrArray *gram_ledger_list (GramStore *store,
                             gint64 account_id,
                             gint64 from,
                             gint64 to,
                             gint64 before,
                             guint limit,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramLedgerBalance, gram_ledger_balance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramLedgerEntryLine, gram_ledger_entry_line_free)

G_END_DECLS
