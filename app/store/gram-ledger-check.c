/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-unit-private.h"

#include "gram-statement.h"

#include <glib/gi18n-lib.h>

/* Answers TRUE if the question about @id has no row. */
static gboolean
finds_nothing (GramUnit *self, const char *sql, gint64 id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (self->store, sql, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  switch (gram_statement_step (statement, error))
    {
    case GRAM_STEP_DONE:
      return TRUE;
    case GRAM_STEP_ROW:
      return _gram_store_fail_file (GRAM_STORE_ERROR_CONSTRAINT, self->store->path, error,
                                    _ ("The ledger would not balance (%s). Nothing was changed."),
                                    gram_statement_text (statement, 0));
    case GRAM_STEP_ERROR:
    default:
      return FALSE;
    }
}

/*
 * Reads back what the unit wrote: each posting sums to zero in each unit, and each account that it touched holds what
 * its last entry says, as many entries as it says, and not less than nothing if it is a holder's.
 */
gboolean
_gram_unit_check_ledger (GramUnit *self, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->postings);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!finds_nothing (self,
                          "SELECT 'posting ' || $1 || ', ' || ledger_account.unit"
                          " FROM ledger_entry JOIN ledger_account"
                          " ON ledger_account.id = ledger_entry.ledger_account_id"
                          " WHERE ledger_entry.posting_id = $1"
                          " GROUP BY ledger_account.unit HAVING sum (ledger_entry.amount) <> 0",
                          *(gint64 *)id, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, self->ledgers);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!finds_nothing (self,
                          "SELECT 'ledger account ' || $1 FROM ledger_account"
                          " WHERE id = $1 AND ((account_id IS NOT NULL AND balance < 0)"
                          " OR balance <> (SELECT balance_after FROM ledger_entry"
                          " WHERE ledger_account_id = $1 ORDER BY id DESC LIMIT 1)"
                          " OR entries <> (SELECT count(*) FROM ledger_entry"
                          " WHERE ledger_account_id = $1))",
                          *(gint64 *)id, error))
        return FALSE;
    }
  return TRUE;
}
