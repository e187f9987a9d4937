/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"

G_BEGIN_DECLS

/*
 * What time alone brings about: a suspension or a block ends after its last day, an AML verification expires, what waits
 * for somebody lapses. The program does it itself, with `account.run-due`, an entry of the journal without a person: when
 * a registry is opened for writing, once a day, and before any command on the account. Then notifications of trades whose
 * window is over become void, with `trade.run-due`, and it reminds of cases, with `case.run-due`.
 */

/**
 * gram_registry_run_due:
 * @self: a registry, open for writing
 * @n_accounts: (out) (optional): how many accounts it changed
 * @error: return location
 *
 * Does what is due on all accounts, each in a unit of work of its own. Nothing due: nothing is written. An account that
 * another process does first is passed over.
 *
 * Returns: %FALSE on error; accounts that were done stay done
 */
gboolean gram_registry_run_due (GramRegistry *self, gint64 *n_accounts, GError **error);

/**
 * _gram_due_run_before:
 * @self: a registry, open for writing
 * @number: (nullable): number of the account that a command is about, as it was typed
 * @error: return location
 *
 * Does what is due on one account before a command on it is looked at. Nothing due, or no such account: nothing happens,
 * and it costs two look-ups.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_due_run_before (GramRegistry *self, const char *number, GError **error);

/**
 * gram_due_state_today:
 * @self: a registry
 * @account: an account as it is stored
 * @state: (out): the state that counts today
 * @error: return location
 *
 * The state of an account once what is due has been done: for readers, who cannot do it.
 *
 * Returns: %FALSE on error
 */
gboolean gram_due_state_today (GramRegistry *self,
                               const GramAccountRecord *account,
                               GramAccountState *state,
                               GError **error);

/**
 * gram_due_aml_today:
 * @self: a registry
 * @account: an account as it is stored
 *
 * Returns: its AML verification as it counts today: `expired` after its last day
 */
GramAml gram_due_aml_today (GramRegistry *self, const GramAccountRecord *account);

G_END_DECLS
