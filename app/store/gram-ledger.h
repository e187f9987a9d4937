/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramLedgerLine:
 * @account_id: the holder's account, 0 for a system account
 * @role: `holding`, `reserved`, `charges` (owed, not paid) or `in-favour` of a holder; `issue`, `surrender`, `conversion`,
 *   `lapse`, `deletion`, `charge`, `payment`, `due-back` … of the system
 * @unit: unit, for example `ccts/2025`, `ccs-credit/new/2026`, `NZD`
 * @amount: smallest units, not 0; positive adds
 *
 * One line of a posting.
 */
typedef struct
{
  gint64 account_id;
  const char *role;
  const char *unit;
  gint64 amount;
} GramLedgerLine;

/**
 * gram_ledger_post:
 * @unit: a unit of work
 * @journal_id: the journal entry that causes it
 * @meaning: stable word: `allocation`, `trade`, `surrender` …
 * @lines: the lines; they sum to zero in each unit (asserted as an error, not only in debug builds)
 * @n_lines: how many
 * @posting_id: (out) (optional): id of the posting
 * @error: return location
 *
 * Posts. A holder's balance that would go below zero is %GRAM_STORE_ERROR_CONSTRAINT: the rules have to refuse before.
 *
 * Returns: %FALSE on error
 */
gboolean gram_ledger_post (GramUnit *unit,
                           gint64 journal_id,
                           const char *meaning,
                           const GramLedgerLine *lines,
                           gsize n_lines,
                           gint64 *posting_id,
                           GError **error);

/**
 * gram_ledger_reverse:
 * @unit: a unit of work
 * @journal_id: the journal entry that causes it
 * @posting_id: the posting to reverse; only once
 * @reversal_id: (out) (optional): id of the new posting
 * @error: return location
 *
 * Posts the opposite of a posting and names it.
 *
 * Returns: %FALSE on error
 */
gboolean gram_ledger_reverse (GramUnit *unit,
                              gint64 journal_id,
                              gint64 posting_id,
                              gint64 *reversal_id,
                              GError **error);

/**
 * gram_ledger_balance:
 * @store: a store
 * @account_id: the holder's account, 0 for a system account
 * @role: role
 * @unit: unit
 * @balance: (out): the balance, 0 if nothing was ever posted
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_ledger_balance (GramStore *store,
                              gint64 account_id,
                              const char *role,
                              const char *unit,
                              gint64 *balance,
                              GError **error);

G_END_DECLS
