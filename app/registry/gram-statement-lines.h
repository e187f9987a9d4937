/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ledger-walk.h"
#include "gram-queries-statement.h"

G_BEGIN_DECLS

/* How the lines of a statement are made of entries of the ledger. */

/**
 * GramStatementMaker:
 * @store: the store
 * @account_id: the account
 * @zone: its zone
 * @administrators_side: who asks is on that side. Members are told what was done to their account, not what another one's case or
 *   command says
 * @parties: (nullable): transfers of the account by posting, once one is come by
 * @journal_id: entry of the journal that was read last
 * @reference: (nullable): its reference
 *
 * For whom lines are made, and what was read on the way. The first four are filled in by who uses it.
 */
typedef struct
{
  GramStore *store;
  gint64 account_id;
  GramZone zone;
  gboolean administrators_side;
  GHashTable *parties;
  gint64 journal_id;
  char *reference;
} GramStatementMaker;

/**
 * gram_statement_maker_clear:
 * @self: a maker
 *
 * Frees what was read on the way.
 */
void gram_statement_maker_clear (GramStatementMaker *self);

/**
 * gram_statement_maker_line:
 * @self: a maker
 * @step: an entry of the ledger
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its line
 */
GramStatementLine *
gram_statement_maker_line (GramStatementMaker *self, const GramLedgerStep *step, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramStatementMaker, gram_statement_maker_clear)

G_END_DECLS
