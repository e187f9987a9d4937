/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ledger-holders.h"

#include "gram-id-list.h"
#include "gram-table-private.h"

GArray *
gram_ledger_holders (GramStore *store, const char *unit, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (unit != NULL, NULL);

  statement = gram_statement_prepare (
      store,
      "SELECT DISTINCT account_id FROM ledger_account"
      " WHERE account_id IS NOT NULL AND unit = $1 AND balance <> 0 ORDER BY account_id",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_text (statement, 1, unit);
  return _gram_id_list_read (statement, ids, error) ? g_steal_pointer (&ids) : NULL;
}
